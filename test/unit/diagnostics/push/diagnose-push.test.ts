import { describe, expect, test } from 'vitest'
import type { DiagnosisPorts } from '../../../../src/diagnostics/push/gather.ts'
import { diagnosePush, type DiagnosisBounds } from '../../../../src/diagnostics/push/diagnose-push.ts'
import { PROBES, type PushQuestion } from '../../../../src/diagnostics/push/evidence.ts'
import {
  DAY,
  HOUR,
  NOW,
  UNREGISTERED,
  imFailure,
  messageEvent,
  pushEvent,
  question,
  roamingMessage,
  stateEvent,
  testImApp,
  trace,
} from '../../../support/push-case.ts'
import {
  answer,
  fakeDevices,
  fakeEvents,
  fakeIm,
  fakePorts,
  fakeTestPushes,
  fakeVendors,
  never,
} from '../../../support/push-ports.ts'

const SOON: DiagnosisBounds = { probeMs: 30, allMs: 60 }
const down = () => Promise.reject(new Error('the store is down'))

function diagnose(
  ports: DiagnosisPorts,
  asked: Partial<PushQuestion> = {},
  bounds?: DiagnosisBounds,
  signal?: AbortSignal,
) {
  const run = { clock: () => NOW, signal: signal ?? new AbortController().signal, onProbe: () => {} }
  return diagnosePush(question(asked), ports, run, bounds)
}

const HANGING: DiagnosisPorts = {
  im: fakeIm({
    userStates: never,
    accountExists: never,
    blocks: never,
    mute: never,
    group: never,
    member: never,
    directMessages: never,
    groupMessages: never,
    pushTrace: never,
    taskTrace: never,
    pushLoss: never,
  }),
  events: fakeEvents([], { ofUser: never, ofGroup: never, ofMessage: never, lastStates: never, lastReceived: never }),
  devices: fakeDevices([], { ofUser: never, remember: never }),
  testPushes: fakeTestPushes({ last: never }),
  vendors: fakeVendors(),
}

describe('there is always an answer', () => {
  test.each<readonly [string, Partial<PushQuestion>]>([
    ['about a user', {}],
    ['about a sender', { from: 'bob' }],
    ['about a message', { message: 'key' }],
    ['about a group', { groupId: 'team' }],
  ])('%s, with every port hanging', async (_name, asked) => {
    const { verdict, cause, blind, checks } = await diagnose(HANGING, asked, SOON)
    expect({ verdict, cause, blind }).toEqual({ verdict: 'unknown', cause: 'upstream-unreachable', blind: true })
    expect(checks.filter(({ outcome }) => outcome === 'pass')).toEqual([])
  })

  test('when the asker gives up', async () => {
    const asker = new AbortController()
    const answered = diagnose(HANGING, {}, undefined, asker.signal)
    asker.abort()
    expect(await answered).toMatchObject({ verdict: 'unknown', blind: true })
  })

  test('for an asker who gave up before', async () => {
    expect(await diagnose(HANGING, { from: 'bob' }, undefined, AbortSignal.abort())).toMatchObject({
      verdict: 'unknown',
    })
  })

  test('with a store that is down: the state still tells, and the store is named', async () => {
    const ports = fakePorts({
      events: fakeEvents([], { ofUser: down, ofGroup: down, ofMessage: down, lastStates: down, lastReceived: down }),
      devices: fakeDevices([], { ofUser: down, remember: down }),
      testPushes: fakeTestPushes({ last: down }),
    })
    const { verdict, findings, checks } = await diagnose(ports)
    expect(verdict).toBe('can-receive')
    expect(findings).toMatchObject([
      { code: 'upstream-unreachable', effect: 'none', params: { refusals: [{ endpoint: 'store' }] } },
    ])
    const outcome = (name: string) => checks.find((check) => check.name === name)?.outcome
    expect([outcome('registration'), outcome('vendor')]).toEqual(['unknown', 'unknown'])
  })

  test('with one question that hangs: the others are told', async () => {
    const ports = fakePorts({ im: fakeIm({ pushTrace: never }), events: fakeEvents([pushEvent(HOUR, UNREGISTERED)]) })
    const { cause, findings } = await diagnose(ports, {}, SOON)
    expect(cause).toBe('token-invalid')
    expect(findings.map(({ code }) => code)).toContain('upstream-unreachable')
  })

  test('with devices that cannot be kept', async () => {
    const im = fakeIm({ pushTrace: () => answer([trace()]) })
    const ports = fakePorts({
      im,
      events: fakeEvents([pushEvent(HOUR, { stage: 2 })]),
      devices: fakeDevices([], { remember: down }),
    })
    expect(await diagnose(ports)).toMatchObject({ verdict: 'can-receive', confidence: 'very-likely' })
  })
})

test('questions that do not need each other are asked at once', async () => {
  const asked: string[] = []
  const hold =
    (name: string) =>
    <Value>(): Promise<Value> => {
      asked.push(name)
      return never<Value>()
    }
  const ports: DiagnosisPorts = {
    im: fakeIm({
      userStates: hold('state'),
      accountExists: hold('account'),
      blocks: hold('blocks'),
      mute: hold('mute'),
      directMessages: hold('message'),
      pushLoss: hold('loss'),
    }),
    events: fakeEvents([pushEvent(HOUR)], { lastReceived: () => Promise.resolve(null) }),
    devices: fakeDevices([], { ofUser: hold('devices') }),
    testPushes: fakeTestPushes({ last: hold('taskTrace') }),
    vendors: fakeVendors(),
  }
  await diagnose(ports, { from: 'bob' }, SOON)
  expect(asked.toSorted()).toEqual(
    ['account', 'blocks', 'devices', 'loss', 'mute', 'message', 'state', 'taskTrace'].toSorted(),
  )
})

test('each probe is told of once, with its result', async () => {
  const told: string[] = []
  const run = { clock: () => NOW, signal: new AbortController().signal, onProbe: (name: string) => told.push(name) }
  await diagnosePush(question(), fakePorts(), run)
  expect(told.toSorted()).toEqual(PROBES.toSorted())
})

test('the same case gives the same conclusion again', async () => {
  const first = await diagnose(fakePorts({ events: fakeEvents([pushEvent(HOUR, UNREGISTERED)]) }))
  const { conclude } = await import('../../../../src/diagnostics/push/conclude.ts')
  const { case: each, ...conclusion } = first
  expect(conclude(each)).toEqual(conclusion)
})

describe('what is asked of Tencent', () => {
  test('a state that it refuses for this user alone is not a state', async () => {
    const state = { userId: 'alice', exists: true, state: 'Unknown', clients: [], errorCode: 70_169 } as const
    const { verdict, cause } = await diagnose(fakePorts({ im: fakeIm({ userStates: () => answer([state]) }) }))
    expect({ verdict, cause }).toEqual({ verdict: 'unknown', cause: 'upstream-unreachable' })
  })

  test('a stored message tells whose it is, and so whose block list counts', async () => {
    let pair: unknown
    const im = fakeIm({
      blocks: (_app, of) => {
        pair = of
        return answer({ receiverBlocksSender: true, senderBlocksReceiver: false })
      },
      directMessages: () => answer({ messages: [roamingMessage(HOUR)], complete: true }),
    })
    const ports = fakePorts({ im, events: fakeEvents([messageEvent(HOUR)]) })
    expect(await diagnose(ports, { message: 'key-asked' })).toMatchObject({ cause: 'blocked-sender' })
    expect(pair).toEqual({ receiver: 'alice', sender: 'bob' })
  })

  test('without the store nobody knows whose message it is, and no relation is called good', async () => {
    const ports = fakePorts({ events: fakeEvents([], { ofMessage: down }) })
    const { verdict, checks } = await diagnose(ports, { message: 'key-asked' })
    expect(verdict).toBe('unknown')
    expect(checks.find(({ name }) => name === 'relations')?.outcome).toBe('unknown')
  })

  test('a group is not read for a message that no group can hold', async () => {
    const im = fakeIm({ groupMessages: () => Promise.resolve({ ok: false, failure: imFailure() }) })
    const { cause } = await diagnose(fakePorts({ im }), { groupId: 'team', message: '1353_99_1764000000' })
    expect(cause).toBe('message-not-found')
  })

  test.each([
    ['reach back before the time asked for', 30 * HOUR, 'very-likely'],
    ['all lie within it', HOUR, 'possible'],
  ])(
    'of a sender’s messages to a group that are not among the newest, where these %s',
    async (_name, oldest, confidence) => {
      const im = fakeIm({ groupMessages: () => answer([roamingMessage(oldest, { from: 'eve', key: null, seq: 3 })]) })
      const { cause, confidence: how } = await diagnose(fakePorts({ im }), { groupId: 'team', from: 'bob' })
      expect([cause, how]).toEqual(['message-not-found', confidence])
    },
  )

  test('no trace, and no losses, where the app integrates the vendors itself', async () => {
    const asked: string[] = []
    const tell = (name: string) => () => {
      asked.push(name)
      return answer([])
    }
    const im = fakeIm({ pushTrace: tell('trace'), taskTrace: tell('task'), pushLoss: tell('loss') })
    const ports = fakePorts({ im, events: fakeEvents([pushEvent(HOUR)]) })
    await diagnose(ports, { from: 'bob', app: testImApp({ push: 'self-integrated' }) })
    expect(asked).toEqual([])
  })

  test.each([
    [
      'that failed last',
      [pushEvent(DAY, { pushId: 'failed', ...UNREGISTERED, platform: 2 }), pushEvent(HOUR, { pushId: 'good' })],
      'failed',
    ],
    [
      'the newest, where the failure is healed',
      [pushEvent(DAY, { pushId: 'failed', ...UNREGISTERED }), pushEvent(HOUR, { pushId: 'good' })],
      'good',
    ],
  ])('the trace of the push %s', async (_name, all, expected) => {
    let traced = ''
    const im = fakeIm({
      pushTrace: (_app, pushId) => {
        traced = pushId
        return answer([])
      },
    })
    await diagnose(fakePorts({ im, events: fakeEvents(all) }))
    expect(traced).toBe(expected)
  })
})

test('a kick weeks ago that only the last state tells of is found', async () => {
  const im = fakeIm({
    userStates: () => answer([{ userId: 'alice', exists: true, state: 'Offline', clients: [], errorCode: null }]),
  })
  const events = fakeEvents([stateEvent(20 * DAY, 'login', { platform: 'Android', kicked: ['iOS'] })])
  expect(await diagnose(fakePorts({ im, events }))).toMatchObject({ cause: 'kicked', confidence: 'certain' })
})
