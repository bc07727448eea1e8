import type { Secret } from '../secret.ts'

/** The keys of one configured app, as a verifier needs them. */
export interface UsersigApp {
  name: string
  sdkAppId: number
  secretKey: Secret
  /** Newest first. */
  previousSecretKeys: readonly Secret[]
  /** PEM (SPKI) that verifies legacy 1.0 signatures. */
  publicKey?: string
  /** UserIDs that may call the REST API. */
  administrators: readonly string[]
}
