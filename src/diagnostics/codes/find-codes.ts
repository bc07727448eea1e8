import { allCodes } from './catalogue/all.ts'
import { closestWords } from './closest-words.ts'
import { type CodeIndex, codeIndex, entriesOf } from './code-index.ts'
import { areaOfNumber } from './code-ranges.ts'
import type { Area, CodeEntry, Vendor } from './entry.ts'
import { readCodes, type ReadCode } from './read-codes.ts'
import { inPlace } from './places.ts'
import { vendorByName, vendorMentions, type VendorMention } from './vendor-names.ts'

/** Most characters of a question that are looked at. */
const READ_LIMIT = 16_384
/** Most entries in one answer. */
export const MATCH_LIMIT = 12
/** Most suggestions for a code that is not listed. */
export const NEAREST_LIMIT = 5

export interface CodeQuery {
  /** A bare code or any pasted text: a log line, an answer of the server, a question. */
  readonly text: string
  /** As a person names it: `ios`, `Firebase`, `hms`, `小米`. A name that is not known is ignored. */
  readonly vendor?: string
}

export type CodeAnswer =
  | {
      readonly kind: 'found'
      /** Most relevant first. */
      readonly matches: readonly CodeEntry[]
      /** What was read from the text, most telling first. */
      readonly codes: readonly string[]
      /** Nothing else could be meant, also in a text that does not speak of errors. */
      readonly sure: boolean
    }
  | {
      readonly kind: 'unknown'
      readonly code: string
      readonly nearest: readonly CodeEntry[]
      /** Where a number of this size would come from. */
      readonly area?: Area
      /** Whose number it is, where its form tells. */
      readonly vendor?: Vendor
    }
  | { readonly kind: 'no-code' }

/** What the error codes in a text mean. Any text will do, and none makes it throw. */
export function findCodes(query: CodeQuery): CodeAnswer {
  // Full-width digits and letters become plain ones, which may lengthen the text.
  const text = withoutEntities(query.text.slice(0, READ_LIMIT)).normalize('NFKC').slice(0, READ_LIMIT)
  const asked = query.vendor === undefined ? undefined : vendorByName(query.vendor)
  const mentions = vendorMentions(text)
  const each = asked === undefined ? eachWithItsVendor(text, mentions) : []
  if (each.length > 1) return merged(each, text)
  return codesOf(text, { asked, spoken: [...new Set(mentions.map(({ vendor }) => vendor))] })
}

interface Named {
  asked: Vendor | undefined
  spoken: readonly Vendor[]
}

type Found = Extract<CodeAnswer, { kind: 'found' }>

function codesOf(text: string, { asked, spoken }: Named): CodeAnswer {
  const index = codeIndex()
  const alone = withoutVendor(text)
  const read = readCodes(alone, index, { vendorNamed: asked !== undefined || spoken.length > 0 })
  const { sure } = read
  const codes = ofNamed(read.codes, asked === undefined ? spoken : [asked])
  const [first] = codes
  if (first === undefined) return { kind: 'no-code' }

  const prefixed = alone === text || spoken.length > 1 ? undefined : spoken[0]
  const meant = asked ?? prefixed
  const answered = ofStatus(first.code, meant ?? spoken[0])
  if (answered.length > 0)
    return { kind: 'found', matches: answered, codes: [first.code], sure: sure || text.length <= STATUS_REACH }
  const matches = new Set(codes.flatMap((read) => fitting(ofReading(read, index), { asked: meant, spoken })))
  if (matches.size === 0) return unknown(first.code, index, asked)
  return {
    kind: 'found',
    matches: [...matches].slice(0, MATCH_LIMIT).map((entry) => inPlace(entry, text)),
    codes: [...new Set(codes.map(({ code }) => code))],
    sure,
  }
}

/** A status is the point of no longer text. */
const STATUS_REACH = 40

/** `apns 410`, `fcm 404`: what comes with that HTTP status, of the vendors whose status says something. */
function ofStatus(code: string, vendor: Vendor | undefined): readonly CodeEntry[] {
  if ((vendor !== 'apns' && vendor !== 'fcm') || !/^[45]\d\d$/.test(code)) return []
  return allCodes.filter((entry) => entry.vendor === vendor && entry.http === Number(code)).slice(0, STATUS_MATCHES)
}
const STATUS_MATCHES = 6

/** Most mentions of vendors that are looked at one by one. */
const MENTION_LIMIT = 8

/** `xiaomi 20301 and huawei 80300007`: what is found in the part of each vendor; fewer than two: the text is not made like that. */
function eachWithItsVendor(text: string, mentions: readonly VendorMention[]): readonly Found[] {
  const turns = mentions.filter(({ vendor }, at) => vendor !== mentions[at - 1]?.vendor)
  if (turns.length < 2 || turns.length > MENTION_LIMIT) return []
  // "20301 (xiaomi), 80300007 (huawei)": the code goes before its vendor.
  const isBefore = codesOf(text.slice(0, turns[0]?.at), { asked: turns[0]?.vendor, spoken: [] }).kind === 'found'
  const parts = turns.map(({ vendor, at, end }, turn) => ({
    vendor,
    part: isBefore ? text.slice(turns[turn - 1]?.end ?? 0, at) : text.slice(end, turns[turn + 1]?.at),
  }))
  return parts.flatMap(({ vendor, part }) => {
    const answer = codesOf(part, { asked: vendor, spoken: [] })
    return answer.kind === 'found' && answer.matches.some((entry) => entry.vendor === vendor) ? [answer] : []
  })
}

function merged(each: readonly Found[], text: string): CodeAnswer {
  const matches = [...new Set(each.flatMap((answer) => answer.matches))]
  return {
    kind: 'found',
    matches: matches.slice(0, MATCH_LIMIT).map((entry) => inPlace(entry, text)),
    codes: [...new Set(each.flatMap(({ codes }) => codes))],
    sure: each.some(({ sure }) => sure),
  }
}

/** Of a sentence that several vendors say alike, the one that is named counts. */
function ofNamed(codes: readonly ReadCode[], named: readonly Vendor[]): readonly ReadCode[] {
  const isOfNamed = ({ vendor }: ReadCode): boolean => vendor !== null && named.includes(vendor)
  return codes.some(isOfNamed) ? codes.filter((each) => each.vendor === null || isOfNamed(each)) : codes
}

const ofReading = ({ code, vendor }: ReadCode, index: CodeIndex): readonly CodeEntry[] =>
  vendor === null ? entriesOf(code, index) : entriesOf(code, index).filter((entry) => entry.vendor === vendor)

/** Chat platforms and web pages write some marks so. */
const ENTITIES: Readonly<Record<string, string>> = {
  gt: '>',
  lt: '<',
  quot: '"',
  apos: "'",
  '#39': "'",
  amp: '&',
  nbsp: ' ',
}

const withoutEntities = (text: string): string =>
  text.replace(/&(gt|lt|quot|apos|#39|amp|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)

/** `xiaomi 22006` and `huawei:1001` are bare codes once the vendor is taken off. */
function withoutVendor(text: string): string {
  const [, first = '', rest = ''] = /^\s{0,4}([^\s:/]{1,20})[\s:/]{1,4}(\S.{0,100})$/.exec(text) ?? []
  return vendorByName(first) === undefined ? text : rest
}

/** A vendor that was asked for decides; the meaning of one that the text merely names comes first. */
function fitting(
  entries: readonly CodeEntry[],
  { asked, spoken }: { asked: Vendor | undefined; spoken: readonly Vendor[] },
): readonly CodeEntry[] {
  const own = entries.filter(
    ({ vendor }) => vendor !== undefined && (asked === undefined ? spoken.includes(vendor) : vendor === asked),
  )
  const tencents = entries.filter(({ vendor }) => vendor === undefined)
  if (own.length > 0) return asked === undefined ? [...own, ...tencents] : own
  if (asked !== undefined) return tencents
  // `20003` in a text of Tencent is not the second half of Huawei's `1101/20003`.
  return tencents.length === 0 ? entries : entries.filter(({ code }) => !/[:/]/.test(code))
}

function unknown(code: string, index: CodeIndex, asked: Vendor | undefined): CodeAnswer {
  // With a vendor asked for, the same code of another vendor is the best hint.
  const elsewhere = entriesOf(code, index)
  const near = /^-?\d+$/.test(code) ? nearNumbers(Number(code), index) : nearWords(code, index)
  const likely = asked === undefined ? near : near.filter(({ vendor }) => vendor === undefined || vendor === asked)
  const nearest = [...new Set([...elsewhere, ...likely])].slice(0, NEAREST_LIMIT)
  const area = areaOfNumber(Number(code)) ?? areaOfNumber(-Number(code))
  const vendor = area === 'push-registration' ? 'huawei' : undefined
  return {
    kind: 'unknown',
    code,
    nearest,
    ...(area === undefined ? {} : { area }),
    ...(vendor === undefined ? {} : { vendor }),
  }
}

function nearWords(code: string, index: CodeIndex): readonly CodeEntry[] {
  return closestWords(code, index).flatMap((word) => index.byCode.get(word) ?? [])
}

/** The same number with the other sign, then the listed numbers of the same hundred, else of the same thousand. */
function nearNumbers(value: number, index: CodeIndex): readonly CodeEntry[] {
  if (value === 0) return []
  const opposite = index.byCode.get(String(-value)) ?? []
  const same = (size: number): typeof index.numbers =>
    index.numbers.filter((other) => Math.floor(other.value / size) === Math.floor(value / size))
  const hundred = same(100)
  const distance = (other: number): number => Math.abs(other - value)
  // Huawei's numbers lie far apart.
  const wide = same(1000).length === 0 && value > 1_000_000 ? same(1_000_000) : same(1000)
  const near = (hundred.length > 0 || Math.abs(value) < 1000 ? hundred : wide).toSorted(
    (a, b) => distance(a.value) - distance(b.value),
  )
  return [...opposite, ...near.map(({ entry }) => entry)]
}
