import { expect, it } from 'vitest'
import { headline } from '../../../../src/bot/cards/report/headline.ts'
import { plainRich } from '../../../../src/bot/cards/plain-text.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
import type { PushTotals, ReportFigures } from '../../../../src/diagnostics/figures/report-figures.ts'
import { HOUR, imFailure, NOW } from '../../../support/push-case.ts'
import { REPORTS } from '../../../golden/report-material.ts'

const CALM: ReportFigures = REPORTS.calm.figures
const totals = (attempted: number, lost: number): PushTotals => ({
  attempted,
  accepted: null,
  delivered: null,
  clicked: null,
  lost,
})
const pushes = (attempted: number, lost: number, before: PushTotals = CALM.push.totalsBefore): ReportFigures => ({
  ...CALM,
  push: {
    ...CALM.push,
    totals: totals(attempted, lost),
    totalsBefore: before,
    byVendor: [{ vendor: 'huawei', ...totals(attempted, lost) }],
  },
})
const silence = { from: NOW - 5 * HOUR, to: NOW }

it.each<[string, ReportFigures, string, RegExp]>([
  ['nothing unusual', CALM, 'good', /^Nothing unusual/],
  ['a few losses of a few pushes', pushes(10, 4), 'good', /^Nothing unusual/],
  ['much lost', pushes(1000, 300), 'bad', /^Huawei lost 30% of its pushes: 300 of 1,000\.$/],
  ['something lost', pushes(1000, 60), 'warn', /^Huawei lost 6%/],
  [
    'more lost than before',
    pushes(1000, 40, totals(1000, 10)),
    'warn',
    /^More pushes are lost than before: 4%, up from 1%/,
  ],
  ['as much lost as before', pushes(1000, 40, totals(1000, 39)), 'good', /^Nothing unusual/],
  ['no pushes', pushes(0, 0), 'info', /^No push was attempted/],
  ['nobody told', REPORTS['no-data'].figures, 'info', /^No data on pushes.*\/webhooks\/im\/prod/],
  [
    'the signature is refused',
    REPORTS.failing.figures,
    'bad',
    /^Tencent refuses the administrator's signature \(70003\)/,
  ],
  [
    'Tencent is away',
    { ...CALM, api: { kind: 'failing', failure: imFailure({ kind: 'timeout' }) } },
    'warn',
    /too slow/,
  ],
  [
    'a certificate has ended',
    { ...CALM, certificates: [{ code: 'expired', certificateId: '1', expiresInDays: -1 }] },
    'bad',
    /no longer works/,
  ],
  [
    'a certificate ends soon',
    { ...CALM, certificates: [{ code: 'expires-soon', certificateId: '1', expiresInDays: 9 }] },
    'warn',
    /expires soon/,
  ],
  [
    'webhooks are silent',
    { ...CALM, webhooks: { ...CALM.webhooks, lastReceived: NOW - 5 * HOUR, gaps: [silence] } },
    'warn',
    /^Webhooks have gone silent: the last one came 5 hours ago/,
  ],
  [
    'webhooks were silent, and came back',
    { ...CALM, webhooks: { ...CALM.webhooks, lastReceived: NOW - 60_000, gaps: [silence] } },
    'good',
    /^Nothing unusual/,
  ],
])('the first line says the one thing that matters: %s', (_name, figures, tone, said) => {
  const line = headline(figures, textsFor('en'), 'en')
  expect(line.tone).toBe(tone)
  expect(plainRich(line.text, { locale: 'en', timeZone: null, now: NOW })).toMatch(said)
})
