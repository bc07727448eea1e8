import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openStore, type Store } from '../../src/adapters/sql/open-store.ts'
import { imReportList } from '../../src/bot/commands/im-report-list.ts'
import { imReportRemove } from '../../src/bot/commands/im-report-remove.ts'
import { imReportSchedule } from '../../src/bot/commands/im-report-schedule.ts'
import { plainText } from '../../src/bot/cards/plain-text.ts'
import type { ChannelWriter } from '../../src/bot/ports/channels.ts'
import type { Team } from '../../src/bot/ports/team.ts'
import type { World } from '../../src/bot/ports/world.ts'
import type { Request } from '../../src/bot/request.ts'
import { actor, call, request, testBot, words } from '../support/bot.ts'
import { teamOf } from '../support/team.ts'

const NOW = Date.UTC(2026, 10, 25, 12)

/** A platform that knows one channel. */
const PLATFORM: ChannelWriter = {
  post: async () => ({ kind: 'refused', code: 'unused' }),
  find: async () => ({ kind: 'absent' }),
  edit: async () => ({ kind: 'gone' }),
  resolve: async (text) =>
    text === '#push-ops' || text === 'C012AB3CD'
      ? { kind: 'channel', id: 'C012AB3CD', name: 'push-ops' }
      : { kind: 'unknown', code: 'channel_not_found' },
}

const FIXED: Team['fixedSchedules'] = [
  {
    id: 'config-morning',
    app: 'prod',
    cron: '0 9 * * 1-5',
    timeZone: 'Europe/Berlin',
    locale: 'en',
    to: { platform: 'slack', id: 'C0FIXED00', thread: null },
    createdBy: null,
  },
]

let store: Store

beforeEach(async () => {
  store = await openStore({ url: ':memory:', now: () => NOW })
  onTestFinished(() => store.close())
})

async function ask(text: string, changes: Partial<Request> = {}, team: Partial<Team> = {}) {
  const world = {
    team: teamOf(store, { channels: { slack: PLATFORM }, fixedSchedules: FIXED, ...team }),
    wait: (_: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
  } as unknown as World
  const { bot, audit, defects } = testBot({
    now: () => NOW,
    world: async () => ({ ok: true, world }),
    commands: [imReportSchedule, imReportList, imReportRemove],
  })
  const input = text.startsWith('{') ? readCall(text) : words(text)
  const reply = await bot.answer(request(input, changes))
  expect(defects).toEqual([])
  if (reply === null) throw new Error('there is no answer')
  const shown = plainText(reply.card, { locale: changes.locale ?? 'en', timeZone: null, now: NOW })
  return { status: reply.status, result: reply.result, shown, audit }
}

function readCall(text: string) {
  const { command, args } = JSON.parse(text) as { command: string; args: Record<string, unknown> }
  return call(command, args)
}

describe('im report schedule', () => {
  test('takes plain words, and says when the first report comes', async () => {
    const { status, result, shown, audit } = await ask(
      'im report schedule "every weekday 09:00" #push-ops --app prod --tz asia/shanghai --lang zh',
    )
    expect(status).toBe('ok')
    expect(result).toEqual({
      id: '1',
      app: 'prod',
      when: { cron: '0 9 * * 1-5', text: 'every weekday at 09:00' },
      timeZone: 'Asia/Shanghai',
      locale: 'zh',
      channel: { platform: 'slack', id: 'C012AB3CD' },
      next: '2026-11-26T01:00:00.000Z',
    })
    for (const part of ['every weekday at 09:00', 'Asia/Shanghai', '#push-ops', 'Chinese', '/im report remove 1'])
      expect(shown).toContain(part)
    expect(audit.at(-1)).toMatchObject({ command: 'im.report.schedule', status: 'ok' })
    expect(await store.schedules.list()).toMatchObject([{ id: '1', createdBy: 'slack:U1', createdAt: NOW }])
  })

  test('answers in Chinese, in the zone and language of whoever asks', async () => {
    const { result, shown } = await ask('im report schedule 每周一和周四下午3点 本频道', {
      locale: 'zh',
      timeZone: 'Asia/Shanghai',
      place: { kind: 'channel', id: 'C0HERE000', thread: '1.2' },
    })
    expect(result).toMatchObject({
      when: { cron: '0 15 * * 1,4', text: '每周一、周四 15:00' },
      timeZone: 'Asia/Shanghai',
      locale: 'zh',
      channel: { id: 'C0HERE000' },
    })
    expect(shown).toContain('每周一、周四 15:00')
  })

  test('is done once, however often it is asked', async () => {
    await ask('im report schedule "every day 9:00" #push-ops')
    const { result, shown } = await ask('im report schedule "daily 9am" C012AB3CD')
    expect(result).toMatchObject({ id: '1' })
    expect(shown).toContain('scheduled already')
    expect(await store.schedules.list()).toHaveLength(1)
  })

  test('from a terminal, says that the channel could not be looked up', async () => {
    const owner = actor('root', { platform: 'terminal', owner: true })
    const place = { kind: 'terminal', id: 'terminal', thread: null } as const
    const { result, shown } = await ask(
      'im report schedule "every hour" #push-ops',
      { actor: owner, place },
      { channels: {} },
    )
    expect(result).toMatchObject({ channel: { platform: 'slack', id: '#push-ops' } })
    expect(shown).toContain('could not be looked up')
  })

  const AT_TERMINAL = {
    actor: actor('root', { platform: 'terminal', owner: true }),
    place: { kind: 'terminal', id: 'terminal', thread: null },
  } as const

  test('a name that may be of either platform is asked back, in both languages', async () => {
    const both: Partial<Team> = { channels: {}, platforms: ['slack', 'discord'] }
    const text = 'im report schedule "every hour" #push-ops'
    const { status, shown } = await ask(text, AT_TERMINAL, both)
    expect(status).toBe('usage')
    expect(shown).toContain('slack:#push-ops')
    expect(shown).toContain('discord:#push-ops')
    expect((await ask(text, { ...AT_TERMINAL, locale: 'zh' }, both)).shown).toContain('是 Slack 还是 Discord 的频道')
    expect((await ask(text.replace('#', 'discord:#'), AT_TERMINAL, both)).result).toMatchObject({
      channel: { platform: 'discord', id: '#push-ops' },
    })
    // Whoever asks on one of them means that one.
    const here = await ask(text, { actor: actor('1', { platform: 'discord' }) }, both)
    expect(here.result).toMatchObject({ channel: { platform: 'discord' } })
  })

  test.each(['#push-ops', 'slack:#push-ops', 'C012AB3CD', '123456789012345678'])(
    'without any platform, none is scheduled: %s',
    async (channel) => {
      const none: Partial<Team> = { channels: {}, platforms: [] }
      const { status, shown } = await ask(`im report schedule "every hour" ${channel}`, AT_TERMINAL, none)
      expect(status).toBe('usage')
      expect(shown).toMatch(/(?:Slack|Discord) isn't configured.*in the configuration first/)
      expect(await store.schedules.list()).toEqual([])
    },
  )

  test.each([
    ['im report schedule soon #push-ops', 'soon as a time', 'every weekday 09:00'],
    ['im report schedule "0 9 30 2 *" #push-ops', 'never comes', 'every weekday 09:00'],
    ['im report schedule "* * * * *" #push-ops', 'at most every 5 minutes', 'every weekday 09:00'],
    ['im report schedule "every hour" #nowhere', 'I cannot see', 'channel_not_found'],
    ['im report schedule "every hour" @alice', 'as a channel', 'here'],
    ['im report schedule "every hour" discord:#ops', "Discord isn't configured", 'a channel of Slack'],
    ['im report schedule "every hour" 123456789012345678', "Discord isn't configured", 'a channel of Slack'],
    ['im report schedule "every hour" <#123456789012345678>', "Discord isn't configured", 'a channel of Slack'],
    ['im report schedule "every hour" #push-ops --tz +8', 'is an offset', 'Asia/Shanghai'],
    ['im report schedule "every hour" #push-ops --tz Asia/Shangai', 'no time zone', 'Did you mean'],
    ['im report schedule "every hour" #push-ops --lang fr', 'fr', 'en'],
    ['im report schedule "every hour" #push-ops --app nope', 'no app', 'prod'],
    ['im report schedule', 'when', ''],
  ])('%s: says what is wrong, and the right form', async (text, wrong, right) => {
    const { status, shown } = await ask(text)
    expect(status).toBe('usage')
    expect(shown).toContain(wrong)
    expect(shown).toContain(right)
    expect(await store.schedules.list()).toEqual([])
  })

  test('takes a hundred, and no more', async () => {
    const { id: _, ...fixed } = FIXED[0] ?? never()
    for (let number = 0; number < 100; number++)
      await store.schedules.add({ ...fixed, createdBy: 'slack:U1', createdAt: NOW, app: `app-${number}` })
    const { status, shown } = await ask('im report schedule "every hour" #push-ops')
    expect([status, shown]).toEqual(['usage', expect.stringContaining('100 scheduled reports')])
  })

  test('as a call of a script', async () => {
    const args = { when: 'every hour', channel: 'C012AB3CD', tz: 'UTC', lang: 'en' }
    const { status, result } = await ask(JSON.stringify({ command: 'im.report.schedule', args }))
    expect([status, result]).toEqual(['ok', expect.objectContaining({ next: '2026-11-25T13:00:00.000Z' })])
  })
})

function never(): never {
  throw new Error('there is none')
}

describe('im report list and remove', () => {
  test('show those of the file and those that were asked for, in the language of the reader', async () => {
    await ask('im report schedule "every monday 10:00" #push-ops --tz UTC')
    const { result, shown } = await ask('im report list', { locale: 'zh' })
    expect(result).toMatchObject({
      schedules: [
        {
          id: 'config-morning',
          fixed: true,
          createdBy: null,
          when: { text: '每个工作日 09:00' },
          timeZone: 'Europe/Berlin',
        },
        {
          id: '1',
          fixed: false,
          createdBy: 'slack:U1',
          when: { text: '每周一 10:00' },
          next: '2026-11-30T10:00:00.000Z',
        },
      ],
    })
    for (const part of ['config-morning', '配置文件', '每周一 10:00', 'C012AB3CD']) expect(shown).toContain(part)
  })

  test('say what to do where there is none', async () => {
    const { result, shown } = await ask('im report list', {}, { fixedSchedules: [] })
    expect([result, shown]).toEqual([{ schedules: [] }, expect.stringContaining('/im report schedule')])
  })

  test('a report is stopped once', async () => {
    await ask('im report schedule "every monday 10:00" #push-ops')
    expect(await ask('im report remove #1')).toMatchObject({ status: 'ok', result: { removed: '1' } })
    expect(await store.schedules.list()).toEqual([])
    const again = await ask('im report remove 1')
    expect([again.status, again.shown]).toEqual(['usage', expect.stringContaining('/im report list')])
  })

  test('one of the configuration file is stopped there', async () => {
    const { status, shown } = await ask('im report remove config-morning')
    expect([status, shown]).toEqual(['usage', expect.stringContaining('configuration file')])
  })
})
