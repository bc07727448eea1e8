import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { DEMO, DEMO_GLOBAL, type Rig, type SignedCall, START, signatureOf, startRig, urlOf } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const ENDPOINT = 'openim/query_online_status'
const BODY = { To_Account: ['alice'] }
const otherKey = { ...DEMO, secretKey: new Secret('0'.repeat(64)) }
const oldKey = { ...DEMO, secretKey: DEMO.previousSecretKeys[0] ?? DEMO.secretKey }
const good = signatureOf(DEMO, 'administrator', START)

const REFUSALS: readonly (readonly [what: string, code: number, call: SignedCall])[] = [
  ['a GET', 60_002, { method: 'GET' }],
  ['no sdkappid', 60_012, { query: { sdkappid: null } }],
  ['another spelling of a parameter', 60_012, { query: { sdkappid: null, SDKAppID: String(DEMO.sdkAppId) } }],
  ['an unknown sdkappid', 70_020, { query: { sdkappid: '1400009999' } }],
  ['no identifier', 60_025, { query: { identifier: null } }],
  ['no usersig', 60_025, { query: { usersig: null } }],
  ['no random', 60_025, { query: { random: null } }],
  ['a random that is too large', 60_025, { query: { random: '4294967296' } }],
  ['no contenttype', 60_025, { query: { contenttype: null } }],
  ['another contenttype', 60_025, { query: { contenttype: 'JSON' } }],
  ['a signature that has expired', 70_001, { usersig: signatureOf(DEMO, 'administrator', START - 172_800_000) }],
  ['a signature that is no signature', 70_003, { usersig: 'secret' }],
  ['a signature that was cut off', 70_003, { usersig: good.slice(0, 60) }],
  ['a signature with a space, which only our engine forgives', 70_003, { usersig: `${good} ` }],
  ['a signature of another key', 70_009, { usersig: signatureOf(otherKey, 'administrator', START) }],
  ['a signature of the key before', 70_009, { usersig: signatureOf(oldKey, 'administrator', START) }],
  ['a signature of another user', 70_013, { usersig: signatureOf(DEMO, 'alice', START) }],
  ['a signature of another app', 70_014, { usersig: signatureOf(DEMO_GLOBAL, 'administrator', START) }],
  ['a user who is no administrator', 60_010, { identifier: 'alice' }],
  ['a body that is not JSON', 60_003, { raw: '{"To_Account":' }],
  ['no body', 60_003, { raw: '' }],
  ['a body that is no object', 60_003, { raw: '[]' }],
]

describe('a request is refused', () => {
  test.each(REFUSALS)('%s: %i', async (_, code, call) => {
    const answer = await rig.call(ENDPOINT, BODY, call)
    expect(answer).toEqual({ ActionStatus: 'FAIL', ErrorInfo: expect.stringMatching(/./), ErrorCode: code })
  })

  test('the same without a fault is answered', async () => {
    expect(await rig.call(ENDPOINT, BODY)).toMatchObject({ ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 })
  })

  test.each(['im_open_login_svc/kick', 'openim/sendMsg', 'openim/nothing'])(
    '%s is unknown: 60009',
    async (endpoint) => {
      expect(await rig.call(endpoint, { UserID: 'alice' })).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 60_009 })
      expect(rig.simulator.requests.at(-1)).toEqual({
        endpoint: `v4/${endpoint}`,
        at: START,
        body: { UserID: 'alice' },
      })
    },
  )

  test('a path that is none of the API’s: 60002', async () => {
    const response = await fetch(`${rig.simulator.url}/v5/openim`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ ErrorCode: 60_002 })
  })
})

test('the record of requests holds no signature', async () => {
  await rig.call(ENDPOINT, BODY)
  const url = new URL(urlOf(rig.simulator.url, ENDPOINT, START))
  expect(JSON.stringify(rig.simulator.requests)).not.toContain(url.searchParams.get('usersig'))
})

const MALFORMED: readonly (readonly [endpoint: string, body: Record<string, unknown>, code: number])[] = [
  ['openim/query_online_status', { To_Account: [] }, 90_001],
  ['openim/query_online_status', { To_Account: 'alice' }, 90_001],
  ['openim/query_online_status', { To_Account: Array.from({ length: 501 }, (_, index) => `u${index}`) }, 90_011],
  ['im_open_login_svc/account_check', { CheckItem: [{ UserID: 7 }] }, 70_402],
  ['sns/black_list_check', { From_Account: 'kim', To_Account: ['sam'], CheckType: 'Both' }, 30_001],
  [
    'sns/black_list_check',
    { From_Account: 'ghost', To_Account: ['sam'], CheckType: 'BlackCheckResult_Type_Both' },
    30_003,
  ],
  ['openconfigsvr/getnospeaking', {}, 130_002],
  ['openconfigsvr/getnospeaking', { Get_Account: 'ghost' }, 130_003],
  ['group_open_http_svc/get_group_info', {}, 10_004],
  ['group_open_http_svc/get_group_member_info', { GroupId: 'nothing' }, 10_010],
  ['group_open_http_svc/get_role_in_group', { GroupId: 'nothing', User_Account: ['alice'] }, 10_010],
  ['group_open_http_svc/group_msg_get_simple', { GroupId: 'team', ReqMsgNumber: 21 }, 10_004],
  ['group_open_http_svc/group_msg_get_simple', { GroupId: 'live', ReqMsgNumber: 20 }, 10_044],
  ['openim/sendmsg', { To_Account: 'alice', MsgRandom: 1, MsgBody: [] }, 90_001],
  ['openim/sendmsg', { To_Account: 'ghost', MsgRandom: 1, MsgBody: [{ MsgType: 'T', MsgContent: {} }] }, 90_012],
  [
    'openim/sendmsg',
    { From_Account: 'ghost', To_Account: 'alice', MsgRandom: 1, MsgBody: [{ MsgType: 'T', MsgContent: {} }] },
    90_008,
  ],
  ['timpush/batch', { From_Account: 'sam', To_Account: ['alice'], MsgRandom: 1 }, 90_001],
  [
    'timpush/batch',
    { From_Account: 'sam', To_Account: ['alice'], MsgRandom: 1, OfflinePushInfo: {}, DataId: 'é'.repeat(33) },
    90_057,
  ],
]

test.each(MALFORMED)('%s with %j: %i', async (endpoint, body, code) => {
  expect(await rig.call(endpoint, body)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code })
})
