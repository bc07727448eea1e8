import type { Secret } from '../secret.ts'

interface Base {
  /** Takes the place of the vendor's own hosts: a proxy, or a server for tests. Without a slash at its end. */
  baseUrl: string | null
}

export type ApnsEnvironment = 'production' | 'development'

/** A `.p8` key of a team. */
export interface ApnsKey extends Base {
  vendor: 'apns'
  kind: 'key'
  /** PEM (PKCS#8, P-256). */
  key: Secret
  /** Ten characters each. */
  keyId: string
  teamId: string
  /** The bundle ID. */
  topic: string
  environment: ApnsEnvironment
}

/** A `.p12` or `.pem` certificate, as two PEMs. */
export interface ApnsCertificate extends Base {
  vendor: 'apns'
  kind: 'certificate'
  certificate: string
  key: Secret
  topic: string
  environment: ApnsEnvironment
}

/** A service account of a Firebase project. Its `token_uri` is not kept: hosts in uploaded files are never followed. */
export interface FcmServiceAccount extends Base {
  vendor: 'fcm'
  kind: 'service-account'
  projectId: string
  clientEmail: string
  privateKeyId: string
  /** PEM (RSA). */
  privateKey: Secret
}

/** The app-level OAuth client, for Push Kit v1 and v2. */
export interface HuaweiClient extends Base {
  vendor: 'huawei'
  kind: 'oauth-client'
  appId: string
  clientId: string
  clientSecret: Secret
}

/** A service account, for Push Kit v3 (HarmonyOS 5 and later). */
export interface HuaweiServiceAccount extends Base {
  vendor: 'huawei'
  kind: 'service-account'
  projectId: string
  keyId: string
  subAccount: string
  /** PEM (RSA, PKCS#8). */
  privateKey: Secret
}

export interface HonorClient extends Base {
  vendor: 'honor'
  kind: 'oauth-client'
  appId: string
  clientId: string
  clientSecret: Secret
}

export interface XiaomiSecret extends Base {
  vendor: 'xiaomi'
  kind: 'app-secret'
  packageName: string
  appSecret: Secret
  /** `china` or one of the regional hosts. */
  region: 'china' | 'global' | 'russia' | 'india' | 'france' | 'singapore'
  /** For test pushes, which without one go out as marketing; null: none. */
  channelId: string | null
}

export interface OppoSecret extends Base {
  vendor: 'oppo'
  kind: 'master-secret'
  appKey: string
  masterSecret: Secret
  channelId: string | null
}

export interface VivoSecret extends Base {
  vendor: 'vivo'
  kind: 'app-secret'
  appId: string
  appKey: string
  appSecret: Secret
}

export interface MeizuSecret extends Base {
  vendor: 'meizu'
  kind: 'app-secret'
  appId: string
  appSecret: Secret
}

/** What the team holds to speak to a vendor itself. */
export type VendorCredential =
  | ApnsKey
  | ApnsCertificate
  | FcmServiceAccount
  | HuaweiClient
  | HuaweiServiceAccount
  | HonorClient
  | XiaomiSecret
  | OppoSecret
  | VivoSecret
  | MeizuSecret
