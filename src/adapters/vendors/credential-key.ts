import { createHash } from 'node:crypto'

/** A name for a login or a connection, from all that it depends on. It gives away no secret among the parts. */
export function credentialKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
