import { createHash, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../../diagnostics/secret.ts'

/** What the registry has to know of an app. */
export interface RegistryApp {
  name: string
  sdkAppId: number
  /** Null: nothing is taken. */
  registryToken: Secret | null
}

type Refused = 'not-set-up' | 'no-token' | 'wrong-token'

const BEARER = /^Bearer +(\S.*)$/i

/**
 * Whether the app's backend sent this; null: it did.
 * @param authorization the header as Node gives it: each byte a character
 * @see RFC 6750, section 2.1
 */
export function authenticate(app: RegistryApp, authorization: string | undefined): Refused | null {
  if (app.registryToken === null) return 'not-set-up'
  const told = BEARER.exec(authorization ?? '')?.[1]
  if (told === undefined) return 'no-token'
  // Digests are of one length whatever was sent, and tell nothing of where two tokens differ.
  const same = timingSafeEqual(digest(Buffer.from(told, 'latin1')), digest(Buffer.from(app.registryToken.reveal())))
  return same ? null : 'wrong-token'
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
