import { Secret } from '../../diagnostics/secret.ts'
import type { ConfigProblem } from '../problem.ts'
import { inCredential, type CredentialEntry, type CredentialRead } from './credential-read.ts'
import { documentField, idField, tenCharactersField } from './field-types.ts'
import { isP256, keyPem, readPrivateKey } from './private-key.ts'
import { readFields, type Raw } from './read-fields.ts'

const p8Field = documentField.transform((pem, context) => {
  const key = readPrivateKey(pem)
  if (key !== null && isP256(key)) return new Secret(keyPem(key))
  context.addIssue({ code: 'custom', message: 'p8' })
  return new Secret('')
})

const SHAPE = { key: p8Field, keyId: tenCharactersField, teamId: tenCharactersField, topic: idField }

/** A `.p8` key. `fileName` is the name of its file, in which Apple writes the key's ID; null: it was given as a value. */
export function readApnsKey(given: Raw, entry: CredentialEntry, fileName: string | null): CredentialRead {
  const { right, complete, problems: wrong } = readFields('apns', SHAPE, given)
  const problems: ConfigProblem[] = [...inCredential(wrong)]
  const named = /^AuthKey_([A-Z0-9]{10})\.p8$/.exec(fileName ?? '')?.[1]
  if (named !== undefined && right.keyId !== undefined && right.keyId !== named)
    problems.push({ key: 'credential.keyId', problem: `key-id-file:${named}` })
  if (entry.environment === null) problems.push({ key: 'environment', problem: 'needs-environment' })
  if (complete === null || entry.environment === null || problems.length > 0) return { kind: 'wrong', problems }
  const { baseUrl, environment } = entry
  return {
    kind: 'read',
    credential: { vendor: 'apns', kind: 'key', ...complete, environment, baseUrl },
    expiresAt: null,
  }
}
