import type { Vendor } from '../codes/entry.ts'
import type { Secret } from '../secret.ts'
import type { VendorCredential } from '../vendors/credential.ts'
import type { UsersigApp } from '../usersig/keyring.ts'

/** How the app gets its offline pushes: by Tencent's push service, or by the vendors' SDKs built in by the team. */
export type PushMode = 'timpush' | 'self-integrated'

/** A push certificate of Tencent's console, as the team tells it: no API lists them. */
export interface Certificate {
  /** The console's certificate ID, "businessID" in the SDKs. */
  id: string
  vendor: Vendor
  environment: 'production' | 'development' | null
  /** UNIX milliseconds. */
  expiresAt: number | null
  /** What the team holds of it, to ask the vendor itself; null: nothing. */
  credential: VendorCredential | null
}

/** What a diagnosis has to know of an app. */
export interface ImApp extends UsersigApp {
  region: string
  /** Takes the place of the region's host: a proxy, or a server for tests. */
  baseUrl: string | null
  push: PushMode
  certificates: readonly Certificate[]
  /** Proves that a webhook comes from Tencent; null: no webhook is taken. */
  webhookToken: Secret | null
}
