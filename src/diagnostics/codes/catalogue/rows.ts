import type { Area, CodeEntry, CodeKind, Vendor } from '../entry.ts'
import { ownerOf } from '../owners.ts'
import type { SourceId } from '../sources.ts'

/** The same sentence twice, side by side so that a reviewer sees both at once. */
export type Pair = readonly [en: string, zh: string]

export type Row = readonly [code: string, meaning: Pair, cause: Pair, remedy: Pair]

export type VendorRow = readonly [code: string, kind: CodeKind, meaning: Pair, cause: Pair, remedy: Pair, http?: number]

interface Traits {
  readonly area: Area
  readonly source: SourceId
  readonly vendor?: Vendor
  readonly confirmed?: false
}

/** Rows that share their area and source, spelt out as entries. */
export function entries(traits: Traits, rows: readonly Row[]): readonly CodeEntry[] {
  return rows.map(([code, meaning, cause, remedy]) => ({
    code,
    ...traits,
    owner: ownerOf({ code, ...traits }),
    ...texts(meaning, cause, remedy),
  }))
}

/** The same for a push vendor, whose rows also say what the refusal is about and its HTTP status. */
export function vendorEntries(traits: Traits & { vendor: Vendor }, rows: readonly VendorRow[]): readonly CodeEntry[] {
  return rows.map(([code, kind, meaning, cause, remedy, http]) => ({
    code,
    ...traits,
    kind,
    owner: ownerOf({ code, kind, ...traits }),
    ...(http === undefined ? {} : { http }),
    ...texts(meaning, cause, remedy),
  }))
}

function texts(meaning: Pair, cause: Pair, remedy: Pair): Pick<CodeEntry, 'en' | 'zh'> {
  return {
    en: { meaning: meaning[0], cause: cause[0], remedy: remedy[0] },
    zh: { meaning: meaning[1], cause: cause[1], remedy: remedy[1] },
  }
}
