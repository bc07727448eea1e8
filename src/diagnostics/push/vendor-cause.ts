import type { CodeEntry, CodeKind, Vendor } from '../codes/entry.ts'
import { codeIndex, entriesOf } from '../codes/code-index.ts'
import { findCodes } from '../codes/find-codes.ts'
import type { Owner } from '../finding.ts'
import type { Cause } from './cause.ts'
import { isOfTencent } from './tencent-codes.ts'

/** Causes that a vendor, or Tencent on the way to it, can give. */
export type VendorCause = Extract<
  Cause,
  | 'certificate-missing'
  | 'token-missing'
  | 'token-invalid'
  | 'certificate-environment'
  | 'certificate-mismatch'
  | 'credential-rejected'
  | 'quota'
  | 'message-category'
  | 'content-rejected'
  | 'notification-off'
  | 'vendor-outage'
  | 'vendor-not-delivered'
>

export interface VendorReading {
  cause: VendorCause
  /** What to look up, the vendor's word before its number. */
  code: string
  /** Who has to act: by the catalogue where it lists the code. */
  owner: Owner
}

/** Tencent's own codes on the way to the vendor. -198 wraps the vendor's, which stands in the text. */
const OF_TENCENT: Readonly<Record<number, VendorCause>> = {
  [-1]: 'certificate-missing',
  [-2]: 'token-missing',
  [-195]: 'credential-rejected',
  [-196]: 'content-rejected',
  [-197]: 'credential-rejected',
  [-198]: 'vendor-not-delivered',
  [-199]: 'vendor-outage',
  [-200]: 'vendor-outage',
  // Its check of token and certificate ID.
  [-201]: 'certificate-mismatch',
  [-202]: 'content-rejected',
  [-203]: 'quota',
}

/** Answers that mean more than their kind. */
const NAMED: Readonly<Record<string, VendorCause>> = {
  'apns BadDeviceToken': 'certificate-environment',
  'apns BadCertificateEnvironment': 'certificate-environment',
  'apns BadEnvironmentKeyIdInToken': 'certificate-environment',
  'apns BadEnvironmentKeyInToken': 'certificate-environment',
  'apns DeviceTokenNotForTopic': 'certificate-mismatch',
  'apns BadTopic': 'certificate-mismatch',
  'apns MissingTopic': 'certificate-mismatch',
  'apns TopicDisallowed': 'certificate-mismatch',
  'fcm SENDER_ID_MISMATCH': 'certificate-mismatch',
  'huawei 80300002': 'certificate-mismatch',
  'honor 80300002': 'certificate-mismatch',
  'huawei 80100000/tokenPlatformNotSupport': 'certificate-mismatch',
  'huawei 80100000/noPushTypeRight': 'message-category',
  'huawei 80100000/noRightToSendThisLiveNotificationEvent': 'message-category',
  'huawei 80300011': 'message-category',
  'huawei 80100018': 'content-rejected',
  'huawei receipt:15': 'vendor-not-delivered',
  'huawei 80100000/noRight': 'certificate-mismatch',
  'huawei receipt:6': 'notification-off',
  'xiaomi 22022': 'certificate-mismatch',
  'xiaomi 66108': 'certificate-mismatch',
  'xiaomi 26006': 'content-rejected',
  'xiaomi 27001': 'message-category',
  'xiaomi callback:32': 'notification-off',
  'xiaomi callback:barStatus=Disable': 'notification-off',
  'oppo 59': 'content-rejected',
  'oppo 67': 'message-category',
  'vivo 10071': 'message-category',
  'vivo 10096': 'message-category',
  'vivo 10097': 'message-category',
  'vivo invalidUser.status=4': 'vendor-not-delivered',
  'meizu 201': 'vendor-not-delivered',
  'meizu 110005': 'notification-off',
  'meizu 110053': 'message-category',
}

/** The key that is refused is Firebase's own for Apple's phones: Tencent's console has no part in it. */
export const OF_FIREBASE: ReadonlySet<string> = new Set(['THIRD_PARTY_AUTH_ERROR', 'APNS_AUTH_ERROR'])

const OF_KIND: Readonly<Record<CodeKind, VendorCause>> = {
  token: 'token-invalid',
  credential: 'credential-rejected',
  permission: 'credential-rejected',
  quota: 'quota',
  payload: 'content-rejected',
  server: 'vendor-outage',
}

/** Where a vendor's answer is known by its HTTP status alone. */
const OF_STATUS: Readonly<Record<number, VendorCause>> = {
  401: 'credential-rejected',
  403: 'credential-rejected',
  404: 'token-invalid',
  410: 'token-invalid',
  413: 'content-rejected',
  429: 'quota',
}

/** Who has to act where the code is not listed. */
const OWNER_OF_CAUSE: Readonly<Record<VendorCause, Owner>> = {
  'certificate-missing': 'developer',
  'token-missing': 'developer',
  'token-invalid': 'user',
  'certificate-environment': 'administrator',
  'certificate-mismatch': 'administrator',
  'credential-rejected': 'administrator',
  quota: 'administrator',
  'message-category': 'developer',
  'content-rejected': 'developer',
  'notification-off': 'user',
  'vendor-outage': 'vendor',
  // Somebody has to look up what it is, and that is not the user.
  'vendor-not-delivered': 'developer',
}

/**
 * What a push that failed was refused for: by the vendor's word, else its number, else the HTTP status.
 *
 * @param code `ErrCode` as it came: a number of Tencent's or the vendor's, an HTTP status, or the vendor's word
 * @param info `ErrInfo`: free text, in which ids and times are no codes
 */
export function readVendorAnswer(vendor: Vendor | null, code: string, info: string): VendorReading {
  const number = /^-?\d{1,9}$/.test(code) ? Number(code) : null
  const tencent = number === null || number === WRAPPED ? undefined : OF_TENCENT[number]
  if (tencent !== undefined) return readingOf(tencent, code, tencentEntry(code))
  const entry = vendor === null ? undefined : entryFor(vendor, code, info)
  // A sub-error that was not told is not put into the vendor's mouth.
  const told = entry?.code.startsWith(`${code}/`) === true && !info.includes(entry.code.slice(code.length + 1))
  if (entry !== undefined) return readingOf(causeOf(entry), told ? code : entry.code, entry)
  const status =
    number === null ? undefined : (OF_STATUS[number] ?? (isServerFault(number) ? 'vendor-outage' : undefined))
  // An unknown refusal is still one; what it means stands in the evidence, raw.
  return readingOf(status ?? 'vendor-not-delivered', code, undefined)
}

const readingOf = (cause: VendorCause, code: string, entry: CodeEntry | undefined): VendorReading => ({
  cause,
  code,
  owner: entry?.owner ?? OWNER_OF_CAUSE[cause],
})

const tencentEntry = (code: string): CodeEntry | undefined =>
  entriesOf(code, codeIndex()).find(({ vendor }) => vendor === undefined)

/** What the catalogue says of an answer that was read; null: it is not listed. */
export function entryOfAnswer({ vendor, code }: { vendor: Vendor | null; code: string | null }): CodeEntry | null {
  if (code === null) return null
  const entries = entriesOf(code, codeIndex()).filter((entry) => entry.code === code)
  const own = vendor === null ? undefined : entries.find((entry) => entry.vendor === vendor)
  return (isOfTencent(code) ? tencentEntry(code) : own) ?? null
}

const WRAPPED = -198

const isServerFault = (status: number): boolean => status >= 500 && status <= 599

const causeOf = ({ vendor, code, kind, area }: CodeEntry): VendorCause => {
  const named = NAMED[`${vendor ?? ''} ${code}`]
  if (named !== undefined) return named
  if (kind === undefined || area === 'push-registration') return 'vendor-not-delivered'
  // Of a receipt these are about the phone, not about the app's rights or its text.
  if (area === 'push-receipt' && kind !== 'token' && kind !== 'quota') return 'vendor-not-delivered'
  return OF_KIND[kind]
}

/** A number of three digits brings along all the words that may come with that HTTP status. */
const HTTP_STATUS = /(?<![\w.-])[1-5]\d\d(?![\w-])/g

function entryFor(vendor: Vendor, code: string, info: string): CodeEntry | undefined {
  const words = entriesIn(vendor, info.replace(HTTP_STATUS, ' '))
  const word = words.find((entry) => isWord(entry.code, info)) ?? byPhrase(vendor, info)
  if (word !== undefined) return word
  // Behind an HTTP status, and in Tencent's wrapping, the vendor's own number stands in the text.
  const isOuter = code === String(WRAPPED) || /^(?:200|[45]\d\d)$/.test(code)
  const own = code === String(WRAPPED) ? undefined : ownEntry(vendor, code)
  return isOuter ? (numberIn(vendor, info) ?? own) : own
}

/** A status of HTTP that stands for several causes names none of them. */
function ownEntry(vendor: Vendor, code: string): CodeEntry | undefined {
  const found = entriesIn(vendor, code)
  const [first] = found
  if (first === undefined || !/^[45]\d\d$/.test(code) || first.code === code) return first
  return found.every((entry) => causeOf(entry) === causeOf(first)) ? first : undefined
}

const entriesIn = (vendor: Vendor, text: string): readonly CodeEntry[] => {
  const found = findCodes({ text, vendor })
  return found.kind === 'found' ? found.matches.filter((entry) => entry.vendor === vendor) : []
}

/** `BadDeviceToken`, `80100000/noRight`, `invalidUser.status=1`; not `receipt:2`, which a bare 2 would be taken for. */
function isWord(code: string, info: string): boolean {
  if (!/[A-Za-z]{3}/.test(code) || /^[a-z]+:\d+$/.test(code)) return false
  // Of `80100000/noRight` the word has to be there too.
  const word = /^\d+\/([A-Za-z]+)/.exec(code)?.[1]
  return word === undefined || info.toLowerCase().includes(word.toLowerCase())
}

/** A number with a label, or the whole text; else one that is too long to be a count. Times and ids are longer still. */
function numberIn(vendor: Vendor, info: string): CodeEntry | undefined {
  const labelled = /(?:code|err(?:or|no)?|result|reason)["']?\s{0,3}[:=]?\s{0,3}["']?(-?\d{1,8})(?![\w.:-])/i.exec(
    info,
  )?.[1]
  const alone = /^\W{0,3}(-?\d{1,8})\W{0,3}$/.exec(info)?.[1]
  const number = labelled ?? alone
  const told = number === undefined ? undefined : entriesIn(vendor, number)[0]
  return told ?? entriesIn(vendor, info).find(({ code }) => /^\d{5,8}$/.test(code) || /^\d{4}\/\d{5}$/.test(code))
}

/** What vendors write out instead of their word. */
const PHRASES: readonly (readonly [Vendor, RegExp, string])[] = [
  ['xiaomi', /\bregid[_ ]invalid\b|invalid regid/i, '20301'],
  ['fcm', /\b(?:registration-token-not-registered|NotRegistered)\b/i, 'UNREGISTERED'],
  ['fcm', /\bInvalidRegistration\b/i, 'INVALID_ARGUMENT/message.token'],
  ['fcm', /\b(?:mismatched-credential|MismatchSenderId)\b/i, 'SENDER_ID_MISMATCH'],
]

function byPhrase(vendor: Vendor, info: string): CodeEntry | undefined {
  const phrase = PHRASES.find(([of, pattern]) => of === vendor && pattern.test(info))
  return phrase === undefined ? undefined : entriesIn(vendor, phrase[2])[0]
}
