import { afterEach, describe, expect, it } from 'vitest'
import type { CheckingRig } from '../../../servers/vendors/checking-rig.ts'
import { startXiaomi } from '../../../servers/vendors/checking-worlds.ts'
import { CHANNELS, MESSAGE, VALIDATION } from '../../../servers/vendors/xiaomi-server.ts'

let rig: CheckingRig

afterEach(() => rig.stop())

it('takes a secret when a read is answered', async () => {
  rig = await startXiaomi()
  rig.server.json(CHANNELS, { result: 'ok', code: 0, data: { channels: [] }, trace_id: 'Xc1' })
  expect(await rig.probeCredential()).toEqual({
    kind: 'accepted',
    notifications: null,
    otherEnvironment: false,
    info: '{"channels":[]}',
  })
})

it('shows both the reason and the description of a refusal', async () => {
  rig = await startXiaomi()
  rig.server.json(CHANNELS, { result: 'error', code: '21301', reason: 'auth failed', description: '认证失败' })
  expect(await rig.probeCredential()).toMatchObject({
    kind: 'refused',
    about: 'credential',
    code: '21301',
    info: 'auth failed: 认证失败',
  })
})

describe('what a validation says of a token', () => {
  it.each([
    ['in a list of valid ones', (id: string) => ({ valid_regids: [id], invalid_regids: [] }), 'accepted'],
    ['in a list of invalid ones', (id: string) => ({ valid_regids: [], invalid_regids: [id] }), 'refused'],
    ['by name, yes', (id: string) => ({ [id]: true }), 'accepted'],
    ['by name, no', (id: string) => ({ list: [{ [id]: 'invalid' }] }), 'refused'],
    ['beside a flag, yes', (id: string) => ({ list: [{ regid: id, valid: 1 }] }), 'accepted'],
    ['beside a flag, no', (id: string) => ({ list: [{ regid: id, isValid: 'false' }] }), 'refused'],
    ['beside a flag the other way', (id: string) => [{ regid: id, invalid: true }], 'refused'],
    ['only the token', (id: string) => ({ list: [id] }), 'unanswered'],
    ['a list without it', () => ({ invalid_regids: ['another'] }), 'unanswered'],
    ['too deep', (id: string) => ({ a: { b: { c: { d: { e: { f: { invalid: [id] } } } } } } }), 'unanswered'],
    ['nothing', () => undefined, 'unanswered'],
  ])('%s', async (_, data, kind) => {
    const started = await startXiaomi()
    rig = started
    rig.server.json(VALIDATION, { result: 'ok', code: 0, data: data(started.world.regid) })
    const reply = await rig.probeToken()
    expect(reply.kind).toBe(kind)
    expect(reply.kind === 'refused' ? reply.code : null).toBe(kind === 'refused' ? '10029' : null)
    // Whoever reads the card sees the words themselves.
    expect(reply.info).toMatch(/^[{[]/)
  })
})

describe('a test push', () => {
  it.each([['104551'], [null]])('goes to the channel %s', async (channelId) => {
    rig = await startXiaomi({ world: { channelId } })
    rig.server.json(MESSAGE, { result: 'ok', code: 0, trace_id: 'Xcm1', data: { id: 'scm01' }, info: 'Received push' })
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', info: '{"id":"scm01"}' })
  })

  it('is cut to what Xiaomi takes', async () => {
    rig = await startXiaomi()
    rig.server.json(MESSAGE, { result: 'ok', code: 0, data: { id: 'scm01' } })
    await rig.sendTest({ title: 'a'.repeat(60), text: `${'b'.repeat(126)}😀` })
    const sent = new URLSearchParams(rig.server.calls[0]!.body)
    expect(sent.get('title')).toBe('a'.repeat(49))
    expect(sent.get('description')).toBe('b'.repeat(126))
  })

  it('is refused when the channel is over its quota, though Xiaomi calls it a success', async () => {
    rig = await startXiaomi()
    rig.server.json(MESSAGE, { result: 'ok', code: 0, data: { id: 'scm01', channel_exceed_quota: ['104551'] } })
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'quota', code: 'channel_exceed_quota' })
  })

  it.each([[[]], [{}], [null], [''], [0], [false]])('is taken when that list is %j', async (channel_exceed_quota) => {
    rig = await startXiaomi()
    rig.server.json(MESSAGE, { result: 'ok', code: 0, data: { id: 'scm01', channel_exceed_quota } })
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
  })

  it('is refused when no such regid is known', async () => {
    rig = await startXiaomi()
    rig.server.json(MESSAGE, { result: 'error', code: 20301, reason: 'regid_invalid', description: '发送消息失败' })
    expect(await rig.sendTest()).toMatchObject({
      kind: 'refused',
      about: 'token',
      code: '20301',
      info: 'regid_invalid: 发送消息失败',
    })
  })
})
