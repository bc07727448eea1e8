import * as fc from 'fast-check'
import type { Vendor } from '../../src/diagnostics/codes/entry.ts'

const letters = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
const DIGITS = '0123456789'
const HEX = `${DIGITS}abcdef`
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const MIXED = `${DIGITS}${CAPITALS}${CAPITALS.toLowerCase()}`
const URL_SAFE = `${MIXED}-_`
const after = (start: fc.Arbitrary<string>, rest: fc.Arbitrary<string>) =>
  fc.tuple(start, rest).map((parts) => parts.join(''))

/** Tokens that no other vendor gives. */
export const SURE_TOKENS: Readonly<Partial<Record<Vendor, fc.Arbitrary<string>>>> = {
  apns: letters(HEX, 32, 100)
    .filter((half) => !/^0+$/.test(half))
    .map((half) => `${half}${half}`),
  fcm: fc.tuple(letters(URL_SAFE, 22), letters(URL_SAFE, 134)).map(([id, rest]) => `${id}:APA91b${rest}`),
  oppo: after(fc.constantFrom('CN_', 'OPPO_CN_', 'EUEX_', 'realme_IN_'), letters(HEX, 32)),
  vivo: fc.oneof(
    letters(DIGITS, 19, 26),
    letters(URL_SAFE, 49, 90).map((rest) => `v2-${rest}`),
  ),
  honor: letters(URL_SAFE, 60, 120).map((rest) => `BAEAAAAAB.${rest}`),
}

/** Tokens that look like those of other vendors. */
export const LIKELY_TOKENS: Readonly<Partial<Record<Vendor, fc.Arbitrary<string>>>> = {
  huawei: after(fc.constantFrom('IQAAAACy', 'MAMzLg', 'MAAALg'), letters(URL_SAFE, 100, 130)),
  honor: after(fc.constantFrom('IQAAAACy'), letters(URL_SAFE, 100, 130)),
  xiaomi: letters(`${MIXED}+/`, 44, 64),
  meizu: after(fc.constantFrom('RA', 'J', 'S'), letters(HEX, 40, 50)),
  oppo: letters(HEX, 32).filter((token) => !/^\d+$/.test(token)),
}
