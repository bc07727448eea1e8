import { enumerators } from './catalogue/enumerators.ts'
import { closestWords } from './closest-words.ts'
import { type CodeIndex, isListed } from './code-index.ts'
import { type FoundNumber, numbersIn } from './code-numbers.ts'
import type { Vendor } from './entry.ts'
import { type KnownSentence, knownSentences } from './known-sentences.ts'

/** Most different codes that are taken from one text. */
const CODE_LIMIT = 8
/** A sentence so near to a number, in characters, is its description. */
const DESCRIPTION_REACH = 200

/** An error code that a text speaks of. */
export interface ReadCode {
  readonly code: string
  /** Whose it is, where the text says so in a sentence of that vendor; null: open. */
  readonly vendor: Vendor | null
}

export interface Reading {
  /** Most telling first, each once. Only if none is listed: those that are not. */
  readonly codes: readonly ReadCode[]
  /** Nothing else could be meant: a word, a sentence, or a number that is called a code or looks like nothing else. */
  readonly sure: boolean
}

export interface AboutText {
  /** A push vendor was asked for or is named, so that small numbers may be codes too. */
  readonly vendorNamed: boolean
}

/** The error codes that a text speaks of. */
export function readCodes(question: string, index: CodeIndex, { vendorNamed }: AboutText): Reading {
  const text = question.replace(/[−–‒]/g, '-').trim()
  const bare = bareCode(text, index)
  if (bare !== undefined) return { codes: [{ code: bare, vendor: null }], sure: isListed(bare, index) }

  const numbers = numbersIn(text).filter(({ digits }) => !isSuccess(digits) && isCodeSized(digits, index))
  const words = namesIn(text, index)
  const sure = sureCodes(text, { numbers, words, index })
  const loose = numbers.filter((number) => isLoose(number, index, vendorNamed)).map(({ digits }) => digits)
  const long = loose.filter(isUnlikeOthers)
  if (sure.length > 0) return reading([...sure, ...open(long)], true)
  if (long.length > 0) return reading(open([...plainWords(text, index), ...loose]), true)
  const tiers: (() => readonly string[])[] = [
    () => [...plainWords(text, index), ...loose],
    () => numbers.filter(({ kind, digits }) => kind === 'weak' && isListed(digits, index)).map(({ digits }) => digits),
    () =>
      numbers
        .filter(isNamed)
        .map(({ digits }) => digits)
        .filter((code) => code.length > 2 || text.length < 40),
    () => unlistedWords(text, index),
    () => numbers.filter(({ digits }) => isLikelyCode(Math.abs(Number(digits)))).map(({ digits }) => digits),
  ]
  for (const tier of tiers) {
    const codes = tier()
    if (codes.length > 0) return reading(open(codes), false)
  }
  return { codes: [], sure: false }
}

const open = (codes: readonly string[]): readonly ReadCode[] => codes.map((code) => ({ code, vendor: null }))

/** Each once, and what only wraps another code after the others. */
function reading(codes: readonly ReadCode[], sure: boolean): Reading {
  const seen = new Set<string>()
  const each = codes.filter(({ code, vendor }) => {
    const name = `${vendor} ${code}`
    return !seen.has(name) && seen.add(name)
  })
  const told = each.filter(({ code }) => !WRAPPERS.has(code))
  const wrappers = each.filter(({ code }) => WRAPPERS.has(code) && (code !== HMS_WRAPPER || told.length === 0))
  return { codes: [...told, ...wrappers].slice(0, CODE_LIMIT), sure }
}

/** Plugins put any failure of HMS into this one, so it says nothing beside the code in the message. */
const HMS_WRAPPER = '907122045'
/** Codes that send the reader to another code beside them. */
const WRAPPERS = new Set([HMS_WRAPPER, '-198', '800005', '-3301', '-1401', '-1406'])

interface Parts {
  numbers: readonly FoundNumber[]
  words: readonly string[]
  index: CodeIndex
}

/** Words and compounds, then numbers that are called codes, then sentences that no number near them explains. */
function sureCodes(text: string, { numbers, words, index }: Parts): readonly ReadCode[] {
  const named = numbers.filter((number) => isNamed(number) && (isListed(number.digits, index) || isHms(number.digits)))
  // Next to a word, a number of this size is the HTTP status that came with it.
  const plain = words.length === 0 ? named : named.filter(({ digits }) => !/^[45]\d\d$/.test(digits))
  // What stands in the message is the reason, whatever the code around it.
  const told = plain.toSorted((one, other) => Number(isInMessage(other, text)) - Number(isInMessage(one, text)))
  const called = numbers.filter(({ kind, digits }) => kind === 'called' && isOneOf(digits, index) && digits.length > 2)
  const compound = [...text.matchAll(COMPOUND)].map(([each]) => each).filter((each) => isListed(each, index))
  const isNamedOtherwise = compound.length + words.length + told.length + called.length > 0
  const sentences = [...shapes(text), ...undescribed(knownSentences(text), { numbers: told, index, isNamedOtherwise })]
  return [
    ...sentences.filter(({ vendor }) => vendor !== null && words.length > 0),
    ...open([
      ...compound,
      ...words,
      ...joined(
        [...told, ...called].map(({ digits }) => digits),
        index,
      ),
    ]),
    ...sentences,
  ]
}

/** `"message":"907135702: certificate fingerprint empty"` */
const isInMessage = ({ kind, from, at }: FoundNumber, text: string): boolean =>
  kind === 'leading' && /^\w{0,20}(?:message|msg|desc|description|info|reason|detail)\b/i.test(text.slice(from, at))

/** What a sentence stands for, unless a number beside it says so itself. One that several codes share needs a text without any. */
function undescribed(
  found: readonly KnownSentence[],
  {
    numbers,
    index,
    isNamedOtherwise,
  }: { numbers: readonly FoundNumber[]; index: CodeIndex; isNamedOtherwise: boolean },
): readonly ReadCode[] {
  const own = found.filter(({ at, codes, vendor }) =>
    numbers.every(({ digits, at: place }) => {
      if (WRAPPERS.has(digits) || codes.includes(digits)) return !codes.includes(digits)
      const explains = vendor === null || hasEntryOf(vendor, digits, index)
      return !explains || Math.abs(place - at) > DESCRIPTION_REACH
    }),
  )
  const single = own.filter(({ codes }) => codes.length === 1)
  const kept = single.length > 0 || isNamedOtherwise ? single : own
  // What says more stands for fewer codes.
  const bySize = kept.toSorted((one, other) => one.codes.length - other.codes.length)
  return bySize.flatMap(({ codes, vendor }) => codes.map((code) => ({ code, vendor })))
}

const hasEntryOf = (vendor: Vendor, code: string, index: CodeIndex): boolean =>
  index.byCode.get(code)?.some((entry) => entry.vendor === vendor) === true

const isNamed = ({ kind }: FoundNumber): boolean => kind === 'labelled' || kind === 'leading'

const isHms = (digits: string): boolean => /^907\d{6}$/.test(digits)

function isLoose({ kind, digits }: FoundNumber, index: CodeIndex, vendorNamed: boolean): boolean {
  if (kind === 'weak') return /\d{5}/.test(digits) && isOneOf(digits, index)
  if (kind !== 'loose' && kind !== 'called') return false
  // Small numbers stand in every sentence: only vendors use them as codes, and Tencent with a minus.
  if (/^\d{1,3}$/.test(digits) && !vendorNamed) return false
  if (kind === 'loose' && /^(?:19[89]|20[0-3])\d$/.test(digits)) return false
  return isOneOf(digits, index) || isHms(digits)
}

/** Long, or below zero as no amount in a sentence is. */
const isUnlikeOthers = (code: string): boolean => /\d{5}|^-\d{3}/.test(code)

/** Listed itself, and not only inside one of the wide ranges. */
function isOneOf(code: string, index: CodeIndex): boolean {
  return index.byCode.has(code) || index.byCode.has(code.replace(/^-/, ''))
}

function bareCode(text: string, index: CodeIndex): string | undefined {
  if (text.length > 100) return undefined
  const alone = text.replace(/^["'“‘`([<#]{1,4}/, '').replace(/["'”’`)\]>.,;:?!。，、]{1,4}$/, '')
  if (/^-?\d{1,9}$/.test(alone)) return alone
  return isListed(alone, index) ? spellingOf(alone, index) : undefined
}

/** `"error": 1101, "sub_error": 12304` is one code in two numbers. */
function joined(numbers: readonly string[], index: CodeIndex): readonly string[] {
  const pairs = numbers.map((code, at) => `${code}/${numbers[at + 1] ?? ''}`).filter((pair) => index.byCode.has(pair))
  const inPairs = new Set(pairs.flatMap((pair) => pair.split('/')))
  return [...pairs, ...numbers.filter((code) => !inPairs.has(code))]
}

// Every quantifier below is bounded, so that no text makes a pattern slow.

const COMPOUND = /(?<![\w.])(?:[A-Za-z_]{2,64}|\d{3,8})(?:\.[A-Za-z]{1,32})?[:/=][A-Za-z0-9][\w.=]{0,63}/g
/** A word that may be the name of a code. */
export const WORD = /(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_]{3,79}(?![A-Za-z0-9_])/g
const LABELLED_WORD =
  /(?:code|reason|error|status)["']{0,2}\s{0,4}(?:=>|[:=])\s{0,4}["']{0,2}([A-Za-z][A-Za-z_]{3,63})(?!\w)/gi
/** In brackets, in quotes, or right after an HTTP status. */
const SET_APART = /["'“‘`(（[]\s?([A-Z][A-Za-z]{3,63})\s?["'”’`)）\]]|\b[45]\d\d\b[\s:,-]{1,4}([A-Z][A-Za-z]{3,63})\b/g
/** Statuses of Google's that come with a more telling word. */
const GENERAL = new Set(['PERMISSION_DENIED', 'NOT_FOUND', 'INVALID_ARGUMENT', 'UNAUTHENTICATED', 'RESOURCE_EXHAUSTED'])
/** `UNREGISTERED`: sure beside another word, or where it is long. */
const CAPITALS = /(?<![A-Za-z0-9_])[A-Z]{8,20}(?![A-Za-z0-9_])/g
const OLD_TLS = /^err_tls_/i

/** Words that no sentence has by chance: `BadDeviceToken`, `SENDER_ID_MISMATCH`, names of codes, and any that is called the reason. */
function namesIn(text: string, index: CodeIndex): readonly string[] {
  const found: string[] = []
  const add = (word: string): void => {
    if (index.words.has(word.toLowerCase())) found.push(spellingOf(word, index))
  }
  for (const [, word = ''] of text.matchAll(LABELLED_WORD)) if (!GENERAL.has(word)) add(word)
  for (const [word] of text.matchAll(WORD)) {
    const code = enumerators.get(/^err_/i.test(word) ? word.toUpperCase() : word)
    if (code !== undefined) found.push(code)
    else if (OLD_TLS.test(word)) found.push(...oldTls(word))
    else if (isTelling(spellingOf(word, index))) add(word)
  }
  for (const [, quoted, beside] of text.matchAll(SET_APART)) {
    const word = quoted ?? beside ?? ''
    if (isSpelledSo(word, index)) found.push(word)
  }
  const capitals = [...text.matchAll(CAPITALS)].map(([word]) => word)
  found.push(...capitals.filter((word) => (found.length > 0 || word.length > 11) && isSpelledSo(word, index)))
  return [...found.filter((word) => !GENERAL.has(word)), ...found.filter((word) => GENERAL.has(word))]
}

/** Old names that no public list has: what is wrong stands in the name. */
function oldTls(word: string): readonly string[] {
  if (/expire/i.test(word)) return ['70001']
  if (/identifier/i.test(word)) return ['70013']
  if (/app_?id/i.test(word)) return ['70014']
  return /sig/i.test(word) ? ['70009', '70003'] : []
}

/** `INTERNAL` or `Forbidden`, only in exactly these letters. */
function plainWords(text: string, index: CodeIndex): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => word).filter((word) => isSpelledSo(word, index))
}

/** Words that look like the error name of a vendor without being listed, such as a misspelt `BadDevicToken`. */
function unlistedWords(text: string, index: CodeIndex): readonly string[] {
  const words = [...text.matchAll(WORD)].slice(0, 32).map(([word]) => word)
  return words.filter((word) => (isTelling(word) || words.length === 1) && closestWords(word, index).length > 0)
}

const isSpelledSo = (word: string, index: CodeIndex): boolean => index.words.get(word.toLowerCase())?.has(word) === true

/** Answers that say in their shape what others say in a code. */
const SHAPES: readonly (readonly [code: string, vendor: Vendor, shape: RegExp])[] = [
  ['INVALID_ARGUMENT/message.token', 'fcm', /fieldviolations[\s\S]{0,200}?message\.token/i],
  ['invalidUser.status=1', 'vivo', /invalid_?user[^}]{0,200}?status["']?\s{0,3}[:=]\s{0,3}1\b/i],
  ['invalidUser.status=2', 'vivo', /invalid_?user[^}]{0,200}?status["']?\s{0,3}[:=]\s{0,3}2\b/i],
  ['invalidUser.status=4', 'vivo', /invalid_?user[^}]{0,200}?status["']?\s{0,3}[:=]\s{0,3}4\b/i],
]

const shapes = (text: string): readonly ReadCode[] =>
  SHAPES.filter(([, , shape]) => shape.test(text)).map(([code, vendor]) => ({ code, vendor }))

/** Written as no plain word is. */
export function isTelling(word: string): boolean {
  return word.includes('_') || /[a-z][A-Z]/.test(word)
}

function spellingOf(word: string, index: CodeIndex): string {
  const spellings = index.words.get(word.toLowerCase())
  if (spellings === undefined || spellings.has(word)) return word
  return [...spellings][0] ?? word
}

function isSuccess(digits: string): boolean {
  return Number(digits) === 0 || digits === '200'
}

/** Longer numbers are app ids, timestamps, phone numbers, unless the catalogue or their form knows better. */
function isCodeSized(digits: string, index: CodeIndex): boolean {
  return digits.length <= 8 || isHms(digits) || isListed(digits, index)
}

/** A number in a sentence that could be a code at all: no year, no small count. */
function isLikelyCode(value: number): boolean {
  return value >= 3000
}
