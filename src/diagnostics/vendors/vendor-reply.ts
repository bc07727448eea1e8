import type { CodeKind } from '../codes/entry.ts'

/** How much a vendor's word on a question is worth: by its documentation, by observed practice, or a hint only. */
export type Certainty = 'documented' | 'observed' | 'hint'

/** What a question may show on the phone. `test-devices`: something on the few that the team entered in the vendor's console. */
export type OnPhone = 'nothing' | 'wakes-app' | 'test-devices' | 'notification'

/** One way to ask a vendor. */
export interface Way {
  certainty: Certainty
  onPhone: OnPhone
}

/** How a vendor can be asked with one kind of credential; null: not at all. */
export interface Ways {
  credential: Way
  token: Way | null
  test: Way
}

export type VendorReply =
  /** The vendor takes it. Of a test push: accepted, which is not delivered. */
  | {
      kind: 'accepted'
      /** What the vendor tells of the phone besides; null: nothing. */
      notifications: 'on' | 'off' | null
      /** APNs: it is a token of the other environment than the certificate's. */
      otherEnvironment: boolean
      info: string
    }
  | {
      kind: 'refused'
      /** What the refusal is about, by the catalogue; null: the code is not listed. */
      about: CodeKind | null
      /** As the catalogue writes it, else as the vendor did. */
      code: string
      /** HTTP status; null over a protocol without one. */
      http: number | null
      /** The vendor's own words, at most 300 characters, no secret and no token in them. */
      info: string
      /** APNs 410: since when the token is dead, UNIX milliseconds. */
      deadSince: number | null
    }
  | {
      kind: 'unanswered'
      /** `busy`: 429 or its like; `broken`: 5xx, GOAWAY, a reset, or an answer that cannot be read. */
      reason: 'timeout' | 'unreachable' | 'broken' | 'busy' | 'cancelled'
      http: number | null
      info: string
      /** The vendor asked to wait so long, milliseconds. */
      retryAfterMs: number | null
    }
