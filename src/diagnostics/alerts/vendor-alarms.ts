import type { CodeCount, VendorCounts } from '../figures/vendor-counts.ts'
import { readVendorAnswer, type VendorCause } from '../push/vendor-cause.ts'
import type { Alarm, Leading } from './alarm.ts'
import type { PushEvidence } from './alert-evidence.ts'
import type { AlertRules } from './rules.ts'

/** One vendor: the window, its newest part, and the days before; null: nothing was counted. */
interface Seen {
  window: VendorCounts
  latest: VendorCounts | null
  baseline: VendorCounts | null
}

/** Alarms about one vendor's pushes. All go by shares, so that more pushes alone are never an alarm. */
export function vendorAlarms({ window, latest, baseline }: PushEvidence, rules: AlertRules): readonly Alarm[] {
  return window.flatMap((now) => {
    const same = ({ vendor }: VendorCounts) => vendor === now.vendor
    const seen = { window: now, latest: latest.find(same) ?? null, baseline: usual(baseline.find(same), rules) }
    const rejected = credentialRejected(seen, rules)
    const told = rejected.map(({ answer }) => answer)
    return [...rejected, ...lossRate(seen, rules), ...newCodes(seen, rules, told), ...deadTokens(seen, rules)]
  })
}

/** Too few pushes show nothing that is usual. */
const usual = (counts: VendorCounts | undefined, { minimumPushes }: AlertRules): VendorCounts | null =>
  counts === undefined || counts.attempted < minimumPushes ? null : counts

/** Receipts can tell of a loss after the vendor took it, even of one that was attempted earlier. */
const lossOf = ({ lost, attempted }: VendorCounts): number => (attempted === 0 ? 0 : Math.min(1, lost / attempted))

function lossRate({ window, latest, baseline }: Seen, rules: AlertRules): readonly Alarm[] {
  const { vendor, attempted, lost } = window
  if (baseline === null || attempted < rules.minimumPushes) return []
  const before = lossOf(baseline)
  const isOver = (rate: number) => rate - before >= rules.lossPoints / 100 && rate >= rules.lossFactor * before
  const rate = lossOf(window)
  // The window remembers for an hour what may be over by now.
  const isPast = latest !== null && latest.attempted >= rules.minimumPushes / 2 && !isOver(lossOf(latest))
  if (!isOver(rate) || isPast) return []
  const leading = leadingOf(window.codes)
  return [{ code: 'loss-rate', vendor, rate, baseline: before, attempted, lost, leading }]
}

function leadingOf(codes: readonly CodeCount[]): Leading {
  const [most] = byCode(codes)
  return most === undefined ? null : { answer: String(most.code), info: wordsOf(most), count: most.count }
}

const wordsOf = ({ sample }: CodeCount): string => (sample ?? '').slice(0, 300)

function newCodes({ window, latest, baseline }: Seen, rules: AlertRules, told: readonly string[]): readonly Alarm[] {
  const { vendor } = window
  if (baseline === null) return []
  return byCode(window.codes).flatMap((each) => {
    const { code, count } = each
    const answer = String(code)
    const same = (other: CodeCount) => other.code === code
    const isNew = count >= rules.newCodeCount && countOf(baseline, same) === 0
    const goesOn = countOf(latest, same) > 0
    if (!isNew || !goesOn || told.includes(answer)) return []
    return [{ code: 'new-code' as const, vendor, answer, count, info: wordsOf(each) }]
  })
}

/** A dead token is dead without days before, too; with them, an app has its usual share. */
function deadTokens({ window, latest, baseline }: Seen, rules: AlertRules): readonly Alarm[] {
  const { vendor } = window
  const count = countOf(window, isDead(vendor))
  const share = baseline === null ? null : countOf(baseline, isDead(vendor)) / baseline.attempted
  const isMany = (dead: number, attempted: number) =>
    dead > 0 && dead >= rules.deadTokenFactor * (share ?? 0) * attempted
  if (count < rules.deadTokens || !isMany(count, window.attempted)) return []
  if (!isMany(countOf(latest, isDead(vendor)), latest?.attempted ?? 0)) return []
  const leading = leadingOf(window.codes.filter(isDead(vendor)))
  const usual = share === null ? null : Math.round(share * window.attempted)
  return [{ code: 'dead-tokens', vendor, count, usual, leading }]
}

/** Wrong from the first push on, so it needs no days before; but where the days before were the same, it is known. */
function credentialRejected({ window, latest, baseline }: Seen, rules: AlertRules) {
  const { vendor } = window
  return byCode(window.codes.filter(isOf(vendor, 'credential-rejected'))).flatMap((each) => {
    const { code, count } = each
    const same = (other: CodeCount) => other.code === code
    const before = baseline === null ? 0 : (countOf(baseline, same) / baseline.attempted) * window.attempted
    if (count < rules.newCodeCount || count < rules.lossFactor * before || countOf(latest, same) === 0) return []
    const answer = String(code)
    return [{ code: 'credential-rejected' as const, vendor, certificateId: null, answer, info: wordsOf(each), count }]
  })
}

const isOf =
  (vendor: VendorCounts['vendor'], cause: VendorCause) =>
  ({ code, sample }: CodeCount): boolean =>
    readVendorAnswer(vendor, String(code), sample ?? '').cause === cause

const isDead = (vendor: VendorCounts['vendor']) => isOf(vendor, 'token-invalid')

const countOf = (counts: VendorCounts | null, wanted: (code: CodeCount) => boolean): number =>
  counts === null ? 0 : counts.codes.filter(wanted).reduce((sum, { count }) => sum + count, 0)

/** Most first. One code may come at both stages. */
function byCode(codes: readonly CodeCount[]): readonly CodeCount[] {
  const merged = new Map<number, CodeCount>()
  for (const each of codes) {
    const known = merged.get(each.code)
    merged.set(
      each.code,
      known === undefined ? each : { ...known, count: known.count + each.count, sample: known.sample ?? each.sample },
    )
  }
  return [...merged.values()].toSorted((one, other) => other.count - one.count || one.code - other.code)
}
