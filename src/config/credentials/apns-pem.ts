import { fromCertificate, matching } from './apns-certificate.ts'
import { inCredential, type CredentialEntry, type CredentialRead } from './credential-read.ts'
import { documentField, idField, passwordField } from './field-types.ts'
import { readPrivateKey, withLines } from './private-key.ts'
import { readCertificates } from './push-certificate.ts'
import { readFields, type Raw } from './read-fields.ts'
import type { ConfigProblem } from '../problem.ts'

const SHAPE = {
  certificate: documentField,
  key: documentField.optional(),
  password: passwordField.optional(),
  topic: idField.optional(),
}

/** A certificate and its key as PEM; the key may stand in the certificate's own file, and may have a password. */
export function readApnsPem(given: Raw, entry: CredentialEntry): CredentialRead {
  const { right, complete, problems: own } = readFields('apns', SHAPE, given)
  const problems: ConfigProblem[] = [...inCredential(own)]
  const certificates = right.certificate === undefined ? [] : readCertificates(withLines(right.certificate))
  if (right.certificate !== undefined && certificates.length === 0)
    problems.push({ key: 'credential.certificate', problem: 'pem-certificate' })
  // Where a key or its password could not be found, that is told already.
  const mayRead = 'key' in right && 'password' in right
  const pem = right.key ?? (right.certificate?.includes('PRIVATE KEY') ? right.certificate : undefined)
  const key = mayRead && pem !== undefined ? readPrivateKey(pem, right.password) : null
  if (mayRead && pem === undefined && certificates.length > 0)
    problems.push({ key: 'credential.key', problem: 'missing-secret' })
  if (mayRead && pem !== undefined && key === null)
    problems.push(
      pem.includes('ENCRYPTED')
        ? { key: 'credential.password', problem: right.password === undefined ? 'pem-protected' : 'pem-password' }
        : { key: right.key === undefined ? 'credential.certificate' : 'credential.key', problem: 'pem-key' },
    )
  if (key === null || certificates.length === 0) return { kind: 'wrong', problems }
  const pair = matching(certificates, [key])
  const read: CredentialRead =
    pair === null
      ? { kind: 'wrong', problems: [{ key: 'credential.key', problem: 'key-mismatch' }] }
      : fromCertificate(pair, { at: 'credential.certificate', topic: right.topic }, entry)
  if (complete !== null && problems.length === 0) return read
  return { kind: 'wrong', problems: [...problems, ...(read.kind === 'wrong' ? read.problems : [])] }
}
