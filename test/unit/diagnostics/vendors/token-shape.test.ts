import { expect, test } from 'vitest'
import { vendorOfToken } from '../../../../src/diagnostics/vendors/read-token.ts'

test.each([
  ['ab'.repeat(32), 'apns'],
  ['AB'.repeat(80), 'apns'],
  [`CN_${'0f'.repeat(16)}`, 'oppo'],
  [`OPPO_CN_${'0f'.repeat(16)}`, 'oppo'],
  [`cJ8f_12345-ab:APA91b${'x'.repeat(120)}`, 'fcm'],
  [`v2-${'C'.repeat(60)}`, 'vivo'],
  ['1234567890123456789', 'vivo'],
  [`BAEAAAAAB.${'q'.repeat(60)}`, 'honor'],
  ['ab'.repeat(31), null],
  [`${'ab'.repeat(32)}a`, null],
  ['0865770039069280300002655500CN01', null],
  ['', null],
])('%s is a token of %s', (token, vendor) => {
  expect(vendorOfToken(token)).toBe(vendor)
})

test('any length is read at once', () => {
  expect(vendorOfToken('a'.repeat(1_000_000))).toBeNull()
})
