import type { ApiHealth, ReportFigures } from '../../diagnostics/figures/report-figures.ts'
import type { Span } from '../../diagnostics/ports/im-service.ts'
import { failureEntry } from '../cards/report/failure-words.ts'
import { infoWithoutTokens } from '../cards/push/without-tokens.ts'
import { isoTime } from '../cards/usersig-result.ts'
import type { Locale } from '../texts/locale.ts'
import { lossRate } from './loss-rate.ts'
import type { ReportFacts } from './report-facts.ts'

/** The result of `im.report` for scripts: the contract's shape, in which lists are always there. A null number is "no data", which is not zero. */
export function reportResult({ figures, asked, causes }: ReportFacts, locale: Locale) {
  const { app, period, before, push, topFailures, states, statesBefore, webhooks, certificates, api, days } = figures
  return {
    app,
    period: spanOf(period),
    totals: { ...push.totals, lossRate: lossRate(push.totals), source: push.source, since: isoTime(push.since) },
    before: { ...spanOf(before), ...push.totalsBefore, lossRate: lossRate(push.totalsBefore) },
    byVendor: push.byVendor.map((each) => ({ ...each, lossRate: lossRate(each) })),
    withoutReceipts: figures.withoutReceipts.map(({ vendor, accepted, setup }) => ({
      vendor,
      accepted,
      reason: setup.kind === 'url' ? 'not-set-up' : setup.kind === 'none' ? 'no-statistics' : setup.kind,
      url: setup.kind === 'url' ? setup.url : null,
    })),
    topFailures: topFailures.map(failureOf(locale)),
    diagnoses: asked ?? [],
    causes: causes ?? [],
    states,
    statesBefore,
    webhooks: {
      ...webhooks,
      lastReceived: isoTime(webhooks.lastReceived),
      gaps: webhooks.gaps.map(spanOf),
    },
    certificates,
    api: apiOf(api),
    days,
  }
}

export const spanOf = ({ from, to }: Span) => ({ from: isoTime(from), to: isoTime(to) })

export const failureOf = (locale: Locale) => (failure: ReportFigures['topFailures'][number]) => {
  const { vendor, code, count, before, info, owner, source } = failure
  const entry = failureEntry(failure)?.[locale] ?? null
  const message = info === '' ? null : infoWithoutTokens(info)
  return {
    vendor,
    code,
    count,
    before,
    meaning: entry?.meaning ?? null,
    remedy: entry?.remedy ?? null,
    owner,
    message,
    source,
  }
}

const apiOf = (api: ApiHealth) =>
  api.kind === 'well'
    ? { outcome: api.kind, ms: api.ms, code: null, message: null }
    : {
        outcome: api.kind,
        ms: null,
        code: api.failure.code,
        message: api.failure.info === '' ? api.failure.kind : api.failure.info,
      }
