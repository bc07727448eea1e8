import type { Vendor } from '../codes/entry.ts'
import type { VendorCounts } from '../figures/vendor-counts.ts'
import type { ApiHealth } from '../figures/report-figures.ts'
import type { Certificate } from '../im/im-app.ts'
import type { Span } from '../ports/im-service.ts'
import type { Alarm } from './alarm.ts'

/** Offline pushes by vendor, from stored callbacks. */
export interface PushEvidence {
  /** The last so many minutes. */
  window: readonly VendorCounts[]
  /** The newest part of it: whether it still goes on. */
  latest: readonly VendorCounts[]
  /** The days before. */
  baseline: readonly VendorCounts[]
}

export interface WebhookEvidence {
  /** UNIX milliseconds; null: none ever came. */
  lastReceived: number | null
  /** Since when what comes in is counted, UNIX milliseconds; null: nothing was yet. */
  since: number | null
  /** Quarters of the week before `lastReceived` in which something came in. */
  quarters: readonly { from: number; count: number }[]
}

/** What the vendor of one certificate last said of the team's credential. */
export interface CredentialEvidence {
  certificateId: string
  vendor: Vendor
  /** Null: it takes it. */
  refusal: { code: string; info: string } | null
}

/** What an app's alarms are judged by. Null: it could not be seen just now, which says neither good nor bad. */
export interface AlertEvidence {
  pushes: PushEvidence | null
  webhooks: WebhookEvidence | null
  api: { administrator: string; health: ApiHealth } | null
  /** Of those that answered. */
  credentials: readonly CredentialEvidence[] | null
  certificates: readonly Certificate[]
}

/** Seven days: the rhythm of an app has a weekend in it. */
export const RHYTHM_DAYS = 7

export const DAY = 86_400_000

/** The week in which webhooks show their rhythm, before they last came. */
export const rhythmSpan = (lastReceived: number): Span => ({
  from: lastReceived - RHYTHM_DAYS * DAY,
  to: lastReceived,
})

/** Whether what such an alarm is judged by was seen: one that is not found any more is over only then. */
export function wasSeen(alarm: Alarm, evidence: AlertEvidence): boolean {
  switch (alarm.code) {
    case 'loss-rate':
    case 'new-code':
    case 'dead-tokens':
      return evidence.pushes !== null
    case 'credential-rejected': {
      const { certificateId } = alarm
      if (certificateId === null) return evidence.pushes !== null
      const isGone = evidence.certificates.every(({ id, credential }) => id !== certificateId || credential === null)
      return isGone || (evidence.credentials?.some((each) => each.certificateId === certificateId) ?? false)
    }
    case 'certificate-expiring':
      return true
    case 'webhooks-silent':
      return evidence.webhooks !== null
    case 'signature-refused':
      return evidence.api !== null && evidence.api.health.kind !== 'failing'
  }
}
