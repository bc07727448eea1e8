import { afterEach, describe, expect, test } from 'vitest'
import type { Duty } from '../../../../src/bot/duties/duty.ts'
import type { Watch } from '../../../../src/bot/ports/watches.ts'
import { createWatchDuty } from '../../../../src/bot/watches/watch-duty.ts'
import type { ImService } from '../../../../src/diagnostics/ports/im-service.ts'
import { testApp } from '../../../support/bot.ts'
import { HOUR, imFailure, MINUTE, NOW, OFFLINE, REACHABLE, userState } from '../../../support/push-case.ts'
import { fakeIm } from '../../../support/push-ports.ts'
import { pushTo } from '../../../support/stored.ts'
import { openAlertRig, type AlertRig } from '../alerts/alert-rig.ts'

const APP = testApp('prod')

type State = typeof OFFLINE | 'away'

/** A watched user, whose state the test changes. */
class WatchRig {
  readonly rig: AlertRig
  state: State = OFFLINE
  asked: (readonly string[])[] = []
  duty: Duty

  constructor(rig: AlertRig) {
    this.rig = rig
    this.duty = this.another()
  }

  readonly #userStates: ImService['userStates'] = async (_app, userIds) => {
    this.asked.push(userIds)
    const { state } = this
    if (state === 'away') return { ok: false, failure: imFailure() }
    return { ok: true, value: userIds.map((userId) => ({ ...state, userId })) }
  }

  another(): Duty {
    const { store, posting, now, troubles } = this.rig
    return createWatchDuty({
      apps: [APP],
      im: fakeIm({ userStates: this.#userStates }),
      events: store.events,
      devices: store.devices,
      watches: store.watches,
      posting,
      clock: now,
      onTrouble: (what, facts) => troubles.push({ what, ...facts }),
    })
  }

  restart(): void {
    this.duty = this.another()
  }

  watch(changes: Partial<Watch> = {}): Promise<Watch> {
    const now = this.rig.now()
    return this.rig.store.watches.add({
      app: 'prod',
      userId: 'alice',
      to: { platform: 'slack', id: 'C1', thread: '1700000000.1' },
      locale: 'en',
      timeZone: null,
      createdBy: 'slack:U1',
      createdAt: now,
      until: now + 24 * HOUR,
      seen: { reachable: false, eventsTo: now, told: 0, toldAt: null },
      ...changes,
    })
  }

  look(duty = this.duty): Promise<void> {
    return duty.run(this.rig.now(), new AbortController().signal)
  }

  /** A minute at a time, with a look at each. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      this.rig.clock.pass(MINUTE)
      await this.look()
    }
  }

  fails(ago = 0, code = -203): Promise<void> {
    return this.rig.receive(pushTo('alice', this.rig.now() - ago, { platform: 1, code, info: '' }))
  }
}

const opened: WatchRig[] = []

async function watching(changes: Partial<Watch> = {}): Promise<WatchRig> {
  const watch = new WatchRig(await openAlertRig({ apps: [APP] }))
  opened.push(watch)
  await watch.watch(changes)
  watch.rig.clock.pass(1_000)
  return watch
}

afterEach(async () => {
  const rigs = opened.splice(0)
  await Promise.all(rigs.map(({ rig }) => rig.store.close()))
  // What went wrong unnoticed fails its test.
  const [trouble] = rigs.flatMap(({ rig }) => rig.troubles)
  if (trouble !== undefined) throw new Error('a duty was in trouble', { cause: trouble })
})

describe('a watched user', () => {
  test.each([
    ['comes online', userState('Online', 'iPhone')],
    ['can be pushed again', REACHABLE],
  ])('%s: told once, where it was asked', async (_name, state) => {
    const each = await watching()
    await each.pass(5)
    expect(each.rig.board.messages).toEqual([])
    each.state = state
    await each.pass(30)
    expect(each.rig.board.messages).toMatchObject([
      { to: { id: 'C1', thread: '1700000000.1' }, key: 'watch:1:1', card: { title: 'alice can be reached now' } },
    ])
  })

  test('again after they were gone, but not more often than every ten minutes', async () => {
    const each = await watching()
    for (let times = 0; times < 10; times++) {
      each.state = REACHABLE
      await each.pass(1)
      each.state = OFFLINE
      await each.pass(1)
    }
    expect(each.rig.board.messages.length).toBeGreaterThan(1)
    expect(each.rig.board.messages.length).toBeLessThan(4)
  })

  test('what Tencent does not tell changes nothing', async () => {
    const each = await watching({ seen: { reachable: true, eventsTo: NOW, told: 0, toldAt: null } })
    each.state = 'away'
    await each.pass(3)
    each.state = REACHABLE
    await each.pass(3)
    expect(each.rig.board.messages).toEqual([])
  })

  test('all users of an app are asked for in one call', async () => {
    const each = await watching()
    await Promise.all(['bob', 'carol', 'alice'].map((userId) => each.watch({ userId })))
    await each.pass(1)
    expect(each.asked).toEqual([['alice', 'bob', 'carol']])
  })
})

describe('a push that fails', () => {
  test('is told with what it means and what to do', async () => {
    const each = await watching()
    await each.pass(1)
    await each.fails()
    await each.pass(1)
    const [text = ''] = each.rig.board.texts(each.rig.now())
    expect(text).toContain('A push to alice failed')
    expect(text).toContain('Apple (APNs), -203: ')
    expect(text).toContain("This is up to the administrator of Tencent's console.")
    expect(each.rig.board.messages[0]?.card.actions.map(({ label }) => label)).toEqual(['Why?', 'Stop watching'])
  })

  test('many of them: one message at once, one that sums up ten minutes later', async () => {
    const each = await watching()
    for (let minute = 0; minute < 10; minute++) {
      await each.fails()
      await each.pass(1)
    }
    await each.pass(5)
    expect(each.rig.board.titles()).toEqual(['A push to alice failed', '9 pushes to alice failed'])
  })

  test('is told once, over restarts, and when a second process looks too', async () => {
    const each = await watching()
    await each.fails()
    each.rig.clock.pass(MINUTE)
    await Promise.all([each.look(), each.look(each.another())])
    each.restart()
    await each.pass(30)
    expect(each.rig.board.titles()).toEqual(['A push to alice failed'])
  })

  test('is told also where its webhook comes late', async () => {
    const each = await watching()
    await each.fails()
    await each.pass(12)
    await each.fails()
    await each.pass(1)
    await each.fails(MINUTE + 30_000)
    await each.pass(11)
    expect(each.rig.board.titles()).toEqual([
      'A push to alice failed',
      'A push to alice failed',
      'A push to alice failed',
    ])
  })

  test('before the watch began, or of another user, is not told', async () => {
    const each = await watching()
    await each.fails(HOUR)
    await each.rig.receive(pushTo('bob', each.rig.now(), { code: -203 }))
    await each.pass(15)
    expect(each.rig.board.messages).toEqual([])
  })
})

describe('the end of a watch', () => {
  test('comes by itself, with one message', async () => {
    const each = await watching({ until: NOW + 30 * MINUTE })
    await each.pass(40)
    expect(each.rig.board.titles()).toEqual(['No longer watching alice'])
    expect(await each.rig.store.watches.active()).toEqual([])
  })

  test('tells what was kept for the next message', async () => {
    const each = await watching({ until: NOW + 5 * MINUTE })
    await each.fails()
    await each.pass(1)
    await each.fails()
    await each.pass(6)
    expect(each.rig.board.titles()).toEqual(['A push to alice failed', 'No longer watching alice'])
    expect(each.rig.board.texts(each.rig.now())[1]).toContain('-203')
  })

  test('comes when the channel is gone', async () => {
    const each = await watching()
    each.rig.board.refusals.push({ kind: 'refused', code: 'channel_not_found' })
    each.state = REACHABLE
    await each.pass(2)
    each.rig.troubles.splice(0)
    expect(await each.rig.store.watches.active()).toEqual([])
  })
})
