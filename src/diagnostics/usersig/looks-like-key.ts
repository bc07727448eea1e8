import type { Secret } from '../secret.ts'

export type KeyKind = 'app-key' | 'api-secret'

/**
 * What kind of secret a text looks like, if any; such a text must be treated as leaked. In a UserID's place 32 letters
 * and digits count only with both cases and digits: an id may well be a hash or a UUID.
 */
export function looksLikeKey(text: string, where: 'sig' | 'user'): KeyKind | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return 'app-key'
  if (/^AKID[A-Za-z0-9]{12,60}$/.test(text)) return 'api-secret'
  if (!/^[A-Za-z0-9]{32}$/.test(text)) return null
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text)
  return where === 'sig' || isMixed ? 'api-secret' : null
}

/** Whether a configured key has the form of a SecretKey, as the console shows it: 64 hexadecimal digits, in lower case. */
export const hasKeyForm = (secretKey: Secret): boolean => /^[0-9a-f]{64}$/.test(secretKey.reveal().trim())
