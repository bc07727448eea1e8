import { describe, expect, test } from 'vitest'
import { pushFindingWords } from '../../src/bot/cards/push/finding-words.ts'
import { plainRich } from '../../src/bot/cards/plain-text.ts'
import { LOCALES, type Locale } from '../../src/bot/texts/locale.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { allCodes } from '../../src/diagnostics/codes/catalogue/all.ts'
import { VENDORS, type Vendor } from '../../src/diagnostics/codes/entry.ts'
import { pushFinding, type AnyPushFinding, type VendorAnswer } from '../../src/diagnostics/push/push-finding.ts'
import { readVendorAnswer, type VendorCause } from '../../src/diagnostics/push/vendor-cause.ts'
import { NOW } from '../support/push-case.ts'

/** What only one vendor’s remedy may speak of. */
const OWN: Readonly<Record<Vendor, RegExp>> = {
  apns: /iPhone|\biOS\b|APNs|TestFlight|Xcode|Apple|苹果|bundle/i,
  fcm: /Google|谷歌|Firebase|\bFCM\b/i,
  huawei: /Huawei|HUAWEI|HMS|AppGallery|华为/i,
  honor: /Honor|荣耀/i,
  xiaomi: /Xiaomi|XiaoMi|小米/i,
  oppo: /OPPO/i,
  vivo: /\bvivo/i,
  meizu: /Meizu|Flyme|魅族/i,
}
const ANDROID = /Android|安卓/i

/** Older phones of Honor register with Huawei, and Firebase reaches iPhones by APNs. */
const RELATED: readonly (readonly [Vendor, Vendor])[] = [
  ['honor', 'huawei'],
  ['fcm', 'apns'],
]

const weight = { effect: 'blocks', confidence: 'very-likely' } as const

function findingOf(cause: VendorCause, answer: VendorAnswer): AnyPushFinding {
  const { vendor } = answer
  const device = { vendor, model: null, certificateId: null }
  switch (cause) {
    case 'certificate-missing':
    case 'token-missing':
      return pushFinding(cause, weight, { device, losses: null }, [])
    case 'notification-off':
      return pushFinding(cause, weight, { device }, [])
    case 'certificate-environment':
      return pushFinding(cause, weight, { answer, certificateId: '11', environment: null, proved: false }, [])
    case 'certificate-mismatch':
      return pushFinding(cause, weight, { answer, certificateId: '11', reason: 'refused', vendors: [null, vendor] }, [])
    case 'credential-rejected':
      return pushFinding(cause, weight, { ...answer, certificateId: '11', expiredAt: null }, [])
    case 'token-invalid':
      return pushFinding(cause, weight, { ...answer, flaws: [] }, [])
    case 'vendor-not-delivered':
      return pushFinding(cause, weight, { ...answer, receipts: true }, [])
    default:
      return pushFinding(cause, weight, answer, [])
  }
}

const remedyOf = (finding: AnyPushFinding, locale: Locale): string =>
  plainRich(pushFindingWords(finding, textsFor(locale)).remedy, { locale, timeZone: null, now: NOW })

/** What the remedy says that is another vendor’s or another platform’s. */
function strangers(vendor: Vendor, remedy: string): readonly string[] {
  const isRelated = (other: Vendor) => RELATED.some(([one, its]) => one === vendor && its === other)
  const others = VENDORS.filter((other) => other !== vendor && !isRelated(other) && OWN[other].test(remedy))
  return [...others, ...(vendor === 'apns' && ANDROID.test(remedy) ? ['android'] : [])]
}

const CAUSES: readonly VendorCause[] = [
  'certificate-missing',
  'token-missing',
  'token-invalid',
  'certificate-mismatch',
  'credential-rejected',
  'quota',
  'message-category',
  'content-rejected',
  'notification-off',
  'vendor-outage',
  'vendor-not-delivered',
]

describe.each(LOCALES)('in %s', (locale) => {
  test.each(VENDORS)('%s: without a listed code the remedy is for this vendor and platform', (vendor) => {
    const answer = { vendor, code: null, info: '', at: NOW }
    const wrong = CAUSES.flatMap((cause) => {
      const remedy = remedyOf(findingOf(cause, answer), locale)
      const found = strangers(vendor, remedy)
      return found.length === 0 ? [] : [{ cause, found, remedy }]
    })
    expect(wrong).toEqual([])
  })

  test.each(VENDORS)('%s: and so it is with every code of its catalogue', (vendor) => {
    const entries = allCodes.filter((entry) => entry.vendor === vendor)
    expect(entries.length).toBeGreaterThan(3)
    const wrong = entries.flatMap(({ code }) => {
      const read = readVendorAnswer(vendor, code, '')
      const remedy = remedyOf(findingOf(read.cause, { vendor, code: read.code, info: '', at: NOW }), locale)
      const found = strangers(vendor, remedy)
      return found.length === 0 ? [] : [{ code, cause: read.cause, found, remedy }]
    })
    expect(wrong).toEqual([])
  })
})
