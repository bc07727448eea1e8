import type { Vendor } from '../codes/entry.ts'
import type { ImApp } from '../im/im-app.ts'
import type { PushReceipts } from '../ports/event-store.ts'

/** How delivery receipts of a vendor get to Tencent: by a URL that is entered at the vendor, by themselves, or never. */
const RECEIPTS: Readonly<Record<Vendor, 'url' | 'by-themselves' | 'none'>> = {
  apns: 'by-themselves',
  xiaomi: 'by-themselves',
  oppo: 'by-themselves',
  huawei: 'url',
  honor: 'url',
  vivo: 'url',
  meizu: 'url',
  fcm: 'none',
}

/** How far back receipts are looked for, milliseconds: as long as events are kept where nothing else is configured. */
export const RECEIPTS_KEPT_FOR = 30 * 86_400_000

/** Between `api` and the domain. Tokyo and Riyadh are not on Tencent's list. */
const HOST_PARTS: Readonly<Record<string, string>> = {
  china: '',
  singapore: 'sgp',
  seoul: 'kr',
  siliconvalley: 'usa',
  frankfurt: 'ger',
  jakarta: 'idn',
}

/** Certificates up to this ID use an older interface of Huawei's, which has no receipts. */
const LAST_WITHOUT_RECEIPTS = 11_344

export type ReceiptSetup =
  /** `url`: what to enter at the vendor; null: Tencent names none for this region. */
  | { kind: 'url'; url: string | null; region: string }
  | { kind: 'old-certificate'; certificateId: string }
  | { kind: 'none' }

/**
 * What it takes to get receipts of this vendor; null: nothing has to be set up.
 *
 * @param certificateId the one in question; null: those of the configuration
 * @see https://trtc.io/document/73890
 */
export function receiptSetup(vendor: Vendor, app: ImApp, certificateId: string | null): ReceiptSetup | null {
  const kind = RECEIPTS[vendor]
  if (kind !== 'url') return kind === 'none' ? { kind } : null
  const ids =
    certificateId === null
      ? app.certificates.filter((each) => each.vendor === vendor).map(({ id }) => id)
      : [certificateId]
  const [first] = ids
  if (vendor === 'huawei' && first !== undefined && ids.every(isTooOld))
    return { kind: 'old-certificate', certificateId: first }
  const part = HOST_PARTS[app.region]
  const url = part === undefined ? null : `https://api${part}.im.qcloud.com/v3/offline_push_report/${vendor}`
  return { kind: 'url', url, region: app.region }
}

const isTooOld = (id: string): boolean => /^\d+$/.test(id) && Number(id) <= LAST_WITHOUT_RECEIPTS

export interface MissingReceipts {
  vendor: Vendor
  /** Pushes that the vendor took. */
  accepted: number
  setup: ReceiptSetup
}

/** Vendors that took pushes and of which no receipt ever came, where something can be said about that; most pushes first. */
export function missingReceipts(
  counted: readonly PushReceipts[],
  app: ImApp,
  certificateOf: (vendor: Vendor) => string | null = () => null,
): readonly MissingReceipts[] {
  return counted
    .flatMap(({ vendor, accepted, receipts }) => {
      if (accepted === 0 || receipts > 0) return []
      const setup = receiptSetup(vendor, app, certificateOf(vendor))
      return setup === null ? [] : [{ vendor, accepted, setup }]
    })
    .toSorted((one, other) => other.accepted - one.accepted)
}
