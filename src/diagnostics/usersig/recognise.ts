import { isUtf8 } from 'node:buffer'
import { type Base64Form, base64Forms } from './base64-forms.ts'
import { type CompressedForm, compressedForm } from './compressed-forms.ts'
import type { ContainerDetail } from './finding.ts'
import { unpack } from './unpack.ts'

/** A text that is no UserSig's container, but that can be read. */
export interface Recognised {
  code: 'malformed-base64' | 'malformed-zlib'
  detail: ContainerDetail & { index?: number; character?: string }
  /** JSON that was found inside; null: none. */
  content: Buffer | null
}

/** Looks at a text that was found inside; null: it is nothing that is known. */
type Again = (inner: string) => { content: Buffer | null } | null

/** Digests that people take for the whole: SHA-256, SHA-512 and SHA-1. */
const DIGEST_BYTES = new Set([20, 32, 64])
const SHORTEST_LAYER = 20
const SHORTEST_PART = 16

const LINES = /^\s*TLS\.[A-Za-z_]{2,20}\s?[:=]/

/**
 * Says what a text without blanks is, where it is none of the ways in which a UserSig can be damaged. `again` looks at a
 * text that was found inside.
 */
export function recognise(text: string, again: Again): Recognised | null {
  return behindPadding(text) ?? parts(text) ?? hexadecimal(text, again) ?? encoded(text, again) ?? null
}

/** A page or an XML answer, by its first tag; and lines to be signed, as they are. */
export function recognisePage(pasted: string): Recognised | null {
  const text = pasted.trim().replace(/^```\w{0,10}\n/, '')
  if (LINES.test(text))
    return { code: 'malformed-base64', detail: { looksLike: 'text-lines' }, content: linesAsJson(text) }
  const isPage =
    /^<(?:!doctype|\?xml|html|head|body|!--)/i.test(text) ||
    /^<[A-Za-z][\w:-]{0,40}[\s>][\s\S]{0,20000}<\/\w/.test(text)
  return isPage ? { code: 'malformed-base64', detail: { looksLike: 'page' }, content: null } : null
}

/** A whole signature, and something behind its padding, where nothing can be. */
function behindPadding(text: string): Recognised | null {
  const [, sig = '', behind = ''] = /^([A-Za-z0-9*+/-]+[_=]{1,2})([^_=].{0,40})$/s.exec(text) ?? []
  if (behind === '' || sig.replace(/[_=]+$/, '').length % 4 === 0) return null
  const unpacked = unpack(sig.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_'))
  if (unpacked.kind !== 'whole') return null
  const character = String.fromCodePoint(behind.codePointAt(0) ?? 0)
  return {
    code: 'malformed-base64',
    detail: { looksLike: 'behind-padding', index: sig.length, character, given: behind.slice(0, 8) },
    content: unpacked.content,
  }
}

/** `a.b`, and `a.b.c` where it is a JSON Web Token. */
function parts(text: string): Recognised | null {
  if (!/^[A-Za-z0-9*+/=_-]+(?:\.[A-Za-z0-9*+/=_-]*){1,2}$/.test(text)) return null
  const [one = '', other = '', third] = text.split('.')
  const header = readable(one)
  if (header?.form === 'plain-json' && /"alg"\s*:/.test(header.content?.toString('utf8') ?? ''))
    return { code: 'malformed-base64', detail: { looksLike: 'jwt', index: one.length, character: '.' }, content: null }
  if (third !== undefined || one.length < SHORTEST_PART || other.length < SHORTEST_PART) return null
  const payload = header ?? readable(other)
  const isFirst = header === null ? isDigest(one) : false
  if (payload === null && !isFirst && !isDigest(other)) return null
  const signature = isFirst ? 'first' : isDigest(other) ? 'last' : 'neither'
  return {
    code: 'malformed-base64',
    detail: { looksLike: 'two-parts', index: one.length, character: '.', dot: one.length, signature },
    content: payload?.content ?? null,
  }
}

function readable(part: string): CompressedForm | null {
  for (const { bytes } of base64Forms(part)) {
    const form = compressedForm(bytes)
    if (form?.content) return form
    if (isText(bytes) && LINES.test(bytes.toString('utf8')))
      return { form: 'plain-json', content: linesAsJson(bytes.toString('utf8')) }
  }
  return null
}

const isDigest = (part: string): boolean =>
  /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i.test(part) ||
  base64Forms(part).some(({ bytes }) => DIGEST_BYTES.has(bytes.length))

function hexadecimal(text: string, again: Again): Recognised | null {
  const [, digits = ''] = /^(?:0x|\\x)?((?:[0-9a-f]{2}[:-]?){16,})$/i.exec(text) ?? []
  const bytes = Buffer.from(digits.replace(/[:-]/g, ''), 'hex')
  if (digits === '' || !/[0-9]/.test(digits)) return null
  const detail = { looksLike: 'hex', index: 0, character: text.charAt(0) } as const
  if (DIGEST_BYTES.has(bytes.length))
    return {
      code: 'malformed-base64',
      detail: { looksLike: 'hmac', bytes: bytes.length, hexOf: 'hmac' },
      content: null,
    }
  const form = compressedForm(bytes)
  if (form !== null)
    return { code: 'malformed-base64', detail: { ...detail, hexOf: 'container' }, content: form.content }
  const content = isText(bytes) ? again(bytes.toString('utf8'))?.content : null
  if (content) return { code: 'malformed-base64', detail: { ...detail, hexOf: 'container' }, content }
  return { code: 'malformed-base64', detail: { ...detail, hexOf: 'other' }, content: null }
}

function encoded(text: string, again: Again): Recognised | null {
  const forms = base64Forms(text)
  for (const form of forms) {
    const found = packed(form) ?? written(form, again)
    if (found !== null) return found
  }
  // Last, since any 32 bytes are a digest.
  const digest = forms.find(({ bytes }) => DIGEST_BYTES.has(bytes.length))
  if (digest === undefined || text.length > 90) return null
  return {
    code: 'malformed-zlib',
    detail: { looksLike: 'hmac', bytes: digest.bytes.length, ...alphabetOf(digest) },
    content: null,
  }
}

const alphabetOf = ({ alphabet }: Base64Form): Pick<ContainerDetail, 'alphabet'> =>
  alphabet === null ? {} : { alphabet }

function packed(form: Base64Form): Recognised | null {
  const found = compressedForm(form.bytes)
  if (found === null || found.form === 'zlib') return null
  return { code: 'malformed-zlib', detail: { looksLike: found.form, ...alphabetOf(form) }, content: found.content }
}

/** Text inside: the lines that are signed, or one more layer. */
function written(form: Base64Form, again: Again): Recognised | null {
  if (form.bytes.length < SHORTEST_LAYER || !isText(form.bytes)) return null
  const inner = form.bytes.toString('utf8')
  const detail = alphabetOf(form)
  if (LINES.test(inner))
    return { code: 'malformed-zlib', detail: { looksLike: 'text-lines', ...detail }, content: linesAsJson(inner) }
  if (!/^[\s"']*[A-Za-z0-9*+/_%=-]{16,}[\s"']*$/.test(inner)) return null
  const found = again(inner)
  if (found === null) return null
  return { code: 'malformed-zlib', detail: { looksLike: 'base64-layer', ...detail }, content: found.content }
}

const isText = (bytes: Buffer): boolean => isUtf8(bytes) && !/[\0-\x08\x0e-\x1f\x7f]/.test(bytes.toString('utf8'))

/** Lines as the JSON that they should have become; numbers as numbers. */
function linesAsJson(text: string): Buffer {
  const members: Record<string, unknown> = {}
  for (const [, name = '', value = ''] of text.matchAll(/^\s*(TLS\.[A-Za-z_]{2,20})\s?[:=]\s?(.{0,600}?)\s*$/gm)) {
    members[name] = /^(?:sdkappid|time|expire)$/.test(name.slice(4)) && /^\d{1,15}$/.test(value) ? Number(value) : value
  }
  return Buffer.from(JSON.stringify(members), 'utf8')
}
