import type { ImApp } from '../im/im-app.ts'
import { type EventFigures, QUARTER } from '../ports/event-figures.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { ImService, Span } from '../ports/im-service.ts'
import type { PushVendors } from '../ports/push-vendors.ts'
import type { Probed } from '../push/evidence.ts'
import { askIm, askStore, askVendors, type ProbeRun } from '../push/probe.ts'
import { checkCertificates } from '../vendors/check-certificates.ts'
import { RECEIPTS_KEPT_FOR } from '../vendors/receipts.ts'
import { lossesKept, statisticsKept } from './kept-by-tencent.ts'
import { quartersOf } from './webhook-health.ts'

export interface ReportPorts {
  im: ImService
  events: EventStore
  figures: EventFigures
  vendors: PushVendors
}

export interface ReportTimes {
  period: Span
  before: Span
  /** Milliseconds. */
  stepMs: number
  /** UNIX milliseconds. */
  now: number
}

const NOT_ASKED = { kind: 'skipped' } as const

/** Every question of a report, all at once. Tencent's push calls are for its push service, and for times that it keeps. */
export async function askReport(
  app: ImApp,
  { period, before, stepMs, now }: ReportTimes,
  { im, events, figures, vendors }: ReportPorts,
  run: ProbeRun & { vendorsMs: number },
) {
  const { sdkAppId, administrators } = app
  const usesService = app.push === 'timpush'
  const [administrator = 'administrator'] = administrators
  const countsOf = (span: Span, stepMs: number | null) =>
    askStore(run, () => figures.counts(sdkAppId, span, { kinds: ['push', 'state'], stepMs }))
  const statisticsOf = (span: Span) => askIm(run, (ending) => im.pushStatistics(app, span, ending))
  const lossesOf = (span: Span) => askIm(run, (ending) => im.pushLoss(app, span, ending))
  const only = <Value>(isAsked: boolean, ask: () => Promise<Probed<Value>>) =>
    isAsked ? ask() : Promise.resolve<Probed<Value>>(NOT_ASKED)
  const [
    statistics,
    losses,
    statisticsBefore,
    lossesBefore,
    days,
    api,
    counts,
    countsBefore,
    received,
    since,
    lastReceived,
    receipts,
    certificates,
  ] = await Promise.all([
    // The period goes ahead of the time before it, where calls have to take turns.
    only(usesService, () => statisticsOf(period)),
    only(usesService && lossesKept(period, now), () => lossesOf(period)),
    only(usesService && statisticsKept(before, now), () => statisticsOf(before)),
    only(usesService && lossesKept(before, now), () => lossesOf(before)),
    askIm(run, (ending) => im.appDays(app, ending)),
    askIm(run, (ending) => im.userStates(app, [administrator], ending)),
    countsOf(period, stepMs),
    countsOf(before, null),
    askStore(run, () => figures.counts(sdkAppId, quartersOf(period), { kinds: ['received'], stepMs: QUARTER })),
    askStore(run, () => figures.since(sdkAppId)),
    askStore(run, () => events.lastReceived(sdkAppId)),
    askStore(run, () => events.pushReceipts(sdkAppId, { from: now - RECEIPTS_KEPT_FOR, to: now })),
    askVendors({ ...run, boundMs: run.vendorsMs }, (ending) => checkCertificates(app, vendors, ending)),
  ])
  return {
    statistics,
    losses,
    statisticsBefore,
    lossesBefore,
    days,
    api,
    counts,
    countsBefore,
    received,
    since,
    lastReceived,
    receipts,
    certificates,
  }
}
