import { inCredential, type CredentialEntry, type CredentialRead } from './credential-read.ts'
import { readFields, type Raw } from './read-fields.ts'
import { serviceAccountField } from './service-account.ts'

const SHAPE = {
  serviceAccount: serviceAccountField(
    ['type', 'project_id', 'private_key_id', 'client_email'],
    (document) =>
      'sub_account' in document || (typeof document['type'] === 'string' && document['type'] !== 'service_account'),
  ),
}

/** The service account of a Firebase project. */
export function readFcmAccount(given: Raw, { baseUrl }: CredentialEntry): CredentialRead {
  const { complete, problems } = readFields('fcm', SHAPE, given)
  if (complete === null) return { kind: 'wrong', problems: inCredential(problems) }
  const { members, privateKey } = complete.serviceAccount
  return {
    kind: 'read',
    credential: {
      vendor: 'fcm',
      kind: 'service-account',
      projectId: members.project_id,
      clientEmail: members.client_email,
      privateKeyId: members.private_key_id,
      privateKey,
      baseUrl,
    },
    expiresAt: null,
  }
}
