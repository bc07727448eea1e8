import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type Claims, NO_CLAIMS } from './claims.ts'
import type { Members } from './document.ts'
import type { UsersigApp } from './keyring.ts'

/** Version 1.0: signed with a key pair, all values text, other names (dossier, section 8). */
export interface LegacySignature {
  claims: Claims
  /** The signed text, with this identifier; null where a member of it is missing. */
  content: (identifier: string) => string | null
}

const DIGITS = /^\d{1,15}$/
const FORMATTED_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)?$/

export function isLegacy(members: Members): boolean {
  return (
    members['TLS.ver'] === undefined &&
    (members['TLS.sdk_appid'] !== undefined || members['TLS.expire_after'] !== undefined)
  )
}

export function readLegacy(members: Members): LegacySignature {
  const text = (name: string): string | null => {
    const value = members[name]
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
  }
  const time = text('TLS.time')
  const lifetime = text('TLS.expire_after')
  const userbuf = text('TLS.userbuf')
  const claims: Claims = {
    ...NO_CLAIMS,
    version: '1.0',
    identifier: text('TLS.identifier') || null,
    sdkAppId: digitsOf(text('TLS.sdk_appid')),
    time: digitsOf(time) ?? formattedTime(time),
    lifetime: digitsOf(lifetime),
    userbuf,
    signature: text('TLS.sig'),
  }
  const content = (identifier: string): string | null => {
    const appIdAt3rd = text('TLS.appid_at_3rd')
    const lines = [
      ...(appIdAt3rd === null ? [] : [['TLS.appid_at_3rd', appIdAt3rd] as const]),
      ['TLS.account_type', text('TLS.account_type')] as const,
      ['TLS.identifier', identifier] as const,
      ['TLS.sdk_appid', text('TLS.sdk_appid')] as const,
      ['TLS.time', time] as const,
      ['TLS.expire_after', lifetime] as const,
      ...(userbuf === null ? [] : [['TLS.userbuf', userbuf] as const]),
    ]
    if (lines.some(([, value]) => value === null)) return null
    return lines.map(([name, value]) => `${name}:${value}\n`).join('')
  }
  return { claims, content }
}

function digitsOf(value: string | null): string | null {
  return value !== null && DIGITS.test(value) ? String(Number(value)) : null
}

/**
 * The oldest form wrote its signer's local time with an offset that means nothing. It is read as China's time, where
 * nearly all of its users were.
 */
function formattedTime(value: string | null): string | null {
  const local = FORMATTED_TIME.exec(value ?? '')?.[1]
  const milliseconds = local === undefined ? Number.NaN : Date.parse(`${local}+08:00`)
  return Number.isNaN(milliseconds) || milliseconds < 0 ? null : String(milliseconds / 1_000)
}

/** The app's public key; null where there is none or where it cannot be read. */
export function publicKeyOf(app: UsersigApp): KeyObject | null {
  if (app.publicKey === undefined) return null
  try {
    const key = createPublicKey(app.publicKey)
    return key.asymmetricKeyType === 'ec' ? key : null
  } catch {
    return null
  }
}

/** The curve is the key's: both secp256k1 and P-256 occur. */
export function isSignedWithPair(key: KeyObject, content: string | null, signature: string | null): boolean {
  if (content === null || signature === null) return false
  const der = Buffer.from(signature, 'base64')
  if (der.toString('base64') !== signature) return false
  try {
    return verify('sha256', Buffer.from(content, 'utf8'), key, der)
  } catch {
    return false
  }
}
