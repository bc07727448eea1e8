import { createHmac } from 'node:crypto'
import type { SigningMistake } from './finding.ts'
import { type SignedValues, signedContent } from './signed-content.ts'
import { isSameSignature } from './signing-key.ts'

type Key = string | Buffer

const OTHER_HASHES = ['sha1', 'sha224', 'sha384', 'sha512', 'md5'] as const

/**
 * The slip in somebody's signing code that makes exactly this signature (dossier, section 12, items 2 to 5). Each costs
 * one HMAC. It is an explanation only: such a signature is refused by the service, and by us.
 */
export function findSigningMistake(
  values: SignedValues,
  signature: string,
  configuredKey: string,
): SigningMistake | null {
  const key = configuredKey.trim()
  const content = signedContent(values)
  for (const [mistake, slippedKey] of slippedKeys(key)) {
    if (isSameSignature(hmac('sha256', slippedKey, content), signature)) return mistake
  }
  for (const [mistake, slippedContent] of slippedContents(values)) {
    if (isSameSignature(hmac('sha256', key, slippedContent), signature)) return mistake
  }
  const hex = createHmac('sha256', key).update(content).digest('hex')
  if (isSameSignature(hex, signature.toLowerCase())) return 'signature-hex'
  if (isSameSignature(Buffer.from(hex).toString('base64'), signature)) return 'signature-hex'
  return OTHER_HASHES.some((hash) => isSameSignature(hmac(hash, key, content), signature))
    ? 'signature-other-hash'
    : null
}

function hmac(hash: string, key: Key, content: string): string {
  return createHmac(hash, key).update(content, 'utf8').digest('base64')
}

function slippedKeys(key: string): readonly (readonly [SigningMistake, Key])[] {
  return [
    ...['\n', '\r\n', ' ', '\t', '\r', '\0'].map((tail) => ['key-surrounding-white-space', key + tail] as const),
    ...[' ', '\t', '\n'].map((head) => ['key-surrounding-white-space', head + key] as const),
    ['key-surrounding-white-space', ` ${key} `],
    ...['"', "'", '`'].map((quote) => ['key-quoted', quote + key + quote] as const),
    ['key-upper-case', key.toUpperCase()],
    ['key-lower-case', key.toLowerCase()],
    ['key-hex-decoded', Buffer.from(key, 'hex')],
    ['key-base64-decoded', Buffer.from(key, 'base64')],
    ['key-last-character-lost', key.slice(0, -1)],
    ['key-empty', ''],
  ]
}

function slippedContents(values: SignedValues): readonly (readonly [SigningMistake, string])[] {
  const { identifier, sdkAppId, time, lifetime, userbuf } = values
  const content = signedContent(values)
  // Half a surrogate pair, which JSON's escapes can hold, would make the encoders throw.
  const wellFormed = identifier.replace(/\p{Surrogate}/gu, '\ufffd')
  const tail = userbuf === null ? '' : `TLS.userbuf:${userbuf}\n`
  const named = `TLS.identifier:${identifier}\n`
  const v1 = `${named}TLS.sdk_appid:${sdkAppId}\nTLS.time:${time}\nTLS.expire_after:${lifetime}\n${tail}`
  return [
    ['content-without-last-line-feed', content.slice(0, -1)],
    ['content-crlf', content.replaceAll('\n', '\r\n')],
    [
      'content-expire-before-time',
      `${named}TLS.sdkappid:${sdkAppId}\nTLS.expire:${lifetime}\nTLS.time:${time}\n${tail}`,
    ],
    ['content-v1-names', v1],
    ['content-v1-names', `TLS.account_type:0\n${v1}`],
    ['content-v1-names', `TLS.appid_at_3rd:0\nTLS.account_type:0\n${v1}`],
    ...[encodeURIComponent, encodeURI].map(
      (encode) =>
        ['content-identifier-percent-encoded', signedContent({ ...values, identifier: encode(wellFormed) })] as const,
    ),
    ...(['NFC', 'NFD', 'NFKC'] as const).map(
      (form) =>
        [
          'content-identifier-normalised',
          signedContent({ ...values, identifier: identifier.normalize(form) }),
        ] as const,
    ),
  ]
}
