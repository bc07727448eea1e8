import type { ApnsEnvironment, VendorCredential } from '../../diagnostics/vendors/credential.ts'
import type { ConfigProblem } from '../problem.ts'

/** A credential that was read and found to be in order by itself; no vendor was asked. */
export interface ReadCredential {
  credential: VendorCredential
  /** When its certificate ends, UNIX milliseconds; null: it does not end by itself. */
  expiresAt: number | null
}

export type CredentialRead =
  | ({ kind: 'read' } & ReadCredential)
  /** Keys relative to the entry of `certificates`, as in `credential.keyId`. May be empty: all is told elsewhere. */
  | { kind: 'wrong'; problems: readonly ConfigProblem[] }

/** What an entry says beside its credential; null: left out. */
export interface CredentialEntry {
  baseUrl: string | null
  environment: ApnsEnvironment | null
  /** UNIX milliseconds. */
  expiresAt: number | null
}

/** Problems of a credential's own keys, named from the entry. */
export const inCredential = (problems: readonly ConfigProblem[]): readonly ConfigProblem[] =>
  problems.map(({ key, problem }) => ({ key: `credential.${key}`, problem }))
