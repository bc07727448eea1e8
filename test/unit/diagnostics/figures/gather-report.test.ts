import { beforeEach, describe, expect, it, test } from 'vitest'
import type { ReportPorts } from '../../../../src/diagnostics/figures/ask-report.ts'
import { gatherReport, type ReportBounds } from '../../../../src/diagnostics/figures/gather-report.ts'
import type { ReportFigures } from '../../../../src/diagnostics/figures/report-figures.ts'
import type { ImApp } from '../../../../src/diagnostics/im/im-app.ts'
import type { AppDay } from '../../../../src/diagnostics/im/app-day.ts'
import type { Answer, ImFailure } from '../../../../src/diagnostics/im/im-failure.ts'
import type { ImService } from '../../../../src/diagnostics/ports/im-service.ts'
import { QUARTER } from '../../../../src/diagnostics/ports/event-figures.ts'
import { imApp } from '../../../servers/tencent/rig.ts'
import { pushEvent, stateEvent } from '../../../support/push-case.ts'
import { answer, fakeEvents, fakeIm, fakeVendors, never } from '../../../support/push-ports.ts'
import { DAY, HOUR, NOW } from './counts.ts'
import { EventList } from './event-list.ts'

const PERIOD = { from: NOW - DAY, to: NOW }
const TOLD: AppDay = {
  date: '2026-11-24',
  callbackRequests: 500,
  callbackResponses: 490,
  apnsMessages: 100,
  logins: 40,
  loginUsers: 20,
  activeUsers: 30,
  sentMessages: 900,
}

const expiring = (id: string, inDays: number): ImApp['certificates'][number] => ({
  id,
  vendor: 'apns',
  environment: 'production',
  expiresAt: NOW + inDays * DAY,
  credential: null,
})

const APP = imApp({ certificates: [expiring('15001', 5), expiring('15002', 300)] })

/** Tencent and webhooks of a week, of which each says something that the others do not. */
function ports(changes: Partial<ImService> = {}): ReportPorts & { figures: EventList } {
  const figures = new EventList()
  for (let at = NOW - 7 * DAY; at < NOW; at += QUARTER) {
    figures.add([{ ...stateEvent(0, 'login'), id: `state ${at}`, at }], at)
  }
  const push = { delivery: 'offline' as const, platform: 3 }
  figures.add(
    [
      { ...pushEvent(0, { ...push, stage: 1 }), at: NOW - HOUR },
      { ...pushEvent(0, { ...push, stage: 1, code: 80_300_007, info: 'all tokens are invalid' }), at: NOW - 2 * HOUR },
    ],
    NOW - HOUR,
  )
  return {
    im: fakeIm({
      pushStatistics: (_app, { to }) =>
        answer({
          all: { total: to === NOW ? 100 : 80, sent: 95, delivered: 60, clicked: 6 },
          platforms: [{ platform: 1, total: 100, sent: 95, delivered: 60, clicked: 6 }],
        }),
      pushLoss: (_app, { to }) =>
        answer([{ phase: 'sent', platform: 1, code: '410', count: to === NOW ? 5 : 2, info: 'Unregistered' }]),
      appDays: () => answer([TOLD]),
      ...changes,
    }),
    events: fakeEvents([], { lastReceived: () => Promise.resolve(NOW - QUARTER) }),
    figures,
    vendors: fakeVendors(),
  }
}

let time: number

beforeEach(() => {
  time = NOW
})

const gather = (
  given: ReportPorts,
  {
    app = APP,
    period = PERIOD,
    bounds,
    signal = new AbortController().signal,
  }: {
    app?: ImApp
    period?: typeof PERIOD
    bounds?: ReportBounds
    signal?: AbortSignal
  } = {},
): Promise<ReportFigures> => gatherReport(app, period, given, { clock: () => time, signal }, bounds)

const refused = (code: number): Promise<Answer<never>> => {
  const failure: ImFailure = { endpoint: 'x', kind: 'refused', code, httpStatus: 200, info: 'no', attempts: 1 }
  return Promise.resolve({ ok: false, failure })
}

test('a report tells what everybody knows', async () => {
  const im = ports()
  const slow = fakeIm({
    ...im.im,
    userStates(app, users, signal) {
      time += 41
      return fakeIm().userStates(app, users, signal)
    },
  })
  const report = await gather({ ...im, im: slow })
  expect(report).toMatchObject({
    app: 'prod',
    period: PERIOD,
    before: { from: NOW - 2 * DAY, to: NOW - DAY },
    push: {
      source: 'statistics',
      since: null,
      failure: null,
      totals: { attempted: 100, accepted: 95, delivered: 60, clicked: 6, lost: 5 },
      totalsBefore: { attempted: 80, lost: 2 },
      byVendor: [{ vendor: 'apns', attempted: 100, lost: 5 }],
    },
    topFailures: [{ vendor: 'apns', code: 'Unregistered', count: 5, before: 2, owner: 'user', source: 'loss' }],
    series: { vendors: ['huawei'], stepMs: HOUR },
    states: { logins: 96, logouts: 0, disconnects: 0, kicks: 0 },
    statesBefore: { logins: 96 },
    webhooks: { lastReceived: NOW - QUARTER, received: 98, gaps: [], sent: 500, answered: 490 },
    certificates: [{ code: 'expires-soon', certificateId: '15001', expiresInDays: 5 }],
    api: { kind: 'well', ms: 41 },
    days: [TOLD],
  })
  expect(report.series.steps).toHaveLength(24)
  expect(report.series.steps.slice(-2)).toEqual([
    { from: NOW - 2 * HOUR, attempted: [1], lost: [1] },
    { from: NOW - HOUR, attempted: [1], lost: [0] },
  ])
})

describe('whatever fails leaves the rest', () => {
  const down = () => Promise.reject(new Error('the store is down'))
  const { figures, events } = ports()
  const noFigures: ReportPorts['figures'] = { counts: down, since: down }
  const hangs: ReportPorts['figures'] = { counts: never, since: never }

  it.each<[string, () => ReportPorts, object]>([
    [
      'statistics',
      () => ports({ pushStatistics: () => refused(90045) }),
      {
        push: { source: 'callbacks', failure: { code: 90045 }, totals: { attempted: 2, lost: 1, delivered: null } },
        topFailures: [{ source: 'loss' }],
      },
    ],
    [
      'statistics that hang',
      () => ports({ pushStatistics: never }),
      { push: { source: 'callbacks', failure: { kind: 'timeout', endpoint: 'v4/timpush/normal_push_statistics' } } },
    ],
    [
      'losses',
      () => ports({ pushLoss: () => refused(91000) }),
      {
        push: { source: 'statistics', totals: { attempted: 100, lost: null }, byVendor: [{ lost: null }] },
        topFailures: [{ vendor: 'huawei', code: '80300007', count: 1, before: null, source: 'callbacks' }],
      },
    ],
    [
      'losses of before',
      () =>
        ports({
          pushLoss: (_app, { to }) =>
            to === NOW ? fakeIm().pushLoss(APP, PERIOD, new AbortController().signal) : refused(91000),
        }),
      { push: { totals: { lost: 0 }, totalsBefore: { attempted: 80, lost: null } } },
    ],
    [
      'the days',
      () => ports({ appDays: never }),
      { days: [], webhooks: { sent: null, answered: null, received: 98 }, push: { source: 'statistics' } },
    ],
    ['the signature', () => ports({ userStates: () => refused(70009) }), { api: { kind: 'signature-refused' } }],
    [
      'the server API',
      () => ports({ userStates: never }),
      { api: { kind: 'failing', failure: { kind: 'timeout' } }, push: { source: 'statistics' } },
    ],
    [
      'the counts',
      () => ({ ...ports(), figures: noFigures }),
      {
        push: { source: 'statistics', totals: { attempted: 100 } },
        series: { vendors: [] },
        states: null,
        statesBefore: null,
        webhooks: { lastReceived: NOW - QUARTER, received: null, gaps: [], sent: 500 },
      },
    ],
    ['counts that hang', () => ({ ...ports(), figures: hangs }), { push: { source: 'statistics' }, states: null }],
    [
      'since when anything is counted',
      () => ({ ...ports(), figures: { counts: figures.counts, since: down } }),
      { states: { logins: 96 }, statesBefore: null, webhooks: { received: null } },
    ],
    [
      'the last webhook',
      () => ({ ...ports(), events: { ...events, lastReceived: down } }),
      { webhooks: { lastReceived: null, received: 98 } },
    ],
    [
      'the vendors',
      () => ({ ...ports(), vendors: fakeVendors({ probeCredential: never }) }),
      { certificates: [{ code: 'expires-soon' }], push: { source: 'statistics' } },
    ],
  ])('%s', async (_, given, expected) => {
    const app = { ...APP, certificates: APP.certificates.map(withCredential) }
    expect(await gather(given(), { app, bounds: { questionMs: 30, vendorsMs: 30, allMs: 1_000 } })).toMatchObject(
      expected,
    )
  })

  test('and all together is bounded too', async () => {
    const hanging = fakeIm({ userStates: never, appDays: never, pushLoss: never, pushStatistics: never })
    const bounds = { questionMs: 60_000, vendorsMs: 60_000, allMs: 20 }
    const report = await gather({ ...ports(), im: hanging }, { bounds })
    expect(report).toMatchObject({ push: { source: 'callbacks' }, days: [], api: { failure: { kind: 'timeout' } } })
  })

  test('and for an asker who gave up there is a report of nothing', async () => {
    expect(await gather(ports(), { signal: AbortSignal.abort() })).toMatchObject({
      push: { source: null, totals: { attempted: null } },
      topFailures: [],
      states: null,
      webhooks: { lastReceived: null, received: null },
      // Nobody has to be asked for that.
      certificates: [{ code: 'expires-soon' }],
      api: { kind: 'failing' },
    })
  })
})

const withCredential = (certificate: ImApp['certificates'][number]): ImApp['certificates'][number] => ({
  ...certificate,
  vendor: 'meizu',
  credential: { vendor: 'meizu', kind: 'app-secret', appId: '1', appSecret: APP.secretKey, baseUrl: null },
})

test('a vendor that refuses the credential is told', async () => {
  const app = { ...APP, certificates: [withCredential(expiring('15001', 300))] }
  const vendors = fakeVendors({
    probeCredential: () =>
      Promise.resolve({
        kind: 'refused',
        about: 'credential',
        code: '110001',
        http: 200,
        info: '',
        deadSince: null,
      }),
  })
  expect((await gather({ ...ports(), vendors }, { app })).certificates).toEqual([
    { code: 'credential-rejected', certificateId: '15001', expiresInDays: 300 },
  ])
})

describe('what is asked of Tencent', () => {
  const asked = async (app: ImApp, period = PERIOD) => {
    const calls: string[] = []
    const { im, ...others } = ports()
    const told = {
      pushStatistics: (...given) => {
        calls.push(`statistics ${(NOW - given[1].from) / DAY}`)
        return im.pushStatistics(...given)
      },
      pushLoss: (...given) => {
        calls.push(`losses ${(NOW - given[1].from) / DAY}`)
        return im.pushLoss(...given)
      },
      userStates: (...given) => {
        calls.push(`states ${given[1].join()}`)
        return im.userStates(...given)
      },
    } satisfies Partial<ImService>
    return { calls, report: await gather({ ...others, im: { ...im, ...told } }, { app, period }) }
  }

  it.each([
    ['a day', 1, ['statistics 1', 'losses 1', 'statistics 2', 'losses 2']],
    // Losses are kept for seven days, statistics for thirty.
    ['a week', 7, ['statistics 7', 'losses 7', 'statistics 14']],
    ['ten days', 10, ['statistics 10', 'statistics 20']],
    ['thirty days', 30, ['statistics 30']],
  ])('for %s', async (_, days, expected) => {
    const { calls } = await asked(APP, { from: NOW - days * DAY, to: NOW })
    expect(calls).toEqual([...expected, 'states administrator'])
  })

  test('not its push service, where the app does its pushes itself', async () => {
    const { calls, report } = await asked({ ...APP, push: 'self-integrated', administrators: ['ops'] })
    expect(calls).toEqual(['states ops'])
    expect(report.push).toMatchObject({ source: 'callbacks', failure: null, totals: { attempted: 2 } })
  })
})
