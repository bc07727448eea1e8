import { createPrivateKey } from 'node:crypto'
import type { ApnsKey } from '../../../diagnostics/vendors/credential.ts'
import { credentialKey } from '../credential-key.ts'

/** Apple takes a token for an hour, and no new one within 20 minutes. Milliseconds. */
const LIFETIME = 40 * 60_000

/** Signs the JWT of a key, one for all calls until it is due anew. Null: the key cannot be read. */
export type ProviderTokens = (credential: ApnsKey) => Promise<string | null>

/** @param now UNIX milliseconds */
export function createProviderTokens(now: () => number): ProviderTokens {
  const kept = new Map<string, { from: number; token: Promise<string | null> }>()

  return (credential) => {
    const { key, keyId, teamId } = credential
    const name = credentialKey([keyId, teamId, key.reveal()])
    const time = now()
    const known = kept.get(name)
    // A token from the future is one that was signed before the clock was set right.
    if (known !== undefined && time >= known.from && time < known.from + LIFETIME) return known.token
    const token = sign(credential, time)
    kept.set(name, { from: time, token })
    return token
  }
}

async function sign({ key, keyId, teamId }: ApnsKey, now: number): Promise<string | null> {
  // Loaded with the first key: it takes longer than all of our own code.
  const { SignJWT } = await import('jose')
  try {
    return await new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: keyId })
      .setIssuer(teamId)
      .setIssuedAt(Math.floor(now / 1_000))
      .sign(createPrivateKey(key.reveal()))
  } catch {
    // A key of another kind, or none at all: what is said of it could hold a piece of the key.
    return null
  }
}
