import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VENDORS } from '../../../../src/diagnostics/codes/entry.ts'
import { vendorOfToken } from '../../../../src/diagnostics/vendors/read-token.ts'
import { shapesOf } from '../../../../src/diagnostics/vendors/token-shape.ts'
import { LIKELY_TOKENS as LIKELY, SURE_TOKENS as SURE } from '../../../support/token-arbitraries.ts'

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
