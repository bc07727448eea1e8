import type { Vendor } from '../codes/entry.ts'

/** What most of them came back with, as it came in callbacks; null: nothing did. */
export type Leading = { answer: string; info: string; count: number } | null

/** `vendor` is null for platforms that no page lists, together. `info`: what came with a code, at most 300 characters. */
export type Alarm =
  /** More pushes of a vendor are lost than usual. Rates are 0 to 1. */
  | {
      code: 'loss-rate'
      vendor: Vendor | null
      rate: number
      baseline: number
      attempted: number
      lost: number
      leading: Leading
    }
  /** A vendor answers with something that it did not before. `answer` is the code, as it came in callbacks. */
  | { code: 'new-code'; vendor: Vendor | null; answer: string; count: number; info: string }
  /** `usual`: how many with as many pushes; null: too few came before to tell. */
  | { code: 'dead-tokens'; vendor: Vendor | null; count: number; usual: number | null; leading: Leading }
  /**
   * A vendor does not take the credential. `certificateId`: the one that was tried, null: callbacks tell of it, and do not say
   * which; then `count` is how many.
   */
  | {
      code: 'credential-rejected'
      vendor: Vendor | null
      certificateId: string | null
      answer: string
      info: string
      count: number | null
    }
  /** `days`: whole days until it ends, negative after that. */
  | { code: 'certificate-expiring'; certificateId: string; vendor: Vendor; days: number }
  /** `lastReceived` in UNIX milliseconds; `expected`: events that usually come in so long a time at this time of day. */
  | { code: 'webhooks-silent'; lastReceived: number; expected: number }
  /** Tencent refuses the administrator's signature with this ErrorCode. */
  | { code: 'signature-refused'; administrator: string; answer: string; info: string }

/** What it is about: alarms of one subject are told in one card. */
export function subjectOf(alarm: Alarm): string {
  switch (alarm.code) {
    case 'loss-rate':
    case 'new-code':
    case 'dead-tokens':
    case 'credential-rejected':
      return `vendor:${alarm.vendor ?? 'other'}`
    case 'certificate-expiring':
      return `certificate:${alarm.certificateId}`
    case 'webhooks-silent':
      return 'webhooks'
    case 'signature-refused':
      return 'api'
  }
}

/** Which alarm it is, whatever its numbers are at the moment. */
export function alarmName(alarm: Alarm): string {
  switch (alarm.code) {
    case 'new-code':
      return `new-code ${alarm.answer}`
    case 'credential-rejected':
      return `credential-rejected ${alarm.certificateId ?? ''} ${alarm.answer}`
    case 'signature-refused':
      return `signature-refused ${alarm.answer}`
    case 'loss-rate':
    case 'dead-tokens':
    case 'certificate-expiring':
    case 'webhooks-silent':
      return alarm.code
  }
}
