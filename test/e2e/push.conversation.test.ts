import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { iPhoneOf, onPhone } from '../../src/adapters/simulator/cast/props.ts'
import { plainText } from '../../src/bot/cards/plain-text.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { Request } from '../../src/bot/request.ts'
import { actor, EVERYONE, people } from '../support/bot.ts'
import { devicesOf, eventsOf, statusOf, whyOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld, type Speaker } from '../support/push-world.ts'

let world: PushWorld
let bot: Speaker

beforeEach(async () => {
  world = await openPushWorld()
  bot = world.bot
})

afterEach(() => world.close())

const thread = (id: string): Partial<Request> => ({ place: { kind: 'channel', id: 'C1', thread: id } })
const labels = ({ card }: Reply): readonly string[] => card.actions.map(({ label }) => label)

describe('push history', () => {
  test('tells states, messages and every step of a push, newest first', async () => {
    const { json } = await bot.ask('/push history alice')
    expect(json).toMatchObject({ command: 'push.history', status: 'ok', visibility: 'public' })
    const events = eventsOf(json)
    const times = events.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(['login', 'disconnect', 'message', 'push', 'delivered', 'clicked']),
    )
    expect(events.find(({ kind }) => kind === 'delivered')).toMatchObject({
      platform: 'apns',
      outcome: 'ok',
      code: null,
    })
    expect(json.card.text).toContain('push delivered')
    expect(JSON.stringify(json)).not.toContain('The release is planned')
  })

  test('with the vendor’s own word where a push failed', async () => {
    const failed = eventsOf((await bot.ask('/push history bob')).json).filter(({ outcome }) => outcome === 'failed')
    expect(failed).toHaveLength(5)
    for (const event of failed) expect(event).toMatchObject({ kind: 'push', code: '410', message: 'Unregistered' })
  })

  test('a kick, an online-only message and a block are named as such', async () => {
    expect(eventsOf((await bot.ask('/push history erin')).json)).toContainEqual(
      expect.objectContaining({ kind: 'kicked', platform: 'Web' }),
    )
    expect(eventsOf((await bot.ask('/push history uma')).json)).toContainEqual(
      expect.objectContaining({ kind: 'message', message: 'online-only' }),
    )
    expect(eventsOf((await bot.ask('/push history kim --since 7d')).json)).toContainEqual(
      expect.objectContaining({ kind: 'blocked', message: 'sam' }),
    )
  })

  test('from when on is asked for', async () => {
    const count = async (since: string) => eventsOf((await bot.ask(`/push history kim${since}`)).json).length
    expect(await count('')).toBe(1)
    expect(await count(' --since 7d')).toBeGreaterThan(4)
    expect(await count(' --since 10m')).toBe(0)
  })

  test('a webhook that comes again changes nothing', async () => {
    const before = eventsOf((await bot.ask('/push history bob --since 3d')).json)
    await world.simulator.replayHistory()
    expect(eventsOf((await bot.ask('/push history bob --since 3d')).json)).toEqual(before)
  })

  test('of someone of whom nothing is known', async () => {
    const { json } = await bot.ask('/push history alicia')
    expect(json.status).toBe('ok')
    expect(eventsOf(json)).toEqual([])
    expect(json.card.text).toContain('Nothing is known since')
  })
})

describe('push devices', () => {
  test('shows what the traces told, to the asker alone, with the end of the token only', async () => {
    const token = world.simulator.users.get('alice')?.devices?.[0]?.token ?? ''
    const { reply, json } = await bot.ask('/push devices alice')
    expect(json).toMatchObject({ command: 'push.devices', status: 'ok', visibility: 'private' })
    expect(devicesOf(json)).toMatchObject([
      {
        vendor: 'apns',
        certificateId: '15001',
        token: `…${token.slice(-4)}`,
        model: 'iPhone 15',
        notifications: 'on',
        source: 'trace',
      },
    ])
    const all = JSON.stringify([json, reply.card])
    expect(all).toContain(token.slice(-4))
    expect(all).not.toContain(token.slice(-5))
    expect(reply.publicCard).toBeNull()
  })

  test('says what a phone did not report', async () => {
    expect(devicesOf((await bot.ask('/push devices nina')).json)).toMatchObject([{ certificateId: null }])
    expect(devicesOf((await bot.ask('/push devices oscar')).json)).toMatchObject([{ token: null, vendor: 'vivo' }])
    expect(devicesOf((await bot.ask('/push devices heidi')).json)).toMatchObject([{ notifications: 'off' }])
  })

  test('falls back to the vendors of callbacks while the trace cannot be had, and remembers it afterwards', async () => {
    const takeBack = world.simulator.fault({ endpoint: 'timpush/normal_push_trace', kind: 'reset' })
    expect(devicesOf((await bot.ask('/push devices bob')).json)).toMatchObject([{ vendor: 'apns', source: 'callback' }])
    takeBack()
    expect(devicesOf((await bot.ask('/push devices bob')).json)).toMatchObject([
      { model: 'iPhone 12', source: 'trace' },
    ])
    world.simulator.fault({ endpoint: 'timpush/normal_push_trace', kind: 'reset' })
    expect(devicesOf((await bot.ask('/push devices bob')).json)).toMatchObject([
      { model: 'iPhone 12', source: 'trace' },
    ])
  })

  test('of someone who was never pushed', async () => {
    const { json } = await bot.ask('/push devices pat')
    expect(devicesOf(json)).toEqual([])
    expect(json.card.text).toContain('No device is known')
  })
})

describe('in a thread', () => {
  test('"check again" says what has changed since', async () => {
    const first = await bot.ask('/push why dave', thread('1'))
    expect(whyOf(first.json).cause).toBe('logged-out')
    world.simulator.users.put('dave', {
      story: 'He logged in again.',
      clients: [onPhone('iPhone')],
      devices: [iPhoneOf('dave')],
      past: [{ kind: 'login', ago: 60_000, platform: 'iPhone' }],
    })
    await world.simulator.replayHistory()
    const { json } = await bot.ask('check again', thread('1'))
    expect(json).toMatchObject({ command: 'push.why', status: 'ok' })
    expect(whyOf(json)).toMatchObject({ userId: 'dave', verdict: 'can-receive', cause: null })
    expect(json.card.text).toContain('Changed')
    expect(json.card.text).toContain('cannot receive → can receive')
    expect(json.card.text).toContain('Offline → PushOnline (iPhone PushOnline)')
    expect(json.card.text).toContain('gone: signed out')
  })

  test('or that nothing has', async () => {
    await bot.ask('/push why bob', thread('1'))
    const { json } = await bot.ask('check again', thread('1'))
    expect(json.card.text).toContain('Nothing has changed since')
    const elsewhere = { ...thread('2'), actor: actor('U2') }
    expect((await bot.ask('/push why bob', elsewhere)).json.card.text).not.toContain('Nothing has changed')
  })

  test('also in Chinese', async () => {
    await bot.ask('为什么 bob 收不到推送', thread('1'))
    const { reply, json } = await bot.ask('再查一次', thread('1'))
    expect(whyOf(json)).toMatchObject({ userId: 'bob', cause: 'token-invalid' })
    expect(reply.locale).toBe('zh')
    expect(json.card.text).toContain('没有变化')
  })

  test('"and dave?" is the same question about another user', async () => {
    await bot.ask('why does bob get no push?', thread('1'))
    const { json } = await bot.ask('and dave?', thread('1'))
    expect(whyOf(json)).toMatchObject({ userId: 'dave', cause: 'logged-out' })
    expect(json.card.text).not.toContain('Changed')
    // From now on the thread is about him.
    expect(whyOf((await bot.ask('check again', thread('1'))).json).userId).toBe('dave')
  })

  test('follows up a question for states as well', async () => {
    await bot.ask('/im status alice', thread('1'))
    const { json } = await bot.ask('and carol?', thread('1'))
    expect(json.command).toBe('im.status')
    expect(statusOf(json).users).toMatchObject([{ userId: 'carol', state: 'Online' }])
  })

  test('a message that was asked about is asked about again, and not of another user', async () => {
    const asked = await bot.ask('/push why wendy --from sam', thread('1'))
    expect(whyOf(asked.json).cause).toBe('push-disabled-by-sender')
    expect(whyOf((await bot.ask('check again', thread('1'))).json).cause).toBe('push-disabled-by-sender')
    expect(whyOf((await bot.ask('and uma?', thread('1'))).json)).toMatchObject({ userId: 'uma', cause: null })
  })

  test('whoever else is in it may follow up', async () => {
    await bot.ask('/push why bob', thread('1'))
    const { json } = await bot.ask('check again', { ...thread('1'), actor: actor('U2') })
    expect(whyOf(json)).toMatchObject({ userId: 'bob', cause: 'token-invalid' })
  })

  test('where nothing was asked before, that is said', async () => {
    const { json } = await bot.ask('check again', thread('new'))
    expect(json.status).toBe('usage')
    expect(json.error?.length).toBeGreaterThan(10)
  })

  test('another app stays the app', async () => {
    await bot.ask('/push why ines --app demo-global', thread('1'))
    const { json } = await bot.ask('and jonas?', thread('1'))
    expect(whyOf(json)).toMatchObject({ app: 'demo-global', cause: 'credential-rejected' })
  })
})

describe('the buttons of a diagnosis', () => {
  const USER = actor('U1')

  test('check again', async () => {
    const { reply } = await bot.ask('/push why wendy --from sam', thread('1'))
    expect(labels(reply)).toEqual([
      'Check again',
      'Test push',
      'History',
      'Share for a ticket',
      'I take it',
      'Close case',
    ])
    const { json } = await bot.press(bot.button(reply, 'Check again', USER), thread('1'))
    expect(whyOf(json)).toMatchObject({ userId: 'wendy', cause: 'push-disabled-by-sender' })
    expect(json.card.text).toContain('Nothing has changed since')
  })

  test('history', async () => {
    const { reply } = await bot.ask('/push why ines --app demo-global')
    const { json } = await bot.press(bot.button(reply, 'History', USER))
    expect(json).toMatchObject({
      command: 'push.history',
      status: 'ok',
      result: { app: 'demo-global', userId: 'ines' },
    })
    expect(eventsOf(json).length).toBeGreaterThan(2)
  })

  test('a test push asks before it sends, and only whoever may', async () => {
    const operator = actor('OPERATOR')
    const { ask, button, press } = world.speaker({
      access: {
        configured: true,
        members: { viewer: EVERYONE, operator: people('slack:OPERATOR'), admin: people() },
      },
    })
    const { reply } = await ask('/push why alice')
    expect((await press(button(reply, 'Test push', USER))).json.status).toBe('denied')
    const asked = await press(button(reply, 'Test push', operator), { actor: operator })
    expect(asked.json.card.title).toBe('Test push to alice?')
    expect(world.calls('timpush/batch')).toEqual([])
    const sent = await press(button(asked.reply, 'Send the test push', operator), { actor: operator })
    expect(sent.json.result).toMatchObject({ outcome: 'delivered' })
    expect(labels(sent.reply)).toEqual(['Why?', 'History'])
    const back = await press(button(sent.reply, 'Why?', operator), { actor: operator })
    expect(whyOf(back.json)).toMatchObject({ userId: 'alice', verdict: 'can-receive' })
  })

  test('share for a ticket: for all to see, with the ids that Tencent asks for and no token', async () => {
    const token = world.simulator.users.get('bob')?.devices?.[0]?.token ?? ''
    const [key] = world.simulator.stories().find(({ userId }) => userId === 'bob')?.messages ?? []
    const { reply } = await bot.ask('/push why bob')
    const { json } = await bot.press(bot.button(reply, 'Share for a ticket', USER))
    expect(json).toMatchObject({ status: 'ok', visibility: 'public', card: { title: 'For a ticket: push for bob' } })
    for (const id of ['1400000000', 'bob', key, 'iPhone 12', 'Unregistered']) expect(json.card.text).toContain(id)
    expect(json.card.text).toMatch(/PushID: \S*[0-9a-f]+_[0-9a-f]{16}/)
    expect(json.card.text).not.toContain(token.slice(-6))
  })

  test('belong to whoever they were kept for', async () => {
    const { reply } = await bot.ask('/push why alice')
    const key = bot.button(reply, 'History', USER)
    expect((await bot.press(key, { actor: actor('U2') })).json.status).toBe('usage')
    expect((await bot.press(key)).json.status).toBe('ok')
  })
})

describe('while it takes its time', () => {
  test('a diagnosis shows how far it has come', async () => {
    const told: { title: string; text: string }[] = []
    await bot.ask('/push why alice --from sam', {
      onProgress: ({ card, visibility }) => {
        expect(visibility).toBe('public')
        told.push({ title: card.title, text: plainText(card, { locale: 'en', timeZone: null, now: world.now() }) })
      },
    })
    expect(told.length).toBeGreaterThan(5)
    expect(new Set(told.map(({ title }) => title))).toEqual(new Set(['Checking push for alice…']))
    expect(told[0]?.text).toContain('0 of 13')
    expect(told.at(-1)?.text).toContain('13 of 13')
  })
})
