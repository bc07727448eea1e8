import { createHmac } from 'node:crypto'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingTexts } from '../../src/bot/cards/usersig-card.ts'
import { plainRich } from '../../src/bot/cards/plain-text.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import type { UsersigApp } from '../../src/diagnostics/usersig/keyring.ts'
import { verifyUsersig } from '../../src/diagnostics/usersig/verify-usersig.ts'

/** More runs, for a search at leisure: `USERSIG_RUNS=20000 npx vitest run test/property/usersig-slips`. */
const RUNS = Number(process.env['USERSIG_RUNS'] ?? 300)
const NOW = 1_796_000_400

interface Values {
  user: string
  app: number
  time: number
  expire: number
}

const usual = ({ user, app, time, expire }: Values): readonly (readonly [string, string | number])[] => [
  ['TLS.identifier', user],
  ['TLS.sdkappid', app],
  ['TLS.time', time],
  ['TLS.expire', expire],
]
const joined = (values: readonly (readonly [string, string | number])[], mark: string, end = mark): string =>
  values.map(([name, value]) => `${name}:${value}`).join(mark) + end

/** What hand-written generators sign, in ways of its own, and what has to be said of it. */
const SLIPS: Readonly<Record<string, readonly [RegExp, (values: Values) => string]>> = {
  'a literal line feed': [/two characters/, (v) => joined(usual(v), '\\n')],
  ampersands: [/joined by &/, (v) => joined(usual(v), '&', '')],
  nothing: [/without line feeds/, (v) => joined(usual(v), '')],
  'no last line feed': [/after its last line/, (v) => joined(usual(v), '\n', '')],
  'the app first': [
    /TLS\.sdkappid before/,
    (v) =>
      joined(
        [1, 0, 2, 3].map((at) => usual(v)[at] ?? ['', '']),
        '\n',
      ),
  ],
  'the end for the lifetime': [/end time/, (v) => joined(usual({ ...v, expire: v.time + v.expire }), '\n')],
  milliseconds: [/TLS\.time in milliseconds/, (v) => joined(usual({ ...v, time: v.time * 1_000 }), '\n')],
  JSON: [/JSON was signed/, (v) => JSON.stringify({ 'TLS.ver': '2.0', ...Object.fromEntries(usual(v)) })],
  'one more line': [/extra line/, (v) => `${joined(usual(v), '\n')}TLS.ext:undefined\n`],
  'an empty userbuf': [/extra line/, (v) => `${joined(usual(v), '\n')}TLS.userbuf:\n`],
  'the formula': [
    /formula/,
    (v) => {
      const parts = `${v.user}${v.app}${v.time}${v.expire}`
      return parts + Buffer.from(parts).toString('base64')
    },
  ],
  'the end, the app first': [
    /TLS\.sdkappid before[\s\S]*end time/,
    (v) =>
      joined(
        [1, 0, 2, 3].map((at) => usual({ ...v, expire: v.time + v.expire })[at] ?? ['', '']),
        '\n',
      ),
  ],
}

/** How `TLS.sig` is written, and what has to be said of that; null: as it should be. */
const WRITINGS: readonly (readonly [RegExp | null, (base64: string) => string])[] = [
  [null, (base64) => base64],
  [/lacks its padding/, (base64) => base64.replace(/=+$/, '')],
  [/Base64 twice/, (base64) => Buffer.from(base64).toString('base64')],
  [/hexadecimal/, (base64) => Buffer.from(base64, 'base64').toString('hex')],
]

const hex = fc.stringMatching(/^[0-9a-f]{64}$/)
const keys = fc.uniqueArray(hex, { minLength: 5, maxLength: 5 })
const userIds = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/),
  fc.constantFrom('张三', ' lead', 'trail ', 'e\u0301', 'a b', '42'),
)
const samples = fc.record({
  keys,
  user: userIds,
  expire: fc.integer({ min: 600, max: 15_552_000 }),
  slip: fc.constantFrom(...Object.keys(SLIPS)),
  writing: fc.constantFrom(...WRITINGS),
  /** Whose key was used: the current one, two previous ones, another app's. */
  used: fc.integer({ min: 0, max: 3 }),
})

const makeApp = (name: string, sdkAppId: number, [key = '', ...previous]: readonly string[]): UsersigApp => ({
  name,
  sdkAppId,
  secretKey: new Secret(key),
  previousSecretKeys: previous.map((each) => new Secret(each)),
  administrators: [],
})

const pack = (document: object): string =>
  deflateSync(JSON.stringify(document))
    .toString('base64')
    .replaceAll('+', '*')
    .replaceAll('/', '-')
    .replaceAll('=', '_')

const said = (report: ReturnType<typeof verifyUsersig>) =>
  report.findings.map((finding) => ({
    code: finding.code,
    text: plainRich(findingTexts(finding, textsFor('en')).message, { locale: 'en', timeZone: null, now: 0 }),
  }))

describe('the slips of signing code', () => {
  it('are named with whichever key they were made, and the key is never blamed', () => {
    fc.assert(
      fc.property(
        samples,
        ({ keys: [one = '', two = '', three = '', four = ''], user, expire, slip, writing, used }) => {
          const prod = makeApp('prod', 1_400_000_000, [one, two, three])
          const staging = makeApp('staging', 1_400_000_099, [four])
          const values = { user, app: prod.sdkAppId, time: NOW - 400, expire }
          const [expected, content] = SLIPS[slip] ?? [/^$/, () => '']
          const key = [one, two, three, four][used] ?? ''
          const base64 = createHmac('sha256', key).update(content(values)).digest('base64')
          const sig = pack({ 'TLS.ver': '2.0', ...Object.fromEntries(usual(values)), 'TLS.sig': writing[1](base64) })
          const report = verifyUsersig({
            text: sig,
            apps: [prod, staging],
            now: NOW * 1_000,
            expected: { userId: user, app: prod },
          })
          expect(report.verdict).toBe('invalid')
          const [finding, ...others] = said(report).filter(({ code }) => code === 'wrong-key' || code === 'tampered')
          expect(others).toEqual([])
          expect(finding?.code).toBe('wrong-key')
          expect(finding?.text).toMatch(expected)
          expect(finding?.text).toMatch(writing[0] ?? /./)
          expect(finding?.text).toMatch(
            used === 3 ? /staging, fits/ : used === 0 ? /the right key/ : /previous key fits/,
          )
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('that nobody knows leave it open whether the key or the text is wrong', () => {
    fc.assert(
      fc.property(keys, fc.string({ minLength: 1, maxLength: 40 }), (generated, noise) => {
        const prod = makeApp('prod', 1_400_000_000, generated.slice(0, 2))
        const values = { user: 'alice', app: prod.sdkAppId, time: NOW - 400, expire: 604_800 }
        for (const [key, content] of [
          [generated[4] ?? '', joined(usual(values), '\n')],
          [generated[0] ?? '', `${noise}#${joined(usual(values), '#')}`],
        ] as const) {
          const sig = pack({
            'TLS.ver': '2.0',
            ...Object.fromEntries(usual(values)),
            'TLS.sig': createHmac('sha256', key).update(content).digest('base64'),
          })
          const found = said(verifyUsersig({ text: sig, apps: [prod], now: NOW * 1_000 }))
          expect(found.map(({ code }) => code)).toEqual(['wrong-key'])
          expect(found[0]?.text).toMatch(/either the key or the signed text is wrong/)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('a good signature in any Base64 alphabet', () => {
  const alphabets: readonly ((bytes: Buffer) => string)[] = [
    (bytes) => bytes.toString('base64'),
    (bytes) => bytes.toString('base64url'),
    (bytes) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
    (bytes) => bytes.toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_'),
  ]

  it('with its padding or without is valid inside, and never called altered', () => {
    fc.assert(
      fc.property(hex, userIds, fc.integer({ min: 0, max: 9 }), (key, user, level) => {
        const prod = makeApp('prod', 1_400_000_000, [key])
        const values = { user, app: prod.sdkAppId, time: NOW - 400, expire: 604_800 }
        const signature = createHmac('sha256', key)
          .update(joined(usual(values), '\n'))
          .digest('base64')
        const document = { 'TLS.ver': '2.0', ...Object.fromEntries(usual(values)), 'TLS.sig': signature }
        const bytes = deflateSync(JSON.stringify(document), { level })
        for (const write of alphabets) {
          const text = write(bytes)
          const isOwn = write === alphabets[3]
          for (const each of [text, text.replace(isOwn ? /_+$/ : /=+$/, '')]) {
            const report = verifyUsersig({
              text: each,
              apps: [prod],
              now: NOW * 1_000,
              expected: { userId: user, app: prod },
            })
            expect(report.verdict).toBe('valid')
          }
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe('what is no signature', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 20, maxLength: 200 }).map((each) => Buffer.from(each)),
    fc.json().map((each) => deflateSync(each)),
    fc.json().map((each) => deflateRawSync(each)),
    fc.json().map((each) => gzipSync(each)),
    fc.json().map((each) => Buffer.from(each)),
  )
  const texts = fc.oneof(
    bytes.map((each) => each.toString('base64')),
    bytes.map((each) => each.toString('base64url')),
    bytes.map((each) => each.toString('hex')),
    fc.tuple(bytes, bytes).map(([one, other]) => `${one.toString('base64url')}.${other.toString('base64url')}`),
    fc.string({ maxLength: 200 }),
  )
  const around = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => JSON.stringify({ userSig: text, signature: text }),
    (text) => `usersig=${encodeURIComponent(text)}&a=1`,
    (text) => `"${text}"`,
    (text) => `**${text}**`,
    (text) => `UserSig: ${text}`,
    (text) => Buffer.from(text).toString('base64'),
  )

  it('is never called proved', () => {
    fc.assert(
      fc.property(texts, around, (text, wrap) => {
        const app = makeApp('prod', 1_400_000_000, ['ab'.repeat(32)])
        const report = verifyUsersig({
          text: wrap(text),
          apps: [app],
          now: NOW * 1_000,
          expected: { userId: 'a', app },
        })
        expect(report.verdict).toBe('invalid')
        const malformed = report.findings.some(({ code }) => code.startsWith('malformed'))
        const others = said(report).filter(({ code }) => !code.startsWith('malformed') && code !== 'tampered')
        expect(malformed ? JSON.stringify(others) : '').not.toMatch(/prove|checksum/i)
      }),
      { numRuns: RUNS },
    )
  })
})
