import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allCodes } from '../../../../src/diagnostics/codes/catalogue/all.ts'
import { AREAS, type CodeEntry, type CodeText, VENDORS } from '../../../../src/diagnostics/codes/entry.ts'
import { findCodes } from '../../../../src/diagnostics/codes/find-codes.ts'
import { SOURCES } from '../../../../src/diagnostics/codes/sources.ts'

interface PublicCode {
  code: string
  area?: string
  vendor?: string
}

const publicCodes: PublicCode[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/error-codes.json', import.meta.url), 'utf8'),
)

const name = (entry: CodeEntry): string => [entry.area, entry.vendor, entry.code].filter(Boolean).join(' ')
const texts = (entry: CodeEntry): string[] => [...Object.values(entry.en), ...Object.values(entry.zh)]
const breaking = (rule: (entry: CodeEntry) => boolean): string[] => allCodes.filter((entry) => !rule(entry)).map(name)

describe('the catalogue', () => {
  it('holds as many codes per area as were collected', () => {
    const counts = Object.fromEntries(
      AREAS.map((area) => [area, allCodes.filter((entry) => entry.area === area).length]),
    )
    expect(counts).toEqual({
      'rest-common': 29,
      account: 72,
      profile: 11,
      relation: 24,
      'recent-contact': 12,
      'message-c2c': 23,
      'message-rest': 41,
      group: 60,
      operations: 16,
      'content-review': 12,
      'official-account': 5,
      'offline-push-token': 8,
      'offline-push-server': 9,
      'push-loss': 4,
      'push-rest': 6,
      'push-client': 19,
      'access-layer': 18,
      'sdk-common': 31,
      'sdk-account': 14,
      'sdk-message': 29,
      'sdk-group': 15,
      'sdk-relation': 6,
      'sdk-network': 24,
      'legacy-sdk': 66,
      'web-sdk': 93,
      trtc: 12,
      'call-kit': 12,
      'push-vendor': 261,
      'push-vendor-v3': 32,
      'push-receipt': 22,
      'push-registration': 58,
    })
  })

  it('knows codes of every vendor', () => {
    const vendors = new Set(allCodes.map(({ vendor }) => vendor))
    expect(VENDORS.filter((vendor) => !vendors.has(vendor))).toEqual([])
  })

  it('has no code twice in the same area of the same vendor', () => {
    const names = allCodes.map(name)
    expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([])
  })

  it('says meaning, cause and remedy of every code in both languages', () => {
    expect(
      breaking((entry) => texts(entry).length === 6 && texts(entry).every((text) => text.trim().length > 3)),
    ).toEqual([])
  })

  it('keeps every text to one short sentence', () => {
    expect(breaking((entry) => texts(entry).every((text) => text.length <= 300))).toEqual([])
    expect(breaking((entry) => Object.values(entry.en).every((text) => /^[^\n]+\.$/.test(text)))).toEqual([])
    expect(breaking((entry) => Object.values(entry.en).every((text) => !/[.!?] [A-Z]/.test(text)))).toEqual([])
    expect(breaking((entry) => Object.values(entry.zh).every((text) => /^[^。\n]+。$/.test(text)))).toEqual([])
  })

  it('writes Chinese in Chinese and English in English', () => {
    const han = /\p{Script=Han}/u
    expect(breaking((entry) => Object.values(entry.zh).every((text) => han.test(text)))).toEqual([])
    expect(
      breaking((entry) => Object.values(entry.en).every((text) => !/[\p{Script=Han}，。；：（）、]/u.test(text))),
    ).toEqual([])
  })

  it('sets Chinese as it is printed: full-width marks, and a blank beside Latin letters and digits', () => {
    const careless = /\p{Script=Han}[A-Za-z0-9,;:?!()]|[A-Za-z0-9,;:?!()]\p{Script=Han}/u
    expect(breaking((entry) => Object.values(entry.zh).every((text) => !careless.test(text)))).toEqual([])
  })

  it('gives a remedy that is more than the cause said again', () => {
    const same = (text: CodeText): boolean => text.remedy === text.cause || text.cause === text.meaning
    expect(breaking((entry) => !same(entry.en) && !same(entry.zh))).toEqual([])
  })

  it('names a vendor and a kind exactly where the code is one of a push vendor', () => {
    const areas = new Set(['push-vendor', 'push-vendor-v3', 'push-receipt', 'push-registration'])
    expect(breaking((entry) => areas.has(entry.area) === (entry.vendor !== undefined))).toEqual([])
    expect(breaking((entry) => (entry.vendor === undefined) === (entry.kind === undefined))).toEqual([])
    expect(breaking((entry) => entry.http === undefined || (entry.http >= 200 && entry.http < 600))).toEqual([])
  })

  it('has a public page for every entry, and no page without one', () => {
    const used = new Set(allCodes.map(({ source }) => source))
    expect(Object.keys(SOURCES).filter((id) => !used.has(id as keyof typeof SOURCES))).toEqual([])
    for (const url of Object.values(SOURCES)) expect(new URL(url).protocol).toBe('https:')
  })

  it('marks what no table of the vendor confirms', () => {
    const open = allCodes.filter(({ confirmed }) => confirmed === false)
    expect(open.map(({ vendor }) => vendor).every((vendor) => vendor === 'honor' || vendor === 'vivo')).toBe(true)
    expect(open).toHaveLength(20)
  })
})

describe('the public lists', () => {
  it('are complete: every code is found under its area or vendor', () => {
    const lost = publicCodes.filter(({ code, area, vendor }) => {
      const answer = findCodes({ text: code, ...(vendor === undefined ? {} : { vendor }) })
      if (answer.kind !== 'found') return true
      return !answer.matches.some((entry) => (vendor === undefined ? entry.area === area : entry.vendor === vendor))
    })
    expect(lost).toEqual([])
    expect(publicCodes).toHaveLength(878)
  })

  it('are found in a log line as well as alone', () => {
    const numbers = publicCodes.filter(({ code, area }) => area !== undefined && /^-?\d+$/.test(code))
    const lost = numbers.filter(({ code, area }) => {
      const answer = findCodes({ text: `2026-11-25 05:04:33.123 E/imsdk: login failed, code: ${code}, desc: see log` })
      return answer.kind !== 'found' || !answer.matches.some((entry) => entry.area === area)
    })
    expect(lost).toEqual([])
  })
})
