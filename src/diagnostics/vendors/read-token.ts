import type { Vendor } from '../codes/entry.ts'
import { isObject, isPartOfToken, otherThanToken } from './other-than-token.ts'
import { shapesOf } from './token-shape.ts'

/** What apps register, or people paste, in place of the bare token. */
export const TOKEN_FLAWS = [
  /** iOS 13 and later print `{length = 32, bytes = 0x5acf… … c0e6}`: the middle is not in it. */
  'nsdata-cut',
  /** As iOS printed an NSData before 13: `<5acf1be2 520a16fc …>`; or a newer one that is short enough to be whole. */
  'nsdata',
  /** The hexadecimal of a token's text. */
  'hex-of-text',
  'base64-of-text',
  /** Base64 of the bytes that APNs wants in hexadecimal. */
  'base64-of-bytes',
  'byte-list',
  /** `Optional("…")`, `Some(…)`. */
  'optional',
  /** JSON or a record with the token in it. */
  'record',
  /** `token: …`, `HMS:…`. */
  'label',
  /** Percent signs or HTML entities. */
  'escaped',
  'quotes',
  'whitespace',
  /** `5a:cf:1b:…`, `0x…`. */
  'separators',
  /** `[object Object]`, `32 bytes`, `zzw@8a7d21`, the text of an error: how a program prints what is no text. */
  'object',
  /** `null`, `undefined`, `(null)`, nothing. */
  'placeholder',
  /** Shortened with dots, as logs and consoles do. */
  'cut',
  /** A token of Expo's service, which no vendor knows. */
  'expo',
  /** `eyJ….eyJ….…`: who somebody is, not where a phone is. */
  'jwt',
  /** A web page's address, such as the endpoint of a web-push subscription. */
  'url',
  /** `403 SENDER_ID_MISMATCH`, `907135000`. */
  'error-code',
] as const

export type TokenFlaw = (typeof TOKEN_FLAWS)[number]

/** Says less than whatever else is wrong. */
const AROUND: ReadonlySet<TokenFlaw> = new Set(['whitespace', 'quotes'])

/** Those worth telling of, from the outside in. */
export function tellingFlaws(flaws: readonly TokenFlaw[]): readonly TokenFlaw[] {
  const telling = flaws.filter((flaw) => !AROUND.has(flaw))
  return telling.length === 0 ? flaws : telling
}

/** The one that has to be mended, the innermost; undefined: there is none. */
export const mainFlaw = (flaws: readonly TokenFlaw[]): TokenFlaw | undefined => tellingFlaws(flaws).at(-1)

export interface TokenReading {
  /** From the outside in, each once; empty: the text is a bare token, or nothing that can be told from one. */
  flaws: readonly TokenFlaw[]
  /** What is left without them; null: the token is not in the text. */
  token: string | null
}

/** Far above any token, however wrapped. */
const MAX_LENGTH = 8_192
const MAX_LAYERS = 6
/** Shorter than any vendor's token, as text and as bytes. */
const MIN_TOKEN = 16
const MIN_BYTES = 32

/** One layer less; `inner` null: there is no token below it. */
interface Peeled {
  flaw: TokenFlaw
  inner: string | null
}

/**
 * The token in a text, and all that was put around it. A text that may be a token of some vendor as it stands has no flaws.
 *
 * @param vendor whose token it has to be; null: not known. Base64 of 32 bytes is right for Xiaomi and wrong for APNs.
 */
export function readToken(text: string, vendor: Vendor | null): TokenReading {
  const flaws: TokenFlaw[] = []
  let inner = text
  if (text.length > MAX_LENGTH) return { flaws, token: text }
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const peeled = peel(inner, vendor, MAX_LAYERS - layer)
    if (peeled === null) break
    if (!flaws.includes(peeled.flaw)) flaws.push(peeled.flaw)
    if (peeled.inner === null) return { flaws, token: null }
    inner = peeled.inner
  }
  // What an app registered for a vendor, or bytes were printed of, may have any length.
  const isCut = vendor === null && isPartOfToken(inner) && flaws.every((flaw) => flaw === 'label' || AROUND.has(flaw))
  return isCut ? { flaws: [...flaws, 'cut'], token: null } : { flaws, token: inner }
}

/** The vendor whose token this surely is; null where the shape does not tell, or it is not a bare token. */
export function vendorOfToken(text: string): Vendor | null {
  const [shape] = shapesOf(text)
  return shape?.sure === true && readToken(text, null).flaws.length === 0 ? shape.vendor : null
}

/** It is a token, or a text in which one can be seen to be wrapped. */
const isTokenLike = (text: string, layers: number): boolean =>
  shapesOf(text).length > 0 || peel(text, null, layers - 1) !== null

/** @param layers how many more may be looked into */
function peel(text: string, vendor: Vendor | null, layers: number): Peeled | null {
  if (layers <= 0) return null
  const trimmed = text.replace(/^[\s\u200b-\u200d\ufeff]+|[\s\u200b-\u200d\ufeff]+$/gu, '')
  const other = trimmed === '' ? 'placeholder' : otherThanToken(trimmed)
  if (other !== null) return lost(other)
  if (trimmed !== text) return { flaw: 'whitespace', inner: trimmed }
  const decoded = decode(text, vendor, layers)
  if (decoded !== null || shapesOf(text)[0]?.sure === true) return decoded
  for (const read of READERS) {
    const peeled = read(text, layers)
    if (peeled !== null) return peeled
  }
  return null
}

const lost = (flaw: TokenFlaw): Peeled => ({ flaw, inner: null })

/** Hexadecimal or Base64 of a token. By chance no token decodes to another: that takes 32 bytes that are all letters. */
function decode(text: string, vendor: Vendor | null, layers: number): Peeled | null {
  if (/^(?:[0-9a-f]{2}){16,4096}$/i.test(text)) {
    const below = Buffer.from(text, 'hex').toString('latin1')
    return isText(below) && isTokenLike(below, layers) ? { flaw: 'hex-of-text', inner: below } : null
  }
  if (!/^[\w+/-]{22,8190}={0,2}$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  const below = bytes.toString('latin1')
  if (isText(below) && isTokenLike(below, layers)) return { flaw: 'base64-of-text', inner: below }
  return isAppleBytes(text, bytes, vendor) ? { flaw: 'base64-of-bytes', inner: bytes.toString('hex') } : null
}

/** A token of Xiaomi is Base64 too, of 32 or 48 bytes. */
function isAppleBytes(text: string, bytes: Buffer, vendor: Vendor | null): boolean {
  const shapes = shapesOf(text)
  if (vendor === null) return shapes.length === 0 && bytes.length === MIN_BYTES
  const mayBeBytes = shapes.every((shape) => shape.vendor === 'xiaomi' || shape.vendor === 'meizu')
  return vendor === 'apns' && mayBeBytes && bytes.length === MIN_BYTES
}

const isText = (below: string): boolean => below.length >= MIN_TOKEN && /^[\t\n\r\x20-\x7e]+$/.test(below)

type Reader = (text: string, layers: number) => Peeled | null

const readQuotes: Reader = (text) => {
  const quoted = /^(?:\\"(.*)\\"|b?"(.*)"|b?'(.*)'|`(.*)`|“(.*)”|‘(.*)’|「(.*)」|『(.*)』)$/s.exec(text)
  const inner = quoted?.slice(1).find((part) => part !== undefined)
  if (inner !== undefined) return { flaw: 'quotes', inner }
  const angled = /^<([^<>]*)>$/.exec(text)?.[1]
  if (angled === undefined || isObject(text)) return null
  const hex = angled.replaceAll(/\s/g, '')
  return /^[0-9a-f]{16,}$/i.test(hex) ? { flaw: 'nsdata', inner: hex } : { flaw: 'quotes', inner: angled }
}

/** `{length = 32, bytes = 0x5acf1be2 520a16fc … fb2fc0e6 }`, also without blanks or braces. */
const readData: Reader = (text) => {
  const tight = text.replaceAll(/\s/g, '')
  const found = /length=(\d{1,4}),bytes=0x([0-9a-f]*)(\.+|…+)?/i.exec(tight)
  if (found !== null) {
    const [, length, bytes = '', dots] = found
    return dots === undefined && bytes.length === 2 * Number(length)
      ? { flaw: 'nsdata', inner: bytes }
      : lost('nsdata-cut')
  }
  // The same after all but hexadecimal digits was thrown away: "e" of length, 32, "b" and "e" of bytes, 0 of 0x.
  return /^e\d{1,3}be0[0-9a-f]{48}$/i.test(text) ? lost('nsdata-cut') : null
}

const readExpo: Reader = (text) => (/^Expo(?:nent)?PushToken\[.{1,64}\]$/.test(text) ? lost('expo') : null)

const readOptional: Reader = (text) => {
  const inner = /^(?:Optional|Some|Just)\s?(?:\((.*)\)|\[(.*)\])$/s.exec(text)
  return inner === null ? null : { flaw: 'optional', inner: inner[1] ?? inner[2] ?? '' }
}

const readObject: Reader = (text) => (isObject(text) ? lost('object') : null)

/** `[116, 15, 71, …]`, with signs as in Java; also what JSON makes of byte arrays. */
const readBytes: Reader = (text, layers) => {
  const list = /^(?:[A-Za-z]\w{0,19}(?:\(\d{1,4}\))?\s?)?[[{(]?([\d,\s-]{31,})[\])}]?$/.exec(text)?.[1]
  const numbers = list === undefined ? bytesInJson(text) : list.split(',').map((part) => Number(part))
  const isList =
    numbers !== null &&
    numbers.length >= MIN_TOKEN &&
    numbers.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 255)
  if (!isList) return null
  const bytes = Buffer.from(numbers.map((byte) => byte & 0xff))
  const below = bytes.toString('latin1')
  return { flaw: 'byte-list', inner: isText(below) && isTokenLike(below, layers) ? below : bytes.toString('hex') }
}

function bytesInJson(text: string): number[] | null {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return null
  const list: unknown[] = 'data' in value && Array.isArray(value.data) ? value.data : Object.values(value)
  return list.every((byte) => typeof byte === 'number') ? list : null
}

function parsed(text: string): unknown {
  if (!text.startsWith('{') && !text.startsWith('[')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const NAMED =
  /(?:token|value|data|push_?id|reg_?id|registration_?id)["']?\s{0,3}[=:]\s{0,3}["']?([^\s"',;(){}[\]]{16,4096})/i

/** JSON, and what Kotlin, Swift, Java and Dart print of a record. */
const readRecord: Reader = (text, layers) => {
  if (!/[(){}[\],;]/.test(text)) return null
  const member = memberOf(parsed(text))
  if (member !== undefined) return { flaw: 'record', inner: member }
  // `Success(…)`, `Result.success(…)`.
  const held = /^[A-Za-z][\w.]{0,40}\s?[({[](.+)[)}\]]$/s.exec(text)?.[1]
  if (held !== undefined && isTokenLike(held, layers)) return { flaw: 'record', inner: held }
  const inner = NAMED.exec(text)?.[1]
  return inner !== undefined && isTokenLike(inner, layers) ? { flaw: 'record', inner } : null
}

/** The only text of a list, or the member that is called a token; undefined: there is none. */
function memberOf(value: unknown): string | null | undefined {
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const named = Object.entries(value).find(([name]) => /token|reg_?id|registration_?id|push_?id/i.test(name))?.[1]
  return typeof named === 'string' || named === null ? named : undefined
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }

const readEscapes: Reader = (text) => {
  const plain = text.replaceAll(/&(lt|gt|quot|amp|#39);/g, (_whole, name: string) => ENTITIES[name] ?? '')
  if (plain !== text) return { flaw: 'escaped', inner: plain }
  if (!/%[0-9a-f]{2}/i.test(text)) return null
  try {
    return { flaw: 'escaped', inner: decodeURIComponent(text) }
  } catch {
    return null
  }
}

/** Where what follows is a token. One of FCM has a colon of its own, behind at least eleven characters. */
const readLabel: Reader = (text, layers) => {
  const prefixed = /^(?:ios|apns?|apple|iphone|(?:(?:device|push)[_-]?)?token|hex)[_.#/-](?=[0-9a-f]{64,200}$)/i.exec(
    text,
  )?.[0]
  if (prefixed !== undefined) return { flaw: 'label', inner: text.slice(prefixed.length) }
  const found = /^([\p{L}][\p{L}\d _.#-]{0,39}?)(?:\s{0,2}(?:=>|->|[:=|：])\s{0,2}|\sis\s|\s)(?=\S)/u.exec(text)
  const label = found?.[1]
  if (found === null || label === undefined) return null
  const inner = text.slice(found[0].length)
  const isCutFcm = inner.startsWith('APA91b') && !/^(?:fcm|gcm|.{0,20}token)$/i.test(label)
  return !isCutFcm && isTokenLike(inner, layers) ? { flaw: 'label', inner } : null
}

const readCut: Reader = (text) => (/^[\w+/=:-]{4,}(?:\.{2,}|…|\*{2,})[\w+/=:-]*$/.test(text) ? lost('cut') : null)

const readSeparators: Reader = (text) => {
  const spaced = text.replaceAll(/[\s\u200b-\u200d\ufeff]/gu, '')
  if (spaced !== text) return shapesOf(spaced).length > 0 ? { flaw: 'whitespace', inner: spaced } : null
  if (!/^(?:0x|\\x)?[0-9a-f]{2,200}(?:(?:[:,_-]|,?0x|\\x)[0-9a-f]{2,200})*$/i.test(text)) return null
  const hex = text.replaceAll(/0x|\\x|[:,_-]/gi, '')
  return hex !== text && shapesOf(hex)[0]?.vendor === 'apns' ? { flaw: 'separators', inner: hex } : null
}

const readBrackets: Reader = (text, layers) => {
  const inner = /^[[({]([^[\](){}]{16,})[\])}]$/.exec(text)?.[1]
  return inner !== undefined && isTokenLike(inner, layers) ? { flaw: 'quotes', inner } : null
}

/** The more telling first. */
const READERS: readonly Reader[] = [
  readQuotes,
  readOptional,
  readData,
  readExpo,
  readObject,
  readBytes,
  readRecord,
  readEscapes,
  readLabel,
  readCut,
  readSeparators,
  readBrackets,
]
