import type { SigningMistake } from './finding.ts'
import type { UsersigApp } from './keyring.ts'

/** What trying the configured keys has shown. */
export type KeyOutcome =
  /** `position`: 0 for the app's current key, 1 for the newest of its previous ones. */
  | { kind: 'match'; position: number; total: number }
  | { kind: 'fits-other-app'; app: UsersigApp }
  /** One of the app's keys reproduces the signature with these slips; `position` as above. */
  | { kind: 'mistake'; mistakes: readonly SigningMistake[]; app: UsersigApp; position: number }
  /** The signature is right for another value of this member, so the value was changed after signing. */
  | { kind: 'altered'; field: string }
  | { kind: 'no-match' }
  /** The signature's SDKAppID is in no configured app, and no configured key fits. */
  | { kind: 'no-key' }
