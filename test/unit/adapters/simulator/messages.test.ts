import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Rig, START, startRig } from './rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await startRig({ waits: 'at-once' })
})
afterEach(() => rig.close())

const TEXT = [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Hello' } }]
const custom = (Desc: string) => [{ MsgType: 'TIMCustomElem', MsgContent: { Data: '{}', Desc, Ext: '' } }]

/** The commands of the webhooks that came, and of pushes the stage and the code. */
const told = (): string[] =>
  rig.receiver.webhooks.flatMap(({ query, body }) => {
    const events = body['Events'] as Record<string, string | number>[] | undefined
    const pushed = events?.map((event) => `push ${event['To_Account']} ${event['PushStage']} ${event['ErrCode']}`)
    return pushed ?? [query.get('CallbackCommand') ?? 'no command']
  })

async function send(to: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const body = { From_Account: 'sam', To_Account: to, MsgSeq: 9, MsgRandom: 77, MsgBody: TEXT, ...more }
  const answer = await rig.call('openim/sendmsg', body)
  await rig.simulator.idle()
  return answer
}

const KEY = `9_77_${START / 1_000}`
const PUSHED = ['push judy 1 0', 'push judy 2 0']

test('a message is told, kept, and pushed', async () => {
  expect(await send('judy')).toMatchObject({ ErrorCode: 0, MsgTime: START / 1_000, MsgKey: KEY })
  expect(told().toSorted()).toEqual(['C2C.CallbackAfterSendMsg', ...PUSHED])
  const sent = rig.receiver.webhooks.find(({ query }) => query.get('CallbackCommand') === 'C2C.CallbackAfterSendMsg')
  expect(sent?.body).toMatchObject({ From_Account: 'sam', To_Account: 'judy', MsgKey: KEY, OnlineOnlyFlag: 0 })
  expect(sent?.query.get('OptPlatform')).toBe('RESTAPI')
  const span = { MinTime: START / 1_000, MaxTime: START / 1_000 }
  const roaming = { Operator_Account: 'judy', Peer_Account: 'sam', MaxCnt: 10, ...span }
  expect(await rig.call('openim/admin_getroammsg', roaming)).toMatchObject({ MsgList: [{ MsgKey: KEY }] })
})

test.each([
  ['online users only', { MsgLifeTime: 0 }, []],
  ['PushFlag 1', { OfflinePushInfo: { PushFlag: 1 } }, []],
  ['a custom element without description', { MsgBody: custom('') }, []],
  ['a custom element with a description', { MsgBody: custom('An order') }, PUSHED],
  ['a custom element with a description for the push', { MsgBody: custom(''), OfflinePushInfo: { Desc: 'x' } }, PUSHED],
])('%s', async (_, more, pushed) => {
  await send('judy', more)
  expect(told().toSorted()).toEqual(['C2C.CallbackAfterSendMsg', ...pushed])
})

test.each([
  ['carol', 'is Online', []],
  ['dave', 'has logged out', []],
  ['mia', 'has no phone', []],
  ['bob', 'has a dead token', ['push bob 1 410']],
  ['nina', 'reported no certificate', ['push nina 1 -1']],
  ['oscar', 'has no token', ['push oscar 1 -2']],
  ['steve', 'gets no receipts', ['push steve 1 0']],
  ['alice', 'opens the push', ['push alice 1 0', 'push alice 2 0', 'push alice 3 0']],
])('%s, who %s', async (userId, _, pushed) => {
  await send(userId)
  expect(told().filter((each) => each.startsWith('push'))).toEqual(pushed)
})

test('the after-send webhook can be forbidden', async () => {
  await send('carol', { ForbidCallbackControl: ['ForbidAfterSendMsgCallback'] })
  expect(told()).toEqual([])
})

test('a group’s message is pushed to those who did not mute it, and numbered', async () => {
  const body = { GroupId: 'team', From_Account: 'sam', Random: 5, MsgBody: TEXT }
  expect(await rig.call('group_open_http_svc/send_group_msg', body)).toMatchObject({ ErrorCode: 0, MsgSeq: 44 })
  await rig.simulator.idle()
  const pushed = told().filter((each) => each.startsWith('push'))
  expect(pushed.toSorted()).toEqual([
    'push alice 1 0',
    'push alice 2 0',
    'push alice 3 0',
    'push bob 1 410',
    'push leo 1 0',
    'push leo 2 0',
  ])
  expect(told()).toContain('Group.CallbackAfterSendMsg')
})

test.each(['live', 'meeting'])('a message to “%s” is pushed to nobody', async (GroupId) => {
  await rig.call('group_open_http_svc/send_group_msg', { GroupId, From_Account: 'sam', Random: 5, MsgBody: TEXT })
  await rig.simulator.idle()
  expect(told()).toEqual(['Group.CallbackAfterSendMsg'])
})

test('whoever is no member may not send', async () => {
  const body = { GroupId: 'team', From_Account: 'yuki', Random: 5, MsgBody: TEXT }
  expect(await rig.call('group_open_http_svc/send_group_msg', body)).toMatchObject({ ErrorCode: 10_007 })
})
