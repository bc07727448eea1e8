import { basename } from 'node:path'
import { readHonor, readHuaweiClient, readMeizu, readOppo, readVivo, readXiaomi } from './app-secrets.ts'
import { readApnsKey } from './apns-key.ts'
import { readApnsP12 } from './apns-p12.ts'
import { readApnsPem } from './apns-pem.ts'
import type { CredentialEntry, CredentialRead } from './credential-read.ts'
import { readFcmAccount } from './fcm-account.ts'
import { FORMS, type CredentialVendor } from './forms.ts'
import { readHuaweiAccount } from './huawei-account.ts'
import type { Raw } from './read-fields.ts'

/** What each vendor's credential is known by: without one of these it is another vendor's, or none. */
const MARKS: Readonly<Record<CredentialVendor, readonly string[]>> = {
  apns: ['key', 'p12', 'certificate', 'keyId', 'teamId', 'topic'],
  fcm: ['serviceAccount'],
  huawei: ['serviceAccount', 'appId', 'clientId', 'clientSecret'],
  honor: ['appId', 'clientId', 'clientSecret'],
  xiaomi: ['packageName', 'appSecret'],
  oppo: ['appKey', 'masterSecret'],
  vivo: ['appId', 'appKey', 'appSecret'],
  meizu: ['appId', 'appSecret'],
}

/**
 * Reads and checks what can be checked without asking the vendor. `given` has the contents of its `*File` keys;
 * `fileOf` names the file that a key was read from, null: it was given as a value.
 */
export function readCredential(
  vendor: CredentialVendor,
  given: Raw,
  entry: CredentialEntry,
  fileOf: (name: string) => string | null,
): CredentialRead {
  if (!MARKS[vendor].some((name) => name in given))
    return { kind: 'wrong', problems: [{ key: 'credential', problem: `credential-form:${FORMS[vendor]}` }] }
  switch (vendor) {
    case 'apns': {
      if ('p12' in given) return readApnsP12(given, entry)
      if ('certificate' in given) return readApnsPem(given, entry)
      const file = fileOf('key')
      return readApnsKey(given, entry, file === null ? null : basename(file))
    }
    case 'fcm':
      return readFcmAccount(given, entry)
    case 'huawei':
      return 'serviceAccount' in given ? readHuaweiAccount(given, entry) : readHuaweiClient(given, entry)
    case 'honor':
      return readHonor(given, entry)
    case 'xiaomi':
      return readXiaomi(given, entry)
    case 'oppo':
      return readOppo(given, entry)
    case 'vivo':
      return readVivo(given, entry)
    case 'meizu':
      return readMeizu(given, entry)
  }
}
