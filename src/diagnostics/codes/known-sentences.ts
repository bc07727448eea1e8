import { sentences } from './catalogue/sentences.ts'
import { vendorSentences } from './catalogue/vendor-sentences.ts'
import type { Vendor } from './entry.ts'
import { isVendor } from './is-vendor.ts'

/** A sentence of a server, an SDK or a vendor that stands in a text. */
export interface KnownSentence {
  /** Every code that it may stand for. */
  readonly codes: readonly string[]
  /** Null: of Tencent, or of several vendors. */
  readonly vendor: Vendor | null
  /** Where it begins and ends in the text. */
  readonly at: number
  readonly end: number
}

interface Form {
  readonly codes: readonly string[]
  readonly vendor: Vendor | null
  /** Words between gaps. */
  readonly parts: readonly (readonly string[])[]
}

interface Token {
  readonly word: string
  readonly at: number
  readonly end: number
}

/** Words that a gap (an id, a short text) may hold. */
const GAP_WORDS = 24
const GAP = '…'
const WORD = /[a-z0-9]+|\p{Script=Han}/gu
/** Said in one version of a message and not in the next. */
const FILLERS = new Set(['the', 'a', 'an', 'is', 'was', 'are', 'has', 'have', 'been', 'of', '的', '了'])

let built: ReadonlyMap<string, readonly Form[]> | undefined

/** The known sentences of a text in their order; of two that overlap the longer one, of equal ones all. One pass over the words of the text. */
export function knownSentences(text: string): readonly KnownSentence[] {
  built ??= buildForms()
  const tokens = tokensOf(text)
  const found: (KnownSentence & { from: number; to: number })[] = []
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from]?.word ?? ''
    const forms = [...(built.get(`${first} ${tokens[from + 1]?.word ?? ''}`) ?? []), ...(built.get(first) ?? [])]
    for (const { codes, vendor, parts } of forms) {
      const to = endOf(parts, tokens, from)
      if (to !== null)
        found.push({ codes, vendor, at: tokens[from]?.at ?? 0, end: tokens[to - 1]?.end ?? text.length, from, to })
    }
  }
  return longest(found)
}

function longest(found: readonly (KnownSentence & { from: number; to: number })[]): readonly KnownSentence[] {
  const kept: (KnownSentence & { from: number; to: number })[] = []
  let last: (KnownSentence & { from: number; to: number }) | undefined
  for (const each of found) {
    const overlaps = last !== undefined && each.from < last.to
    // Vendors say some sentences alike.
    if (!overlaps || (each.from === last?.from && each.to === last.to)) kept.push(each)
    else if (last !== undefined && each.to - each.from > last.to - last.from) {
      while ((kept.at(-1)?.to ?? 0) > each.from) kept.pop()
      kept.push(each)
    } else continue
    last = each
  }
  return kept
}

/** Where a form that begins at `from` ends; null: it does not stand there. */
function endOf(parts: Form['parts'], tokens: readonly Token[], from: number): number | null {
  let at = from
  for (const [index, part] of parts.entries()) {
    const last = index === 0 ? at : Math.min(at + GAP_WORDS, tokens.length - part.length)
    while (at <= last && !standsAt(part, tokens, at)) at++
    if (at > last) return null
    at += part.length
  }
  return at
}

const standsAt = (part: readonly string[], tokens: readonly Token[], at: number): boolean =>
  part.every((word, index) => tokens[at + index]?.word === word)

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  // Of the same length as the text, so that places stay.
  const plain = text
    .replaceAll('帐', '账')
    .replaceAll('登陆', '登录')
    .replace(/[和跟]/g, '与')
    .replaceAll('里', '中')
    .replace(/不一致|不相符|不对应|不吻合|不相同/g, '不匹配')
    .toLowerCase()
  for (const { 0: word, index: at } of plain.matchAll(WORD)) {
    if (FILLERS.has(word)) continue
    const end = at + word.length
    const last = tokens.at(-1)
    const joined = last === undefined ? undefined : JOINED.get(`${last.word} ${word}`)
    if (last !== undefined && joined !== undefined) tokens[tokens.length - 1] = { word: joined, at: last.at, end }
    else tokens.push({ word, at, end })
  }
  return tokens
}

/** Names that people write in one word or in two. */
const JOINED: ReadonlyMap<string, string> = new Map([
  ['user sig', 'usersig'],
  ['user id', 'userid'],
  ['sdk app', 'sdkapp'],
  ['sdkapp id', 'sdkappid'],
  ['sdk appid', 'sdkappid'],
  ['app id', 'appid'],
  ['app key', 'appkey'],
  ['reg id', 'regid'],
  ['secret key', 'secretkey'],
])

function buildForms(): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>()
  // A row goes on where the next line begins with a bar.
  const rows = `${sentences}\n${vendorSentences}`.replace(/\n\s+\|/g, ' |').split('\n')
  for (const row of rows) {
    const [head = '', says = ''] = row.split(' : ')
    if (says === '' || row.startsWith('#')) continue
    const names = head.trim().split(' ')
    const [vendor = null] = names.filter(isVendor)
    const codes = names.filter((name) => name !== vendor)
    for (const sentence of says.split('|')) {
      const parts = sentence.split(GAP).map((part) => tokensOf(part).map(({ word }) => word))
      const [first = '', second] = parts[0] ?? []
      const key = second === undefined ? first : `${first} ${second}`
      forms.set(key, [...(forms.get(key) ?? []), { codes, vendor, parts }])
    }
  }
  return forms
}
