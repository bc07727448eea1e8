import type { ReportFigures, VendorTotals } from '../../../diagnostics/figures/report-figures.ts'
import { lossRate } from '../../reports/loss-rate.ts'
import type { Tone } from '../../card.ts'
import type { Rich } from '../../rich.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { failureMeaning, imFailureWords } from './failure-words.ts'
import { countWords, shareWords } from './figure-words.ts'
import { vendorName } from './vendor-name.ts'

/** From these shares on a vendor lost much, and lost something; of fewer pushes a share says nothing. */
const MUCH = 0.2
const SOME = 0.05
const FEWEST_ATTEMPTS = 20

/** Loss has risen by as many times, and by so much of all pushes. */
const RISEN_TIMES = 1.5
const RISEN_BY = 0.02

const HOUR = 3_600_000

export interface Headline {
  tone: Tone
  text: Rich
}

/** The one thing that matters, with the tone of the whole report. */
export function headline(figures: ReportFigures, texts: Texts, locale: Locale): Headline {
  const { headline: words } = texts.report
  const { api, push, certificates } = figures
  const vendor = worstVendor(push.byVendor)
  const share = vendor === null ? null : lossRate(vendor)
  const codes = certificates.map(({ code }) => code)
  if (api.kind === 'signature-refused')
    return { tone: 'bad', text: words.signatureRefused(imFailureWords(api.failure, texts)) }
  if (vendor !== null && share !== null && share >= MUCH)
    return { tone: 'bad', text: vendorLost(figures, vendor, share, texts, locale) }
  if (codes.some((code) => code !== 'expires-soon')) return { tone: 'bad', text: words.certificate }
  const silentSince = webhooksSilentSince(figures)
  if (silentSince !== null) return { tone: 'warn', text: words.silent(silentSince) }
  const risen = risenLoss(push)
  if (risen !== null) return { tone: 'warn', text: words.risen(shareWords(risen.now), shareWords(risen.before)) }
  if (vendor !== null && share !== null && share >= SOME)
    return { tone: 'warn', text: vendorLost(figures, vendor, share, texts, locale) }
  if (api.kind === 'failing') return { tone: 'warn', text: words.apiFailing(imFailureWords(api.failure, texts)) }
  if (codes.length > 0) return { tone: 'warn', text: words.certificateSoon }
  return withoutTrouble(figures, texts)
}

function withoutTrouble({ app, push, webhooks }: ReportFigures, texts: Texts): Headline {
  const { headline: words } = texts.report
  const { attempted } = push.totals
  if (push.source === null || attempted === null) {
    const why = words.noPushData(push.failure === null ? null : imFailureWords(push.failure, texts))
    const how = webhooks.lastReceived === null ? words.noWebhooks(`/webhooks/im/${app}`) : []
    return { tone: push.failure === null ? 'info' : 'warn', text: [...why, ...how] }
  }
  if (attempted === 0) return { tone: 'info', text: words.noPushes }
  const share = lossRate(push.totals)
  return { tone: 'good', text: words.well(countWords(attempted), share === null ? null : shareWords(share)) }
}

function vendorLost(
  { topFailures }: ReportFigures,
  { vendor, lost, attempted }: VendorTotals,
  share: number,
  texts: Texts,
  locale: Locale,
): Rich {
  const { headline: words } = texts.report
  const said = words.vendorLost(
    vendorName(vendor, texts),
    countWords(lost ?? 0),
    countWords(attempted ?? 0),
    shareWords(share),
  )
  const first = topFailures.find((failure) => failure.vendor === vendor)
  if (first === undefined || first.count <= (lost ?? 0) / 2) return said
  return [...said, ...words.mostly(first.code, failureMeaning(first, locale))]
}

/** By share of those that tried often enough. */
const worstVendor = (all: readonly VendorTotals[]): VendorTotals | null =>
  all
    .filter(({ attempted }) => (attempted ?? 0) >= FEWEST_ATTEMPTS)
    .toSorted((one, other) => (lossRate(other) ?? 0) - (lossRate(one) ?? 0))[0] ?? null

function risenLoss({ totals, totalsBefore }: ReportFigures['push']): { now: number; before: number } | null {
  const [now, before] = [lossRate(totals), lossRate(totalsBefore)]
  if (now === null || before === null || (totals.attempted ?? 0) < FEWEST_ATTEMPTS) return null
  return now >= before * RISEN_TIMES && now >= before + RISEN_BY ? { now, before } : null
}

/** The end of the period lies in a gap, and nothing has come after it either. UNIX milliseconds of the last; null: not so. */
function webhooksSilentSince({ webhooks: { gaps, lastReceived }, period }: ReportFigures): number | null {
  const isOpen = gaps.some(({ to }) => to >= period.to - HOUR / 60)
  return isOpen && lastReceived !== null && lastReceived < period.to - HOUR ? lastReceived : null
}
