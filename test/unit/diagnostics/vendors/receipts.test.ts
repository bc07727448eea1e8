import { describe, expect, test } from 'vitest'
import { VENDORS } from '../../../../src/diagnostics/codes/entry.ts'
import { missingReceipts, receiptSetup } from '../../../../src/diagnostics/vendors/receipts.ts'
import { certificate, testImApp } from '../../../support/push-case.ts'

const huawei = (id: string) => certificate({ id, vendor: 'huawei', environment: null, credential: null })

describe('the URL to enter', () => {
  test.each([
    ['china', 'https://api.im.qcloud.com/v3/offline_push_report/'],
    ['singapore', 'https://apisgp.im.qcloud.com/v3/offline_push_report/'],
    ['seoul', 'https://apikr.im.qcloud.com/v3/offline_push_report/'],
    ['siliconvalley', 'https://apiusa.im.qcloud.com/v3/offline_push_report/'],
    ['frankfurt', 'https://apiger.im.qcloud.com/v3/offline_push_report/'],
    ['jakarta', 'https://apiidn.im.qcloud.com/v3/offline_push_report/'],
  ])('in %s', (region, base) => {
    for (const vendor of ['huawei', 'honor', 'vivo', 'meizu'] as const)
      expect(receiptSetup(vendor, testImApp({ region }), null)).toEqual({ kind: 'url', url: base + vendor, region })
  })

  test.each(['tokyo', 'riyadh', 'somewhere'])('is not invented for %s', (region) => {
    expect(receiptSetup('vivo', testImApp({ region }), null)).toEqual({ kind: 'url', url: null, region })
  })
})

test('certificates of Huawei up to 11344 have none', () => {
  const kindOf = (ids: readonly string[], id: string | null) =>
    receiptSetup('huawei', testImApp({ certificates: ids.map(huawei) }), id)?.kind
  expect(kindOf(['11344'], null)).toBe('old-certificate')
  expect(kindOf([], '11344')).toBe('old-certificate')
  expect(kindOf(['11344'], '11345')).toBe('url')
  expect(kindOf(['11344', '11345'], null)).toBe('url')
  expect(kindOf([], null)).toBe('url')
  expect(receiptSetup('honor', testImApp(), '9')?.kind).toBe('url')
})

test('who needs nothing, and who has none', () => {
  const kinds = VENDORS.map((vendor) => [vendor, receiptSetup(vendor, testImApp(), null)?.kind ?? null])
  expect(Object.fromEntries(kinds)).toEqual({
    apns: null,
    xiaomi: null,
    oppo: null,
    fcm: 'none',
    huawei: 'url',
    honor: 'url',
    vivo: 'url',
    meizu: 'url',
  })
})

test('one receipt is proof, and without a push there is nothing to say', () => {
  const counted = VENDORS.flatMap((vendor) => [{ vendor, accepted: 3, receipts: 0 }])
  expect(
    missingReceipts(counted, testImApp())
      .map(({ vendor }) => vendor)
      .toSorted(),
  ).toEqual(['fcm', 'honor', 'huawei', 'meizu', 'vivo'])
  expect(missingReceipts([{ vendor: 'vivo', accepted: 900, receipts: 1 }], testImApp())).toEqual([])
  expect(missingReceipts([{ vendor: 'vivo', accepted: 0, receipts: 0 }], testImApp())).toEqual([])
  const ranked = missingReceipts(
    [
      { vendor: 'vivo', accepted: 2, receipts: 0 },
      { vendor: 'honor', accepted: 9, receipts: 0 },
    ],
    testImApp(),
  )
  expect(ranked.map(({ vendor }) => vendor)).toEqual(['honor', 'vivo'])
})
