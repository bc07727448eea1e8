import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VENDORS, type Vendor } from '../../../../src/diagnostics/codes/entry.ts'
import { shapesOf, vendorOfToken } from '../../../../src/diagnostics/vendors/token-shape.ts'
import { unwrapToken } from '../../../../src/diagnostics/vendors/unwrap-token.ts'

const letters = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
const DIGITS = '0123456789'
const HEX = `${DIGITS}abcdef`
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const MIXED = `${DIGITS}${CAPITALS}${CAPITALS.toLowerCase()}`
const URL_SAFE = `${MIXED}-_`
const after = (start: fc.Arbitrary<string>, rest: fc.Arbitrary<string>) =>
  fc.tuple(start, rest).map((parts) => parts.join(''))

const SURE: Readonly<Partial<Record<Vendor, fc.Arbitrary<string>>>> = {
  apns: letters(HEX, 32, 100).map((half) => `${half}${half}`),
  fcm: fc.tuple(letters(URL_SAFE, 22), letters(URL_SAFE, 134)).map(([id, rest]) => `${id}:APA91b${rest}`),
  oppo: after(fc.constantFrom('CN_', 'OPPO_CN_', 'EUEX_', 'realme_IN_'), letters(HEX, 32)),
  vivo: fc.oneof(
    letters(DIGITS, 19, 26),
    letters(URL_SAFE, 49, 90).map((rest) => `v2-${rest}`),
  ),
  honor: letters(URL_SAFE, 60, 120).map((rest) => `BAEAAAAAB.${rest}`),
}

const LIKELY: Readonly<Partial<Record<Vendor, fc.Arbitrary<string>>>> = {
  huawei: after(fc.constantFrom('IQAAAACy', 'MAMzLg', 'MAAALg'), letters(URL_SAFE, 100, 130)),
  honor: after(fc.constantFrom('IQAAAACy'), letters(URL_SAFE, 100, 130)),
  xiaomi: letters(`${MIXED}+/`, 44, 64),
  meizu: after(fc.constantFrom('RA', 'J', 'S'), letters(HEX, 40, 50)),
  oppo: letters(HEX, 32).filter((token) => !/^\d+$/.test(token)),
}

const RUNS = { numRuns: 1500 }

describe.each(Object.entries(SURE))('every token of %s', (vendor, tokens) => {
  test('is surely its', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        expect(shapesOf(token)).toEqual([{ vendor, sure: true }])
        expect(vendorOfToken(token)).toBe(vendor)
      }),
      RUNS,
    )
  })
})

describe.each(Object.entries(LIKELY))('every token that may be of %s', (vendor, tokens) => {
  test('is said to look like one, never to be one of another', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        const shapes = shapesOf(token)
        // Hexadecimal alone may be a token of Apple's by chance.
        fc.pre(!/^[0-9a-f]{64,}$/i.test(token))
        expect(shapes.map((shape) => shape.vendor)).toContain(vendor)
        expect(shapes.some(({ sure }) => sure)).toBe(false)
      }),
      RUNS,
    )
  })
})

test('any text whatsoever has shapes without doubles, and a sure one stands alone', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 300 }), ...Object.values(SURE), ...Object.values(LIKELY)), (text) => {
      const shapes = shapesOf(text)
      expect(new Set(shapes.map(({ vendor }) => vendor)).size).toBe(shapes.length)
      for (const { vendor } of shapes) expect(VENDORS).toContain(vendor)
      expect(shapes.some(({ sure }) => sure) && shapes.length > 1).toBe(false)
      expect(vendorOfToken(text)).toBe(shapes.find(({ sure }) => sure)?.vendor ?? null)
    }),
    RUNS,
  )
})

test('whatever stands around a token is taken off, and nothing of the token', () => {
  const around = fc.constantFrom(['<', '>'], ['"', '"'], ['`', '`'], ['“', '”'], [' \n', '\u200b'], ['「', '」'])
  fc.assert(
    fc.property(fc.oneof(...Object.values(SURE), ...Object.values(LIKELY)), around, (token, [left, right]) => {
      expect(unwrapToken(`${left}${token}${right}`)).toBe(token)
    }),
    RUNS,
  )
})

test('as iOS prints one', () => {
  expect(unwrapToken('<740f4707 bebcf74f 9b7c25d4 8e335894>')).toBe('740f4707bebcf74f9b7c25d48e335894')
})
