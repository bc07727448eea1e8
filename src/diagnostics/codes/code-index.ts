import { allCodes } from './catalogue/all.ts'
import type { CodeEntry } from './entry.ts'

interface NumberRange {
  readonly from: number
  readonly to: number
  readonly entry: CodeEntry
}

export interface CodeIndex {
  /** Lower-case code to its entries, those written exactly so before those that carry it as a part. */
  readonly byCode: ReadonlyMap<string, readonly CodeEntry[]>
  readonly ranges: readonly NumberRange[]
  /** Codes that are plain words: lower-case to every spelling of it. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
  readonly numbers: readonly { readonly value: number; readonly entry: CodeEntry }[]
}

let built: CodeIndex | undefined

/** The catalogue by code. Built at the first question, not at import. */
export function codeIndex(): CodeIndex {
  built ??= buildIndex(allCodes)
  return built
}

/** Every entry for a code as it was written, exact letters first. */
export function entriesOf(code: string, index: CodeIndex): readonly CodeEntry[] {
  const key = listedKey(code, index)
  const listed = key === undefined ? [] : (index.byCode.get(key) ?? [])
  const value = /^\d{1,9}$/.test(code) ? Number(code) : Number.NaN
  const inRange = index.ranges.filter(({ from, to }) => value >= from && value <= to).map(({ entry }) => entry)
  const exact = listed.filter((entry) => entry.code === code)
  return [...new Set([...exact, ...listed, ...inRange])]
}

export function isListed(code: string, index: CodeIndex): boolean {
  if (listedKey(code, index) !== undefined) return true
  const value = Number(code)
  return /^\d{1,9}$/.test(code) && index.ranges.some(({ from, to }) => value >= from && value <= to)
}

/** Negative forms are those of the native TRTC SDK, which puts a minus before the codes of the chat service. */
function listedKey(code: string, index: CodeIndex): string | undefined {
  const key = code.toLowerCase()
  return [key, key.replace(/^-/, '')].find((name) => index.byCode.has(name))
}

function buildIndex(entries: readonly CodeEntry[]): CodeIndex {
  const exact = new Map<string, CodeEntry[]>()
  const partial = new Map<string, CodeEntry[]>()
  const words = new Map<string, Set<string>>()
  const ranges: NumberRange[] = []
  const numbers: { value: number; entry: CodeEntry }[] = []
  for (const entry of entries) {
    const { code } = entry
    const range = /^(\d+)-(\d+)$/.exec(code)
    if (range !== null) ranges.push({ from: Number(range[1]), to: Number(range[2]), entry })
    if (/^-?\d+$/.test(code)) numbers.push({ value: Number(code), entry })
    append(exact, code, entry)
    for (const part of partsOf(code)) append(partial, part, entry)
    for (const name of [code, ...partsOf(code)]) {
      if (!/^[A-Za-z_]+$/.test(name)) continue
      const spellings = words.get(name.toLowerCase())
      if (spellings === undefined) words.set(name.toLowerCase(), new Set([name]))
      else spellings.add(name)
    }
  }
  const byCode = new Map<string, readonly CodeEntry[]>(exact)
  for (const [key, list] of partial) byCode.set(key, [...(exact.get(key) ?? []), ...list])
  return { byCode, ranges, words, numbers }
}

/**
 * What people quote of a compound code: `2` of `receipt:2`, `12304` of `1101/12304`, `noRight` of `80100000/noRight`,
 * `barStatus` of `callback:barStatus=Disable`. The leading part counts where it is itself an answer of the vendor.
 */
function partsOf(code: string): readonly string[] {
  const [head = '', tail = ''] = code.split(/[:/]/)
  if (tail === '') return []
  const [name = ''] = tail.split('=')
  return /^(?:\d{4,}|[A-Z_]+)$/.test(head) ? [name, head] : [name]
}

function append(map: Map<string, CodeEntry[]>, code: string, entry: CodeEntry): void {
  const key = code.toLowerCase()
  const list = map.get(key)
  if (list === undefined) map.set(key, [entry])
  else list.push(entry)
}
