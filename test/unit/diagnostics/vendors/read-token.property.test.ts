import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VENDORS, type Vendor } from '../../../../src/diagnostics/codes/entry.ts'
import {
  readToken,
  TOKEN_FLAWS,
  vendorOfToken,
  type TokenFlaw,
} from '../../../../src/diagnostics/vendors/read-token.ts'
import { LIKELY_TOKENS, SURE_TOKENS } from '../../../support/token-arbitraries.ts'

const RUNS = { numRuns: 400 }

const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex')
const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64')

/** What apps do to a token of any vendor, and what of it can be told. */
const WRAPPINGS: Readonly<Record<string, [(token: string) => string, TokenFlaw]>> = {
  'hex of the text': [hex, 'hex-of-text'],
  'hex in capitals': [(token) => hex(token).toUpperCase(), 'hex-of-text'],
  'hex twice': [(token) => hex(hex(token)), 'hex-of-text'],
  'Base64 of the text': [base64, 'base64-of-text'],
  'Base64 without padding': [(token) => base64(token).replace(/=+$/, ''), 'base64-of-text'],
  'Base64url of the text': [(token) => Buffer.from(token).toString('base64url'), 'base64-of-text'],
  'an optional of Swift': [(token) => `Optional("${token}")`, 'optional'],
  'an optional of Java': [(token) => `Optional[${token}]`, 'optional'],
  'an option of Rust or Scala': [(token) => `Some(${token})`, 'optional'],
  JSON: [(token) => JSON.stringify({ token }), 'record'],
  'JSON with more': [(token) => JSON.stringify({ platform: 'ios', deviceToken: token, id: 7 }), 'record'],
  'a list in JSON': [(token) => JSON.stringify([token]), 'record'],
  'a record of Kotlin': [(token) => `PushToken(value=${token}, type=1)`, 'record'],
  'a struct of Swift': [(token) => `Token(token: "${token}")`, 'record'],
  'a label': [(token) => `token: ${token}`, 'label'],
  'a name of the vendor': [(token) => `HMS:${token}`, 'label'],
  'a label in Chinese': [(token) => `设备 token：${token}`, 'label'],
  quotes: [(token) => `"${token}"`, 'quotes'],
  'single quotes': [(token) => `'${token}'`, 'quotes'],
  'a line break': [(token) => `${token}\n`, 'whitespace'],
  'a blank before': [(token) => ` ${token}`, 'whitespace'],
  'a character that shows as nothing': [(token) => `\u200b${token}`, 'whitespace'],
  'a list of its characters': [(token) => JSON.stringify([...Buffer.from(token, 'latin1')]), 'byte-list'],
}

const tokens = fc.oneof(
  ...Object.values(SURE_TOKENS),
  ...Object.entries(LIKELY_TOKENS).map(([, arbitrary]) => arbitrary),
)

describe.each(Object.entries(WRAPPINGS))('%s', (_name, [wrap, flaw]) => {
  test('of any vendor’s token is told, and the token is found in it', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        const reading = readToken(wrap(token), null)
        expect(reading.flaws).toContain(flaw)
        expect(reading.token).toBe(token)
        expect(vendorOfToken(wrap(token))).toBeNull()
      }),
      RUNS,
    )
  })
})

test('two of them, one in the other, are both told', () => {
  const wrapping = fc.constantFrom(...Object.values(WRAPPINGS))
  fc.assert(
    fc.property(tokens, wrapping, wrapping, (token, [inner, flaw], [outer, other]) => {
      // What holds brackets or blanks is no plain value of a record.
      fc.pre(
        !(['byte-list', 'record', 'optional', 'quotes'] as TokenFlaw[]).includes(flaw) && /^[!-~]+$/.test(inner(token)),
      )
      const reading = readToken(outer(inner(token)), null)
      expect(reading.flaws).toEqual(expect.arrayContaining([flaw, other]))
      expect(reading.token).toBe(token)
    }),
    RUNS,
  )
})

test('a token as its vendor gives it is never called wrong, of whatever length', () => {
  const known = Object.entries({ ...LIKELY_TOKENS, ...SURE_TOKENS }).map(([vendor, arbitrary]) =>
    fc.tuple(arbitrary, fc.constantFrom(vendor as Vendor, null)),
  )
  const apple = fc
    .integer({ min: 16, max: 128 })
    .chain((bytes) => fc.uint8Array({ minLength: bytes, maxLength: bytes }))
    .filter((bytes) => bytes.some((byte) => byte > 0))
  const ofAnyLength = apple.map((bytes) => [Buffer.from(bytes).toString('hex'), 'apns'] as [string, Vendor])
  const likely = Object.entries(LIKELY_TOKENS).map(([vendor, arbitrary]) =>
    fc.tuple(arbitrary, fc.constant(vendor as Vendor)),
  )
  fc.assert(
    fc.property(fc.oneof(...known, ...likely, ofAnyLength), ([token, vendor]) => {
      expect(readToken(token, vendor)).toEqual({ flaws: [], token })
    }),
    { numRuns: 4_000 },
  )
})

test('a description of NSData that leaves bytes out is lost, however it is spaced', () => {
  const bytes = fc.uint8Array({ minLength: 25, maxLength: 100 })
  fc.assert(
    fc.property(
      bytes,
      fc.constantFrom('...', '…', '....'),
      fc.constantFrom('', ' '),
      fc.boolean(),
      (data, dots, gap, braces) => {
        const all = Buffer.from(data).toString('hex')
        const groups = (text: string) => text.match(/.{1,8}/g)?.join(gap) ?? ''
        const text = `length${gap}=${gap}${data.length},${gap}bytes${gap}=${gap}0x${groups(all.slice(0, 32))}${gap}${dots}${gap}${groups(all.slice(-16))}${gap}`
        expect(readToken(braces ? `{${text}}` : text.trim(), null)).toEqual({ flaws: ['nsdata-cut'], token: null })
      },
    ),
    RUNS,
  )
})

test('one that holds all its bytes is read, as is one of before iOS 13', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 100 }), (data) => {
      fc.pre(data.some((byte) => byte > 0))
      const all = Buffer.from(data).toString('hex')
      const groups = all.match(/.{1,8}/g)?.join(' ') ?? ''
      const found = { flaws: ['nsdata'], token: all }
      expect(readToken(`{length = ${data.length}, bytes = 0x${groups} }`, null)).toEqual(found)
      expect(readToken(`<${groups}>`, null)).toEqual(found)
    }),
    RUNS,
  )
})

test('any text is read in the same time, into flaws without doubles', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 3_000 }),
    fc.string({ unit: fc.constantFrom(...'0x:%=,[]{}()"ab '), maxLength: 3_000 }),
  )
  fc.assert(
    fc.property(texts, fc.constantFrom(...VENDORS, null), (text, vendor) => {
      const { flaws, token } = readToken(text, vendor)
      expect(new Set(flaws).size).toBe(flaws.length)
      for (const flaw of flaws) expect(TOKEN_FLAWS).toContain(flaw)
      expect(token === null && flaws.length === 0).toBe(false)
      expect([token, ''].includes(text) || flaws.length > 0).toBe(true)
    }),
    RUNS,
  )
})
