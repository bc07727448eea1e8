import { afterEach, describe, expect, test } from 'vitest'
import type { VendorReply } from '../../../../src/diagnostics/vendors/vendor-reply.ts'
import { testApp } from '../../../support/bot.ts'
import { DAY, heldCertificate, HOUR, imFailure, NOW } from '../../../support/push-case.ts'
import { openAlertRig, quietWeek, type AlertRig, type AlertRigOptions } from './alert-rig.ts'

const opened: AlertRig[] = []

async function rigOf(options: AlertRigOptions = {}): Promise<AlertRig> {
  const rig = await openAlertRig(options)
  opened.push(rig)
  return rig
}

afterEach(async () => {
  const rigs = opened.splice(0)
  await Promise.all(rigs.map(({ store }) => store.close()))
  // What went wrong unnoticed fails its test.
  const [trouble] = rigs.flatMap(({ troubles }) => troubles)
  if (trouble !== undefined) throw new Error('a duty was in trouble', { cause: trouble })
})

const certificates = (count: number, days = 3) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    vendor: 'apns' as const,
    environment: null,
    expiresAt: NOW + days * DAY + HOUR,
    credential: null,
  }))

/** Half of the pushes of APNs fail. */
const failing = (rig: AlertRig) => async () => {
  await rig.pushes(3, 0)
  await rig.pushes(3, -203)
}
const well = (rig: AlertRig) => () => rig.pushes(6, 0)

describe('one incident, one card', () => {
  test('opened, edited as it changes, and closed when it is over', async () => {
    const rig = await rigOf()
    await quietWeek(rig)
    await rig.look()
    expect(rig.board.messages).toEqual([])

    await rig.pass(40, failing(rig))
    expect(rig.board.titles()).toEqual([expect.stringMatching(/^prod: Apple \(APNs\) loses \d\d% of pushes$/)])
    const [text = ''] = rig.board.texts(rig.now())
    expect(text).toMatch(/\d+% of pushes to Apple \(APNs\) are lost: \d+ of \d+ within the last hour\. Usual is 2\.0%/)
    expect(text).toContain('-203')
    expect(text).toContain('State: open, nobody has taken it yet')
    expect(text).toContain("This is up to the administrator of Tencent's console.")

    await rig.pass(80, well(rig))
    expect(rig.board.titles()).toEqual([expect.stringMatching(/^Over: prod: Apple \(APNs\) loses/)])
    expect(rig.board.texts(rig.now())[0]).toMatch(/over since .*, after \d+ (?:minutes|hour)/)
    // Not every minute brings news.
    expect(rig.board.messages[0]?.edits).toBeLessThan(15)
  })

  test('nothing that stays as it is edits its card', async () => {
    const rig = await rigOf({ apps: [testApp('prod', { certificates: certificates(1) })] })
    await rig.pass(40)
    expect(rig.board.messages).toMatchObject([{ edits: 0 }])
  })

  test('over a restart', async () => {
    const rig = await rigOf()
    await quietWeek(rig)
    await rig.pass(20, failing(rig))
    rig.restart()
    await rig.pass(20, failing(rig))
    rig.restart()
    await rig.pass(70, well(rig))
    expect(rig.board.titles()).toEqual([expect.stringMatching(/^Over: /)])
  })

  test('with two processes at it at once', async () => {
    const rig = await rigOf({ apps: [testApp('prod', { certificates: certificates(3) })] })
    const other = rig.another()
    for (let minute = 0; minute < 5; minute++) await Promise.all([rig.pass(1), rig.look(other)])
    expect(rig.board.titles().toSorted()).toEqual([
      'prod: certificate 1 ends in 3 days',
      'prod: certificate 2 ends in 3 days',
      'prod: certificate 3 ends in 3 days',
    ])
  })

  test('in every channel, in its language', async () => {
    const channels = [
      { to: { platform: 'slack', id: 'C1', thread: null }, locale: 'en', timeZone: null },
      { to: { platform: 'discord', id: '42', thread: null }, locale: 'zh', timeZone: 'Asia/Shanghai' },
    ] as const
    const rig = await rigOf({ channels, apps: [testApp('prod', { certificates: certificates(1) })] })
    await rig.pass(3)
    expect(rig.board.titles()).toEqual(['prod: certificate 1 ends in 3 days', 'prod：证书 1 还有 3 天到期'])
  })

  test('posted when the platform is back', async () => {
    const rig = await rigOf({ apps: [testApp('prod', { certificates: certificates(1) })] })
    rig.board.refusals.push({ kind: 'later', code: 'ratelimited', afterMs: 30_000 })
    await rig.look()
    expect(rig.board.messages).toEqual([])
    rig.troubles.splice(0)
    await rig.pass(2)
    expect(rig.board.messages).toHaveLength(1)
  })
})

describe('not a flood', () => {
  test('what comes back soon goes on in its card; what comes back late has a new one', async () => {
    let isRefused = true
    const rig = await rigOf({
      im: {
        userStates: async () =>
          isRefused ? { ok: false, failure: imFailure({ kind: 'refused', code: 70_009 }) } : { ok: true, value: [] },
      },
    })
    for (let times = 0; times < 4; times++) {
      isRefused = true
      await rig.pass(10)
      isRefused = false
      await rig.pass(25)
    }
    expect(rig.board.titles()).toEqual(["Over: prod: Tencent refuses the administrator's signature"])
    await rig.pass(60)
    isRefused = true
    await rig.pass(10)
    expect(rig.board.titles()).toEqual([
      "Over: prod: Tencent refuses the administrator's signature",
      "prod: Tencent refuses the administrator's signature",
    ])
  })

  test('many at once: five cards, and one for the rest', async () => {
    const rig = await rigOf({ apps: [testApp('prod', { certificates: certificates(8) })] })
    await rig.pass(3)
    expect(rig.board.titles()).toHaveLength(6)
    expect(rig.board.titles()[5]).toBe('prod: 3 more alerts')
    expect(rig.board.texts(rig.now())[5]).toContain('/im alert list')
    expect(await rig.store.incidents.list(rig.now())).toHaveLength(8)
  })

  test('silenced: no new card until then, and the card there is says so', async () => {
    let isRefused = true
    const rig = await rigOf({
      im: {
        userStates: async () =>
          isRefused ? { ok: false, failure: imFailure({ kind: 'refused', code: 70_009 }) } : { ok: true, value: [] },
      },
    })
    await rig.pass(2)
    await rig.store.incidents.change('1', { silencedUntil: rig.now() + 4 * HOUR })
    await rig.pass(1)
    expect(rig.board.texts(rig.now())[0]).toContain('silenced until')
    isRefused = false
    await rig.pass(60)
    isRefused = true
    await rig.pass(60)
    expect(rig.board.titles()).toHaveLength(1)
    // Still so when the silence is over.
    await rig.pass(130)
    expect(rig.board.titles()).toHaveLength(2)
  })
})

describe('what could not be seen', () => {
  test('neither opens nor closes anything', async () => {
    let answer: 'refused' | 'away' | 'well' = 'away'
    const rig = await rigOf({
      im: {
        userStates: async () =>
          answer === 'well'
            ? { ok: true, value: [] }
            : {
                ok: false,
                failure: imFailure(answer === 'refused' ? { kind: 'refused', code: 70_009 } : { kind: 'unreachable' }),
              },
      },
    })
    await rig.pass(10)
    expect(rig.board.messages).toEqual([])
    answer = 'refused'
    await rig.pass(10)
    answer = 'away'
    await rig.pass(60)
    expect(rig.board.titles()).toEqual(["prod: Tencent refuses the administrator's signature"])
    expect(rig.board.texts(rig.now())[0]).not.toContain('nothing more seen')
    answer = 'well'
    await rig.pass(30)
    expect(rig.board.titles()).toEqual(["Over: prod: Tencent refuses the administrator's signature"])
  })

  test('a vendor is asked for its credentials once an hour, and one that does not answer says nothing', async () => {
    const replies: VendorReply[] = []
    let asked = 0
    const rig = await rigOf({
      apps: [testApp('prod', { certificates: [heldCertificate({ expiresAt: null })] })],
      vendors: {
        probeCredential: async () => {
          asked++
          const silent: VendorReply = {
            kind: 'unanswered',
            reason: 'timeout',
            http: null,
            info: '',
            retryAfterMs: null,
          }
          return replies.shift() ?? silent
        },
      },
    })
    const accepted: VendorReply = { kind: 'accepted', notifications: null, otherEnvironment: false, info: '' }
    const refused: VendorReply = {
      kind: 'refused',
      about: 'credential',
      code: 'InvalidProviderToken',
      http: 403,
      info: `the token ${'a1'.repeat(32)} is not valid`,
      deadSince: null,
    }
    replies.push(accepted, refused)
    await rig.look()
    await rig.pass(59)
    expect({ asked, titles: rig.board.titles() }).toEqual({ asked: 1, titles: [] })
    await rig.pass(1)
    expect(rig.board.titles()).toEqual(['prod: Apple (APNs) rejects the credential'])
    expect(JSON.stringify(await rig.store.incidents.list(0))).not.toContain('a1'.repeat(32))
    await rig.pass(120)
    expect(rig.board.titles()).toEqual(['prod: Apple (APNs) rejects the credential'])
    replies.push(accepted)
    await rig.pass(60)
    await rig.pass(20)
    expect(rig.board.titles()).toEqual(['Over: prod: Apple (APNs) rejects the credential'])
  })

  test('one app that is in trouble does not keep another from being looked at', async () => {
    const rig = await rigOf({
      apps: [testApp('bad'), testApp('prod', { sdkAppId: 1_400_000_011, certificates: certificates(1) })],
      im: {
        userStates: async ({ name }) => {
          if (name === 'bad') throw new Error('a defect')
          return { ok: true, value: [] }
        },
      },
    })
    await rig.pass(2)
    expect(rig.troubles).toMatchObject([
      { what: 'alerts', app: 'bad' },
      { what: 'alerts', app: 'bad' },
    ])
    rig.troubles.splice(0)
    expect(rig.board.titles()).toEqual(['prod: certificate 1 ends in 3 days'])
  })
})
