import { describe, expect, test } from 'vitest'
import { parseSince, type Since, sinceToTime } from '../../../../src/bot/words/since.ts'

const ago = (seconds: number): Since => ({ kind: 'ago', seconds })
type Clock = Extract<Since, { kind: 'clock' }>

const clock = (hours: number, minutes = 0, day: Clock['day'] = 'last'): Since => ({
  kind: 'clock',
  hours,
  minutes,
  day,
})

describe('how people say since when', () => {
  test.each<[text: string | number, since: Since]>([
    ['2h', ago(7200)],
    ['90m', ago(5400)],
    ['24h', ago(86_400)],
    ['1d12h', ago(129_600)],
    ['2小时', ago(7200)],
    ['3600', ago(3600)],
    [3600, ago(3600)],
    ['2 hours', ago(7200)],
    ['2 hours ago', ago(7200)],
    ['2h ago', ago(7200)],
    ['an hour ago', ago(3600)],
    ['half an hour', ago(1800)],
    ['last hour', ago(3600)],
    ['last 2 hours', ago(7200)],
    ['the past 3 days', ago(259_200)],
    ['last week', ago(604_800)],
    ['最近2小时', ago(7200)],
    ['最近两小时', ago(7200)],
    ['过去十二个小时', ago(43_200)],
    ['半小时', ago(1800)],
    ['半小时前', ago(1800)],
    ['三天', ago(259_200)],
    ['2小时前', ago(7200)],
    ['2026-11-23T08:00:00Z', { kind: 'at', at: Date.UTC(2026, 10, 23, 8) }],
    ['2026-11-23T08:00:00+08:00', { kind: 'at', at: Date.UTC(2026, 10, 23) }],
    ['2026-11-23', { kind: 'at', at: Date.UTC(2026, 10, 23) }],
    ['1764000000', { kind: 'at', at: 1_764_000_000_000 }],
    [1_764_000_000, { kind: 'at', at: 1_764_000_000_000 }],
    ['14:00', clock(14)],
    ['09:05', clock(9, 5)],
    ['14：30', clock(14, 30)],
    ['14:00:30', clock(14)],
    ['00:00', clock(0)],
    ['24:00', clock(0)],
    ['2pm', clock(14)],
    ['2 PM', clock(14)],
    ['2:30pm', clock(14, 30)],
    ['2 p.m.', clock(14)],
    ['9am', clock(9)],
    ['12am', clock(0)],
    ['12pm', clock(12)],
    ['noon', clock(12)],
    ['midnight', clock(0)],
    ['下午2点', clock(14)],
    ['下午两点', clock(14)],
    ['下午2点半', clock(14, 30)],
    ['下午2:30', clock(14, 30)],
    ['上午9点', clock(9)],
    ['早上8点一刻', clock(8, 15)],
    ['中午12点', clock(12)],
    ['中午1点', clock(13)],
    ['晚上十点', clock(22)],
    ['晚上12点', clock(0)],
    ['凌晨12点', clock(0)],
    ['凌晨3点', clock(3)],
    ['14点', clock(14)],
    ['14点30分', clock(14, 30)],
    ['14点05', clock(14, 5)],
    ['二十点', clock(20)],
    ['yesterday', clock(0, 0, 'yesterday')],
    ['Yesterday', clock(0, 0, 'yesterday')],
    ['昨天', clock(0, 0, 'yesterday')],
    ['yesterday 2pm', clock(14, 0, 'yesterday')],
    ['yesterday at 14:30', clock(14, 30, 'yesterday')],
    ['2pm yesterday', clock(14, 0, 'yesterday')],
    ['昨天下午3点', clock(15, 0, 'yesterday')],
    ['昨天 14:00', clock(14, 0, 'yesterday')],
    ['昨晚', clock(18, 0, 'yesterday')],
    ['昨晚十点', clock(22, 0, 'yesterday')],
    ['last night', clock(18, 0, 'yesterday')],
    ['yesterday evening', clock(18, 0, 'yesterday')],
    ['today', clock(0)],
    ['今天', clock(0)],
    ['this morning', clock(0)],
    ['今早', clock(0)],
    ['今天早上', clock(0)],
    ['今天下午', clock(12)],
    ['this afternoon', clock(12)],
    ['下午', clock(12)],
    ['Monday', { kind: 'weekday', day: 1, weeks: 0 }],
    ['last friday', { kind: 'weekday', day: 5, weeks: 0 }],
    ['周三', { kind: 'weekday', day: 3, weeks: 0 }],
    ['上周日', { kind: 'weekday', day: 7, weeks: 1 }],
    ['this week', { kind: 'weekday', day: 1, weeks: 0 }],
    ['本周', { kind: 'weekday', day: 1, weeks: 0 }],
    ['前天', clock(0, 0, 'two-days-ago')],
    ['前天下午3点', clock(15, 0, 'two-days-ago')],
    ['前晚', clock(18, 0, 'two-days-ago')],
    ['大前天', clock(0, 0, 'three-days-ago')],
    ['the day before yesterday', clock(0, 0, 'two-days-ago')],
    ['11月28日', { kind: 'date', month: 11, day: 28 }],
    ['11月28号', { kind: 'date', month: 11, day: 28 }],
    ['two days ago', { kind: 'ago', seconds: 172_800 }],
    ['a couple of hours ago', { kind: 'ago', seconds: 7_200 }],
    ['a few days ago', { kind: 'ago', seconds: 259_200 }],
    ['这两天', { kind: 'ago', seconds: 172_800 }],
    ['最近几天', { kind: 'ago', seconds: 259_200 }],
  ])('%s', (text, since) => {
    expect(parseSince(text)).toEqual(since)
  })

  test.each([
    '',
    ' ',
    'soon',
    'hour',
    'this',
    'at',
    '昨',
    '前',
    '13月1日',
    '11月32日',
    '0h',
    '0',
    '25:00',
    '14:60',
    '13pm',
    '0am',
    '14点60分',
    '25点',
    '-2h',
    '2026-02-30',
    '12345678901',
    '1764000000000',
    '2pm 3pm',
    'x'.repeat(1000),
    '2h '.repeat(500),
  ])('not "%s"', (text) => {
    expect(parseSince(text)).toBeNull()
  })
})

const at = (text: string) => Date.parse(text)
const iso = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z')

describe('the moment meant', () => {
  const now = at('2026-11-24T06:30:00Z')

  test.each<[name: string, since: Since, timeZone: string | null, moment: string]>([
    ['two hours ago', ago(7200), null, '2026-11-24T04:30:00Z'],
    ['a moment', { kind: 'at', at: at('2026-11-23T00:00:00Z') }, null, '2026-11-23T00:00:00Z'],
    ['a moment to come is now', { kind: 'at', at: at('2027-01-01T00:00:00Z') }, null, '2026-11-24T06:30:00Z'],
    ['longer ago than there is time', ago(1e15), null, '1970-01-01T00:00:00Z'],
    ['a time that has passed today', clock(2), null, '2026-11-24T02:00:00Z'],
    ['a time that is yet to come was yesterday', clock(14), null, '2026-11-23T14:00:00Z'],
    ['this very minute', clock(6, 30), null, '2026-11-24T06:30:00Z'],
    ['2 pm in Shanghai, at half past two there', clock(14), 'Asia/Shanghai', '2026-11-24T06:00:00Z'],
    ['3 pm in Shanghai', clock(15), 'Asia/Shanghai', '2026-11-23T07:00:00Z'],
    ['today in Shanghai', clock(0), 'Asia/Shanghai', '2026-11-23T16:00:00Z'],
    ['yesterday in Shanghai', clock(0, 0, 'yesterday'), 'Asia/Shanghai', '2026-11-22T16:00:00Z'],
    ['yesterday 2 pm in Shanghai', clock(14, 0, 'yesterday'), 'Asia/Shanghai', '2026-11-23T06:00:00Z'],
    ['today in Los Angeles, where it is still the 23rd', clock(0), 'America/Los_Angeles', '2026-11-23T08:00:00Z'],
    ['a zone of half hours', clock(9), 'Asia/Kolkata', '2026-11-24T03:30:00Z'],
    ['a zone that nobody knows is UTC', clock(2), 'Mars/Olympus', '2026-11-24T02:00:00Z'],
  ])('%s', (_, since, timeZone, moment) => {
    expect(iso(sinceToTime(since, now, timeZone))).toBe(moment)
  })

  // New York: the clocks go forward on 8 March 2026 at 2:00 and back on 1 November 2026 at 2:00.
  test.each<[name: string, now: string, since: Since, moment: string]>([
    ['before the clocks went forward', '2026-03-08T20:00:00Z', clock(1), '2026-03-08T06:00:00Z'],
    ['a time that never was', '2026-03-08T20:00:00Z', clock(2, 30), '2026-03-08T07:30:00Z'],
    ['after the clocks went forward', '2026-03-08T20:00:00Z', clock(9), '2026-03-08T13:00:00Z'],
    ['the day before they did', '2026-03-08T20:00:00Z', clock(17), '2026-03-07T22:00:00Z'],
    ['the later of two half past ones', '2026-11-01T20:00:00Z', clock(1, 30), '2026-11-01T06:30:00Z'],
    ['the earlier one, before the later', '2026-11-01T06:00:00Z', clock(1, 30), '2026-11-01T05:30:00Z'],
    ['after the clocks went back', '2026-11-01T20:00:00Z', clock(9), '2026-11-01T14:00:00Z'],
    ['yesterday, across it', '2026-11-02T20:00:00Z', clock(0, 0, 'yesterday'), '2026-11-01T04:00:00Z'],
  ])('in New York, %s', (_, moment, since, expected) => {
    expect(iso(sinceToTime(since, at(moment), 'America/New_York'))).toBe(expected)
  })
})

describe('a day of the week', () => {
  // A Tuesday, 10:00 in Shanghai.
  const now = Date.parse('2026-12-01T02:00:00Z')
  const from = (text: string) => {
    const since = parseSince(text)
    return since === null ? null : new Date(sinceToTime(since, now, 'Asia/Shanghai')).toISOString()
  }

  test.each([
    ['monday', '2026-11-29T16:00:00.000Z'],
    ['周二', '2026-11-30T16:00:00.000Z'],
    ['wednesday', '2026-11-24T16:00:00.000Z'],
    ['上周一', '2026-11-22T16:00:00.000Z'],
    ['上周日', '2026-11-28T16:00:00.000Z'],
    ['this week', '2026-11-29T16:00:00.000Z'],
    ['本周', '2026-11-29T16:00:00.000Z'],
  ])('%s is the last one, from its midnight on', (text, at) => {
    expect(from(text)).toBe(at)
  })
})

test('a date is the last one that has come', () => {
  const now = Date.UTC(2026, 11, 1, 12)
  const from = (text: string) => new Date(sinceToTime(parseSince(text) as Since, now, null)).toISOString()
  expect(from('11月28日')).toBe('2026-11-28T00:00:00.000Z')
  expect(from('12月1日')).toBe('2026-12-01T00:00:00.000Z')
  expect(from('12月31日')).toBe('2025-12-31T00:00:00.000Z')
  expect(from('前天')).toBe('2026-11-29T00:00:00.000Z')
})
