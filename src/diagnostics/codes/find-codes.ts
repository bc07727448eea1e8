import { closestWords } from './closest-words.ts'
import { type CodeIndex, codeIndex, entriesOf } from './code-index.ts'
import { areaOfNumber } from './code-ranges.ts'
import type { Area, CodeEntry, Vendor } from './entry.ts'
import { readCodes, type ReadCode } from './read-codes.ts'
import { inPlace } from './places.ts'
import { vendorByName, vendorsIn } from './vendor-names.ts'

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
  const index = codeIndex()
  // Full-width digits and letters become plain ones, which may lengthen the text.
  const text = withoutEntities(query.text.slice(0, READ_LIMIT)).normalize('NFKC').slice(0, READ_LIMIT)
  const asked = query.vendor === undefined ? undefined : vendorByName(query.vendor)
  const spoken = vendorsIn(text)
  const alone = withoutVendor(text)
  const read = readCodes(alone, index, { vendorNamed: asked !== undefined || spoken.length > 0 })
  const { sure } = read
  const codes = ofNamed(read.codes, asked === undefined ? spoken : [asked])
  const [first] = codes
  if (first === undefined) return { kind: 'no-code' }

  const prefixed = alone === text ? undefined : spoken[0]
  const matches = new Set(
    codes.flatMap((read) => fitting(ofReading(read, index), { asked: asked ?? prefixed, spoken })),
  )
  if (matches.size === 0) return unknown(first.code, index, asked)
  return {
    kind: 'found',
    matches: [...matches].slice(0, MATCH_LIMIT).map((entry) => inPlace(entry, text)),
    codes: [...new Set(codes.map(({ code }) => code))],
    sure,
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
