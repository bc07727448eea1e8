import { describe, expect, test } from 'vitest'
import type { ImEvent, PushEvent } from '../../../../src/diagnostics/events/event.ts'
import { caseNumber } from '../../../../src/diagnostics/push/case-number.ts'
import type { DiagnosisPorts } from '../../../../src/diagnostics/push/gather.ts'
import {
  testPush,
  type TestPushBounds,
  type TestPushOrdered,
  type TestStage,
} from '../../../../src/diagnostics/push/test-push.ts'
import type { ImService } from '../../../../src/diagnostics/ports/im-service.ts'
import {
  NOW,
  PASSED,
  UNREGISTERED,
  UNTOLD,
  XIAOMI,
  imFailure,
  pushEvent,
  refusedWith,
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
  never,
} from '../../../support/push-ports.ts'

const number = caseNumber('act-1', 1_400_000_010, 'alice')
const order = (changes: Partial<TestPushOrdered> = {}): TestPushOrdered => ({
  app: testImApp(),
  userId: 'alice',
  number,
  title: 'Test',
  text: 'This is a test.',
  certificateId: null,
  registrationId: null,
  ...changes,
})

/** A clock that only waiting moves. */
function run() {
  let now = NOW
  const seen: (readonly TestStage[])[] = []
  return {
    seen,
    waited: () => now - NOW,
    run: {
      clock: () => now,
      signal: new AbortController().signal,
      wait: (milliseconds: number) => {
        now += milliseconds
        return Promise.resolve()
      },
      onStages: (told: readonly TestStage[]) => seen.push(told),
    },
  }
}

const step = (after: number, changes: Partial<PushEvent> = {}): PushEvent =>
  pushEvent(-after, {
    chat: 'task',
    taskId: 'task-1',
    dataId: number.text,
    pushId: null,
    messageKey: null,
    from: null,
    ...changes,
  })

/** Callbacks come in as the clock passes them. */
function follow(steps: readonly ImEvent[], im: Partial<ImService> = {}, changes: Partial<TestPushOrdered> = {}) {
  const timed = run()
  const all = fakeEvents(steps)
  const events = fakeEvents([], {
    ofTask: async (...asked) => (await all.ofTask(...asked)).filter(({ at }) => at <= timed.run.clock()),
  })
  const result = testPush(order(changes), fakePorts({ im: fakeIm(im), events }), timed.run)
  return result.then((told) => ({ ...told, ...timed, outcomes: told.stages.map(({ outcome }) => outcome) }))
}

function counting(im: Partial<ImService> = {}) {
  const sent: string[] = []
  return {
    sent,
    im: fakeIm({
      sendTestPush: (_app, { caseNumber: name }) => {
        sent.push(name)
        return answer({ taskId: 'task-1', refusal: null })
      },
      ...im,
    }),
  }
}

describe('one case number sends once', () => {
  test('also when two run at once on one store', async () => {
    const { sent, im } = counting()
    const ports = fakePorts({ im })
    const both = await Promise.all([testPush(order(), ports, run().run), testPush(order(), ports, run().run)])
    expect(sent).toEqual([number.text])
    expect(both.map(({ repeated }) => repeated)).toEqual([false, true])
    // The other is just being sent: nothing is claimed of it.
    expect(both[1]?.ordered.kind).toBe('unsure')
    expect(both[1]?.stages[0]).toMatchObject({ name: 'im', outcome: 'unknown' })
  })

  test('and later tells what became of it', async () => {
    const { sent, im } = counting()
    const ports = fakePorts({ im })
    await testPush(order(), ports, run().run)
    const again = await testPush(order(), ports, run().run)
    expect(sent).toHaveLength(1)
    expect(again).toMatchObject({ repeated: true, ordered: { kind: 'sent', taskId: 'task-1', at: NOW } })
  })

  test('and never again after a time-out, of which nobody knows whether it was sent', async () => {
    let asked = 0
    const im = fakeIm({
      sendTestPush: () => {
        asked += 1
        return Promise.resolve({ ok: false, failure: imFailure({ kind: 'timeout', endpoint: 'v4/timpush/batch' }) })
      },
    })
    const ports = fakePorts({ im })
    const first = await testPush(order(), ports, run().run)
    expect(first).toMatchObject({ repeated: false, ordered: { kind: 'unsure' }, outcome: 'pending' })
    expect(first.findings.map(({ code }) => code)).toEqual(['upstream-unreachable'])
    expect(await testPush(order(), ports, run().run)).toMatchObject({ repeated: true, outcome: 'pending' })
    expect(asked).toBe(1)
  })

  test('and not at all where the store cannot say whether it was sent', async () => {
    const { sent, im } = counting()
    const testPushes = fakeTestPushes({ reserve: () => Promise.reject(new Error('down')) })
    await expect(testPush(order(), fakePorts({ im, testPushes }), run().run)).rejects.toThrow('store')
    expect(sent).toEqual([])
  })

  test('is told apart by act, app and user', () => {
    const names = [
      number,
      caseNumber('act-2', 1_400_000_010, 'alice'),
      caseNumber('act-1', 1, 'alice'),
      caseNumber('act-1', 1_400_000_010, 'bob'),
    ]
    expect(new Set(names.map(({ text }) => text)).size).toBe(4)
    expect(caseNumber('act-1', 1_400_000_010, 'alice')).toEqual(number)
    for (const { text, random } of names) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64)
      expect(random).toBe(random >>> 0)
    }
  })
})

describe('it is followed', () => {
  test('from the vendor to the phone, and ends when it is delivered', async () => {
    const told = await follow([step(1000), step(3000, { stage: 2 }), step(15_000, { stage: 3 })])
    expect(told).toMatchObject({ outcome: 'delivered', outcomes: ['pass', 'pass', 'pass', 'unknown'], findings: [] })
    expect(told.waited()).toBeLessThan(5000)
    expect(told.stages.map(({ at }) => at)).toEqual([NOW, NOW + 1000, NOW + 3000, null])
  })

  test('accepted is not delivered, and is waited for as long as may be', async () => {
    const told = await follow([step(1000)])
    expect(told).toMatchObject({ outcome: 'accepted', outcomes: ['pass', 'pass', 'unknown', 'unknown'] })
    expect(told.waited()).toBeGreaterThan(10_000)
    expect(told.waited()).toBeLessThan(20_000)
  })

  test('a delivery alone implies that the vendor took it', async () => {
    expect(await follow([step(1000, { stage: 2 })])).toMatchObject({ outcomes: ['pass', 'pass', 'pass', 'unknown'] })
  })

  test('an opened one was delivered', async () => {
    expect(await follow([step(1000, { stage: 3 })])).toMatchObject({ outcome: 'delivered' })
  })

  test('one that the app got over its own connection skips the vendor', async () => {
    const told = await follow([step(1000, { delivery: 'online', platform: 0, stage: 2 })])
    expect(told).toMatchObject({ outcome: 'delivered', outcomes: ['pass', 'skipped', 'pass', 'unknown'] })
    expect(told.stages[2]?.online).toBe(true)
  })

  test('a refusal of the vendor is final once the trace tells it too', async () => {
    const refused = trace({ pushedAt: NOW, stages: { vendor: refusedWith('410', 'Unregistered') } })
    const told = await follow([step(1000, UNREGISTERED)], { taskTrace: () => answer([refused]) })
    expect(told).toMatchObject({ outcome: 'failed', outcomes: ['pass', 'fail', 'unknown', 'unknown'] })
    expect(told.findings).toMatchObject([{ code: 'token-invalid', effect: 'blocks' }])
    expect(told.waited()).toBeLessThan(6000)
  })

  test('the trace is asked for a few times at most', async () => {
    let asked = 0
    const count = () => {
      asked += 1
      return answer([])
    }
    await follow([], { taskTrace: count })
    expect(asked).toBeGreaterThan(1)
    expect(asked).toBeLessThanOrEqual(5)
  })

  test('no device at all is said', async () => {
    const told = await follow([], { taskTrace: () => answer([]) })
    expect(told).toMatchObject({ outcome: 'pending', findings: [{ code: 'no-device-bound' }] })
  })

  test('of two devices the one that came farthest counts, and the other is listed', async () => {
    const steps = [
      step(1000, UNREGISTERED),
      step(1000, { platform: XIAOMI }),
      step(3000, { platform: XIAOMI, stage: 2 }),
    ]
    const told = await follow(steps)
    expect(told).toMatchObject({ outcome: 'delivered', findings: [{ code: 'token-invalid', effect: 'none' }] })
  })

  test('of two devices one that failed does not decide while the other is on its way', async () => {
    const failed = trace({ stages: { vendor: PASSED, device: refusedWith('2') } })
    const onItsWay = trace({ instanceId: 'instance-2', platform: XIAOMI, stages: { vendor: PASSED, device: UNTOLD } })
    const told = await follow([], { taskTrace: () => answer([failed, onItsWay]) })
    expect(told).toMatchObject({ outcome: 'accepted', outcomes: ['pass', 'pass', 'unknown', 'unknown'] })
  })

  test.each([
    ['by the task', { taskId: null, refusal: { code: 90_001, info: 'bad' } }],
    ['of this user', { taskId: 'task-1', refusal: { code: 70_107, info: 'no such user' } }],
  ])('a refusal %s ends it at once', async (_name, value) => {
    const told = await follow([], { sendTestPush: () => answer(value) })
    expect(told).toMatchObject({ outcome: 'failed', ordered: { kind: 'refused', code: value.refusal.code } })
    expect(told.stages[0]).toMatchObject({ name: 'im', outcome: 'fail', code: String(value.refusal.code) })
    expect(told.waited()).toBe(0)
    expect(told.findings).toHaveLength(1)
  })

  test('a push service that is off is said as such', async () => {
    const failure = imFailure({ kind: 'refused', code: 90_045, endpoint: 'v4/timpush/batch' })
    const told = await follow([], { sendTestPush: () => Promise.resolve({ ok: false, failure }) })
    expect(told).toMatchObject({ outcome: 'failed', findings: [{ code: 'service-inactive' }] })
  })

  test('what is known is told as it comes in', async () => {
    const { seen } = await follow([step(1000), step(3000, { stage: 2 })])
    const words = seen.map((stages) => stages.map(({ outcome }) => outcome).join(' '))
    expect([...new Set(words)]).toEqual([
      'pass unknown unknown unknown',
      'pass pass unknown unknown',
      'pass pass pass unknown',
    ])
  })
})

describe('with a certificate', () => {
  const apns = { id: '11', vendor: 'apns', environment: null, expiresAt: null, credential: null } as const
  const app = testImApp({ certificates: [apns] })

  test('another vendor’s delivery does not count', async () => {
    const told = await follow([step(1000, { platform: XIAOMI, stage: 2 })], {}, { app, certificateId: '11' })
    expect(told.outcome).toBe('pending')
  })

  test('devices with another one are left out, and not called unbound', async () => {
    const other = trace({ certificateId: '22', stages: { vendor: PASSED, device: PASSED } })
    const told = await follow([], { taskTrace: () => answer([other]) }, { certificateId: '11' })
    expect(told).toMatchObject({ outcome: 'pending', findings: [] })
  })

  test('its own devices count', async () => {
    const own = trace({ certificateId: '11', stages: { vendor: PASSED, device: PASSED } })
    const told = await follow([step(1000)], { taskTrace: () => answer([own]) }, { app, certificateId: '11' })
    expect(told.outcome).toBe('delivered')
  })
})

describe('whatever fails on the way, the answer comes in time', () => {
  const bounds: TestPushBounds = { reserveMs: 30, askMs: 30, allMs: 80 }
  const hanging = (changes: Partial<DiagnosisPorts>) => {
    const wait = (_milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    const real = { clock: Date.now, signal: new AbortController().signal, wait, onStages: () => {} }
    return testPush(order(), fakePorts(changes), real, bounds)
  }

  test('Tencent hangs: it may have been sent', async () => {
    const told = await hanging({ im: fakeIm({ sendTestPush: never, taskTrace: never }) })
    expect(told).toMatchObject({ ordered: { kind: 'unsure' }, outcome: 'pending' })
  })

  test('the store hangs after it was sent', async () => {
    const testPushes = fakeTestPushes({ sent: never })
    const events = fakeEvents([], { ofTask: never })
    const told = await hanging({ testPushes, events, devices: fakeDevices([], { remember: never }) })
    expect(told).toMatchObject({ ordered: { kind: 'sent', taskId: 'task-1' }, outcome: 'pending' })
  })

  test('the store hangs before: nothing is sent', async () => {
    const { sent, im } = counting()
    await expect(hanging({ im, testPushes: fakeTestPushes({ reserve: never }) })).rejects.toThrow('store')
    expect(sent).toEqual([])
  })

  test('the store fails while it is followed: the trace still tells', async () => {
    const timed = run()
    const events = fakeEvents([], { ofTask: () => Promise.reject(new Error('down')) })
    const im = fakeIm({ taskTrace: () => answer([trace({ stages: { vendor: PASSED, device: PASSED } })]) })
    const told = await testPush(order(), fakePorts({ im, events }), timed.run)
    expect(told.outcome).toBe('delivered')
  })
})
