import { createHash } from 'node:crypto'

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest()

/**
 * Discord stores a message with a nonce that it has seen in the last minutes only once, and gives back the one that is there.
 * At most 25 characters, and the same from every process that makes this post.
 */
export const nonceOf = (key: string): string => digestOf(key).toString('base64url').slice(0, 25)

const REFERENCE_LENGTH = 8

/** What people see of a post's name, in its small print: short, and free of what the key may say. */
export const referenceOf = (key: string): string =>
  [...digestOf(key)]
    .slice(-REFERENCE_LENGTH)
    // No letters that are taken for digits.
    .map((byte) => '23456789abcdefghjkmnpqrstuvwxyz'.charAt(byte % 31))
    .join('')
