import { afterEach, describe, expect, test } from 'vitest'
import type { Action, Card } from '../../../src/bot/card.ts'
import { readAction, writeAction } from '../../../src/bot/policy/stored-action.ts'
import type { Buttons, StoredButton } from '../../../src/bot/ports/buttons.ts'
import { code, moment, person, relative, rich, strong } from '../../../src/bot/rich.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { exampleSig } from '../../support/examples.ts'
import { actor, call, EXAMPLE_KEY, EXAMPLE_TIME, request, testBot, words } from '../../support/bot.ts'
import { WITH_TEAM } from './words/team-commands.ts'

const SIG = exampleSig('ex-01')
const DAY = 86_400_000

/** As a store keeps them: text, and gone when their time is over. */
function memoryButtons() {
  const stored = new Map<string, StoredButton>()
  const buttons: Buttons = {
    keep: async (key, button) => {
      stored.set(key, button)
    },
    find: async (key, now) => {
      const found = stored.get(key)
      return found === undefined || found.until <= now ? null : found
    },
  }
  return { buttons, stored }
}

let keys = 0
const newKey = () => `unguessable-${++keys}`

const clock = { now: EXAMPLE_TIME }
afterEach(() => {
  clock.now = EXAMPLE_TIME
})

const botOver = (buttons: Buttons) =>
  testBot({ commands: WITH_TEAM, newKey, now: () => clock.now, buttons: async () => buttons })

const run = (command: string, args: Record<string, unknown> = {}): Action => ({
  kind: 'run',
  label: 'again',
  style: 'default',
  intent: { command, args: new Secret(args) },
})

const press = (key: string, user = 'U1') => request({ kind: 'press', key }, { actor: actor(user) })

const card: Card = {
  tone: 'bad',
  title: 'No push for alice',
  blocks: [
    {
      kind: 'text',
      text: rich`At ${moment(1)}, ${relative(2)}: ${code('70001')} ${strong('!')} ${person('slack', 'U1')}`,
    },
    { kind: 'fields', fields: [{ label: 'App', value: ['prod'] }] },
    { kind: 'table', columns: ['a', 'b'], rows: [[['1'], [code(2)]]] },
    { kind: 'code', text: '/push why alice' },
    { kind: 'finding', tone: 'warn', label: 'Warning', text: ['x'], remedy: [], codes: null },
    { kind: 'note', text: ['small'] },
    { kind: 'divider' },
  ],
  actions: [run('push.why', { user: 'alice', since: { kind: 'ago', seconds: 60 } })],
}

const share = (of: Card): Action => ({ kind: 'share', label: 'share', style: 'primary', card: of })

describe('a button', () => {
  test('is good after a restart, and on another replica', async () => {
    const { buttons } = memoryButtons()
    const key = botOver(buttons).bot.keep(run('im.watch.stop', { id: 3 }), null)
    const restarted = botOver(buttons)
    expect(await restarted.bot.answer(press(key))).toMatchObject({
      command: 'im.watch.stop',
      status: 'ok',
      result: { id: '3' },
    })
    expect(restarted.audit).toMatchObject([{ command: 'im.watch.stop', status: 'ok' }])
  })

  test('is still for whoever asked alone', async () => {
    const { buttons } = memoryButtons()
    const key = botOver(buttons).bot.keep(run('im.apps'), actor('U1'))
    const { bot } = botOver(buttons)
    expect((await bot.answer(press(key, 'U2')))?.error).toMatch(/belongs to the person who asked/)
    expect(await bot.answer(press(key, 'U1'))).toMatchObject({ status: 'ok' })
  })

  test('still takes the road of a typed command', async () => {
    const { buttons } = memoryButtons()
    const key = botOver(buttons).bot.keep(run('usersig.generate', { user: 'alice' }), null)
    expect(await botOver(buttons).bot.answer(press(key))).toMatchObject({ status: 'denied' })
  })

  test('shares its card after a restart, as it was', async () => {
    const { buttons } = memoryButtons()
    const key = botOver(buttons).bot.keep(share(card), null)
    const shared = await botOver(buttons).bot.answer(press(key))
    expect(shared).toMatchObject({ status: 'ok', visibility: 'public' })
    expect(shared?.card.blocks).toEqual(card.blocks)
    const [again] = shared?.card.actions ?? []
    expect(again?.kind === 'run' && again.intent.args.reveal()).toEqual({
      user: 'alice',
      since: { kind: 'ago', seconds: 60 },
    })
  })

  test.each<[string, Action, number]>([
    ['of a diagnosis', run('push.why', { user: 'alice' }), 1],
    ['of a report', run('im.report'), 1],
    ['of a watch', run('im.watch.stop', { id: '3' }), 30],
    ['of an alert', run('im.alert.silence', { id: '3', for: '4h' }), 30],
    ['of a case', run('push.case.close', { id: '12' }), 30],
    ['that is said to last', { ...run('push.why', { user: 'alice' }), lasting: true }, 30],
  ])('%s is good for its days, with and without memory', async (_, action, days) => {
    const { buttons } = memoryButtons()
    const first = botOver(buttons)
    const key = first.bot.keep(action, null)
    for (const { bot } of [first, botOver(buttons)]) {
      clock.now = EXAMPLE_TIME + days * DAY - 1
      expect((await bot.answer(press(key)))?.error ?? '').not.toMatch(/out of date/)
      clock.now = EXAMPLE_TIME + days * DAY
      expect((await bot.answer(press(key)))?.error).toMatch(/out of date/)
    }
  })
})

describe('what is stored', () => {
  const bodies = (actions: readonly Action[]) => actions.map((action) => writeAction(action, WITH_TEAM))

  test('never holds an argument that is declared secret, nor a card with such a button', async () => {
    const verify = run('usersig.verify', { user: 'demo_user', sig: SIG })
    const nested = share({ ...card, actions: [share({ ...card, actions: [verify] })] })
    expect(
      bodies([verify, run('push.token', { token: 'abc' }), share({ ...card, actions: [verify] }), nested]),
    ).toEqual([null, null, null, null])
    const { buttons, stored } = memoryButtons()
    const { bot } = botOver(buttons)
    const key = bot.keep(verify, null)
    expect(await bot.answer(press(key))).toMatchObject({ command: 'usersig.verify', status: 'ok' })
    expect(stored.size).toBe(0)
    expect((await botOver(buttons).bot.answer(press(key)))?.error).toMatch(/out of date/)
  })

  test.each([
    ['a signature in the place of a user', run('push.why', { user: SIG })],
    ['a key in the place of a user', run('push.why', { user: EXAMPLE_KEY })],
    ['a signature in a card', share({ ...card, blocks: [{ kind: 'code', text: `login:\n${SIG}` }] })],
    ['a signature in a table', share({ ...card, blocks: [{ kind: 'table', columns: ['a'], rows: [[[code(SIG)]]] }] })],
    ['an argument that the command does not have', run('push.why', { user: 'alice', constructor: 'x' })],
    ['a command that nobody knows', run('push.nope', { user: 'alice' })],
    ['what JSON has no word for', run('push.why', { user: 1n })],
  ])('never is %s', (_, action) => {
    expect(writeAction(action, WITH_TEAM)).toBeNull()
  })

  test('of a real verdict is stored without the signature', async () => {
    const { buttons, stored } = memoryButtons()
    const { bot } = botOver(buttons)
    const reply = await bot.answer(request(words(`usersig verify demo_user ${SIG}`)))
    for (const action of reply?.card.actions ?? []) bot.keep(action, actor('U1'))
    await expect.poll(() => stored.size).toBe(1)
    expect(JSON.stringify([...stored])).not.toContain(SIG.slice(0, 16))
  })

  test('has no pictures', () => {
    const image = { kind: 'image', png: new Uint8Array([1, 2, 3]), name: 'loss.png', alt: 'loss' } as const
    const body = writeAction(share({ ...card, blocks: [image, { kind: 'divider' }] }), WITH_TEAM)
    const read = readAction(body ?? '')
    expect(read?.kind === 'share' && read.card.blocks).toEqual([{ kind: 'divider' }])
  })

  test('keeps what a button says and whether it lasts', () => {
    const action = { ...run('im.watch.stop', { id: '3' }), style: 'danger', lasting: true } as const
    const { label, style, lasting } = readAction(writeAction(action, WITH_TEAM) ?? '') ?? run('none')
    expect({ label, style, lasting }).toEqual({ label: 'again', style: 'danger', lasting: true })
  })
})

test.each([
  '',
  'nonsense',
  'null',
  '{}',
  '{"kind":"run"}',
  '{"kind":"run","label":"a","style":"default","intent":{"command":7,"args":{}}}',
  '{"kind":"share","label":"a","style":"default","card":{"tone":"loud","title":"","blocks":[],"actions":[]}}',
  '{"kind":"share","label":"a","style":"default","card":{"tone":"bad","title":"","blocks":[{"kind":"hologram"}],"actions":[]}}',
  '['.repeat(50_000),
])('a stored button that cannot be read is out of date: %s', async (body) => {
  const { buttons, stored } = memoryButtons()
  stored.set('k', { body, owner: null, until: clock.now + DAY })
  const { bot, defects } = botOver(buttons)
  expect((await bot.answer(press('k')))?.error).toMatch(/out of date/)
  expect(defects).toEqual([])
})

describe('a store that is away', () => {
  const refused = () => Promise.reject(new Error('connection refused'))

  test.each<[string, () => Promise<Buttons | null>]>([
    ['cannot be opened', refused],
    ['cannot be reached', async () => ({ keep: refused, find: refused })],
    ['is none', async () => null],
  ])('%s: memory still knows, and all else is out of date', async (_, buttons) => {
    const { bot, defects } = testBot({ buttons, newKey })
    const key = bot.keep(run('im.apps'), null)
    expect(await bot.answer(press(key))).toMatchObject({ status: 'ok' })
    expect((await bot.answer(press('of before')))?.error).toMatch(/out of date/)
    expect(defects).toEqual([])
  })

  test('is waited for two seconds, not longer', { timeout: 4_000 }, async () => {
    const { bot } = botOver({ keep: async () => {}, find: () => new Promise(() => {}) })
    expect((await bot.answer(press('of before')))?.error).toMatch(/out of date/)
  })

  test('does not gather what waits for it without end', () => {
    let writing = 0
    const { bot } = testBot({
      newKey,
      buttons: () => {
        writing++
        return new Promise(() => {})
      },
    })
    return new Promise<void>((resolve) => {
      for (let count = 0; count < 600; count++) bot.keep(run('im.apps'), null)
      setImmediate(() => {
        expect(writing).toBe(500)
        resolve()
      })
    })
  })
})

describe('the store is not asked', () => {
  function counting() {
    const { buttons } = memoryButtons()
    const asked = { opened: 0, found: 0 }
    const open = async (): Promise<Buttons> => {
      asked.opened++
      return {
        ...buttons,
        find: (key, now) => {
          asked.found++
          return buttons.find(key, now)
        },
      }
    }
    return { open, asked }
  }

  test('where nobody keeps or presses a button', async () => {
    const { open, asked } = counting()
    const { bot } = testBot({ buttons: open, newKey })
    await bot.answer(request(words('im apps')))
    await bot.answer(request(call('push.why', { user: 'alice' })))
    bot.plan({ kind: 'press', key: 'k' }, 'en')
    expect(asked.opened).toBe(0)
  })

  test('about a button of this process, a key that was never given out, or by someone who is too fast', async () => {
    const { open, asked } = counting()
    const { bot } = testBot({ buttons: open, newKey, commandsPerMinute: 3 })
    await bot.answer(press(bot.keep(run('im.apps'), null)))
    await bot.answer(press('x'.repeat(65)))
    await bot.answer(press('unknown'))
    expect(asked.found).toBe(1)
    expect(await bot.answer(press('unknown'))).toMatchObject({ status: 'denied' })
    expect(asked.found).toBe(1)
  })
})

test.each([
  ['im.report.now', 'im.report'],
  ['im.report', 'im.report'],
  ['im.watch.list', 'im.watch.list'],
])('a structured call of %s', async (id, command) => {
  const { bot } = testBot({ commands: WITH_TEAM })
  expect(await bot.answer(request(call(id, {})))).toMatchObject({ command, status: 'ok' })
})

test('a group alone, called, is its default', async () => {
  const { bot } = testBot({ commands: WITH_TEAM })
  expect(await bot.answer(request(call('im.watch', { user: 'alice', for: '2h' })))).toMatchObject({
    command: 'im.watch.add',
    result: { user: 'alice', for: 7200 },
  })
  expect((await bot.answer(request(call('im.watch.stpo', {}))))?.error).toContain('/im watch stop <id>')
})
