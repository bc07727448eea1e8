import { describe, expect, it } from 'vitest'
import { allCodes } from '../../../../src/diagnostics/codes/catalogue/all.ts'
import type { Vendor } from '../../../../src/diagnostics/codes/entry.ts'
import { findCodes } from '../../../../src/diagnostics/codes/find-codes.ts'
import { topFailures } from '../../../../src/diagnostics/figures/top-failures.ts'
import type { Owner } from '../../../../src/diagnostics/finding.ts'
import { readVendorAnswer } from '../../../../src/diagnostics/push/vendor-cause.ts'

describe('the owner of a code', () => {
  it.each<[code: string, vendor: Vendor | null, owner: Owner | null]>([
    ['70001', null, 'developer'],
    ['70013', null, 'developer'],
    ['90009', null, 'administrator'],
    ['60009', null, 'developer'],
    ['60013', null, 'tencent'],
    ['72000', null, 'administrator'],
    ['6208', null, 'user'],
    ['9508', null, 'user'],
    ['800016', null, 'user'],
    ['22001', null, 'administrator'],
    ['22006', null, 'developer'],
    ['31704', null, null],
    ['-201', null, 'administrator'],
    ['-203', null, 'administrator'],
    ['-200', null, 'tencent'],
    ['-199', null, 'vendor'],
    ['-198', null, 'developer'],
    ['BadDeviceToken', 'apns', 'administrator'],
    ['Unregistered', 'apns', 'user'],
    ['PayloadTooLarge', 'apns', 'developer'],
    ['InternalServerError', 'apns', 'vendor'],
    ['SENDER_ID_MISMATCH', 'fcm', 'administrator'],
    ['UNREGISTERED', 'fcm', 'user'],
    ['80200001', 'huawei', 'administrator'],
    ['receipt:6', 'huawei', 'user'],
    ['10026', 'xiaomi', 'administrator'],
    ['20301', 'xiaomi', 'user'],
    ['21301', 'xiaomi', 'administrator'],
    ['33', 'oppo', 'administrator'],
    ['10302', 'vivo', 'user'],
    ['110005', 'meizu', 'user'],
  ])('%s of %s is %s', (code, vendor, owner) => {
    const answer = findCodes({ text: code, ...(vendor === null ? {} : { vendor }) })
    const entry = answer.kind === 'found' ? answer.matches.find((each) => each.vendor === (vendor ?? undefined)) : null
    expect(entry?.owner).toBe(owner)
  })

  it('is the same in the diagnosis, the report and the explanation', () => {
    const different = allCodes.flatMap((entry) => {
      const { code, vendor, area } = entry
      // Of one number Tencent's own meaning counts in the result of a push.
      if (vendor === undefined || entry.owner === null || area === 'push-registration' || /^-[12]$/.test(code))
        return []
      const reading = readVendorAnswer(vendor, code, '')
      // Of one number in two lists of a vendor the first one counts.
      const first = findCodes({ text: reading.code, vendor })
      const explained = first.kind === 'found' ? first.matches.find((each) => each.code === reading.code) : undefined
      const [reported] = topFailures([{ vendor, code, info: '', count: 1 }], null, 'loss').top
      const same = reading.owner === (explained?.owner ?? reading.owner) && reported?.owner === reading.owner
      return same ? [] : [`${vendor} ${code}: ${reading.owner}, ${explained?.owner}, ${reported?.owner}`]
    })
    expect(different).toEqual([])
  })

  it('blames no vendor for what a team configures, and no team for a vendor that is down', () => {
    const wrong = allCodes.filter(
      ({ area, kind, owner }) =>
        (kind === 'server') !== (owner === 'vendor') &&
        kind !== undefined &&
        owner !== null &&
        area !== 'push-registration',
    )
    expect(wrong.map(({ vendor, code }) => `${vendor} ${code}`)).toEqual([])
  })
})
