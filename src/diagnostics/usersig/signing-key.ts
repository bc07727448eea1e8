import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../secret.ts'

/** Key objects spare each HMAC the import of its key. Held weakly, so that a key goes when its configuration does. */
const KEYS = new WeakMap<Secret, KeyObject>()

function keyObject(secret: Secret): KeyObject {
  const known = KEYS.get(secret)
  if (known !== undefined) return known
  const key = createSecretKey(secret.reveal().trim(), 'utf8')
  KEYS.set(secret, key)
  return key
}

/** The HMAC as it stands in `TLS.sig`. White space around a configured key is never part of it. */
export function sign(secret: Secret, content: string): string {
  return createHmac('sha256', keyObject(secret)).update(content, 'utf8').digest('base64')
}

/**
 * Compares texts in a time that does not tell where they differ. Text is compared, not bytes, because base64 that is not
 * canonical could stand for the same bytes.
 */
export function isSameSignature(expected: string, actual: string): boolean {
  const left = Buffer.from(expected, 'utf8')
  const right = Buffer.from(actual, 'utf8')
  return left.length === right.length && timingSafeEqual(left, right)
}

export function isSignedWith(secret: Secret, content: string, signature: string): boolean {
  return isSameSignature(sign(secret, content), signature)
}
