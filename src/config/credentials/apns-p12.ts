import type { ConfigProblem } from '../problem.ts'
import { fromCertificate, matching } from './apns-certificate.ts'
import { inCredential, type CredentialEntry, type CredentialRead } from './credential-read.ts'
import { documentField, idField, passwordField } from './field-types.ts'
import { readFields, type Raw } from './read-fields.ts'
import { readP12, type P12 } from './read-p12.ts'

const SHAPE = { p12: documentField, password: passwordField.optional(), topic: idField.optional() }

/** A `.p12`: a certificate and its key in one file, mostly with a password. */
export function readApnsP12(given: Raw, entry: CredentialEntry): CredentialRead {
  const { right, complete, problems } = readFields('apns', SHAPE, given)
  // A password that could not be found is no password to try.
  if (right.p12 === undefined || !('password' in right)) return { kind: 'wrong', problems: inCredential(problems) }
  const opened = readP12(right.p12, right.password)
  const wrong = problemOf(opened)
  if (opened.kind !== 'read' || wrong !== null)
    return { kind: 'wrong', problems: inCredential(wrong === null ? problems : [...problems, wrong]) }
  const pair = matching(opened.certificates, opened.keys)
  const read: CredentialRead =
    pair === null
      ? { kind: 'wrong', problems: [{ key: 'credential.p12', problem: 'key-mismatch' }] }
      : fromCertificate(pair, { at: 'credential.p12', topic: right.topic }, entry)
  if (complete !== null) return read
  return { kind: 'wrong', problems: [...inCredential(problems), ...(read.kind === 'wrong' ? read.problems : [])] }
}

function problemOf(opened: P12): ConfigProblem | null {
  switch (opened.kind) {
    case 'unreadable':
      return { key: 'p12', problem: 'p12' }
    case 'protected':
      return { key: 'password', problem: 'p12-protected' }
    case 'wrong-password':
      return { key: 'password', problem: 'p12-password' }
    case 'read':
      if (opened.certificates.length === 0) return { key: 'p12', problem: 'p12-no-certificate' }
      return opened.keys.length === 0 ? { key: 'p12', problem: 'p12-no-key' } : null
  }
}
