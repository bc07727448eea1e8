import type { ApnsCertificate, ApnsEnvironment, ApnsKey } from '../../../diagnostics/vendors/credential.ts'
import type { VendorDriver } from '../vendor-driver.ts'
import type { ApnsBounds } from './apns-bounds.ts'

/** Only for tests; never from a configuration. */
export interface ApnsTls {
  /** PEM, in place of the authorities that Node knows. */
  ca?: string
  /** Takes any certificate of the server. */
  insecure?: boolean
}

export interface ApnsOptions {
  /** UNIX milliseconds. */
  now: () => number
  bounds?: Partial<ApnsBounds>
  tls?: ApnsTls
  /** Only for tests: servers in place of Apple's two. */
  hosts?: Readonly<Record<ApnsEnvironment, string>>
}

export interface Apns {
  driver: VendorDriver<ApnsKey | ApnsCertificate>
  /** Cuts all connections. */
  close(): Promise<void>
}
