import { describe, expect, it, test } from 'vitest'
import { failureFigures } from '../../../../src/diagnostics/figures/failure-figures.ts'
import { type PushFacts, pushFigures, type PushRecord } from '../../../../src/diagnostics/figures/push-figures.ts'
import type { ImFailure } from '../../../../src/diagnostics/im/im-failure.ts'
import type { PushLoss } from '../../../../src/diagnostics/im/push-loss.ts'
import type { PushStatistics } from '../../../../src/diagnostics/im/push-statistics.ts'
import { DAY, HOUR, NOW, pushed } from './counts.ts'

const PERIOD = { from: NOW - DAY, to: NOW }
const BEFORE = { from: NOW - 2 * DAY, to: NOW - DAY }

const statistics = (total: number | null): PushStatistics => ({
  all: { total, sent: total, delivered: null, clicked: null },
  platforms: [],
})
const losses = (count: number): PushLoss[] => [
  { phase: 'sent', platform: null, code: '410', count, info: 'Unregistered' },
  { phase: 'sent', platform: 1, code: '410', count, info: 'Unregistered' },
]
const REFUSED: ImFailure = {
  endpoint: 'v4/timpush/normal_push_statistics',
  kind: 'refused',
  code: 90045,
  httpStatus: 200,
  info: '',
  attempts: 1,
}
const NOTHING = { attempted: null, accepted: null, delivered: null, clicked: null, lost: null }

interface Changes extends Partial<Omit<PushRecord, 'period' | 'before'>> {
  period?: Partial<PushFacts>
  before?: Partial<PushFacts>
}

/** Ten pushes by callbacks, nine of them accepted; twenty in the period before. Tencent told nothing yet. */
const record = ({ period = {}, before = {}, ...changes }: Changes = {}): PushRecord => ({
  period: {
    span: PERIOD,
    statistics: null,
    losses: null,
    counts: [pushed(1, 9), pushed(1, 1, { code: 410, sample: 'Unregistered' })],
    ...period,
  },
  before: { span: BEFORE, statistics: null, losses: null, counts: [pushed(1, 20, { from: BEFORE.from })], ...before },
  stepMs: HOUR,
  failure: null,
  since: NOW - 30 * DAY,
  heard: true,
  now: NOW,
  ...changes,
})

/** The source, and what it says was attempted in the period and before it. */
const told = (changes: Changes) => {
  const { source, totals, totalsBefore } = pushFigures(record(changes))
  return [source, totals.attempted, totalsBefore.attempted]
}

describe('where figures are from', () => {
  it.each<[string, Changes, readonly [string | null, number | null, number | null]]>([
    [
      'Tencent',
      { period: { statistics: statistics(50) }, before: { statistics: statistics(60) } },
      ['statistics', 50, 60],
    ],
    [
      'Tencent, which does not know the time before',
      { period: { statistics: statistics(50) } },
      ['statistics', 50, null],
    ],
    [
      'Tencent, which knows of none, as nobody does',
      { period: { statistics: statistics(0), counts: [] } },
      ['statistics', 0, null],
    ],
    ['callbacks, where Tencent knows of none', { period: { statistics: statistics(0) } }, ['callbacks', 10, 20]],
    ['callbacks, where Tencent gives no number', { period: { statistics: statistics(null) } }, ['callbacks', 10, 20]],
    ['callbacks, where Tencent fails', { failure: REFUSED }, ['callbacks', 10, 20]],
    [
      'Tencent, and before it callbacks knew better, which is not to be compared',
      { period: { statistics: statistics(50) }, before: { statistics: statistics(0) } },
      ['statistics', 50, null],
    ],
    ['callbacks, not all the time before', { since: BEFORE.from + HOUR }, ['callbacks', 10, null]],
    ['callbacks, and nobody knows since when', { since: null }, ['callbacks', 10, null]],
    ['callbacks of none, where other webhooks came', { period: { counts: [] } }, ['callbacks', 0, 20]],
    ['nobody, for nothing at all came', { period: { counts: [] }, heard: false }, [null, null, null]],
    ['nobody, for no push was ever told', { period: { counts: [] }, before: { counts: [] } }, [null, null, null]],
    ['nobody, for the counts are out of reach', { period: { counts: null } }, [null, null, null]],
  ])('%s', (_, changes, expected) => {
    expect(told(changes)).toEqual(expected)
  })

  test('nobody: no figure is zero', () => {
    const figures = pushFigures(record({ period: { counts: null }, failure: REFUSED }))
    expect(figures).toEqual({
      source: null,
      since: null,
      failure: REFUSED,
      totals: NOTHING,
      totalsBefore: NOTHING,
      byVendor: [],
    })
  })

  test('why Tencent’s were not used is said only where they were not', () => {
    expect(pushFigures(record({ failure: REFUSED })).failure).toEqual(REFUSED)
    expect(pushFigures(record({ period: { statistics: statistics(50) } })).failure).toBeNull()
  })

  test('what was lost is not known where only the losses could not be asked', () => {
    const { totals } = pushFigures(record({ period: { statistics: statistics(50) } }))
    expect(totals).toMatchObject({ attempted: 50, accepted: 50, lost: null })
  })
})

describe('since when there are figures', () => {
  const since = (changes: Changes) => pushFigures(record(changes)).since

  it.each<[string, Changes, number | null]>([
    ['before the period', {}, null],
    ['within it', { since: NOW - 5 * HOUR }, NOW - 5 * HOUR],
    [
      'within it, though something was told late',
      { since: NOW, period: { counts: [pushed(1, 1, { from: NOW - 7 * HOUR })] } },
      NOW - 7 * HOUR,
    ],
    ['within the step in which the first came', { since: NOW - HOUR / 2 }, NOW - HOUR / 2],
    ['late, but for the whole period', { since: NOW, period: { counts: [pushed(1, 1, { from: PERIOD.from })] } }, null],
    ['not known', { since: null }, null],
    ['by Tencent, who keeps them', { since: NOW, period: { statistics: statistics(5) } }, null],
    [
      'by Tencent, who keeps 30 days',
      { period: { statistics: statistics(5), span: { from: NOW - 40 * DAY, to: NOW } } },
      NOW - 30 * DAY,
    ],
  ])('%s', (_, changes, expected) => {
    expect(since(changes)).toBe(expected)
  })
})

describe('what most failed for', () => {
  const top = (changes: Changes) =>
    failureFigures(record(changes)).topFailures.map(({ source, code, count, before }) => [source, code, count, before])

  it.each<[string, Changes, readonly unknown[]]>([
    [
      'is Tencent’s to say',
      { period: { losses: losses(7) }, before: { losses: losses(3) } },
      [['loss', 'Unregistered', 7, 3]],
    ],
    ['and Tencent knows nothing of before', { period: { losses: losses(7) } }, [['loss', 'Unregistered', 7, null]]],
    ['is told by callbacks, where Tencent fails', {}, [['callbacks', 'Unregistered', 1, 0]]],
    ['and where it knows of no loss', { period: { losses: [] } }, [['callbacks', 'Unregistered', 1, 0]]],
    ['and those were not counted before', { since: NOW - HOUR }, [['callbacks', 'Unregistered', 1, null]]],
    ['is nothing', { period: { losses: [], counts: [pushed(1, 5)] } }, []],
    ['is not known', { period: { counts: null } }, []],
  ])('%s', (_, changes, expected) => {
    expect(top(changes)).toEqual(expected)
  })
})
