import type { z } from 'zod'
import type { VendorCredential } from '../../diagnostics/vendors/credential.ts'
import { inCredential, type CredentialEntry, type CredentialRead } from './credential-read.ts'
import type { CredentialVendor } from './forms.ts'
import { readFields, type Raw, type Shape } from './read-fields.ts'

/**
 * Reads a credential of a few ids and one secret, which tell nothing of themselves. A secret that equals one of the ids
 * was pasted into the wrong place.
 */
export function secretReader<S extends Shape>(
  vendor: CredentialVendor,
  shape: S,
  secret: keyof S & string,
  toCredential: (values: { readonly [Key in keyof S]: z.output<S[Key]> }, baseUrl: string | null) => VendorCredential,
): (given: Raw, entry: CredentialEntry) => CredentialRead {
  const others = Object.keys(shape).filter((name) => name !== secret)
  return (given, { baseUrl }) => {
    const { right, complete, problems: own } = readFields(vendor, shape, given)
    const twin = others.find((name) => right[secret] !== undefined && right[name] === right[secret])
    const problems = twin === undefined ? own : [...own, { key: secret, problem: `secret-twice:${twin}` }]
    if (complete === null || problems.length > 0) return { kind: 'wrong', problems: inCredential(problems) }
    return { kind: 'read', credential: toCredential(complete, baseUrl), expiresAt: null }
  }
}
