import { afterEach, describe, expect, it } from 'vitest'
import { startOppo } from '../../../servers/vendors/checking-worlds.ts'
import { AUTH, authAnswer, UNICAST } from '../../../servers/vendors/oppo-server.ts'

type Rig = Awaited<ReturnType<typeof startOppo>>

let rig: Rig

afterEach(() => rig.stop())

const login = () => rig.server.json(AUTH, authAnswer(rig.world, rig.clock.now))
const sent = (data: unknown = { messageId: '5a1f' }) => rig.server.json(UNICAST, { code: 0, message: 'Success', data })

it('takes a secret with which a login succeeds, and asks anew each time', async () => {
  rig = await startOppo()
  login()
  expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
  login()
  expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
  expect(rig.server.endpoints).toEqual([AUTH, AUTH])
})

it('does not take a login without a token for one', async () => {
  rig = await startOppo()
  rig.server.json(AUTH, { code: 0, message: 'Success', data: {} })
  expect(await rig.probeCredential()).toMatchObject({ kind: 'unanswered', reason: 'broken', http: 200 })
})

describe('a clock that is off', () => {
  it.each([
    [-11, 'the clock of this machine is 11 min behind; Invalid Timestamp'],
    [25, 'the clock of this machine is 25 min ahead; Invalid Timestamp'],
  ])('by %s min is named', async (minutes, info) => {
    rig = await startOppo()
    rig.clock.now += minutes * 60_000
    login()
    expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', code: '19', info })
  })

  it('by 9 min is not the reason', async () => {
    rig = await startOppo()
    rig.clock.now += 9 * 60_000
    rig.server.json(AUTH, { code: 16, message: 'Invalid Signature' })
    expect(await rig.probeCredential()).toMatchObject({ about: 'credential', info: 'Invalid Signature' })
  })
})

describe('a test push', () => {
  it.each([['im_channel'], [null]])('goes to the channel %s', async (channelId) => {
    rig = await startOppo({ world: { channelId } })
    login()
    sent()
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', info: 'Success' })
  })

  it('uses a login for twelve hours', async () => {
    rig = await startOppo()
    login()
    sent()
    sent()
    await rig.sendTest()
    rig.clock.now += 12 * 3_600_000 - 1
    await rig.sendTest()
    rig.clock.now += 1
    rig.world.now = rig.clock.now
    login()
    sent()
    await rig.sendTest()
    expect(rig.server.endpoints).toEqual([AUTH, UNICAST, UNICAST, AUTH, UNICAST])
  })

  it('is not sent again when the login is refused, and the next one logs in anew', async () => {
    rig = await startOppo()
    login()
    sent()
    await rig.sendTest()
    rig.server.json(UNICAST, { code: 11, message: 'Invalid AuthToken' })
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'credential', code: '11' })
    rig.world.authToken = 'auth-of-oppo-2'
    login()
    sent()
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
    expect(rig.server.endpoints).toEqual([AUTH, UNICAST, UNICAST, AUTH, UNICAST])
  })

  it('is not sent after a login that is refused', async () => {
    rig = await startOppo()
    rig.server.json(AUTH, { code: 14, message: 'Invalid AppKey' })
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'credential', code: '14' })
    expect(rig.server.endpoints).toEqual([AUTH])
  })

  it.each([
    ['as an error', { errorCode: 10000, errorMessage: 'Invalid Registration_id' }, 'Invalid Registration_id'],
    ['in a list', [{ errorCode: '10000', errorMessage: 'Invalid Registration_id' }], 'Invalid Registration_id'],
    ['under its code', { message_id: '5a1f', 10000: ['0123456789abcdef'] }, 'Success'],
  ])('is refused by what stands %s', async (_, data, info) => {
    rig = await startOppo()
    login()
    sent(data)
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'token', code: '10000', info })
  })

  it.each([[{ messageId: '5a1f', errorCode: 0 }], [{ 10000: [] }], [[{ messageId: '5a1f' }]], [null], ['5a1f']])(
    'is taken with %j',
    async (data) => {
      rig = await startOppo()
      login()
      sent(data)
      expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
    },
  )

  it('is cut to what OPPO takes', async () => {
    rig = await startOppo()
    login()
    sent()
    await rig.sendTest({ title: 'a'.repeat(60), text: 'b'.repeat(300) })
    const { notification } = JSON.parse(new URLSearchParams(rig.server.calls[1]!.body).get('message')!)
    expect(notification).toMatchObject({ title: 'a'.repeat(50), content: 'b'.repeat(200) })
  })
})
