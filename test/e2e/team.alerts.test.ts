import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAlertDuty } from '../../src/bot/alerts/alert-duty.ts'
import type { Duty } from '../../src/bot/duties/duty.ts'
import { createWatchDuty } from '../../src/bot/watches/watch-duty.ts'
import { DEFAULT_RULES } from '../../src/diagnostics/alerts/rules.ts'
import { testApp } from '../support/bot.ts'
import { imFailure, OFFLINE, REACHABLE } from '../support/push-case.ts'
import { answer, fakeIm, fakeVendors } from '../support/push-ports.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'
import { Board, HERE, never } from '../unit/bot/alerts/alert-rig.ts'

const APP = testApp('prod')

let world: PushWorld
let board: Board
let isRefused: boolean
let isReachable: boolean
let duties: readonly Duty[]

beforeEach(async () => {
  world = await openPushWorld({ apps: [APP], pasts: false })
  board = new Board()
  isRefused = false
  isReachable = false
  const { store } = world
  const now = () => world.now()
  const troubles = (what: string) => {
    throw new Error(what)
  }
  const posting = {
    posts: store.posts,
    channels: { slack: board },
    clock: now,
    newOwner: () => `owner-${now()}-${board.messages.length}`,
    onTrouble: troubles,
    wait: never,
  }
  const im = fakeIm({
    userStates: (_app, userIds) =>
      isRefused
        ? Promise.resolve({ ok: false, failure: imFailure({ kind: 'refused', code: 70_009 }) })
        : answer(userIds.map((userId) => ({ ...(isReachable ? REACHABLE : OFFLINE), userId }))),
  })
  const common = { im, events: store.events, apps: [APP], posting, clock: now, onTrouble: troubles }
  duties = [
    createAlertDuty({
      ...common,
      figures: store.figures,
      vendors: fakeVendors(),
      incidents: store.incidents,
      rules: DEFAULT_RULES,
      channelsFor: async () => [HERE],
    }),
    createWatchDuty({ ...common, devices: store.devices, watches: store.watches }),
  ]
})
afterEach(() => world.close())

async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute++) {
    world.pass(60_000)
    for (const duty of duties) await duty.run(world.now(), new AbortController().signal)
  }
}

/** Presses a button of a message that the bot posted of its own accord, where everyone may. */
async function press(message: number, label: string) {
  const action = board.messages[message]?.card.actions.find((each) => each.label === label)
  if (action === undefined) throw new Error(`no button ${label}`)
  return world.bot.press(world.bot.bot.keep(action, null))
}

const shown = (message: number): string => board.texts(world.now())[message] ?? ''

test('an alert is taken and silenced by its buttons, and its card says so', async () => {
  isRefused = true
  await minutes(1)
  expect(board.titles()).toEqual(["prod: Tencent refuses the administrator's signature"])
  const taken = await press(0, 'I take it')
  expect(taken.json).toMatchObject({ command: 'im.alert.acknowledge', status: 'ok', visibility: 'public' })
  await minutes(1)
  expect(shown(0)).toContain('State: taken by')
  const silenced = await press(0, 'Silence 4 h')
  expect(silenced.json).toMatchObject({ command: 'im.alert.silence', status: 'ok' })
  await minutes(1)
  expect(shown(0)).toContain('silenced until')
  expect(board.messages[0]?.card.actions).toEqual([])
  const { json } = await world.bot.ask('im alert list')
  expect(json.result).toMatchObject({ incidents: [{ subject: 'api', acknowledgedBy: 'slack:U1' }] })
  isRefused = false
  await minutes(30)
  expect(board.titles()).toEqual(["Over: prod: Tencent refuses the administrator's signature"])
})

test('a watch is asked for in words, tells its channel, and is stopped by its button', async () => {
  const place = { kind: 'channel', id: 'C7', thread: null } as const
  const { json } = await world.bot.ask('im watch alice --for 2h', { place })
  expect(json).toMatchObject({ command: 'im.watch.add', status: 'ok', result: { userId: 'alice', app: 'prod' } })
  await minutes(3)
  expect(board.messages).toEqual([])
  isReachable = true
  await minutes(2)
  expect(board.messages).toMatchObject([{ to: { id: 'C7' }, card: { title: 'alice can be reached now' } }])
  expect((await press(0, 'Stop watching')).json).toMatchObject({ status: 'ok', result: { stopped: '1' } })
  await minutes(180)
  expect(board.messages).toHaveLength(1)
})
