import { describe, expect, test } from 'vitest'
import { describeWhen } from '../../../../src/bot/schedules/describe-when.ts'
import { judgeCron } from '../../../../src/bot/schedules/judge-cron.ts'
import { lastSlot, nextSlot } from '../../../../src/bot/schedules/slots.ts'
import { readTimeZone } from '../../../../src/bot/schedules/time-zone.ts'
import { parseChannelSetting, readChannel } from '../../../../src/bot/words/channel.ts'
import { cronOf, parseWhen } from '../../../../src/bot/words/when.ts'
import type { Actor } from '../../../../src/bot/request.ts'
import { actor } from '../../../support/bot.ts'

describe('a schedule in words', () => {
  test.each([
    ['0 9 * * *', 'every day at 09:00', '每天 09:00'],
    ['30 21 * * 1-5', 'every weekday at 21:30', '每个工作日 21:30'],
    ['0 9 * * MON-FRI', 'every weekday at 09:00', '每个工作日 09:00'],
    ['0 10 * * 1,4', 'every Monday and Thursday at 10:00', '每周一、周四 10:00'],
    ['0 10 * * 1,3,5', 'every Monday, Wednesday and Friday at 10:00', '每周一、周三、周五 10:00'],
    ['0 10 * * 0,6', 'every Saturday and Sunday at 10:00', '每周六、周日 10:00'],
    ['0 10 * * 7', 'every Sunday at 10:00', '每周日 10:00'],
    ['0 9,18 * * *', 'every day at 09:00 and 18:00', '每天 09:00、18:00'],
    ['0 9 1 * *', 'on the 1st of every month at 09:00', '每月 1 日 09:00'],
    ['0 9 22 * *', 'on the 22nd of every month at 09:00', '每月 22 日 09:00'],
    ['0 9 13 * *', 'on the 13th of every month at 09:00', '每月 13 日 09:00'],
    ['0 9 L * *', 'on the last day of every month at 09:00', '每月最后一天 09:00'],
    ['0 * * * *', 'every hour', '每小时'],
    ['0 */2 * * *', 'every 2 hours', '每 2 小时'],
    ['*/15 * * * *', 'every 15 minutes', '每 15 分钟'],
    ['*/7 * * * *', 'by cron */7 * * * *', '按 cron */7 * * * *'],
    ['0 9 1 * 1', 'by cron 0 9 1 * 1', '按 cron 0 9 1 * 1'],
  ])('%s', (cron, english, chinese) => {
    expect([describeWhen(cron, 'en'), describeWhen(cron, 'zh')]).toEqual([english, chinese])
  })

  test.each(['0 9 * * *', '0 9 * * 1-5', '0 10 * * 1,4', '0 9 L * *', '0 9 3 * *', '0 */6 * * *', '*/15 * * * *'])(
    '%s is read again from its own words, in both languages',
    (cron) => {
      for (const locale of ['en', 'zh'] as const) {
        const when = parseWhen(describeWhen(cron, locale))
        expect(when === null ? null : cronOf(when)).toBe(cron)
      }
    },
  )
})

test.each([
  ['0 9 * * 1-5', 'good'],
  ['*/5 * * * *', 'good'],
  ['0 9 29 2 *', 'good'],
  ['0 9 30 2 *', 'never'],
  ['0 9 31 4,6 *', 'never'],
  ['*/4 * * * *', 'too-often'],
  ['* * * * *', 'too-often'],
  ['0,1 9 * * 1', 'too-often'],
  ['59,0 * * * *', 'too-often'],
  ['60 9 * * *', 'invalid'],
  ['0 9 * * MOO', 'invalid'],
  ['0 0 9 * * *', 'invalid'],
])('cron %s: %s', (cron, expected) => {
  expect(judgeCron(cron)).toBe(expected)
})

test.each([
  ['Asia/Shanghai', { kind: 'zone', timeZone: 'Asia/Shanghai' }],
  ['asia/shanghai', { kind: 'zone', timeZone: 'Asia/Shanghai' }],
  [' Europe/berlin ', { kind: 'zone', timeZone: 'Europe/Berlin' }],
  ['new york', { kind: 'zone', timeZone: 'America/New_York' }],
  ['utc', { kind: 'zone', timeZone: 'UTC' }],
  ['北京时间', { kind: 'zone', timeZone: 'Asia/Shanghai' }],
  ['+08:00', { kind: 'offset' }],
  ['GMT+8', { kind: 'offset' }],
  ['UTC-05:30', { kind: 'offset' }],
  ['Asia/Shangai', { kind: 'unknown', closest: 'Asia/Shanghai' }],
  ['nowhere at all', { kind: 'unknown', closest: null }],
])('the time zone %s', (text, expected) => {
  expect(readTimeZone(text)).toEqual(expected)
})

describe('a channel', () => {
  const place = { kind: 'channel', id: 'C0HERE000', thread: '1764000000.000100' } as const
  const read = (text: string, by: Partial<Actor> = {}) =>
    readChannel(text, { place, actor: actor('U1', by), platforms: ['slack', 'discord'] })

  test.each(['here', 'Here', '本频道', '这里'])('%s: where it was asked, not in its thread', (text) => {
    expect(read(text)).toEqual({ kind: 'here', to: { platform: 'slack', id: 'C0HERE000', thread: null } })
    expect(read(text, { platform: 'terminal' })).toEqual({ kind: 'not-here' })
    expect(read(text, { platform: 'playground' })).toEqual({ kind: 'not-here' })
  })

  test.each([
    ['#push-ops', 'slack', '#push-ops'],
    ['push-ops', 'slack', '#push-ops'],
    ['#值班-推送', 'slack', '#值班-推送'],
    ['<#C012AB3CD|push-ops>', 'slack', 'C012AB3CD'],
    ['<#C012AB3CD>', 'slack', 'C012AB3CD'],
    ['C012AB3CD', 'slack', 'C012AB3CD'],
    ['<#123456789012345678>', 'discord', '123456789012345678'],
    ['123456789012345678', 'discord', '123456789012345678'],
    ['discord:#push-ops', 'discord', '#push-ops'],
    ['slack:C012AB3CD', 'slack', 'C012AB3CD'],
  ])('%s', (text, platform, channel) => {
    expect(read(text)).toEqual({ kind: 'named', platform, text: channel })
  })

  test('is of the platform of whoever asks, else of the one that is connected', () => {
    expect(read('#push-ops', { platform: 'discord' })).toMatchObject({ platform: 'discord' })
    const asked = { place, actor: actor('U1', { platform: 'terminal' }) } as const
    expect(readChannel('#push-ops', { ...asked, platforms: ['discord'] })).toMatchObject({ platform: 'discord' })
    expect(readChannel('#push-ops', { ...asked, platforms: ['slack', 'discord'] })).toEqual({
      kind: 'which-platform',
      text: '#push-ops',
    })
    expect(readChannel('#push-ops', { ...asked, platforms: [] })).toMatchObject({ platform: 'slack' })
  })

  test.each(['', 'two words', 'slack:123456789012345678', 'discord:C012AB3CD', '#', '@alice', 'x'.repeat(200)])(
    'is not guessed from "%s"',
    (text) => {
      expect(read(text)).toEqual({ kind: 'unreadable' })
    },
  )

  test('in the configuration', () => {
    expect(parseChannelSetting('slack:C012AB3CD', ['slack', 'discord'])).toEqual({
      platform: 'slack',
      id: 'C012AB3CD',
      thread: null,
    })
    expect(parseChannelSetting('discord:123456789012345678', [])).toMatchObject({ platform: 'discord' })
    expect(parseChannelSetting('#push-ops', ['discord'])).toMatchObject({ platform: 'discord', id: '#push-ops' })
    expect(parseChannelSetting('#push-ops', ['slack', 'discord'])).toBeNull()
    expect(parseChannelSetting('here', ['slack'])).toBeNull()
  })
})

describe('slots', () => {
  const nine = { cron: '0 9 * * *', timeZone: 'Asia/Shanghai' }
  const at = Date.UTC(2026, 10, 25, 1)

  test('the newest is the one at or before the moment, the next the one after', () => {
    expect([-1, 0, 1, 999].map((after) => lastSlot(nine, at + after))).toEqual([at - 86_400_000, at, at, at])
    expect([-1, 0, 1].map((after) => nextSlot(nine, at + after))).toEqual([at, at + 86_400_000, at + 86_400_000])
  })

  test('every hour of a day is every hour that passes, also where clocks are put back', () => {
    const hours = { cron: '0 0-23 * * *', timeZone: 'America/New_York' }
    const from = Date.UTC(2026, 10, 1, 4)
    const slots = [0, 1, 2, 3].map((hour) => lastSlot(hours, from + hour * 3_600_000))
    expect(slots).toEqual([0, 1, 2, 3].map((hour) => from + hour * 3_600_000))
  })
})
