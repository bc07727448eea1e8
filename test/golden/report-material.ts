import type { ReportFacts } from '../../src/bot/reports/report-facts.ts'
import type { PushTotals, ReportFigures, VendorTotals } from '../../src/diagnostics/figures/report-figures.ts'
import { DAY, HOUR, MINUTE, NOW } from '../support/push-case.ts'

const NOBODY_TOLD: PushTotals = { attempted: null, accepted: null, delivered: null, clicked: null, lost: null }

const vendor = (
  name: VendorTotals['vendor'],
  [attempted, accepted, delivered, clicked, lost]: readonly (number | null)[],
): VendorTotals => ({
  vendor: name,
  attempted: attempted ?? null,
  accepted: accepted ?? null,
  delivered: delivered ?? null,
  clicked: clicked ?? null,
  lost: lost ?? null,
})

const period = { from: NOW - DAY, to: NOW }

/** Nobody has told anything yet, and Tencent answers. */
const SILENT: ReportFigures = {
  app: 'prod',
  period,
  before: { from: NOW - 2 * DAY, to: NOW - DAY },
  push: { source: null, since: null, failure: null, totals: NOBODY_TOLD, totalsBefore: NOBODY_TOLD, byVendor: [] },
  withoutReceipts: [],
  topFailures: [],
  failureKinds: 0,
  series: { vendors: [], stepMs: HOUR, steps: [] },
  states: null,
  statesBefore: null,
  webhooks: { lastReceived: null, received: null, gaps: [], sent: null, answered: null },
  certificates: [],
  api: { kind: 'well', ms: 41 },
  days: [],
}

const share = (step: number, most: number): number => Math.round(most * (1 + Math.sin(step / 3)) * 0.5)

/** A day of an app with much traffic, of which Huawei lost a good part. */
const BUSY: ReportFigures = {
  ...SILENT,
  push: {
    source: 'statistics',
    since: null,
    failure: null,
    totals: { attempted: 128_410, accepted: 119_002, delivered: 101_377, clicked: 8120, lost: 9408 },
    totalsBefore: { attempted: 121_080, accepted: 118_700, delivered: 100_900, clicked: 8340, lost: 2380 },
    byVendor: [
      vendor('apns', [61_200, 60_790, null, 4210, 410]),
      vendor('huawei', [33_020, 25_300, 21_870, 1650, 7720]),
      vendor('xiaomi', [21_340, 20_230, 18_900, 1410, 1110]),
      vendor('fcm', [12_700, 12_540, 11_800, 850, 160]),
      vendor(null, [150, 142, null, null, 8]),
    ],
  },
  withoutReceipts: [
    {
      vendor: 'honor',
      accepted: 142,
      setup: {
        kind: 'url',
        url: 'https://apisgp.im.qcloud.com/v3/offline_push_report/honor',
        region: 'singapore',
      },
    },
  ],
  failureKinds: 6,
  topFailures: [
    { vendor: 'huawei', code: '80300007', count: 6912, before: 620, info: '', owner: 'user', source: 'loss' },
    {
      vendor: 'xiaomi',
      code: '-203',
      count: 870,
      before: 0,
      info: 'over quota',
      owner: 'administrator',
      source: 'loss',
    },
    { vendor: 'apns', code: 'Unregistered', count: 402, before: 388, info: '', owner: 'user', source: 'loss' },
    { vendor: 'huawei', code: '99999', count: 88, before: null, info: 'who knows', owner: 'developer', source: 'loss' },
    { vendor: 'fcm', code: 'UNREGISTERED', count: 61, before: 70, info: '', owner: 'user', source: 'loss' },
    { vendor: null, code: '-199', count: 8, before: 9, info: '', owner: 'vendor', source: 'loss' },
  ],
  series: {
    vendors: ['apns', 'huawei'],
    stepMs: HOUR,
    steps: Array.from({ length: 24 }, (_, step) => ({
      from: period.from + step * HOUR,
      attempted: [2500, step === 5 ? null : 1400],
      lost: [share(step, 60), step === 5 ? null : share(step, 700)],
    })),
  },
  states: { logins: 48_210, logouts: 1204, disconnects: 52_900, kicks: 310 },
  statesBefore: { logins: 46_000, logouts: 1190, disconnects: 51_000, kicks: 305 },
  webhooks: {
    lastReceived: NOW - MINUTE,
    received: 342_118,
    gaps: [{ from: NOW - 9 * HOUR, to: NOW - 7.5 * HOUR }],
    sent: 344_900,
    answered: 342_101,
  },
  certificates: [
    { code: 'credential-rejected', certificateId: '12345', expiresInDays: 200 },
    { code: 'expires-soon', certificateId: '12346', expiresInDays: 12 },
    { code: 'expired', certificateId: '12347', expiresInDays: -3 },
  ],
  days: [
    {
      date: '2026-11-24',
      callbackRequests: 344_900,
      callbackResponses: 342_101,
      apnsMessages: 61_200,
      logins: 48_000,
      loginUsers: 20_000,
      activeUsers: 31_415,
      sentMessages: 271_828,
    },
  ],
}

const CALM: ReportFigures = {
  ...BUSY,
  push: {
    ...BUSY.push,
    source: 'callbacks',
    since: NOW - 20 * HOUR,
    totals: { attempted: 4120, accepted: 4098, delivered: 3600, clicked: 311, lost: 22 },
    totalsBefore: NOBODY_TOLD,
    byVendor: [vendor('apns', [4120, 4098, 3600, 311, 22])],
  },
  topFailures: [],
  failureKinds: 0,
  certificates: [],
  webhooks: { ...BUSY.webhooks, gaps: [], sent: null, answered: null },
  days: [],
}

const ASKED: ReportFacts['asked'] = [
  { command: 'push.why', status: 'ok', verdict: 'cannot-receive', cause: 'token-invalid', count: 14 },
  { command: 'push.why', status: 'ok', verdict: 'can-receive', cause: null, count: 9 },
  { command: 'push.why', status: 'upstream', verdict: 'unknown', cause: 'upstream-unreachable', count: 2 },
  { command: 'usersig.verify', status: 'ok', verdict: 'invalid', cause: null, count: 7 },
  { command: 'im.error', status: 'ok', verdict: null, cause: null, count: 6 },
  { command: 'im.status', status: 'ok', verdict: null, cause: null, count: 3 },
  { command: 'im.help', status: 'ok', verdict: null, cause: null, count: 1 },
]

const CAUSES: ReportFacts['causes'] = [
  { cause: 'token-invalid', trueCause: 'token-invalid', count: 5 },
  { cause: 'token-invalid', trueCause: null, count: 2 },
  { cause: 'logged-out', trueCause: 'other', count: 1 },
]

const FAILURE = {
  endpoint: 'v4/timpush/normal_push_statistics',
  httpStatus: 200,
  info: 'UserSig is illegal',
  attempts: 1,
} as const

/** What there may be to report, each as `reportCard` takes it. */
export const REPORTS = {
  full: { figures: BUSY, asked: ASKED, causes: CAUSES },
  calm: { figures: CALM, asked: [], causes: [] },
  'no-data': { figures: SILENT, asked: [], causes: [] },
  failing: {
    figures: {
      ...CALM,
      push: { ...CALM.push, failure: { ...FAILURE, kind: 'refused', code: 70_003 } },
      api: { kind: 'signature-refused', failure: { ...FAILURE, kind: 'refused', code: 70_003 } },
      states: null,
    },
    asked: null,
    causes: null,
  },
  unreachable: {
    figures: {
      ...SILENT,
      push: { ...SILENT.push, failure: { ...FAILURE, kind: 'timeout', code: null } },
      api: { kind: 'failing', failure: { ...FAILURE, kind: 'unreachable', code: null } },
      webhooks: {
        lastReceived: NOW - 5 * HOUR,
        received: 0,
        gaps: [{ from: NOW - 5 * HOUR, to: NOW }],
        sent: null,
        answered: null,
      },
    },
    asked: [],
    causes: [],
  },
} satisfies Record<string, ReportFacts>
