import { inCredential, type CredentialEntry, type CredentialRead } from './credential-read.ts'
import { readFields, type Raw } from './read-fields.ts'
import { serviceAccountField } from './service-account.ts'

const SHAPE = {
  serviceAccount: serviceAccountField(
    ['project_id', 'key_id', 'sub_account'],
    (document) => 'client_email' in document,
  ),
}

/** A service account of Huawei's, for HarmonyOS 5 and later. */
export function readHuaweiAccount(given: Raw, { baseUrl }: CredentialEntry): CredentialRead {
  const { complete, problems } = readFields('huawei', SHAPE, given)
  if (complete === null) return { kind: 'wrong', problems: inCredential(problems) }
  const { members, privateKey } = complete.serviceAccount
  return {
    kind: 'read',
    credential: {
      vendor: 'huawei',
      kind: 'service-account',
      projectId: members.project_id,
      keyId: members.key_id,
      subAccount: members.sub_account,
      privateKey,
      baseUrl,
    },
    expiresAt: null,
  }
}
