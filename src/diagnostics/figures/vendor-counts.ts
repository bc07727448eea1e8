import type { Vendor } from '../codes/entry.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import type { Count } from '../ports/event-figures.ts'

/** Pushes that came back with one code at one stage: 1 on the way to the vendor, 2 on the way to the phone. */
export interface CodeCount {
  code: number
  count: number
  /** The first words that came with it; null: none did. */
  sample: string | null
  stage: number
}

/** Offline pushes of one vendor, as callbacks told them. */
export interface VendorCounts {
  /** Null: platforms that no page lists, together. */
  vendor: Vendor | null
  /** Callbacks of stage 1: each push that Tencent tried to hand to the vendor, whatever came of it. */
  attempted: number
  /** Stage 1 with code 0: the vendor took it. */
  accepted: number
  /** Stage 2 with code 0. */
  delivered: number
  /** Stage 3. */
  clicked: number
  /** Stage 1 and stage 2 with another code than 0. */
  lost: number
  /** Callbacks of stage 2, whatever they said: where there are none, the vendor sends no receipts. */
  receipts: number
  /** Most first. */
  codes: readonly CodeCount[]
}

type Tally = { -readonly [Key in keyof Omit<VendorCounts, 'codes'>]: VendorCounts[Key] } & {
  codes: Map<string, CodeCount>
}

/**
 * Counts offline pushes by vendor; what went over the online channel has nothing to do with vendors, and counts of anything
 * else are passed over.
 *
 * @param counts of any number of steps, which are added up
 * @returns most attempts first; a vendor of which nothing was counted is left out
 */
export function vendorCounts(counts: readonly Count[]): readonly VendorCounts[] {
  const tallies = new Map<Vendor | null, Tally>()
  for (const { of, count, sample } of counts) {
    if (of.kind !== 'push' || of.delivery !== 'offline' || count <= 0) continue
    const vendor = vendorOfPlatform(of.platform)
    const tally = tallies.get(vendor) ?? newTally(vendor)
    tallies.set(vendor, tally)
    add(tally, of, count, sample)
  }
  return [...tallies.values()]
    .map(({ codes, ...rest }) => ({ ...rest, codes: [...codes.values()].toSorted((a, b) => b.count - a.count) }))
    .toSorted((a, b) => b.attempted - a.attempted || b.lost - a.lost)
}

const newTally = (vendor: Vendor | null): Tally => ({
  vendor,
  attempted: 0,
  accepted: 0,
  delivered: 0,
  clicked: 0,
  lost: 0,
  receipts: 0,
  codes: new Map(),
})

function add(
  tally: Tally,
  { stage, code, reason }: { stage: number; code: number; reason?: string },
  count: number,
  sample: string | null,
) {
  if (stage === 3) tally.clicked += count
  if (stage !== 1 && stage !== 2) return
  if (stage === 1) tally.attempted += count
  else tally.receipts += count
  if (code === 0) {
    if (stage === 1) tally.accepted += count
    else tally.delivered += count
    return
  }
  tally.lost += count
  const name = `${stage}:${code}:${reason ?? ''}`
  const known = tally.codes.get(name)
  tally.codes.set(name, {
    code,
    stage,
    count: (known?.count ?? 0) + count,
    sample: known?.sample ?? sample,
  })
}
