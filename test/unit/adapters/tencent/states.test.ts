import { afterEach, beforeEach, expect, it } from 'vitest'
import { fail, failureOf, never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'

const STATUS = 'v4/openim/query_online_status'

let rig: TencentRig

beforeEach(async () => {
  rig = await startTencent()
})

afterEach(() => rig.stop())

const ask = (...users: string[]) => rig.service.userStates(rig.app, users, never())

it('tells states and logged-in clients, in the order asked', async () => {
  rig.answers(
    STATUS,
    ok({
      QueryResult: [
        { To_Account: 'bob', Status: 'Offline' },
        {
          To_Account: 'alice',
          Status: 'Online',
          Detail: [
            { Platform: 'iPhone', Status: 'PushOnline', InstanceId: 3 },
            { Platform: 'Web', Status: 'Online' },
          ],
        },
      ],
      ErrorList: [{ To_Account: 'carol', ErrorCode: 70107 }],
    }),
  )
  expect(valueOf(await ask('alice', 'bob', 'carol', 'dave'))).toEqual([
    {
      userId: 'alice',
      exists: true,
      state: 'Online',
      clients: [
        { platform: 'iPhone', state: 'PushOnline' },
        { platform: 'Web', state: 'Online' },
      ],
      errorCode: null,
    },
    { userId: 'bob', exists: true, state: 'Offline', clients: [], errorCode: null },
    { userId: 'carol', exists: false, state: 'Unknown', clients: [], errorCode: null },
    { userId: 'dave', exists: true, state: 'Unknown', clients: [], errorCode: null },
  ])
  expect(rig.last().body).toEqual({ To_Account: ['alice', 'bob', 'carol', 'dave'], IsNeedDetail: 1 })
})

it.each([
  ['Online', 'Online'],
  ['pushonline', 'PushOnline'],
  ['PUSH_ONLINE', 'PushOnline'],
  ['push-online', 'PushOnline'],
  ['offline', 'Offline'],
  ['Hibernating', 'Unknown'],
  ['', 'Unknown'],
  [7, 'Unknown'],
])('reads the word %j as %s, under both names', async (word, state) => {
  rig.answers(
    STATUS,
    ok({ QueryResult: [{ To_Account: 'alice', Status: word }] }),
    ok({ QueryResult: [{ To_Account: 'alice', State: word, Detail: [{ Platform: 'PC', State: word }] }] }),
  )
  expect(valueOf(await ask('alice'))).toMatchObject([{ state }])
  expect(valueOf(await ask('alice'))).toMatchObject([{ state, clients: [{ platform: 'PC', state }] }])
})

it('does not lose others to an item that cannot be read', async () => {
  rig.answers(
    STATUS,
    ok({
      QueryResult: [
        null,
        'x',
        { Status: 'Online' },
        {
          To_Account: 12,
          Status: 'Online',
          Detail: [{ Status: 'Online' }, null, { Platform: 'Mac', Status: 'Online' }],
        },
        { To_Account: 'bob', Status: 'Offline', Detail: 'none' },
      ],
      ErrorList: { To_Account: 'odd' },
    }),
  )
  expect(valueOf(await ask('12', 'bob'))).toMatchObject([
    { userId: '12', state: 'Online', clients: [{ platform: 'Mac', state: 'Online' }] },
    { userId: 'bob', state: 'Offline', clients: [] },
  ])
})

it('takes UserIDs as they stand', async () => {
  rig.answers(
    STATUS,
    ok({
      QueryResult: [
        { To_Account: 'alice', Status: 'Online' },
        { To_Account: '__proto__', Status: 'PushOnline' },
      ],
    }),
  )
  expect(valueOf(await ask('Alice', '__proto__', 'constructor', 'alice ')).map(({ state }) => state)).toEqual([
    'Unknown',
    'PushOnline',
    'Unknown',
    'Unknown',
  ])
})

it('asks for one user once, and answers as often as asked', async () => {
  rig.answers(STATUS, ok({ QueryResult: [{ To_Account: 'alice', Status: 'Online' }] }))
  expect(valueOf(await ask('alice', 'alice')).map(({ state }) => state)).toEqual(['Online', 'Online'])
  expect(rig.last().body).toMatchObject({ To_Account: ['alice'] })
})

it('asks nobody about nobody', async () => {
  expect(valueOf(await ask())).toEqual([])
  expect(rig.server.calls).toEqual([])
})

it.each([
  [
    'with its list',
    fail(70107, 'Err_TLS_PT_Open_Login_Account_Not_Exist', { ErrorList: [{ To_Account: 'x', ErrorCode: 70107 }] }),
  ],
  ['with codes as text', fail(70107, '', { ErrorCode: '70107', ErrorList: [{ To_Account: 'x', ErrorCode: '70107' }] })],
  ['under another code', fail(90003, '', { ErrorList: [{ To_Account: 'x', ErrorCode: 70107 }] })],
  ['without a list', fail(70107)],
])('an unknown user alone is an answer: %s', async (_, body) => {
  rig.answers(STATUS, body)
  expect(valueOf(await ask('x'))).toEqual([
    { userId: 'x', exists: false, state: 'Unknown', clients: [], errorCode: null },
  ])
})

it('keeps apart why each of several users failed', async () => {
  rig.answers(
    STATUS,
    fail(70107, '', {
      ErrorList: [
        { To_Account: 'x', ErrorCode: 70107 },
        { To_Account: 'y', ErrorCode: 70169 },
      ],
    }),
  )
  expect(valueOf(await ask('x', 'y', 'z'))).toMatchObject([
    { userId: 'x', exists: false, errorCode: null },
    { userId: 'y', exists: true, state: 'Unknown', errorCode: 70169 },
    { userId: 'z', exists: true, state: 'Unknown', errorCode: null },
  ])
})

it.each([
  [60026, { ErrorList: [] }],
  [90003, { ErrorList: [{ To_Account: 'x', ErrorCode: 90003 }] }],
  // The list is of others.
  [70107, { ErrorList: [{ To_Account: 'y', ErrorCode: 70107 }] }],
])('a refusal with %i that says nothing of the user is a failure', async (code, fields) => {
  rig.answers(STATUS, fail(code, 'why', fields))
  expect(failureOf(await ask('x'))).toEqual({
    endpoint: STATUS,
    kind: 'refused',
    code,
    httpStatus: 200,
    info: 'why',
    attempts: 1,
  })
})
