import { describe, expect, test } from 'vitest'
import { allCodes } from '../../../../src/diagnostics/codes/catalogue/all.ts'
import type { CodeKind, Vendor } from '../../../../src/diagnostics/codes/entry.ts'
import { readVendorAnswer, type VendorCause } from '../../../../src/diagnostics/push/vendor-cause.ts'

type Row = readonly [Vendor | null, string, string, VendorCause]

const RULES: readonly Row[] = [
  ['oppo', '33', '', 'quota'],
  ['xiaomi', '10034', '', 'quota'],
  ['vivo', '10070', 'daily total of operational messages exceeded', 'quota'],
  ['vivo', '10073', '', 'quota'],
  ['meizu', '110011', '', 'quota'],
  ['huawei', '-203', '', 'quota'],
  ['xiaomi', '27001', '', 'message-category'],
  ['oppo', '67', '', 'message-category'],
  ['vivo', '10071', '', 'message-category'],
  ['huawei', '80100016', '', 'content-rejected'],
  ['vivo', '10085', '', 'content-rejected'],
  ['vivo', '10104', '', 'content-rejected'],
  ['apns', '400', 'BadDeviceToken', 'certificate-environment'],
  ['apns', 'BadDeviceToken', '', 'certificate-environment'],
  ['apns', '403', 'BadCertificateEnvironment', 'certificate-environment'],
  ['apns', '403', 'BadCertificate', 'credential-rejected'],
  ['apns', '403', 'InvalidProviderToken', 'credential-rejected'],
  ['apns', '403', '', 'credential-rejected'],
  ['apns', '400', 'DeviceTokenNotForTopic', 'certificate-mismatch'],
  ['apns', '410', 'Unregistered', 'token-invalid'],
  ['apns', '410', '', 'token-invalid'],
  ['apns', '413', 'PayloadTooLarge', 'content-rejected'],
  ['apns', '429', 'TooManyRequests', 'quota'],
  ['apns', '503', 'ServiceUnavailable', 'vendor-outage'],
  ['apns', '500', '', 'vendor-outage'],
  ['xiaomi', '1', 'regid_invalid', 'token-invalid'],
  ['vivo', '10302', '', 'token-invalid'],
  ['huawei', '80300007', '', 'token-invalid'],
  ['meizu', '110002', '', 'token-invalid'],
  ['meizu', '110003', '', 'token-invalid'],
  ['huawei', '6', '', 'notification-off'],
  ['fcm', '404', 'UNREGISTERED', 'token-invalid'],
  ['fcm', '404', 'Requested entity was not found.', 'token-invalid'],
  [
    'fcm',
    '404',
    '{"error":{"code":404,"status":"NOT_FOUND","details":[{"errorCode":"UNREGISTERED"}]}}',
    'token-invalid',
  ],
  ['fcm', '403', 'SENDER_ID_MISMATCH', 'certificate-mismatch'],
  ['fcm', '401', 'THIRD_PARTY_AUTH_ERROR', 'credential-rejected'],
  ['fcm', '429', 'QUOTA_EXCEEDED', 'quota'],
  ['fcm', '503', 'UNAVAILABLE', 'vendor-outage'],
  ['fcm', '400', 'NotRegistered', 'token-invalid'],
  ['apns', '-1', '', 'certificate-missing'],
  // OPPO has a -1 and a -2 of its own, but below zero it is Tencent that speaks.
  ['oppo', '-1', '', 'certificate-missing'],
  ['oppo', '-2', '', 'token-missing'],
  ['fcm', '-195', '', 'credential-rejected'],
  ['apns', '-197', '', 'credential-rejected'],
  ['apns', '-199', '', 'vendor-outage'],
  ['fcm', '-201', 'certificate id or token is invalid', 'certificate-mismatch'],
  ['oppo', '-198', 'code: 33', 'quota'],
  ['oppo', '-198', '33', 'quota'],
  ['huawei', '-198', '{"code":"80300007","msg":"All the tokens are invalid"}', 'token-invalid'],
  ['huawei', '-198', 'rejected', 'vendor-not-delivered'],
  ['huawei', '400', '80300007 all tokens are invalid', 'token-invalid'],
  [null, '502', '', 'vendor-outage'],
]

test.each(RULES)('%s %s "%s" is read as %s', (vendor, code, info, cause) => {
  expect(readVendorAnswer(vendor, code, info).cause).toBe(cause)
})

const NOT_CODES: readonly Row[] = [
  ['vivo', '99999', 'at 1700000000, taskId 10070', 'vendor-not-delivered'],
  ['oppo', '12345', 'message 33 of 67, trace 5f33a67b', 'vendor-not-delivered'],
  ['apns', '400', 'id 410, 403 ms', 'vendor-not-delivered'],
  ['xiaomi', '10034', 'token 20301abc refused', 'quota'],
  ['oppo', '67', 'at most 33 a day', 'message-category'],
  ['meizu', '110003', 'pushId 110011', 'token-invalid'],
  ['huawei', '503', 'after 6 retries in 2 seconds', 'quota'],
]

test.each(NOT_CODES)('digits in the text are no codes: %s %s "%s" is %s', (vendor, code, info, cause) => {
  expect(readVendorAnswer(vendor, code, info).cause).toBe(cause)
})

test.each([
  ['vivo', '99999'],
  ['apns', 'SomethingNew'],
  [null, '77'],
] as const)('an answer nobody lists keeps its code: %s %s', (vendor, code) => {
  expect(readVendorAnswer(vendor, code, 'whatever')).toEqual({
    cause: 'vendor-not-delivered',
    code,
    owner: 'developer',
  })
})

describe('every code of a vendor in the catalogue', () => {
  const OF_KIND: Readonly<Record<CodeKind, readonly VendorCause[]>> = {
    token: ['token-invalid', 'certificate-environment', 'certificate-mismatch'],
    credential: ['credential-rejected', 'certificate-environment', 'certificate-mismatch'],
    permission: [
      'credential-rejected',
      'certificate-mismatch',
      'notification-off',
      'message-category',
      'content-rejected',
      'vendor-not-delivered',
    ],
    quota: ['quota', 'message-category', 'vendor-not-delivered'],
    payload: ['content-rejected', 'message-category', 'vendor-not-delivered'],
    server: ['vendor-outage', 'vendor-not-delivered'],
  }
  const listed = allCodes.flatMap(({ vendor, code, kind, area }) =>
    vendor === undefined || kind === undefined || area === 'push-registration' || code.startsWith('-')
      ? []
      : [[vendor, code, kind] as const],
  )

  test.each(listed)('%s %s (%s) leads to a cause of its kind', (vendor, code, kind) => {
    const { cause } = readVendorAnswer(vendor, code, code)
    expect(OF_KIND[kind]).toContain(cause)
  })

  test('is many', () => {
    expect(listed.length).toBeGreaterThan(200)
  })
})
