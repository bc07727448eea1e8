import type { ReportFigures } from '../../../diagnostics/figures/report-figures.ts'
import type { CertificateWarning } from '../../../diagnostics/vendors/check-certificates.ts'
import type { Field } from '../../card.ts'
import type { ReportView } from '../../reports/report-facts.ts'
import type { Rich } from '../../rich.ts'
import { formatDuration } from '../../texts/duration.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { changeWords, countWords } from './figure-words.ts'
import { imFailureWords } from './failure-words.ts'

const MOST_GAPS = 2
const MOST_CERTIFICATES = 4

/** How the app and its surroundings are: logins, webhooks, certificates, the server API. */
export function healthFields(figures: ReportFigures, view: ReportView, texts: Texts, locale: Locale): readonly Field[] {
  const { health: words } = texts.report
  const users = userWords(figures, texts)
  return [
    { label: words.states, value: [stateWords(figures, texts)] },
    ...(users.length === 0 ? [] : [{ label: words.users, value: joined(users, locale) }]),
    { label: words.webhooks, value: joined(webhookWords(figures, texts, locale), locale) },
    ...(view.certificates === 0
      ? []
      : [{ label: words.certificates, value: joined(certificateWords(figures.certificates, texts), locale) }]),
    { label: words.api, value: apiWords(figures, texts) },
  ]
}

const joined = (parts: readonly Rich[], locale: Locale): Rich =>
  parts.flatMap((part, index) => (index === 0 ? part : [locale === 'zh' ? '；' : '; ', ...part]))

function stateWords({ states, statesBefore }: ReportFigures, texts: Texts): string {
  const { health: words } = texts.report
  if (states === null) return words.noStates
  const { logins, logouts, disconnects, kicks } = states
  const change = changeWords(logins, statesBefore?.logins ?? null)
  return words.statesOf(
    countWords(logins),
    change === null ? '' : texts.report.changed(change),
    countWords(logouts),
    countWords(disconnects),
    countWords(kicks),
  )
}

/** By Tencent's own count of days; of several the last one's users, since a user of two days is one user. */
function userWords({ days }: ReportFigures, texts: Texts): readonly Rich[] {
  const { health: words } = texts.report
  const last = days.findLast(({ activeUsers }) => activeUsers !== null)
  const sent = days.flatMap(({ sentMessages }) => (sentMessages === null ? [] : [sentMessages]))
  return [
    ...(last === undefined ? [] : [[words.active(countWords(last.activeUsers ?? 0), last.date)]]),
    ...(sent.length === 0 ? [] : [[words.sent(countWords(sent.reduce((sum, each) => sum + each, 0)))]]),
  ]
}

function webhookWords({ webhooks }: ReportFigures, texts: Texts, locale: Locale): readonly Rich[] {
  const { health: words } = texts.report
  const { lastReceived, received, gaps, sent, answered } = webhooks
  const counted = sent === null || answered === null ? [] : [[words.answered(countWords(answered), countWords(sent))]]
  if (lastReceived === null) return [[words.neverReceived], ...counted]
  return [
    words.lastReceived(lastReceived),
    [received === null ? texts.report.noData : words.received(countWords(received))],
    ...gaps.slice(0, MOST_GAPS).map(({ from, to }) => words.gap(formatDuration((to - from) / 1000, locale), from)),
    ...(gaps.length > MOST_GAPS ? [[words.moreGaps(gaps.length - MOST_GAPS)]] : []),
    ...counted,
  ]
}

function certificateWords(warnings: readonly CertificateWarning[], texts: Texts): readonly Rich[] {
  const { health: words } = texts.report
  if (warnings.length === 0) return [[words.fine]]
  return warnings.slice(0, MOST_CERTIFICATES).map((warning) => {
    switch (warning.code) {
      case 'expired':
        return words.expired(warning.certificateId, -warning.expiresInDays)
      case 'expires-soon':
        return words.expiresSoon(warning.certificateId, warning.expiresInDays)
      case 'credential-rejected':
        return words.rejected(warning.certificateId)
    }
  })
}

function apiWords({ api }: ReportFigures, texts: Texts): Rich {
  const { health: words } = texts.report
  switch (api.kind) {
    case 'well':
      return [words.well(countWords(Math.round(api.ms)))]
    case 'signature-refused':
      return words.refused(imFailureWords(api.failure, texts))
    case 'failing':
      return words.failing(imFailureWords(api.failure, texts))
  }
}
