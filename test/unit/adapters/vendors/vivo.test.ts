import { afterEach, describe, expect, it } from 'vitest'
import { startVivo } from '../../../servers/vendors/checking-worlds.ts'
import { AUTH, SEND } from '../../../servers/vendors/vivo-server.ts'

type Rig = Awaited<ReturnType<typeof startVivo>>

let rig: Rig

afterEach(() => rig.stop())

const login = () => rig.server.json(AUTH, { result: 0, desc: '请求成功', authToken: rig.world.authToken })
const answers = (...bodies: object[]) => rig.server.json(SEND, ...bodies)
const OK = { result: 0, desc: '请求成功', taskId: '512345' }
const invalid = (status: unknown, result = 0) => ({ ...OK, result, invalidUser: { userid: rig.world.regid, status } })
const texts = () => {
  const { title, content } = JSON.parse(rig.server.calls.at(-1)!.body) as { title: string; content: string }
  return { title, content }
}

it('takes a secret with which a login succeeds, and asks anew each time', async () => {
  rig = await startVivo()
  login()
  expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
  login()
  expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
  expect(rig.server.endpoints).toEqual([AUTH, AUTH])
})

it('does not take a login without a token for one', async () => {
  rig = await startVivo()
  rig.server.json(AUTH, { result: 0, desc: '请求成功' })
  expect(await rig.probeCredential()).toMatchObject({ kind: 'unanswered', reason: 'broken', http: 200 })
})

it.each([
  [-11, 'the clock of this machine is 11 min behind; 鉴权失败'],
  [25, 'the clock of this machine is 25 min ahead; 鉴权失败'],
  [9, '鉴权失败'],
])('names a clock that is off by %s min where it matters', async (minutes, info) => {
  rig = await startVivo()
  rig.clock.now += minutes * 60_000
  rig.server.json(AUTH, { result: 10000, desc: '鉴权失败' })
  expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', about: 'credential', code: '10000', info })
})

it('says nothing of the clock where another thing is wrong', async () => {
  rig = await startVivo()
  rig.clock.now += 25 * 60_000
  rig.server.json(AUTH, { result: 10093, desc: '频率超限' })
  expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', about: 'quota', info: '频率超限' })
})

describe('what vivo knows of a token', () => {
  it.each([
    ['known, and no test device', () => invalid(4), { kind: 'accepted' }],
    ['the same as text', () => invalid('4'), { kind: 'accepted' }],
    ['the same under a code', () => invalid(4, 10045), { kind: 'accepted' }],
    ['a test device, where it shows', () => OK, { kind: 'accepted' }],
    ['unknown', () => invalid(1), { kind: 'refused', about: 'token', code: 'invalidUser.status=1' }],
    ['uninstalled', () => invalid(2), { kind: 'refused', about: 'token', code: 'invalidUser.status=2' }],
    [
      'of another app',
      () => ({ result: 10302, desc: 'regId不合法' }),
      { kind: 'refused', about: 'token', code: '10302' },
    ],
    ['two reasons', () => invalid(1, 10302), { kind: 'refused', about: 'token', code: '10302' }],
    ['a status that nobody knows', () => invalid(9), { kind: 'refused', about: null, code: 'invalidUser.status=9' }],
  ])('%s', async (_, body, expected) => {
    rig = await startVivo()
    login()
    answers(body())
    expect(await rig.probeToken()).toMatchObject(expected)
    expect(JSON.parse(rig.server.calls[1]!.body)).toMatchObject({ pushMode: 1, notifyType: 1 })
  })

  it('is asked once more with a new login when the kept one has ended', async () => {
    rig = await startVivo()
    login()
    answers(invalid(4))
    await rig.probeToken()
    answers({ result: 10000, desc: '鉴权失败' })
    login()
    answers(invalid(4))
    expect(await rig.probeToken()).toMatchObject({ kind: 'accepted' })
    expect(rig.server.endpoints).toEqual([AUTH, SEND, SEND, AUTH, SEND])
  })

  it('is asked only once with a login that was new', async () => {
    rig = await startVivo()
    login()
    answers({ result: 10000, desc: '鉴权失败' })
    expect(await rig.probeToken()).toMatchObject({ kind: 'refused', about: 'credential', code: '10000' })
    expect(rig.server.endpoints).toEqual([AUTH, SEND])
  })
})

describe('a test push', () => {
  it('is a chat message that vivo takes', async () => {
    rig = await startVivo()
    login()
    answers(OK)
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', info: '请求成功' })
    expect(JSON.parse(rig.server.calls[1]!.body)).toMatchObject({ pushMode: 0, classification: 1, category: 'IM' })
  })

  it('uses a login for an hour', async () => {
    rig = await startVivo()
    login()
    answers(OK, OK)
    await rig.sendTest()
    rig.clock.now += 3_600_000 - 1
    await rig.sendTest()
    rig.clock.now += 1
    login()
    answers(OK)
    await rig.sendTest()
    expect(rig.server.endpoints).toEqual([AUTH, SEND, SEND, AUTH, SEND])
  })

  it('is not sent again when the kept login is refused, and the next one logs in anew', async () => {
    rig = await startVivo()
    login()
    answers(OK, { result: 10000, desc: '鉴权失败' })
    await rig.sendTest()
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'credential', code: '10000' })
    rig.world.authToken = 'auth-of-vivo-2'
    login()
    answers(OK)
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
    expect(rig.server.endpoints).toEqual([AUTH, SEND, SEND, AUTH, SEND])
  })

  it('is refused for an unknown phone', async () => {
    rig = await startVivo()
    login()
    answers(invalid(1))
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'token', code: 'invalidUser.status=1' })
  })

  it('keeps a text that vivo takes', async () => {
    rig = await startVivo()
    login()
    answers(OK)
    await rig.sendTest({ title: '值班助手', text: '你好，这条消息来自值班助手。' })
    expect(texts()).toEqual({ title: '值班助手', content: '你好，这条消息来自值班助手。' })
  })

  it.each([
    ['IM Doctor test', 'A push with letters only'],
    ['测试推送', '请忽略本次测试'],
    ['编号 7', '第３次检查'],
    ['【提醒】', '请（不要）理会'],
    ['Test 消息', '消息 <b>你好</b>'],
    ['', '…'],
  ])('says %j, %j in other words', async (title, text) => {
    rig = await startVivo()
    login()
    answers(OK)
    await rig.sendTest({ title, text })
    expect(texts()).toEqual({ title: '消息提醒', content: '你好，收到这条消息说明推送已经可以到达你的手机。' })
  })

  it('is cut to what vivo takes', async () => {
    rig = await startVivo()
    login()
    answers(OK)
    await rig.sendTest({ title: `a${'好'.repeat(60)}`, text: '好'.repeat(60) })
    expect(texts()).toEqual({ title: `a${'好'.repeat(19)}`, content: '好'.repeat(50) })
  })
})
