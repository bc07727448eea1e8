import { afterEach, describe, expect, it } from 'vitest'
import { Bucket } from '../../../../src/adapters/tencent/bucket.ts'
import { ENDPOINTS } from '../../../../src/adapters/tencent/endpoints.ts'
import { fail, failureOf, never, ok, startTencent, type TencentRig } from '../../../servers/tencent/rig.ts'

const TRACE = 'v4/timpush/normal_push_trace'
const LOSS = 'v4/timpush/normal_push_loss'
const MUTE = 'v4/openconfigsvr/getnospeaking'
const FREE = { ErrorCode: 0, C2CmsgNospeakingTime: 0, GroupmsgNospeakingTime: 0 }

describe('a rate in this process', () => {
  /** When each of many turns is, if all are asked for at once and then without a pause. */
  const turnsOf = (perSecond: number, count: number) => {
    const bucket = new Bucket(perSecond)
    return Array.from({ length: count }, () => bucket.take(1_000_000, Infinity) ?? -1)
  }

  it.each([1, 10, 100, 200])('of %i a second is never passed in any second', (perSecond) => {
    const turns = turnsOf(perSecond, perSecond * 5)
    const busiest = turns.map((start) => turns.filter((turn) => turn >= start && turn < start + 999.9).length)
    expect(Math.max(...busiest)).toBeLessThanOrEqual(perSecond)
    // Nor is it throttled to a standstill.
    expect(Math.max(...turns)).toBeLessThanOrEqual(10_000)
  })

  it('gives the first ones at once', () => {
    expect(turnsOf(10, 6)).toEqual([0, 0, 0, 0, 0, 200])
  })

  it('fills again', () => {
    const bucket = new Bucket(10)
    for (let turn = 0; turn < 5; turn++) bucket.take(0, 0)
    expect(bucket.take(100, 0)).toBeNull()
    expect(bucket.take(200, 0)).toBe(0)
    expect(bucket.take(60_000, 0)).toBe(0)
  })

  it('takes nothing where the wait would be too long', () => {
    const bucket = new Bucket(1)
    expect(bucket.take(0, 500)).toBe(0)
    expect(bucket.take(0, 500)).toBeNull()
    expect(bucket.take(600, 500)).toBe(400)
  })

  it('is held after a complaint', () => {
    const bucket = new Bucket(200)
    bucket.holdUntil(1_500)
    expect(bucket.take(1_000, 5_000)).toBe(500)
  })

  it('goes on after the clock was set back', () => {
    const bucket = new Bucket(1)
    bucket.take(1_000_000_000, 0)
    expect(bucket.take(5_000, 0)).toBe(0)
  })
})

it('nothing that ends logins can be called', () => {
  expect(Object.keys(ENDPOINTS).filter((endpoint) => /kick|delete|import|set|send/.test(endpoint))).toEqual([])
})

describe('the client keeps them', () => {
  let rig: TencentRig

  afterEach(() => rig.stop())

  const trace = () => rig.service.pushTrace(rig.app, 'x', never())
  const mute = () => rig.service.mute(rig.app, 'alice', never())

  it('asks the shared store before each call of a slow endpoint', async () => {
    rig = await startTencent()
    rig.answers(TRACE, ok())
    rig.answers(LOSS, ok())
    await trace()
    await rig.service.pushLoss(rig.app, { from: rig.clock.now - 1_000, to: rig.clock.now }, never())
    const { sdkAppId } = rig.app
    expect(rig.slots.taken).toEqual([
      [`${sdkAppId}:${TRACE}`, 1_000, rig.clock.now, 5_000],
      [`${sdkAppId}:${LOSS}`, 1_000, rig.clock.now, 5_000],
    ])
  })

  it('asks it for another attempt as well, and not for fast endpoints', async () => {
    rig = await startTencent()
    rig.answers(TRACE, fail(91000), ok())
    rig.answers(MUTE, FREE)
    await trace()
    await mute()
    expect(rig.slots.taken).toHaveLength(2)
  })

  it('waits for its moment', async () => {
    rig = await startTencent()
    rig.slots.answer = () => Promise.resolve(150)
    rig.answers(TRACE, ok())
    const started = performance.now()
    expect((await trace()).ok).toBe(true)
    expect(performance.now() - started).toBeGreaterThanOrEqual(149)
  })

  it('says so where the queue is too long, and calls nobody', async () => {
    rig = await startTencent()
    rig.slots.answer = () => Promise.resolve(null)
    expect(failureOf(await trace())).toEqual({
      endpoint: TRACE,
      kind: 'rate-limited',
      code: null,
      httpStatus: null,
      info: expect.stringContaining('limit'),
      attempts: 0,
    })
    expect(rig.server.calls).toEqual([])
  })

  it('tells the first attempt’s failure where there is no turn for a second', async () => {
    rig = await startTencent()
    rig.answers(TRACE, fail(91000))
    const turns = [0, null]
    rig.slots.answer = () => Promise.resolve(turns.shift() ?? null)
    expect(failureOf(await trace())).toMatchObject({ kind: 'refused', code: 91000, attempts: 1 })
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('no store'))],
    ['does not answer', () => new Promise<number | null>(() => {})],
    [
      'throws',
      () => {
        throw new Error('no store')
      },
    ],
  ])('counts by itself while the store %s', async (_, answer) => {
    rig = await startTencent({ bounds: { slots: 20, turn: 500 } })
    rig.slots.answer = answer
    rig.answers(TRACE, ok(), ok())
    expect((await trace()).ok).toBe(true)
    expect(failureOf(await trace())).toMatchObject({ kind: 'rate-limited', attempts: 0 })
    rig.clock.now += 1_000
    expect((await trace()).ok).toBe(true)
  })

  it('counts what the store gave before it was lost', async () => {
    rig = await startTencent({ bounds: { turn: 500 } })
    rig.answers(TRACE, ok())
    expect((await trace()).ok).toBe(true)
    rig.slots.answer = () => Promise.reject(new Error('no store'))
    expect(failureOf(await trace())).toMatchObject({ kind: 'rate-limited', attempts: 0 })
  })

  it('leaves an endpoint alone for a while after a complaint, and only that one', async () => {
    rig = await startTencent({ bounds: { calm: 1_000, turn: 500 } })
    rig.answers(MUTE, fail(60007), FREE)
    rig.answers(TRACE, ok())
    expect(failureOf(await mute())).toMatchObject({ kind: 'rate-limited', code: 60007, attempts: 1 })
    expect(failureOf(await mute())).toMatchObject({ kind: 'rate-limited', code: null, attempts: 0 })
    expect((await trace()).ok).toBe(true)
    rig.clock.now += 1_000
    expect((await mute()).ok).toBe(true)
  })

  it('counts each app by itself', async () => {
    rig = await startTencent({ bounds: { calm: 1_000, turn: 0 } })
    rig.answers(MUTE, fail(60007), FREE)
    await mute()
    Object.assign(rig.app, { sdkAppId: 1_400_000_011 })
    expect((await mute()).ok).toBe(true)
  })
})
