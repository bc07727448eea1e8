import { z } from 'zod'
import { Secret } from '../../diagnostics/secret.ts'
import { documentField } from './field-types.ts'
import { keyPem, readPrivateKey } from './private-key.ts'

const PRIVATE_KEY = 'private_key'

/**
 * A service account's JSON as a key of a credential: these of its members and no others, so that hosts named in it
 * (`token_uri`, `auth_uri`) are never kept. `other` recognises the account of another vendor.
 */
export const serviceAccountField = <const Name extends string>(
  members: readonly Name[],
  other: (document: Readonly<Record<string, unknown>>) => boolean,
) =>
  documentField.transform((text, context) => {
    const read = readServiceAccount(text, members, other)
    if (typeof read !== 'string') return read
    context.addIssue({ code: 'custom', message: read })
    return z.NEVER
  })

interface ServiceAccount<Name extends string> {
  members: Readonly<Record<Name, string>>
  /** PEM (RSA, PKCS#8). */
  privateKey: Secret
}

/** A member that goes into addresses and tokens: nothing that could change either. */
const MEMBER = /^[\w.:@-]{1,256}$/

function readServiceAccount<Name extends string>(
  text: string,
  names: readonly Name[],
  other: (document: Readonly<Record<string, unknown>>) => boolean,
): ServiceAccount<Name> | string {
  const document = parse(text)
  if (document === null) return 'not-json'
  const file = fileOfTheApp(document)
  if (file !== null) return `app-file:${file}`
  if (other(document)) return 'other-service-account'
  const lacking = [...names, PRIVATE_KEY].filter((name) => !isFilled(document[name]))
  if (lacking.length > 0) return `service-account:${lacking.join(', ')}`
  const members = Object.fromEntries(names.map((name) => [name, String(document[name]).trim()])) as Record<Name, string>
  const odd = names.find((name) => !MEMBER.test(members[name]))
  if (odd !== undefined) return `service-account:${odd}`
  const key = readPrivateKey(String(document[PRIVATE_KEY]))
  if (key?.asymmetricKeyType !== 'rsa') return 'rsa-key'
  return { members, privateKey: new Secret(keyPem(key)) }
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    // A byte order mark, as some editors write one, is no part of the JSON.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

const isFilled = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'

/** The file that is built into the app: it has a name like the right one, and comes from the same console. */
function fileOfTheApp(document: Readonly<Record<string, unknown>>): string | null {
  if ('project_info' in document) return 'google-services.json'
  return 'agcgw' in document || 'configuration_version' in document ? 'agconnect-services.json' : null
}
