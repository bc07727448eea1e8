import type { VendorCredential } from '../../diagnostics/vendors/credential.ts'

export type CredentialVendor = VendorCredential['vendor']

/** The forms a credential may have, as people write them. */
export const FORMS: Readonly<Record<CredentialVendor, string>> = {
  apns: '{ keyFile, keyId, teamId, topic } / { p12File, password, topic } / { certificateFile, keyFile, topic }',
  fcm: '{ serviceAccountFile }',
  huawei: '{ appId, clientId, clientSecret } / { serviceAccountFile }',
  honor: '{ appId, clientId, clientSecret }',
  xiaomi: '{ packageName, appSecret, region, channelId }',
  oppo: '{ appKey, masterSecret, channelId }',
  vivo: '{ appId, appKey, appSecret }',
  meizu: '{ appId, appSecret }',
}
