import { looksLikeKey } from '../../diagnostics/usersig/looks-like-key.ts'
import { findLeak } from './credential-forms.ts'

/** The beginning of compressed data in base64, and more of it than any word or id has. */
const SIGNATURE = /(?<![A-Za-z0-9])e[AFJN][A-Za-z0-9*_\-+/=]{28,}/

/**
 * Whether anything in it looks like a signature or a key, though it stands where none should: people put them in the place
 * of a UserID. The second net; the first is that arguments are declared secret.
 */
export function holdsSecret(value: unknown): boolean {
  if (typeof value === 'string') return looksSecret(value) || findLeak(value) !== null
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(holdsSecret)
}

/** Whether a word holds a signature, or is a key. */
export const looksSecret = (word: string): boolean => SIGNATURE.test(word) || looksLikeKey(word.trim(), 'user') !== null

/** Whether a signature stands anywhere in a text or a list of texts. */
export const holdsSignature = (value: unknown): boolean =>
  [value].flat().some((each) => typeof each === 'string' && SIGNATURE.test(each))

/** Whether a value is a signature and nothing else. */
export const isSignature = (value: unknown): boolean =>
  typeof value === 'string' && /^[\w*+/=%-]+$/.test(value) && SIGNATURE.test(value)
