import { describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/adapters/sql/open-store.ts'
import type { Device } from '../../src/diagnostics/devices/device.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { APP, blockBy, deviceOf, messageTo, pushTo, stateOf } from '../support/stored.ts'

export const NOW = 1_764_000_000_000
const LATEST = { until: NOW * 2, most: 1 }
const EVER = { from: 0, to: NOW * 2 }
const NEVER = new AbortController().signal

/** What every store must do, whatever is under it. `opener` gives one with nothing in it. */
export function storeContract(opener: () => Promise<Store>): void {
  const open = async () => {
    const store = await opener()
    onTestFinished(() => store.close())
    return store
  }
  const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id)

  describe('events', () => {
    it('gives back every kind of event as it was', async () => {
      const { events } = await open()
      const told = [
        stateOf('alice', NOW, { action: 'logout', reason: null, platform: null, kicked: ['iPhone', 'iPad'] }),
        pushTo('alice', NOW + 1, { code: -22, info: 'it\'s "bad" \\ 坏\u0000', groupId: '@TGS#1', messageSeq: 7 }),
        messageTo('alice', NOW + 2, { offlinePush: { disabled: true, title: false, description: true } }),
        blockBy('alice', NOW + 3),
      ]
      expect(await events.append(APP, told, NOW)).toBe(4)
      expect(await events.ofUser(APP, 'alice', EVER, 10)).toEqual(told.toReversed())
    })

    it('stores an event once, however often and with whatever it comes', async () => {
      const { events } = await open()
      const [one, two, three] = [stateOf('alice', NOW), stateOf('alice', NOW + 1), stateOf('alice', NOW + 2)]
      expect(await events.append(APP, [one, two, one], NOW)).toBe(2)
      const again = { ...one, at: NOW + 9, action: 'logout' } as const
      expect(await Promise.all([events.append(APP, [again, three], NOW), events.append(APP, [three], NOW)])).toEqual([
        1, 0,
      ])
      expect(await events.ofUser(APP, 'alice', EVER, 10)).toEqual([three, two, one])
    })

    it('keeps the apps apart, even where their event ids are the same', async () => {
      const { events } = await open()
      const event = stateOf('alice', NOW)
      expect(await events.append(APP, [event], NOW)).toBe(1)
      expect(await events.append(APP + 1, [{ ...event, platform: 'Web' }], NOW + 5)).toBe(1)
      expect(await events.ofUser(APP, 'alice', EVER, 10)).toEqual([event])
      expect((await events.lastStates(APP + 1, ['alice'], LATEST)).get('alice')?.[0]?.platform).toBe('Web')
    })

    it('takes both ends of a span, and no more than was asked for', async () => {
      const { events } = await open()
      const told = [NOW - 1, NOW, NOW + 5, NOW + 10, NOW + 11].map((at) => stateOf('alice', at))
      await events.append(APP, told, NOW)
      const span = { from: NOW, to: NOW + 10 }
      expect((await events.ofUser(APP, 'alice', span, 10)).map(({ at }) => at)).toEqual([NOW + 10, NOW + 5, NOW])
      expect((await events.ofUser(APP, 'alice', span, 2)).map(({ at }) => at)).toEqual([NOW + 10, NOW + 5])
      expect(await events.ofUser(APP, 'alice', span, 0)).toEqual([])
    })

    it('gives what was stored later first where the times are equal', async () => {
      const { events } = await open()
      const told = [
        stateOf('alice', NOW),
        pushTo('alice', NOW),
        blockBy('alice', NOW),
        stateOf('alice', NOW),
        messageTo('alice', NOW),
      ]
      await events.append(APP, told, NOW)
      const later = pushTo('alice', NOW)
      await events.append(APP, [later], NOW)
      expect(ids(await events.ofUser(APP, 'alice', EVER, 10))).toEqual(ids([...told, later].toReversed()))
    })

    it.each([
      ['Chinese', '李雷'],
      ['emoji', '👩‍👩‍👧'],
      ['quotes', `o'"\`;--`],
      ['wildcards', '%_\\'],
      ['half a character', 'a\uD800b'],
      ['a zero', 'a\0b'],
      ['nothing', ''],
    ])('finds a user whose id is of %s', async (_, userId) => {
      const { events } = await open()
      await events.append(APP, [stateOf(userId, NOW), stateOf('alice', NOW)], NOW)
      expect(await events.ofUser(APP, userId, EVER, 10)).toHaveLength(1)
    })

    it("keeps a group's messages out of its members' timelines, and users and groups of one name apart", async () => {
      const { events } = await open()
      const toGroup = messageTo(null, NOW, { groupId: 'x', messageKey: null, messageSeq: 3 })
      const toUser = messageTo('x', NOW + 1)
      const pushed = pushTo('x', NOW + 2, { chat: 'group', groupId: 'x', messageSeq: 3 })
      await events.append(APP, [toGroup, toUser, pushed], NOW)
      expect(await events.ofGroup(APP, 'x', EVER, 10)).toEqual([toGroup])
      expect(await events.ofUser(APP, 'x', EVER, 10)).toEqual([pushed, toUser])
    })

    it('finds a message and all its pushes, by key or by group and number', async () => {
      const { events } = await open()
      const direct = messageTo('alice', NOW, { messageKey: 'key' })
      const pushes = [1, 2].map((stage) => pushTo('alice', NOW + stage, { messageKey: 'key', stage }))
      const inGroup = messageTo(null, NOW, { groupId: 'g', messageKey: 'key', messageSeq: 3 })
      const groupPush = pushTo('bob', NOW, { chat: 'group', groupId: 'g', messageSeq: 3 })
      const others = [
        messageTo(null, NOW, { groupId: 'g', messageKey: null, messageSeq: 4 }),
        messageTo('alice', NOW, { messageKey: 'other' }),
      ]
      await events.append(APP, [direct, ...pushes, inGroup, groupPush, ...others], NOW)
      expect(await events.ofMessage(APP, { kind: 'direct', key: 'key' }, 10)).toEqual([...pushes.toReversed(), direct])
      expect(await events.ofMessage(APP, { kind: 'group', groupId: 'g', seq: 3 }, 10)).toEqual([groupPush, inGroup])
    })

    it('never leaves the sending out for the many pushes of a message', async () => {
      const { events } = await open()
      const sent = messageTo(null, NOW, { groupId: 'g', messageSeq: 3 })
      const pushes = Array.from({ length: 20 }, (_, index) =>
        pushTo(`user-${index}`, NOW + index, { chat: 'group', groupId: 'g', messageSeq: 3 }),
      )
      await events.append(APP, [sent, ...pushes], NOW)
      const found = await events.ofMessage(APP, { kind: 'group', groupId: 'g', seq: 3 }, 5)
      expect(ids(found)).toEqual(ids([...pushes.slice(-4).toReversed(), sent]))
    })

    it("finds a task's push to a user by the task, by the sender's mark, or by both", async () => {
      const { events } = await open()
      const step = (at: number, taskId: string | null, dataId: string | null, userId = 'alice') =>
        pushTo(userId, at, { chat: 'task', taskId, dataId })
      const told = [step(NOW, 'task', null), step(NOW + 1, null, 'case'), step(NOW + 2, 'task', 'case')]
      const others = [step(NOW, 'task', 'case', 'bob'), step(NOW, 'other', 'another'), step(NOW, null, null)]
      await events.append(APP, [...told, ...others], NOW)
      const find = (taskId: string | null, dataId: string, most = 10) =>
        events.ofTask(APP, { userId: 'alice', taskId, dataId }, most)
      expect(ids(await find('task', 'case'))).toEqual(ids(told.toReversed()))
      expect(ids(await find(null, 'case'))).toEqual(ids([told[2]!, told[1]!]))
      expect(ids(await find('task', 'none'))).toEqual(ids([told[2]!, told[0]!]))
      expect(ids(await find('task', 'case', 1))).toEqual(ids([told[2]!]))
    })

    it('does not take a custom status for a change of the connection', async () => {
      const { events } = await open()
      // Named so that a search for the words of the event would find them in the wrong place.
      const odd = 'x","action":"unknown"'
      await events.append(
        APP,
        [
          stateOf('alice', NOW, { action: 'disconnect' }),
          stateOf('alice', NOW + 5, { action: 'unknown', reason: 'SetCustomStatus' }),
          stateOf('bob', NOW + 5, { action: 'unknown', reason: 'SetCustomStatus' }),
          stateOf(odd, NOW, { reason: odd }),
        ],
        NOW,
      )
      const states = await events.lastStates(APP, ['alice', 'bob', odd], LATEST)
      expect([...states].map(([userId, [last]]) => [userId, last?.action])).toEqual([
        ['alice', 'disconnect'],
        [odd, 'login'],
      ])
      // It stays in the history.
      expect(await events.ofUser(APP, 'alice', EVER, 10)).toHaveLength(2)
    })

    it('knows the last states of 500 users at once', async () => {
      const { events } = await open()
      const users = Array.from({ length: 500 }, (_, index) => `user-${index}`)
      const told = users.flatMap((userId, index) => [
        stateOf(userId, NOW + 5, { platform: String(index) }),
        stateOf(userId, NOW, { platform: 'older, but stored later' }),
        pushTo(userId, NOW + 9),
      ])
      await events.append(APP, told, NOW)
      const states = await events.lastStates(APP, [...users, 'nobody'], LATEST)
      expect([...states.values()].map(([last]) => last?.platform)).toEqual(users.map((_, index) => String(index)))
      expect(await events.lastStates(APP, [], LATEST)).toEqual(new Map())
    })

    it('counts what each vendor took, and its receipts', async () => {
      const { events } = await open()
      const ever = { from: 0, to: NOW + 1_000_000_000 }
      expect(await events.pushReceipts(APP, ever)).toEqual([])
      const steps = [
        { platform: 7, stage: 1, code: 0 },
        { platform: 7, stage: 1, code: 10_302 },
        { platform: 3, stage: 1, code: 0 },
        { platform: 3, stage: 1, code: 0 },
        { platform: 3, stage: 2, code: 0 },
        { platform: 3, stage: 3, code: 0 },
        { platform: 99, stage: 1, code: 0 },
        { platform: 8, stage: 1, code: 0, delivery: 'online' as const },
      ]
      await events.append(
        APP,
        steps.map((step, index) => pushTo('alice', NOW + index, step)),
        NOW,
      )
      await events.append(APP + 1, [pushTo('alice', NOW, { platform: 7, stage: 2 })], NOW)
      expect((await events.pushReceipts(APP, ever)).toSorted((one, other) => other.accepted - one.accepted)).toEqual([
        { vendor: 'huawei', accepted: 2, receipts: 1 },
        { vendor: 'vivo', accepted: 1, receipts: 0 },
      ])
      expect(await events.pushReceipts(APP, { from: 0, to: NOW - 1_000_000_000 })).toEqual([])
    })

    it('knows when the last event of an app came in', async () => {
      const { events } = await open()
      expect(await events.lastReceived(APP)).toBeNull()
      await events.append(APP, [stateOf('alice', NOW - 50)], NOW + 7)
      await events.append(APP, [stateOf('alice', NOW + 50)], NOW + 3)
      await events.append(APP + 1, [stateOf('alice', NOW)], NOW + 99)
      expect(await events.lastReceived(APP)).toBe(NOW + 7)
    })

    it('writes what is asked for at the same time together, and lets a bad batch fail alone', async () => {
      const { events } = await open()
      const appends = Array.from({ length: 60 }, (_, index) =>
        events.append(APP, [stateOf('alice', index === 30 ? Number.NaN : NOW + index), stateOf('bob', NOW)], NOW),
      )
      const results = await Promise.allSettled(appends)
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
      expect(await events.ofUser(APP, 'alice', EVER, 100)).toHaveLength(59)
      expect(await events.ofUser(APP, 'bob', EVER, 100)).toHaveLength(59)
    })

    it('refuses more than it can hold, at once, and goes on with what it took', async () => {
      const { events } = await open()
      const batch = (name: string) => Array.from({ length: 2_000 }, (_, index) => stateOf(name, NOW + index))
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) => events.append(APP, batch(`user-${index}`), NOW)),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
      expect(results[11]).toMatchObject({ reason: { message: expect.stringContaining('busy') } })
      expect(await events.append(APP, [stateOf('alice', NOW)], NOW)).toBe(1)
    })
  })

  describe('devices', () => {
    it('keeps the newer word of each source, whatever order they come in', async () => {
      const { devices } = await open()
      const newer = deviceOf('alice', NOW + 5, { model: 'newer' })
      await devices.remember(APP, [newer, deviceOf('alice', NOW, { model: 'older' })])
      await devices.remember(APP, [deviceOf('alice', NOW + 4, { model: 'older too' })])
      const callback = deviceOf('alice', NOW + 9, { source: 'callback' })
      const other = deviceOf('alice', NOW + 7, { instanceId: 'instance-2' })
      await devices.remember(APP, [callback, other, deviceOf('bob', NOW)])
      await devices.remember(APP, [])
      expect(await devices.ofUser(APP, 'alice')).toEqual([callback, other, newer])
      expect(await devices.ofUser(APP + 1, 'alice')).toEqual([])
    })

    it('gives a token back as a secret', async () => {
      const { devices } = await open()
      await devices.remember(APP, [deviceOf('alice', NOW, { token: new Secret('token-of-alice') })])
      const [device] = await devices.ofUser(APP, 'alice')
      expect(device?.token?.reveal()).toBe('token-of-alice')
      expect(JSON.stringify(device)).not.toContain('token-of-alice')
    })

    const registered = (userId: string, seenAt: number, changes: Partial<Device> = {}) =>
      deviceOf(userId, seenAt, { source: 'registry', ...changes })

    it('puts what a source tells in the place of all it told of the user, newer or not, and of nothing else', async () => {
      const { devices } = await open()
      const traced = deviceOf('alice', NOW - 9)
      const others = [traced, registered('bob', NOW)]
      await devices.remember(APP, others)
      await devices.remember(APP + 1, [registered('alice', NOW)])
      await devices.replace(APP, 'alice', 'registry', [
        registered('alice', NOW + 5),
        registered('alice', NOW, { instanceId: 'instance-2' }),
      ])
      const older = registered('alice', NOW - 5, { model: 'older', token: new Secret('token-of-alice') })
      await devices.replace(APP, 'alice', 'registry', [older])
      const found = await devices.ofUser(APP, 'alice')
      expect(found).toEqual([older, traced])
      expect(found[0]?.token?.reveal()).toBe('token-of-alice')
      await devices.replace(APP, 'alice', 'registry', [])
      expect(await devices.ofUser(APP, 'alice')).toEqual([traced])
      expect(await devices.ofUser(APP, 'bob')).toHaveLength(1)
      expect(await devices.ofUser(APP + 1, 'alice')).toHaveLength(1)
    })

    it('takes the newest where one device is told twice', async () => {
      const { devices } = await open()
      const newest = registered('alice', NOW + 1, { model: 'newest' })
      await devices.replace(APP, 'alice', 'registry', [newest, registered('alice', NOW)])
      expect(await devices.ofUser(APP, 'alice')).toEqual([newest])
    })

    it('leaves what was there where not all that is told can be written', async () => {
      const { devices } = await open()
      const before = registered('alice', NOW)
      await devices.replace(APP, 'alice', 'registry', [before])
      const bad = registered('alice', Number.NaN, { instanceId: 'bad' })
      await expect(
        devices.replace(APP, 'alice', 'registry', [registered('alice', NOW + 1), bad]),
      ).rejects.toBeInstanceOf(Error)
      expect(await devices.ofUser(APP, 'alice')).toEqual([before])
    })

    it('lets one of several win whole that are told at the same time', async () => {
      const { devices } = await open()
      const list = (round: number) =>
        [1, 2, 3].map((each) => registered('alice', NOW, { instanceId: `${round}/${each}`, model: `round ${round}` }))
      await Promise.all(Array.from({ length: 8 }, (_, round) => devices.replace(APP, 'alice', 'registry', list(round))))
      const found = await devices.ofUser(APP, 'alice')
      expect(found).toHaveLength(3)
      expect(new Set(found.map(({ model }) => model)).size).toBe(1)
    })

    it('forgets one device or all that a source told of a user, and tells how many', async () => {
      const { devices } = await open()
      const [one, other] = ['李雷 1', "o'ther"].map((instanceId) => registered('alice', NOW, { instanceId }))
      const traced = deviceOf('alice', NOW - 1, { instanceId: '李雷 1' })
      await devices.remember(APP, [one!, other!, traced, registered('bob', NOW)])
      expect(await devices.forget(APP, 'alice', 'registry', 'none')).toBe(0)
      expect(await devices.forget(APP + 1, 'alice', 'registry', null)).toBe(0)
      expect(await devices.forget(APP, 'alice', 'registry', '李雷 1')).toBe(1)
      expect(await devices.ofUser(APP, 'alice')).toEqual([other, traced])
      await devices.remember(APP, [one!])
      expect(await devices.forget(APP, 'alice', 'registry', null)).toBe(2)
      expect(await devices.ofUser(APP, 'alice')).toEqual([traced])
      expect(await devices.ofUser(APP, 'bob')).toHaveLength(1)
    })

    it('gives the newest hundred', async () => {
      const { devices } = await open()
      const many = Array.from({ length: 1_100 }, (_, index) =>
        deviceOf('alice', NOW + index, { instanceId: `i${index}` }),
      )
      await devices.remember(APP, many)
      const found = await devices.ofUser(APP, 'alice')
      expect(found.map(({ seenAt }) => seenAt)).toEqual(
        many
          .slice(-100)
          .toReversed()
          .map(({ seenAt }) => seenAt),
      )
    })
  })

  describe('test pushes', () => {
    const order = { caseNumber: 'case-1', userId: 'alice', taskId: null, at: NOW }

    it('reserves a case for one only', async () => {
      const { testPushes } = await open()
      const tries = await Promise.all(Array.from({ length: 8 }, () => testPushes.reserve(APP, order)))
      expect(tries.filter(Boolean)).toHaveLength(1)
      expect(await testPushes.reserve(APP + 1, order)).toBe(true)
    })

    it('tells what became of it', async () => {
      const { testPushes } = await open()
      expect(await testPushes.find(APP, 'case-1')).toBeNull()
      await testPushes.reserve(APP, order)
      expect(await testPushes.find(APP, 'case-1')).toEqual(order)
      await testPushes.sent(APP, 'case-1', 'task-1')
      await testPushes.reserve(APP, order)
      expect(await testPushes.find(APP, 'case-1')).toEqual({ ...order, taskId: 'task-1' })
    })

    it('finds the last one to a user, not an older one than asked for', async () => {
      const { testPushes } = await open()
      await testPushes.reserve(APP, { ...order, caseNumber: 'later', at: NOW + 5 })
      await testPushes.reserve(APP, order)
      await testPushes.reserve(APP, { ...order, caseNumber: "bob's", userId: 'bob', at: NOW + 9 })
      expect((await testPushes.last(APP, 'alice', NOW))?.caseNumber).toBe('later')
      expect((await testPushes.last(APP, 'alice', NOW + 5))?.caseNumber).toBe('later')
      expect(await testPushes.last(APP, 'alice', NOW + 6)).toBeNull()
    })
  })

  describe('slots', () => {
    it('gives one moment to each who asks, in steps of the rate', async () => {
      const { slots } = await open()
      const waits = await Promise.all(Array.from({ length: 6 }, () => slots.take('trace', 1_000, NOW, 60_000)))
      expect(waits.toSorted((one, other) => Number(one) - Number(other))).toEqual([
        0, 1_000, 2_000, 3_000, 4_000, 5_000,
      ])
      expect(await slots.take('other', 1_000, NOW, 0)).toBe(0)
    })

    it('takes nothing where it would be too long to wait', async () => {
      const { slots } = await open()
      expect(await slots.take('trace', 1_000, NOW, 0)).toBe(0)
      expect(await slots.take('trace', 1_000, NOW, 999)).toBeNull()
      expect(await slots.take('trace', 1_000, NOW, 1_000)).toBe(1_000)
      expect(await slots.take('trace', 1_000, NOW + 1_500, 5_000)).toBe(500)
      expect(await slots.take('trace', 1_000, NOW + 90_000, 0)).toBe(0)
    })
  })

  describe('conversations', () => {
    const asked = { command: 'push.why', args: { user: '李雷', since: 5 }, snapshot: { cause: ['x'] }, at: NOW }

    it('recalls the newest under any of the keys, not an older one than asked for', async () => {
      const { conversations } = await open()
      const later = { ...asked, args: { user: 'bob' }, snapshot: null, at: NOW + 5 }
      await conversations.remember(['thread', 'place', 'place'], asked)
      await conversations.remember(['other'], later)
      expect(await conversations.recall(['thread'], NOW)).toEqual(asked)
      expect(await conversations.recall(['nothing', 'place', 'other'], NOW)).toEqual(later)
      expect(await conversations.recall(['place'], NOW + 1)).toBeNull()
      expect(await conversations.recall([], 0)).toBeNull()
    })

    it('forgets what was there before', async () => {
      const { conversations } = await open()
      await conversations.remember(['thread'], { ...asked, at: NOW + 5 })
      await conversations.remember(['thread'], asked)
      expect(await conversations.recall(['thread'], 0)).toEqual(asked)
    })
  })

  describe('pruning', () => {
    it('deletes what is older in every table, in more than one step, and leaves the rest', async () => {
      const store = await open()
      const old = Array.from({ length: 1_203 }, (_, index) => stateOf('alice', NOW + index))
      await store.events.append(APP, old, NOW - 1)
      await store.events.append(APP + 1, old, NOW - 1)
      const kept = stateOf('alice', NOW - 99)
      await store.events.append(APP, [kept], NOW)
      await store.devices.remember(APP, [deviceOf('alice', NOW - 1), deviceOf('bob', NOW)])
      const push = { caseNumber: 'old', userId: 'alice', taskId: null, at: NOW - 1 }
      await store.testPushes.reserve(APP, push)
      await store.testPushes.reserve(APP, { ...push, caseNumber: 'new', at: NOW })
      const asked = { command: 'push.why', args: {}, snapshot: null, at: NOW - 1 }
      await store.conversations.remember(['old'], asked)
      await store.conversations.remember(['new'], { ...asked, at: NOW })
      expect(await store.prune(NOW, NEVER)).toBe(2 * 1_203 + 3)
      expect(await store.events.ofUser(APP, 'alice', EVER, 10)).toEqual([kept])
      expect(await store.events.lastReceived(APP + 1)).toBeNull()
      expect(await store.devices.ofUser(APP, 'bob')).toHaveLength(1)
      expect(await store.testPushes.find(APP, 'new')).not.toBeNull()
      expect(await store.conversations.recall(['new', 'old'], 0)).toMatchObject({ at: NOW })
      expect(await store.prune(NOW, NEVER)).toBe(0)
    })

    it('ends with its signal, having told how far it came', async () => {
      const store = await open()
      await store.events.append(APP, [stateOf('alice', NOW)], NOW - 1)
      expect(await store.prune(NOW, AbortSignal.abort())).toBe(0)
      expect(await store.events.lastReceived(APP)).toBe(NOW - 1)
    })

    it('may be done by two at the same time', async () => {
      const store = await open()
      const old = Array.from({ length: 1_500 }, (_, index) => stateOf('alice', NOW + index))
      await store.events.append(APP, old, NOW - 1)
      const counts = await Promise.all([store.prune(NOW, NEVER), store.prune(NOW, NEVER)])
      expect(counts[0] + counts[1]).toBe(1_500)
      expect(await store.events.lastReceived(APP)).toBeNull()
    })
  })

  it('is ready while it is open, and writes what is waiting before it closes', async () => {
    const store = await opener()
    expect(await store.ready(NEVER)).toBe(true)
    expect(await store.ready(AbortSignal.abort())).toBe(false)
    const appended = store.events.append(APP, [stateOf('alice', NOW)], NOW)
    await store.close()
    expect(await appended).toBe(1)
    await expect(store.events.append(APP, [stateOf('alice', NOW)], NOW)).rejects.toThrow('closed')
    expect(await store.ready(NEVER)).toBe(false)
  })
}
