import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Secret } from '../../diagnostics/secret.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'

/** One hour: the most that Google takes, and what Huawei advises. */
const LIFETIME_S = 3_600

export interface JwtFacts {
  algorithm: 'RS256' | 'PS256'
  keyId: string
  issuer: string
  audience: string
  claims: Readonly<Record<string, string>>
  /** PEM (RSA, at least 2,048 bits). */
  privateKey: Secret
  /** UNIX milliseconds. */
  now: number
}

/** A service account's signed word that it is itself, good for an hour. Null: nothing can be signed with this key. */
export async function signJwt(facts: JwtFacts): Promise<string | null> {
  const { SignJWT } = await import('jose')
  const key = readKey(facts.privateKey)
  if (key === null) return null
  const issuedAt = Math.floor(facts.now / 1_000)
  try {
    return await new SignJWT(facts.claims)
      .setProtectedHeader({ alg: facts.algorithm, typ: 'JWT', kid: facts.keyId })
      .setIssuer(facts.issuer)
      .setAudience(facts.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_S)
      .sign(key)
  } catch {
    // A key of another kind, or too short a one.
    return null
  }
}

function readKey(pem: Secret): KeyObject | null {
  try {
    return createPrivateKey(pem.reveal())
  } catch {
    return null
  }
}

/** What a vendor would say to a key that nothing can be signed with. */
export const UNUSABLE_KEY: VendorReply = {
  kind: 'refused',
  about: 'credential',
  code: 'private_key',
  http: null,
  info: 'nothing can be signed with the private key',
  deadSince: null,
}
