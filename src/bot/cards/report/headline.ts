import type { ReportFigures, VendorTotals } from '../../../diagnostics/figures/report-figures.ts'
import type { Alarm } from '../../../diagnostics/alerts/alarm.ts'
import { alarmTitle } from '../alerts/alarm-words.ts'
import type { ImFailure } from '../../../diagnostics/im/im-failure.ts'
import { refusalOf } from '../../../diagnostics/push/probe-failures.ts'
import { adviceOn } from '../../../diagnostics/push/refusal-advice.ts'
import { lossRate } from '../../reports/loss-rate.ts'
import type { Tone } from '../../card.ts'
import type { Rich } from '../../rich.ts'
import { tooFewToJudge } from '../../../diagnostics/alerts/not-yet-judged.ts'
import type { ReportFacts } from '../../reports/report-facts.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { failureMeaning, imFailureWords } from './failure-words.ts'
import { countWords, shareWords } from './figure-words.ts'
import { vendorName } from './vendor-name.ts'

/** From these shares on a vendor lost much, and lost something; of fewer pushes a share says nothing. */
export const MUCH = 0.2
export const SOME = 0.05
export const FEWEST_ATTEMPTS = 20

/** Loss has risen by as many times, and by so much of all pushes. */
const RISEN_TIMES = 1.5
const RISEN_BY = 0.02

const HOUR = 3_600_000

export interface Headline {
  tone: Tone
  text: Rich
}

/** The one thing that matters, with the tone of the whole report. */
export function headline(
  figures: ReportFigures,
  texts: Texts,
  locale: Locale,
  alarms: readonly Alarm[] = [],
): Headline {
  const { headline: words } = texts.report
  const { api, push, certificates } = figures
  const vendor = worstVendor(push.byVendor)
  const share = vendor === null ? null : lossRate(vendor)
  const codes = certificates.map(({ code }) => code)
  if (api.kind === 'signature-refused') return { tone: 'bad', text: signatureRefused(api.failure, texts) }
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
  // What is an alert is not usual, however small a share it is.
  const [alarm] = alarms.filter(({ code }) => code !== 'certificate-expiring')
  if (alarm !== undefined)
    return { tone: 'warn', text: words.alert(alarmTitle(alarm, texts), alarms.length - 1, '/im alert list') }
  if (codes.length > 0) return { tone: 'warn', text: words.certificateSoon }
  return withoutTrouble(figures, texts)
}

function signatureRefused(failure: ImFailure, texts: Texts): Rich {
  const refusal = refusalOf({ source: 'im', failure })
  const { remedy } = texts.push.findings['admin-sig-rejected']({ ...refusal, administrator: '' })
  const words = texts.report.headline
  return words.signatureRefused(imFailureWords(failure, texts), adviceOn(refusal) === null ? null : remedy)
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

/**
 * Why a vendor of whose loss the headline speaks is no alert; null: it is one, could be one, or nothing is known of alerts.
 */
export function whyNoAlert({ figures, alerts }: ReportFacts, texts: Texts): Rich | null {
  if (alerts === undefined || alerts === null) return null
  const vendor = worstVendor(figures.push.byVendor)
  if (vendor === null) return (figures.push.totals.lost ?? 0) > 0 ? texts.report.noAlert.few(FEWEST_ATTEMPTS) : null
  if ((lossRate(vendor) ?? 0) < SOME) return null
  if (alerts.alarms.some((alarm) => 'vendor' in alarm && alarm.vendor === vendor.vendor)) return null
  const { minimumPushes, windowMinutes, baselineDays } = alerts.rules
  const name = vendorName(vendor.vendor, texts)
  switch (tooFewToJudge(vendor.vendor, alerts.pushes, alerts.rules)) {
    case 'window':
      return texts.report.noAlert.window(name, minimumPushes, windowMinutes)
    case 'history':
      return texts.report.noAlert.history(name, minimumPushes, baselineDays)
    case null:
      return null
  }
}
