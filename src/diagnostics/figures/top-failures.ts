import type { Vendor } from '../codes/entry.ts'
import type { PushLoss } from '../im/push-loss.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import type { Count } from '../ports/event-figures.ts'
import { readVendorAnswer } from '../push/vendor-cause.ts'
import type { FailureCount } from './report-figures.ts'

const MOST = 10

/** Pushes that were lost for one reason, as it came. */
export interface Failed {
  vendor: Vendor | null
  /** A number or a vendor's word. */
  code: string
  info: string
  count: number
}

/** Both lists of Tencent's losses, by vendor where that is told. */
export const failedOfLosses = (losses: readonly PushLoss[]): readonly Failed[] =>
  (['ready', 'sent'] as const).flatMap((wanted) => {
    const ofPhase = losses.filter(({ phase }) => phase === wanted)
    const byPlatform = ofPhase.filter(({ platform }) => platform !== null)
    return (byPlatform.length > 0 ? byPlatform : ofPhase).map(({ platform, code, info, count }) => ({
      vendor: platform === null ? null : vendorOfPlatform(platform),
      code,
      info,
      count,
    }))
  })

/** Stored callbacks of stage 1 and 2 with a code. Each count brings words of its own, which may tell what its number does not. */
export const failedOfCounts = (counts: readonly Count[]): readonly Failed[] =>
  counts.flatMap(({ of, count, sample }) =>
    of.kind === 'push' && of.delivery === 'offline' && (of.stage === 1 || of.stage === 2) && of.code !== 0
      ? [{ vendor: vendorOfPlatform(of.platform), code: String(of.code), info: sample ?? '', count }]
      : [],
  )

/**
 * What most pushes failed for. Codes are read as `push why` reads them, and those that come to the same are one.
 *
 * @param before of the period before; null: not known
 * @returns most first, at most ten; and how many kinds there are in all
 */
export function topFailures(
  failed: readonly Failed[],
  before: readonly Failed[] | null,
  source: FailureCount['source'],
): { top: readonly FailureCount[]; kinds: number } {
  const earlier = before === null ? null : merge(before)
  const all = [...merge(failed)].map(
    ([name, { vendor, reading, info, count }]): FailureCount => ({
      vendor,
      code: reading.code,
      count,
      before: earlier === null ? null : (earlier.get(name)?.count ?? 0),
      info,
      owner: reading.owner,
      source,
    }),
  )
  // Of equals always the same ones, so that two reports of one time are one.
  const byCount = (one: FailureCount, other: FailureCount) =>
    other.count - one.count || nameOf(one).localeCompare(nameOf(other), 'en')
  return { top: all.toSorted(byCount).slice(0, MOST), kinds: all.length }
}

const nameOf = ({ vendor, code }: Pick<Failed, 'vendor' | 'code'>): string => `${vendor ?? ''} ${code}`

type Merged = Failed & { reading: ReturnType<typeof readVendorAnswer> }

/** The same reason comes once for every step of the time: to read what one means takes longer than to add it up. */
function addedUp(failed: readonly Failed[]): readonly Failed[] {
  const sums = new Map<string, Failed>()
  for (const each of failed) {
    const name = `${nameOf(each)} ${each.info}`
    sums.set(name, { ...each, count: each.count + (sums.get(name)?.count ?? 0) })
  }
  return [...sums.values()]
}

/** By vendor and code; the words are those that came with most of them. */
function merge(failed: readonly Failed[]): ReadonlyMap<string, Merged> {
  const merged = new Map<string, Merged>()
  const sums = addedUp(failed.filter(({ count }) => count > 0))
  for (const each of sums.toSorted((one, other) => other.count - one.count)) {
    const reading = readVendorAnswer(each.vendor, each.code, each.info)
    const name = nameOf({ vendor: each.vendor, code: reading.code })
    const known = merged.get(name)
    merged.set(name, known === undefined ? { ...each, reading } : { ...known, count: known.count + each.count })
  }
  return merged
}
