import { createHash } from 'node:crypto'
import type { Secret } from '../../../diagnostics/secret.ts'

/** The parameters with their `sign`: MD5 over `k=v` in the order of the names, then the secret, nothing in between. */
export function signedByMeizu<Fields extends Readonly<Record<string, string>>>(
  fields: Fields,
  appSecret: Secret,
): Fields & { sign: string } {
  const pairs = Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
  const sign = createHash('md5')
    .update(`${pairs.join('')}${appSecret.reveal()}`)
    .digest('hex')
  return { ...fields, sign }
}
