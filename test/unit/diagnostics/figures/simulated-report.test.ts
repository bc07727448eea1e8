import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { demoApps } from '../../../../src/adapters/simulator/demo-apps.ts'
import { type Simulator, startSimulator } from '../../../../src/adapters/simulator/start-simulator.ts'
import { createTencent, type Tencent } from '../../../../src/adapters/tencent/create-tencent.ts'
import { createWebhooks } from '../../../../src/adapters/webhooks/create-webhooks.ts'
import { gatherReport } from '../../../../src/diagnostics/figures/gather-report.ts'
import type { ReportFigures } from '../../../../src/diagnostics/figures/report-figures.ts'
import type { ImApp } from '../../../../src/diagnostics/im/im-app.ts'
import { logToMemory } from '../../../support/http.ts'
import { fakeEvents, fakeVendors } from '../../../support/push-ports.ts'
import { DAY, HOUR, NOW } from './counts.ts'
import { EventList } from './event-list.ts'

const [DEMO] = demoApps()
const figures = new EventList()
let simulator: Simulator
let tencent: Tencent
const closing: (() => unknown)[] = []

beforeAll(async () => {
  // Once the past is told, each look at the server's clock takes a second: so nobody has to wait for a turn.
  let time = NOW
  let pace = 0
  const now = () => (time += pace)
  const { routes } = createWebhooks({
    apps: [DEMO],
    append: (_app, events, receivedAt) => {
      figures.add(events, receivedAt)
      return Promise.resolve(events.length)
    },
    now,
    log: logToMemory().log,
    observe: { webhook: () => {} },
  })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  const door = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  closing.push(() => door.close())
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/webhooks/im/demo`
  simulator = await startSimulator({ apps: [DEMO], now, webhookUrlOf: () => url })
  closing.push(() => simulator.close())
  await simulator.replayHistory()
  pace = 1_000
  tencent = createTencent({
    slots: { take: () => Promise.resolve(0) },
    now: () => NOW,
    random: () => 1,
    observe: { called: () => {} },
    baseUrlOf: () => simulator.url,
  })
  closing.push(() => tencent.close())
})

afterAll(() => Promise.all(closing.map((close) => close())))

const report = (app: ImApp = DEMO, days = 1): Promise<ReportFigures> =>
  gatherReport(
    app,
    { from: NOW - days * DAY, to: NOW },
    {
      im: tencent.service,
      events: fakeEvents([], { lastReceived: () => Promise.resolve(NOW) }),
      figures,
      vendors: fakeVendors(),
    },
    { clock: () => NOW, signal: new AbortController().signal },
  )

describe('a report of the playground', () => {
  test('has figures of every vendor, from Tencent', async () => {
    const { push, topFailures, api, days, webhooks } = await report()
    expect(push.source).toBe('statistics')
    const { attempted, accepted, delivered, clicked, lost } = push.totals
    const order = [attempted, accepted, delivered, clicked]
    expect(order).toEqual(order.toSorted((one, other) => (other ?? 0) - (one ?? 0)))
    expect(clicked).toBeGreaterThan(5)
    expect(lost).toBe((attempted ?? 0) - (accepted ?? 0))
    expect(push.totalsBefore.attempted).toBeGreaterThan(30)
    expect(push.byVendor.map(({ vendor }) => vendor)).toEqual(
      expect.arrayContaining(['apns', 'huawei', 'xiaomi', 'oppo', 'vivo', 'honor', 'fcm']),
    )
    for (const figure of ['attempted', 'accepted', 'delivered', 'clicked', 'lost'] as const) {
      expect(push.byVendor.reduce((sum, each) => sum + (each[figure] ?? NaN), 0)).toBe(push.totals[figure])
    }
    expect(topFailures.map(({ vendor, code }) => `${vendor} ${code}`)).toEqual(
      expect.arrayContaining(['apns Unregistered', 'huawei 80300007', 'xiaomi 20301', 'vivo 10070', 'oppo 67']),
    )
    expect(topFailures.find(({ code }) => code === '10070')).toMatchObject({ owner: 'administrator', before: 1 })
    expect(api.kind).toBe('well')
    expect(days.map(({ date }) => date)).toEqual(['2026-11-24'])
    expect(webhooks).toMatchObject({ gaps: [], sent: webhooks.answered })
    expect(webhooks.sent).toBeGreaterThan(50)
  })

  test('comes to the same by callbacks, save for what has no receipts', async () => {
    const [own, told] = await Promise.all([report(), report({ ...DEMO, push: 'self-integrated' })])
    expect(told.push.source).toBe('callbacks')
    const without = ({ push }: ReportFigures) =>
      new Map(push.byVendor.map((each) => [each.vendor, { ...each, delivered: null }]))
    expect(without(told)).toEqual(without(own))
    expect(told.push.totals).toEqual(own.push.totals)
    const deliveredBy = ({ push }: ReportFigures, wanted: string) =>
      push.byVendor.find(({ vendor }) => vendor === wanted)?.delivered
    expect([deliveredBy(own, 'fcm'), deliveredBy(told, 'fcm')]).toEqual([0, null])
    const failures = ({ topFailures }: ReportFigures) =>
      new Map(topFailures.map(({ vendor, code, count }) => [`${vendor} ${code}`, count]))
    expect(failures(told)).toEqual(failures(own))
  })

  test('shows when pushes were lost', async () => {
    const { series } = await report()
    expect(series.steps).toHaveLength(24)
    const lostAt = (hoursAgo: number, vendor: string) =>
      series.steps.find(({ from }) => from === NOW - hoursAgo * HOUR)?.lost[
        series.vendors.findIndex((each) => each === vendor)
      ]
    // The quota is used up by the last issue of the day, and not by the first.
    expect([lostAt(3, 'vivo'), lostAt(9, 'vivo')]).toEqual([1, 0])
  })

  it.each([7, 30])('can be made of %i days', async (days) => {
    const { push, series } = await report(DEMO, days)
    expect(push.totals.attempted).toBeGreaterThan(100)
    expect(push.totals.lost === null).toBe(days > 7)
    expect(series.steps.flatMap(({ attempted }) => attempted.map((each) => each ?? 0))).not.toEqual([])
  })

  test('says so when the server does not take the signature', async () => {
    const back = simulator.fault({ endpoint: /./, kind: 'error-code', value: 70_009 })
    const { api, push } = await report()
    back()
    expect(api).toMatchObject({ kind: 'signature-refused', failure: { code: 70_009 } })
    expect(push).toMatchObject({ source: 'callbacks', failure: { code: 70_009 } })
  })
})
