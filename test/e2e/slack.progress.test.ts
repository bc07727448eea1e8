import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TIMES } from '../../src/adapters/slack/limits.ts'
import type { Bot } from '../../src/bot/bot.ts'
import { directMessage, mention, press, slash, submission } from '../servers/slack/payloads.ts'
import { SlackRig, until, type Mode } from '../servers/slack/slack-rig.ts'
import { tellingBot, type Working } from '../servers/slack/telling-bot.ts'

const THREAD = '1700000001.000100'

let rig: SlackRig
let working: Working[]
let time = 0

async function start(mode: Mode = 'http', changes: Partial<Bot> = {}): Promise<void> {
  time = Date.now()
  const telling = tellingBot()
  working = telling.working
  rig = await SlackRig.started({ mode, bot: { ...telling.bot, ...changes }, now: () => time })
  rig.server.members.set('U1', { locale: 'en-US', tz: 'Asia/Shanghai' })
  rig.server.members.set('U0CHINA', { locale: 'zh-CN', tz: 'Asia/Shanghai' })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}

async function pass(milliseconds: number): Promise<void> {
  time += milliseconds
  await vi.advanceTimersByTimeAsync(milliseconds)
}

async function begun(count = 1): Promise<Working> {
  await until('the bot to be asked', () => working.length >= count)
  const last = working[count - 1]
  if (last === undefined) throw new Error('not asked')
  return last
}

/** All that stands in the conversations. */
const standing = (): readonly string[] => [...rig.server.messages.values()].map(({ text }) => String(text))

const methods = (): readonly string[] => rig.shown.map(({ method }) => method)

/** Lets whatever was sent arrive, and comes back when the server has seen it. */
async function called(method: string, count: number): Promise<void> {
  await until(`${count} × ${method}`, () => rig.server.calls.filter((call) => call.method === method).length >= count)
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

afterEach(async () => {
  vi.useRealTimers()
  await rig.close()
})

describe.each(['http', 'socket'] as const)('an answer that tells its progress, %s mode', (mode) => {
  beforeEach(() => start(mode))

  it('stands in the thread of a mention at once, is edited there, and becomes the answer', async () => {
    await rig.send('events_api', mention('push why alice'))
    const work = await begun()
    work.tell('1 of 3')
    const first = await rig.show(1)
    expect(first.method).toBe('chat.postMessage')
    expect(first.args).toMatchObject({ channel: 'C1', thread_ts: THREAD, text: '1 of 3' })
    await pass(TIMES.progress)
    work.tell('2 of 3')
    expect((await rig.show(2)).says).toContain('2 of 3')
    work.reply('No device is bound')
    expect((await rig.show(3)).says).toContain('No device is bound')
    await pass(5000)
    expect(methods()).toEqual(['chat.postMessage', 'chat.update', 'chat.update'])
    expect(standing()).toEqual(['No device is bound'])
  })

  it('is told and answered once when the event is delivered again', async () => {
    const event = mention('push why alice')
    await rig.send('events_api', event)
    const work = await begun()
    work.tell('1 of 3')
    await rig.show(1)
    await rig.send('events_api', event)
    await pass(TIMES.signOfLife)
    work.reply('No device is bound')
    await rig.show(2)
    await rig.send('events_api', event)
    await rig.surface.stop(time + 5000)
    expect(methods()).toEqual(['chat.postMessage', 'chat.update'])
    expect(standing()).toEqual(['No device is bound'])
  })

  it('is a message in the channel for a slash command', async () => {
    await rig.send('slash_commands', slash(rig.server, '/push', 'why alice'))
    const work = await begun()
    work.tell('1 of 3')
    expect((await rig.show(1)).args).not.toHaveProperty('thread_ts')
    work.reply('No device is bound')
    await rig.show(2)
    expect(methods()).toEqual(['chat.postMessage', 'chat.update'])
    expect(standing()).toEqual(['No device is bound'])
  })
})

describe('progress in a thread', () => {
  beforeEach(() => start())

  const asked = async (user = 'U1'): Promise<Working> => {
    await rig.send('events_api', mention('push why alice', { user }))
    return begun()
  }

  it('is edited at most once in its interval, however much is told, and shows the latest', async () => {
    const work = await asked()
    work.tell('step 0')
    await rig.show(1)
    for (let edit = 1; edit <= 4; edit++) {
      for (let step = 0; step < 10; step++) work.tell(`step ${edit}.${step}`)
      await pass(TIMES.progress - 1)
      // An edit that came too early would not show this one.
      work.tell(`step ${edit}, the last`)
      await pass(1)
      expect((await rig.show(edit + 1)).says).toContain(`step ${edit}, the last`)
    }
    expect(TIMES.progress).toBeGreaterThanOrEqual(1000)
  })

  it('takes the place of "checking"', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    await pass(TIMES.signOfLife)
    work.reply('done')
    await rig.show(2)
    expect(methods()).not.toContain('chat.postEphemeral')
  })

  it('is in the language that the answer is in', async () => {
    const work = await asked('U0CHINA')
    work.tell('正在查询 alice 的状态')
    expect((await rig.show(1)).says).toContain('正在查询 alice 的状态')
    await pass(TIMES.answer)
    expect((await rig.show(2)).says).toContain('等得太久')
  })

  it('never holds a mention', async () => {
    const work = await asked()
    work.tell('looking for <!channel> and <@U2>')
    const { args } = await rig.show(1)
    expect(args['text']).toBe('looking for &lt;!channel&gt; and &lt;@U2&gt;')
  })

  it('says in its place that the answer takes too long, and nothing after that', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    await pass(TIMES.answer)
    const given = await rig.show(2)
    expect(given.method).toBe('chat.update')
    expect(given.says).toContain('took too long')
    work.tell('2 of 3')
    work.reply('done')
    await pass(10_000)
    await rig.surface.stop(time + 5000)
    expect(standing()).toEqual([given.args['text']])
    expect(rig.shown).toHaveLength(2)
  })

  it.each(['denied', 'usage'] as const)('goes away where the answer is private: %s', async (status) => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    work.reply('not for you', { status, visibility: 'private' })
    const { method, args } = await rig.show(2)
    expect(method).toBe('chat.postEphemeral')
    expect(args).toMatchObject({ user: 'U1', thread_ts: THREAD })
    await called('chat.delete', 1)
    expect(standing()).toEqual([])
  })

  it('that is private is not shown to others; the asker hears that work goes on', async () => {
    const work = await asked()
    work.tell('looking at a secret', { visibility: 'private' })
    const { method, says } = await rig.show(1)
    expect(method).toBe('chat.postEphemeral')
    expect(says).toContain('Checking')
    work.tell('still looking', { visibility: 'private' })
    await pass(TIMES.signOfLife)
    work.reply('for your eyes', { visibility: 'private' })
    await rig.show(2)
    expect(methods()).toEqual(['chat.postEphemeral', 'chat.postEphemeral'])
    expect(standing()).toEqual([])
  })

  it('is left alone, and the answer sent anew, where Slack lets nothing be edited', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    rig.server.failNext('chat.update', { kind: 'error', error: 'cant_update_message' })
    work.reply('done')
    const sent = await rig.show(3)
    expect(sent.method).toBe('chat.postMessage')
    expect(sent.args).toMatchObject({ thread_ts: THREAD, text: 'done' })
  })

  it('is drawn plainly where Slack refuses its blocks', async () => {
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'invalid_blocks' })
    const work = await asked()
    work.tell('1 of 3')
    expect((await rig.show(2)).args['blocks']).toMatchObject([{ type: 'section' }])
    work.reply('done')
    await rig.show(3)
    expect(standing()).toEqual(['done'])
  })

  it('leaves Slack alone for as long as it says, and the answer does not wait for that', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    await pass(TIMES.progress)
    rig.server.failNext('chat.update', { kind: 'status', status: 429, retryAfter: 15 })
    work.tell('2 of 3')
    await rig.show(2)
    for (let second = 0; second < 14; second++) {
      work.tell(`2 of 3, ${second} s`)
      await pass(1000)
    }
    work.reply('done')
    expect((await rig.show(3)).args['text']).toBe('done')
    expect(standing()).toEqual(['done'])
  })

  it('does not overwrite the answer when an edit is slower than it', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    await pass(TIMES.progress)
    const slow = gate()
    rig.server.failNext('chat.update', { kind: 'held', until: slow.opened })
    work.tell('2 of 3')
    await called('chat.update', 1)
    work.reply('done')
    await pass(1000)
    await called('chat.update', 2)
    await until('the answer', () => standing()[0] === 'done')
    slow.open()
    await called('chat.update', 3)
    await rig.surface.stop(time + 5000)
    expect(standing()).toEqual(['done'])
  })

  it('is taken away again when it arrives after the answer', async () => {
    const slow = gate()
    rig.server.failNext('chat.postMessage', { kind: 'held', until: slow.opened })
    const work = await asked()
    work.tell('1 of 3')
    await called('chat.postMessage', 1)
    work.reply('done')
    await pass(1000)
    await called('chat.postMessage', 2)
    slow.open()
    await called('chat.delete', 1)
    await rig.surface.stop(time + 5000)
    expect(standing()).toEqual(['done'])
  })

  it('is not posted twice where it may have arrived', async () => {
    rig.server.failNext('chat.postMessage', { kind: 'cut-after' })
    const work = await asked()
    work.tell('1 of 3')
    expect((await rig.show(2)).says).toContain('Checking')
    await pass(TIMES.progress)
    work.tell('2 of 3')
    work.reply('done')
    await rig.show(3)
    expect(methods()).toEqual(['chat.postMessage', 'chat.postEphemeral', 'chat.postMessage'])
  })

  it('becomes the answer also when the bot is told to stop meanwhile', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    const stopped = rig.surface.stop(time + 8000)
    await pass(1000)
    work.reply('done')
    await stopped
    expect(standing()).toEqual(['done'])
  })
})

describe('progress of a slash command', () => {
  beforeEach(() => start())

  const asked = async (user = 'U1'): Promise<Working> => {
    await rig.send('slash_commands', slash(rig.server, '/push', 'why alice', { user }))
    return begun()
  }

  it.each([
    ['U1', 'Checking…'],
    ['U0CHINA', '正在检查…'],
  ])('is one sentence where the bot may not post, and the answer is for all: %s', async (user, sentence) => {
    rig.server.closed.add('C1')
    const work = await asked(user)
    work.tell('1 of 3')
    const checking = await rig.show(2)
    expect(checking.args).toMatchObject({ response_type: 'ephemeral', text: sentence })
    await pass(TIMES.progress)
    work.tell('2 of 3')
    await pass(TIMES.progress)
    work.reply('done')
    const sent = await rig.show(3)
    expect(sent.args).toMatchObject({ response_type: 'in_channel', text: 'done' })
    expect(methods()).toEqual(['chat.postMessage', 'response_url', 'response_url'])
  })

  it('is not needed for a quick answer, which comes by the response url', async () => {
    const work = await asked()
    work.reply('done')
    const sent = await rig.show(1)
    expect(sent.method).toBe('response_url')
    expect(sent.args).toMatchObject({ response_type: 'in_channel', text: 'done' })
  })

  it('goes away where the answer is private', async () => {
    const work = await asked()
    work.tell('1 of 3')
    await rig.show(1)
    work.reply('not for you', { status: 'denied', visibility: 'private' })
    expect((await rig.show(2)).args).toMatchObject({ response_type: 'ephemeral', text: 'not for you' })
    await called('chat.delete', 1)
    expect(standing()).toEqual([])
  })
})

describe('a pressed button', () => {
  beforeEach(() => start())

  const STARTER = '1700000004.000100'
  const cases = [
    ['that starts a thread', { is_ephemeral: false }, STARTER],
    ['in a thread', { is_ephemeral: false, thread_ts: '1700000000.000001' }, '1700000000.000001'],
    ['that only one person sees', { is_ephemeral: true }, null],
    [
      'that only one person sees, in a thread',
      { is_ephemeral: true, thread_ts: '1700000000.000001' },
      '1700000000.000001',
    ],
  ] as const

  it.each(cases)('is answered where its message is, with progress: a message %s', async (_, container, thread) => {
    await rig.send('interactive', press(rig.server, null, { container, actionId: 'press.0' }))
    const work = await begun()
    expect(work.request.place).toEqual({ kind: 'channel', id: 'C1', thread })
    work.tell('1 of 3')
    expect((await rig.show(1)).args['thread_ts'] ?? null).toBe(thread)
    work.reply('done')
    const { args } = await rig.show(2)
    expect(args['ts']).not.toBe(STARTER)
    expect(standing()).toEqual(['done'])
  })

  it.each(cases)('is answered where its message is, at once: a message %s', async (_, container, thread) => {
    await rig.send('interactive', press(rig.server, null, { container, actionId: 'press.0' }))
    ;(await begun()).reply('done')
    const { method, args } = await rig.show(1)
    expect(method).toBe('response_url')
    expect(args).toMatchObject({ response_type: 'in_channel', replace_original: false })
    expect(args['thread_ts'] ?? null).toBe(thread)
  })

  it('is answered privately where the person is looking', async () => {
    await rig.send('interactive', press(rig.server, null, { container: { is_ephemeral: false }, actionId: 'press.0' }))
    ;(await begun()).reply('not for you', { visibility: 'private' })
    const { args } = await rig.show(1)
    expect(args).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(args).not.toHaveProperty('thread_ts')
  })
})

describe('progress in a direct message', () => {
  beforeEach(() => start())

  it('follows on "checking" in the same message, which becomes the answer', async () => {
    await rig.send('events_api', directMessage('push why alice'))
    const work = await begun()
    await pass(TIMES.signOfLife)
    expect((await rig.show(1)).says).toContain('Checking')
    work.tell('1 of 3')
    expect((await rig.show(2)).says).toContain('1 of 3')
    work.reply('done', { visibility: 'private' })
    await rig.show(3)
    expect(methods()).toEqual(['chat.postMessage', 'chat.update', 'chat.update'])
    expect(standing()).toEqual(['done'])
  })

  it('is shown there whether it is private or not', async () => {
    await rig.send('events_api', directMessage('push why alice'))
    const work = await begun()
    work.tell('1 of 3', { visibility: 'private' })
    expect((await rig.show(1)).args).toMatchObject({ channel: 'D1', text: '1 of 3' })
    work.reply('done')
    await rig.show(2)
    expect(standing()).toEqual(['done'])
  })
})

describe('progress in a form', () => {
  const field = {
    name: 'user',
    label: 'User',
    hint: null,
    required: true,
    multiline: false,
    maxLength: 40,
    value: null,
  }
  const form = { command: 'push.why', title: 'Why no push?', submit: 'Ask', cancel: 'Cancel', fields: [field] }
  beforeEach(() => start('http', { plan: () => ({ kind: 'form', form }) }))

  it('is shown in the modal, which becomes the answer', async () => {
    await rig.send('slash_commands', slash(rig.server, '/push', 'why'))
    const acked = rig.send('interactive', submission(await rig.show(1), { user: 'alice' }))
    const work = await begun()
    work.tell('1 of 3')
    await pass(TIMES.submissionAck)
    expect(JSON.stringify((await acked).body)).toMatch(/"response_action":"update".*1 of 3/)
    work.tell('2 of 3')
    await pass(TIMES.progress - 1)
    expect(rig.shown).toHaveLength(1)
    await pass(1)
    const edited = await rig.show(2)
    expect(edited.method).toBe('views.update')
    expect(edited.says).toContain('2 of 3')
    work.reply('done')
    expect((await rig.show(3)).says).toContain('done')
    expect(methods()).toEqual(['views.open', 'views.update', 'views.update'])
  })

  it('is not needed when the answer is quick', async () => {
    await rig.send('slash_commands', slash(rig.server, '/push', 'why'))
    const acked = rig.send('interactive', submission(await rig.show(1), { user: 'alice' }))
    const work = await begun()
    work.tell('1 of 3')
    work.reply('done')
    expect(JSON.stringify((await acked).body)).toMatch(/"response_action":"update".*done/)
    expect(rig.shown).toHaveLength(1)
  })
})

describe('the place of a request', () => {
  beforeEach(() => start())

  it.each([
    ['a mention', mention('x'), THREAD],
    ['a mention in a thread', mention('x', {}, { thread_ts: '1700000000.000001' }), '1700000000.000001'],
    ['a direct message', directMessage('x'), null],
    ['a direct message in a thread', directMessage('x', {}, { thread_ts: '1700000000.000001' }), '1700000000.000001'],
  ])('names its thread: %s', async (_, event, thread) => {
    await rig.send('events_api', event)
    const work = await begun()
    expect(work.request.place.thread).toBe(thread)
    work.reply('done')
    await rig.show(1)
  })

  it('has no thread for a slash command', async () => {
    await rig.send('slash_commands', slash(rig.server, '/push', 'why alice'))
    const work = await begun()
    expect(work.request.place).toEqual({ kind: 'channel', id: 'C1', thread: null })
    work.reply('done')
    await rig.show(1)
  })
})
