import { describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot/bot.ts'
import type { Fault } from '../servers/slack/slack-server.ts'
import {
  directMessage,
  mention,
  press,
  pressInView,
  shortcut,
  slash,
  submission,
  written,
} from '../servers/slack/payloads.ts'
import { ACCESS, SIGNATURES } from '../servers/slack/signatures.ts'
import { SlackRig, until, type Mode } from '../servers/slack/slack-rig.ts'
import { tellingBot } from '../servers/slack/telling-bot.ts'
import { testBot } from '../support/bot.ts'

const { valid } = SIGNATURES
const CODE = '70009'
const SHARE = 'Share without the signature'

/** How one connection breaks; `done`: after Slack did what was asked. */
const BREAKS: readonly { how: string; fault: Fault; done: boolean }[] = [
  { how: 'closed before', fault: { kind: 'cut' }, done: false },
  { how: 'reset before', fault: { kind: 'cut', reset: true }, done: false },
  { how: 'closed after', fault: { kind: 'cut-after' }, done: true },
  { how: 'reset after', fault: { kind: 'cut-after', reset: true }, done: true },
  { how: 'closed within the answer', fault: { kind: 'cut-within' }, done: true },
]

/** One way of asking: the call that brings its answer, how it is asked, and how often the answer can be seen at last. */
interface Way {
  name: string
  call: string
  ask: (rig: SlackRig, breakNow: () => void) => Promise<unknown>
  seen: (rig: SlackRig) => number
  /** Where Slack cannot be asked what stands, an answer may be there twice. */
  mayBeDouble?: true
  /** Slack does not let the bot read the conversation. */
  blind?: (rig: SlackRig) => void
}

const holding = (text: string, shown: readonly unknown[]): number =>
  shown.filter((each) => JSON.stringify(each).includes(text)).length

const inChannel = (text: string) => (rig: SlackRig) => holding(text, rig.standingIn('C1'))
const privately = (text: string) => (rig: SlackRig) => holding(text, rig.server.ephemerals)
const VERDICT = 'alice'

function mentionOf(text: string) {
  return (rig: SlackRig, breakNow: () => void) => {
    const asked = mention(text)
    written(rig.server, asked)
    breakNow()
    return rig.send('events_api', asked)
  }
}

const slashOf = (command: string, text: string) => (rig: SlackRig, breakNow: () => void) => {
  breakNow()
  return rig.send('slash_commands', slash(rig.server, command, text))
}

const WAYS: readonly Way[] = [
  { name: 'a mention', call: 'chat.postMessage', ask: mentionOf(`what does ${CODE} mean?`), seen: inChannel(CODE) },
  {
    name: 'a mention where the channel cannot be read',
    call: 'chat.postMessage',
    ask: mentionOf(`what does ${CODE} mean?`),
    seen: inChannel(CODE),
    mayBeDouble: true,
    blind: (rig) => {
      rig.server.channels.scopes = new Set()
    },
  },
  {
    name: 'a mention with a signature',
    call: 'chat.postEphemeral',
    ask: mentionOf(`usersig verify alice ${valid}`),
    seen: privately(VERDICT),
    mayBeDouble: true,
  },
  {
    name: 'a mention of someone who cannot be shown anything privately there',
    call: 'chat.postMessage',
    ask: (rig, breakNow) => {
      rig.server.failNext('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' })
      return mentionOf(`usersig verify alice ${valid}`)(rig, breakNow)
    },
    seen: (rig) => holding(VERDICT, rig.standingIn('U1')),
    mayBeDouble: true,
  },
  {
    name: 'a direct message',
    call: 'chat.postMessage',
    ask: (rig, breakNow) => {
      const asked = directMessage(`what does ${CODE} mean?`)
      written(rig.server, asked)
      breakNow()
      return rig.send('events_api', asked)
    },
    seen: (rig) => holding(CODE, rig.standingIn('D1')),
  },
  { name: 'a slash command', call: 'response_url', ask: slashOf('/im', `error ${CODE}`), seen: inChannel(CODE) },
  {
    name: 'a private slash command',
    call: 'response_url',
    ask: slashOf('/usersig', `verify alice ${valid}`),
    seen: privately(VERDICT),
    mayBeDouble: true,
  },
  {
    name: 'a slash command that opens a form',
    call: 'views.open',
    ask: slashOf('/usersig', 'verify'),
    seen: ({ server }) => server.views.size + 10 * server.ephemerals.length,
  },
  {
    name: 'a shortcut',
    call: 'response_url',
    ask: (rig, breakNow) => {
      breakNow()
      return rig.send('interactive', shortcut(rig.server, `user: alice sig: ${valid}`))
    },
    seen: privately(VERDICT),
    mayBeDouble: true,
  },
  {
    name: 'a button that shares',
    call: 'response_url',
    async ask(rig, breakNow) {
      await rig.send('slash_commands', slash(rig.server, '/usersig', `verify alice ${valid}`))
      const shown = await rig.show(1)
      breakNow()
      await rig.send('interactive', press(rig.server, shown, { label: SHARE }))
    },
    seen: inChannel(VERDICT),
  },
  {
    name: 'a button in a form that shares',
    call: 'response_url',
    async ask(rig, breakNow) {
      await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'))
      const form = await rig.show(1)
      const { body } = await rig.send('interactive', submission(form, { user: 'alice', sig: valid }))
      breakNow()
      await rig.send('interactive', pressInView({ ...form, args: body as Record<string, unknown> }, SHARE))
    },
    seen: inChannel(VERDICT),
  },
  {
    name: 'a button of a mention that opens a form',
    call: 'views.open',
    async ask(rig, breakNow) {
      await rig.send('events_api', mention('usersig verify'))
      const shown = await rig.show(1)
      breakNow()
      await rig.send('interactive', press(rig.server, shown, { label: 'Verify a UserSig' }))
    },
    seen: ({ server }) => server.views.size,
  },
]

const MODES: readonly Mode[] = ['http', 'socket']

// Half of the pairs in each mode, so that each way and each break is tried in both.
const CASES = WAYS.flatMap((way, row) =>
  BREAKS.map((broken, column) => ({ ...way, ...broken, mode: MODES[(row + column) % 2] ?? 'http' })),
)

/** A rig whose Slack has the time of today: what was posted is looked for by it. */
async function started(mode: Mode, bot: Bot): Promise<SlackRig> {
  const rig = await SlackRig.started({ mode, bot })
  rig.server.now = Date.now()
  return rig
}

describe.concurrent('one broken connection', () => {
  it.each(CASES)('of $call, $how: $name is answered ($mode)', async (each) => {
    const rig = await started(each.mode, testBot({ access: ACCESS }).bot)
    each.blind?.(rig)
    await each.ask(rig, () => rig.server.failNext(each.call, each.fault))
    await until('the answer', () => each.seen(rig) > 0 && rig.server.faults.length === 0)
    await rig.close()
    expect(each.seen(rig)).toBe(each.done && each.mayBeDouble === true ? 2 : 1)
  })

  it.each<[string, readonly [string, Fault][]]>([
    [
      'while it is looked whether the answer is there',
      [
        ['chat.postMessage', { kind: 'cut-after' }],
        ['auth.test', { kind: 'cut' }],
        ['conversations.replies', { kind: 'cut-after' }],
      ],
    ],
    [
      'before the second attempt, too',
      [
        ['chat.postMessage', { kind: 'cut' }],
        ['chat.postMessage', { kind: 'cut' }],
      ],
    ],
    [
      'after the second attempt',
      [
        ['chat.postMessage', { kind: 'cut' }],
        ['chat.postMessage', { kind: 'cut-after' }],
      ],
    ],
    [
      'each time that Slack is asked of the person',
      [
        ['users.info', { kind: 'cut' }],
        ['users.info', { kind: 'cut-after', reset: true }],
        ['chat.postMessage', { kind: 'cut', reset: true }],
      ],
    ],
    ['without an answer: Slack is only slow', [['chat.postMessage', { kind: 'hang-after' }]]],
    ['with a failing server that has done it', [['chat.postMessage', { kind: 'status-after', status: 503 }]]],
  ])('%s: a mention is answered once', async (_, faults) => {
    const rig = await started('http', testBot({ access: ACCESS }).bot)
    for (const [method, fault] of faults) rig.server.failNext(method, fault)
    await mentionOf(`what does ${CODE} mean?`)(rig, () => {})
    await until('the answer', () => inChannel(CODE)(rig) > 0 && rig.server.faults.length === 0, 12_000)
    await rig.close()
    expect(inChannel(CODE)(rig)).toBe(1)
  })

  it.each(BREAKS)('$how, of the progress of an answer: there is one message, and it is the answer', async (broken) => {
    const { bot, working } = tellingBot()
    const rig = await started('socket', bot)
    const asked = mention('push why alice')
    written(rig.server, asked)
    rig.server.failNext('chat.postMessage', broken.fault)
    rig.server.failNext('chat.update', broken.fault)
    await rig.send('events_api', asked)
    await until('the question', () => working.length > 0)
    working[0]?.tell('1 of 3')
    await until('the progress to be tried', () => rig.server.faults.length < 2)
    working[0]?.reply('No device is bound')
    await until('the answer', () => inChannel('No device')(rig) > 0)
    await rig.close()
    expect(rig.standingIn('C1').map(({ text }) => text)).toEqual(['No device is bound'])
  })

  it.each(BREAKS)('$how, each time that the progress is to become the answer: one message is left', async (broken) => {
    const { bot, working } = tellingBot()
    const rig = await started('http', bot)
    const asked = directMessage('push why alice')
    written(rig.server, asked)
    await rig.send('events_api', asked)
    await until('the question', () => working.length > 0)
    working[0]?.tell('1 of 3')
    await rig.show(1)
    rig.server.failing.set('chat.update', broken.fault)
    working[0]?.reply('No device is bound')
    await until('the answer of its own', () => rig.shown.at(-1)?.method === 'chat.postMessage' && rig.shown.length > 2)
    await rig.close()
    expect(rig.standingIn('D1').map(({ text }) => text)).toEqual(['No device is bound'])
  })

  it('while a submitted form is acknowledged: the answer is put into the form', async () => {
    const { bot, working } = tellingBot()
    const real = testBot({ access: ACCESS }).bot
    const rig = await started('socket', { ...real, answer: (request) => bot.answer(request) })
    await rig.send('slash_commands', slash(rig.server, '/usersig', 'verify'))
    const form = await rig.show(1)
    void rig.send('interactive', submission(form, { user: 'alice', sig: valid }))
    await until('the question', () => working.length > 0)
    for (const socket of rig.server.sockets) socket.terminate()
    await until('the bot to notice', () => !rig.surface.ready())
    working[0]?.reply('Valid', { command: 'usersig.verify', visibility: 'private' })
    const shown = await rig.show(2)
    expect(shown.method).toBe('views.update')
    expect(shown.says).toContain('Valid')
    await rig.close()
  })
})
