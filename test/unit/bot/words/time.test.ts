import { describe, expect, test } from 'vitest'
import { closest } from '../../../../src/bot/words/closest.ts'
import { parseDuration, parseTime } from '../../../../src/bot/words/time.ts'
import { formatDuration, formatMoment, formatRelative } from '../../../../src/bot/texts/duration.ts'

describe('parseTime', () => {
  test.each([
    ['2026-01-31T14:02:00Z', '2026-01-31T14:02:00.000Z'],
    ['2026-01-31t14:02:00z', '2026-01-31T14:02:00.000Z'],
    ['2026-01-31T14:02:00+08:00', '2026-01-31T06:02:00.000Z'],
    ['2026-01-31T14:02:00+0800', '2026-01-31T06:02:00.000Z'],
    ['2026-01-31T14:02:00+08', '2026-01-31T06:02:00.000Z'],
    ['2026-01-31T14:02:00-05:30', '2026-01-31T19:32:00.000Z'],
    ['2026-01-31T14:02:00.5Z', '2026-01-31T14:02:00.500Z'],
    ['2026-01-31T14:02:00.123456789Z', '2026-01-31T14:02:00.123Z'],
    ['2026-01-31 14:02', '2026-01-31T14:02:00.000Z'],
    ['2026-01-31 14:02 +08:00', '2026-01-31T06:02:00.000Z'],
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    [' 1764000000 ', '2025-11-24T16:00:00.000Z'],
    [1764000000, '2025-11-24T16:00:00.000Z'],
    ['1764000000.25', '2025-11-24T16:00:00.250Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
  ])('%s', (given, expected) => {
    expect(parseTime(given)).toBe(Date.parse(expected))
  })

  test.each([
    'yesterday',
    '14:02',
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-31T25:00:00Z',
    '2026-01-31T14:61:00Z',
    '2026-01-31T14:02:00+99:99',
    '31/01/2026',
    '1764000000000',
    '-5',
    '1e9',
    '',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
  ])('%s is refused', (given) => {
    expect(parseTime(given)).toBeNull()
  })
})

describe('parseDuration', () => {
  test.each([
    ['90s', 90],
    ['15m', 900],
    ['12h', 43_200],
    ['7d', 604_800],
    ['7D', 604_800],
    ['2w', 1_209_600],
    ['1y', 31_536_000],
    ['1d12h', 129_600],
    ['3600', 3600],
    [3600, 3600],
    ['0', 0],
    ['7天', 604_800],
    ['15分钟', 900],
    ['2小时', 7200],
    ['1年', 31_536_000],
    ['999999999999y', Number.MAX_SAFE_INTEGER],
  ])('%s', (given, seconds) => {
    expect(parseDuration(given)).toBe(seconds)
  })

  test.each(['', 'soon', 'd7', '-7d', '1.5h', '7 d', '7dd', 'd', -1, 1.5])('%s is refused', (given) => {
    expect(parseDuration(given)).toBeNull()
  })
})

describe('durations in words', () => {
  test.each([
    [0, '0 seconds', '0 秒钟'],
    [1, '1 second', '1 秒钟'],
    [61, '1 minute 1 second', '1 分钟 1 秒钟'],
    [3600, '1 hour', '1 小时'],
    [93_600, '1 day 2 hours', '1 天 2 小时'],
    [86_400 + 59, '1 day', '1 天'],
    [15_552_000, '180 days', '180 天'],
    [15_551_990, '179 days', '179 天'],
    [400 * 86_400, '400 days', '400 天'],
    [999 * 86_400 + 7200, '999 days', '999 天'],
    [3650 * 86_400, '10 years', '10 年'],
    [-7200, '2 hours', '2 小时'],
  ])('%i seconds', (seconds, en, zh) => {
    expect(formatDuration(seconds, 'en')).toBe(en)
    expect(formatDuration(seconds, 'zh')).toBe(zh)
  })

  test.each([
    [0, 'just now', '刚才'],
    [-10_800, '3 hours ago', '3 小时前'],
    [400 * 86_400 - 1, 'in 400 days', '400 天后'],
    [1.7 * 86_400, 'in 1 day', '1 天后'],
    [-4 * 31_536_000, '4 years ago', '4 年前'],
  ])('%f seconds from now', (seconds, en, zh) => {
    expect(formatRelative(seconds * 1000, 0, 'en')).toBe(en)
    expect(formatRelative(seconds * 1000, 0, 'zh')).toBe(zh)
  })

  test.each([
    [null, '2025-06-15 15:08:20 UTC'],
    ['Asia/Shanghai', '2025-06-15 23:08:20 GMT+8'],
    ['Nowhere/Land', '2025-06-15 15:08:20 UTC'],
  ])('a moment in the zone %s', (zone, expected) => {
    expect(formatMoment(1_750_000_100_000, zone)).toBe(expected)
  })

  test('a moment that no calendar holds does not throw', () => {
    expect(formatMoment(9e18, null)).toBe('9000000000000000000')
  })
})

describe('closest', () => {
  test.each([
    ['verfy', ['verify']],
    ['vreify', ['verify']],
    ['gen', ['generate']],
    ['GENERATE', ['generate']],
    ['xyz', []],
    ['', []],
  ])('%s', (given, expected) => {
    expect(closest(given, ['verify', 'inspect', 'generate'])).toEqual(expected)
  })

  test('short words must be nearer than long ones', () => {
    expect(closest('push', ['apps', 'help'])).toEqual([])
  })

  test('a long word costs no more than its beginning', () => {
    expect(closest('v'.repeat(100_000), ['verify'])).toEqual([])
  })
})
