import { closestWords } from './closest-words.ts'
import { type CodeIndex, isListed } from './code-index.ts'
import { codesOfServerText } from './server-texts.ts'

/** Most different codes that are taken from one text. */
const CODE_LIMIT = 8

// Every quantifier below is bounded, so that no text makes a pattern slow.

/** `"ErrorCode":70013`, `code: 6206`, `错误码 70003`, `errcode=20301`, `code is 10107`. */
const LABELLED =
  /(?:code|err(?:or|no)?s?|错误码|错误代码|返回码|状态码|错误|报错)["'”’)\]]{0,2}\s{0,4}(?:=>|[:=([<是为]|is\b|was\b)?\s{0,4}["'“‘([#]{0,2}(-?\d{1,12})(?!\w|[.:/-]\d)/gi
/** Labels that HTTP and return values have too. */
const WEAKLY_LABELLED =
  /(?:status|\bret|\bresult|reason|http(?:\/\d(?:\.\d)?)?)["'”’)\]]{0,2}\s{0,4}(?:=>|[:=([<]|is\b)?\s{0,4}["'“‘([#]{0,2}(-?\d{1,12})(?!\w|[.:/-]\d)/gi
const LABELLED_WORD = /(?:code|reason|error)["']{0,2}\s{0,4}[:=]\s{0,4}["']{0,2}([A-Za-z][A-Za-z_]{3,63})(?!\w)/gi
const COMPOUND = /(?<![\w.])(?:[A-Za-z_]{2,64}|\d{3,8})(?:\.[A-Za-z]{1,32})?[:/=][A-Za-z0-9][\w.=]{0,63}/g
const WORD = /(?<![A-Za-z0-9_])[A-Za-z][A-Za-z_]{3,63}(?![A-Za-z0-9_])/g
const NUMBER =
  /(?<![\w.:/@-])-?\d{1,12}(?!\w|[.:/-]\d|\s?(?:ms|milliseconds|seconds|minutes|bytes|kb|mb|times|毫秒|秒|分钟|字节|条|个|次|人)(?![a-z]))/gi
/** What stands before a number that is no error code. */
const NOT_A_CODE =
  /(?:app_?id|user_?id|uid|pid|tid|port|line|count|size|length|seq|random|time|stamp|\bts|took|cost|version|qps|room|group|thread|msg_?key|端口|行|耗时|第)["'”’)\]]{0,2}\s{0,3}[:=(]?\s{0,3}["'(]?$/i

/** The error codes that a text speaks of, most telling first, each once. Only if none is listed: those that are not. */
export function readCodes(question: string, index: CodeIndex, aboutVendor: boolean): readonly string[] {
  const text = question.replace(/[−–‒]/g, '-').trim()
  const bare = bareCode(text, index)
  if (bare !== undefined) return [bare]

  const labelled = numbersAfter(LABELLED, text, index)
  const loose = looseNumbers(text, index, aboutVendor)
  const tiers: (() => readonly string[])[] = [
    () => {
      const words = tellingWords(text, index)
      // Next to a word, a number of this size is the HTTP status that came with it.
      const numbers = words.length === 0 ? labelled : labelled.filter((code) => !/^[45]\d\d$/.test(code))
      const sure = [...codesOfServerText(text), ...compounds(text), ...words, ...joined(numbers, index)]
      const codes = listed(sure, index)
      return codes.length === 0 ? [] : [...codes, ...loose.filter((code) => /\d{5}/.test(code) && isOneOf(code, index))]
    },
    () => [...plainWords(text, index), ...loose.filter((code) => isOneOf(code, index))],
    () => listed(numbersAfter(WEAKLY_LABELLED, text, index), index),
    () => labelled.filter((code) => code.length > 2 || text.length < 40),
    () => unlistedWords(text, index),
    () => loose.filter((code) => isLikelyCode(Math.abs(Number(code)))),
  ]
  for (const tier of tiers) {
    const codes = tier()
    if (codes.length > 0) return [...new Set(codes)].slice(0, CODE_LIMIT)
  }
  return []
}

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

function listed(codes: readonly string[], index: CodeIndex): readonly string[] {
  return codes.filter((code) => isListed(code, index))
}

function numbersAfter(label: RegExp, text: string, index: CodeIndex): readonly string[] {
  const found: string[] = []
  for (const [, digits = ''] of text.matchAll(label))
    if (!isSuccess(digits) && isCodeSized(digits, index)) found.push(digits)
  return found
}

function looseNumbers(text: string, index: CodeIndex, aboutVendor: boolean): readonly string[] {
  const found: string[] = []
  for (const { 0: digits, index: at } of text.matchAll(NUMBER)) {
    if (isSuccess(digits) || !isCodeSized(digits, index)) continue
    // Small numbers stand in every sentence: only vendors use them as codes, and Tencent with a minus.
    if (/^\d{1,3}$/.test(digits) && !aboutVendor) continue
    if (!NOT_A_CODE.test(text.slice(Math.max(0, at - 24), at))) found.push(digits)
  }
  return found
}

/** `"error": 1101, "sub_error": 12304` is one code in two numbers. */
function joined(numbers: readonly string[], index: CodeIndex): readonly string[] {
  const pairs = numbers.map((code, at) => `${code}/${numbers[at + 1] ?? ''}`).filter((pair) => index.byCode.has(pair))
  const inPairs = new Set(pairs.flatMap((pair) => pair.split('/')))
  return [...pairs, ...numbers.filter((code) => !inPairs.has(code))]
}

function compounds(text: string): readonly string[] {
  return [...text.matchAll(COMPOUND)].map(([compound]) => compound)
}

/** Words that no sentence has by chance, `BadDeviceToken` or `SENDER_ID_MISMATCH`, and any that is named as the reason. */
function tellingWords(text: string, index: CodeIndex): readonly string[] {
  const found: string[] = []
  for (const [, word = ''] of text.matchAll(LABELLED_WORD)) if (index.words.has(word.toLowerCase())) found.push(word)
  for (const [word] of text.matchAll(WORD)) {
    const spelling = spellingOf(word, index)
    if (index.words.has(word.toLowerCase()) && isTelling(spelling)) found.push(spelling)
  }
  return found
}

/** `INTERNAL` or `Forbidden`, only in exactly these letters. */
function plainWords(text: string, index: CodeIndex): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => word).filter((word) => index.words.get(word.toLowerCase())?.has(word))
}

/** Words that look like the error name of a vendor without being listed, such as a misspelt `BadDevicToken`. */
function unlistedWords(text: string, index: CodeIndex): readonly string[] {
  const words = [...text.matchAll(WORD)].slice(0, 32).map(([word]) => word)
  return words.filter((word) => (isTelling(word) || words.length === 1) && closestWords(word, index).length > 0)
}

function isTelling(word: string): boolean {
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

/** Longer numbers are app ids, timestamps, phone numbers, unless the catalogue knows better. */
function isCodeSized(digits: string, index: CodeIndex): boolean {
  return digits.length <= 8 || isListed(digits, index)
}

/** A number in a sentence that could be a code at all: no year, no small count. */
function isLikelyCode(value: number): boolean {
  return value >= 3000
}
