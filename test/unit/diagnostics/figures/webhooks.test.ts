import { describe, expect, it, test } from 'vitest'
import { daysIn } from '../../../../src/diagnostics/figures/days-in.ts'
import { stateTotals } from '../../../../src/diagnostics/figures/state-totals.ts'
import { webhookGaps } from '../../../../src/diagnostics/figures/webhook-gaps.ts'
import { webhookHealth } from '../../../../src/diagnostics/figures/webhook-health.ts'
import type { AppDay } from '../../../../src/diagnostics/im/app-day.ts'
import { QUARTER } from '../../../../src/diagnostics/ports/event-figures.ts'
import { changed, DAY, HOUR, MINUTE, NOW, pushed, received } from './counts.ts'

const FROM = NOW - DAY
const span = (from: number, to: number) => ({ from: FROM + from * HOUR, to: FROM + to * HOUR })

/** Every so many quarters something came in, from and to these hours. */
const every = (quarters: number, from: number, to: number, count = 1) =>
  Array.from({ length: ((to - from) * 4) / quarters }, (_, index) =>
    received(FROM + from * HOUR + index * quarters * QUARTER, count),
  )

describe('gaps of webhooks', () => {
  const within = { from: FROM, to: NOW }

  it.each([
    ['nothing is missing', every(1, 0, 24), []],
    ['three quarters are silent', [...every(1, 0, 8), ...every(1, 8.75, 24)], []],
    ['an hour is silent', [...every(1, 0, 8), ...every(1, 9, 24)], [span(8, 9)]],
    [
      'several hours, the longest first',
      [...every(1, 0, 2), ...every(1, 3, 9), ...every(1, 11, 24)],
      [span(9, 11), span(2, 3)],
    ],
    ['it has been silent until now', every(1, 0, 15), [span(15, 24)]],
    ['it was silent at first', every(1, 20, 24), [span(0, 20)]],
    ['every other quarter, and two hours', [...every(2, 0, 10), ...every(2, 12, 24)], []],
    ['every other quarter, and four hours', [...every(2, 0, 10), ...every(2, 14, 24)], [span(9.75, 14)]],
    ['one in an hour means nothing', every(4, 0, 12), []],
    ['one in two hours means nothing', every(8, 0, 24), []],
    ['one flood means nothing', [received(FROM, 10_000)], []],
    ['not a word', [], []],
  ])('%s', (_, counts, expected) => {
    expect(webhookGaps(counts, within)).toEqual(expected)
  })

  test('end with the time looked at, also within a quarter', () => {
    const to = NOW + 7 * MINUTE
    expect(webhookGaps(every(1, 0, 20), { from: FROM, to })).toEqual([{ from: FROM + 20 * HOUR, to }])
    expect(webhookGaps([...every(1, 0, 20), received(NOW)], { from: FROM, to })).toEqual([span(20, 24)])
  })

  test('of other counts nothing is to be learned', () => {
    const others = every(1, 0, 24).map(({ from }) => pushed(1, 1, { from }))
    expect(webhookGaps(others, within)).toEqual([])
  })
})

const day = (date: string, sent: number | null, answered: number | null = sent): AppDay => ({
  date,
  callbackRequests: sent,
  callbackResponses: answered,
  apnsMessages: null,
  logins: null,
  loginUsers: null,
  activeUsers: null,
  sentMessages: null,
})

describe('whether webhooks are well', () => {
  const well = {
    period: { from: FROM, to: NOW },
    now: NOW,
    received: every(1, 0, 20, 5),
    since: FROM - DAY,
    lastReceived: FROM + 20 * HOUR,
    days: [day('2026-11-24', 500, 480), day('2026-11-25', 20)],
  }

  test('says what came in, what did not, and what Tencent saw', () => {
    expect(webhookHealth(well)).toEqual({
      lastReceived: FROM + 20 * HOUR,
      received: 400,
      gaps: [span(20, 24)],
      sent: 520,
      answered: 500,
    })
  })

  it.each([
    ['nothing was ever counted', { since: null }, { received: null, gaps: [] }],
    ['the counts are out of reach', { received: null }, { received: null, gaps: [] }],
    ['counting began after the period', { since: NOW }, { received: null, gaps: [] }],
    ['nothing came in the period', { received: [] }, { received: 0, gaps: [] }],
    ['counting began within', { received: every(1, 12, 24), since: FROM + 12 * HOUR }, { received: 48, gaps: [] }],
    ['Tencent gave no days', { days: [] }, { sent: null, answered: null }],
    ['Tencent gave no numbers', { days: [day('2026-11-25', null)] }, { sent: null, answered: null }],
  ])('%s', (_, changes, expected) => {
    expect(webhookHealth({ ...well, ...changes })).toMatchObject(expected)
  })
})

describe('the days of a period', () => {
  const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((date) => day(date, 1))

  it.each([
    ['a day', NOW - DAY, NOW, ['2026-11-24']],
    ['a day in the afternoon', NOW - DAY + 6 * HOUR, NOW + 6 * HOUR, ['2026-11-25']],
    ['two days', NOW - 2 * DAY, NOW, ['2026-11-23', '2026-11-24']],
    ['from noon to noon', NOW - DAY + 3 * HOUR, NOW + 3 * HOUR, ['2026-11-24']],
    ['an hour', NOW - HOUR, NOW, ['2026-11-25']],
    ['a time of which Tencent says nothing', NOW - 30 * DAY, NOW - 29 * DAY, []],
  ])('of %s', (_, from, to, expected) => {
    expect(daysIn({ from, to }, days).map(({ date }) => date)).toEqual(expected)
  })
})

test('states are counted by what happened', () => {
  expect(
    stateTotals([
      changed('login', 5),
      changed('login', 2, { kicked: true }),
      changed('logout', 3),
      changed('disconnect', 4, { reason: 'LinkClose' }),
      changed('unknown', 9),
      pushed(1, 9),
    ]),
  ).toEqual({ logins: 7, logouts: 3, disconnects: 4, kicks: 2 })
  // Not a word is no data, not zero.
  expect(stateTotals([pushed(1, 9)])).toBeNull()
})
