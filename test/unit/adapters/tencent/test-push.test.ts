import { afterEach, beforeEach, expect, it } from 'vitest'
import { fail, failureOf, never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'
import type { Script } from '../../../servers/tencent/tencent-server.ts'

const BATCH = 'v4/timpush/batch'
const ORDER = {
  userId: 'alice',
  caseNumber: 'IMD-2025-17',
  title: 'Test push',
  text: 'Sent by a person',
  random: 4_294_967_295,
  registrationId: null,
}

let rig: TencentRig

beforeEach(async () => {
  rig = await startTencent()
})

afterEach(() => rig.stop())

const send = () => rig.service.sendTestPush(rig.app, ORDER, never())

it('goes to the one user, in the classes that vendors do not hold back', async () => {
  rig.answers(BATCH, ok({ TaskId: 'batch_1', ErrorList: [] }))
  expect(valueOf(await send())).toEqual({ taskId: 'batch_1', refusal: null })
  const { body } = rig.last()
  expect(body).toMatchObject({
    From_Account: 'administrator',
    To_Account: ['alice'],
    MsgRandom: 4_294_967_295,
    DataId: 'IMD-2025-17',
    OfflinePushInfo: {
      PushFlag: 0,
      Title: 'Test push',
      Desc: 'Sent by a person',
      AndroidInfo: {
        HuaWeiCategory: 'IM',
        HonorImportance: 'NORMAL',
        OPPOCategory: 'IM',
        OPPONotifyLevel: 16,
        VIVOCategory: 'IM',
        VIVOClassification: 1,
        MeiZuNoticeMsgType: 1,
      },
    },
  })
  const { Ext } = body['OfflinePushInfo'] as { Ext: string }
  expect(JSON.parse(Ext)).toEqual({ case: 'IMD-2025-17' })
})

it.each([
  [
    'this user was refused',
    { TaskId: 'batch_1', ErrorList: [{ To_Account: 'alice', ErrorCode: '70107', ErrorInfo: 'no\nsuch user' }] },
    { taskId: 'batch_1', refusal: { code: 70107, info: 'no such user' } },
  ],
  [
    'another was refused',
    { TaskId: 'batch_1', ErrorList: [{ To_Account: 'Alice', ErrorCode: 1 }] },
    { taskId: 'batch_1', refusal: null },
  ],
  [
    'a list of successes',
    { TaskId: 'batch_1', ErrorList: [{ To_Account: 'alice', ErrorCode: 0 }] },
    { taskId: 'batch_1', refusal: null },
  ],
  ['no task', { TaskId: '' }, { taskId: null, refusal: null }],
])('%s', async (_, fields, expected) => {
  rig.answers(BATCH, ok(fields))
  expect(valueOf(await send())).toEqual(expected)
})

it('tells apart that some were refused from failure', async () => {
  rig.answers(BATCH, {
    ...ok({ TaskId: 'batch_1', ErrorList: [{ To_Account: 'alice', ErrorCode: 70107 }] }),
    ActionStatus: 'SomeError',
  })
  expect(valueOf(await send())).toMatchObject({ taskId: 'batch_1', refusal: { code: 70107 } })
})

const FAULTS: readonly [string, Script, object][] = [
  ['a signature that is refused', { kind: 'json', body: fail(70009) }, { kind: 'refused', code: 70009 }],
  ['a fault that passes', { kind: 'json', body: fail(91000) }, { kind: 'refused', code: 91000 }],
  ['push not activated', { kind: 'json', body: fail(90045) }, { kind: 'refused', code: 90045 }],
  ['HTTP 503', { kind: 'raw', status: 503, body: '' }, { kind: 'http', httpStatus: 503 }],
  ['HTTP 429', { kind: 'raw', status: 429, body: '' }, { kind: 'rate-limited', httpStatus: 429 }],
  ['a reset connection', { kind: 'reset' }, { kind: 'unreachable' }],
  ['a cut answer', { kind: 'cut' }, { kind: 'unreachable' }],
  ['a page', { kind: 'raw', body: '<html>' }, { kind: 'garbage' }],
]

it.each(FAULTS)('is never sent again, which a person would see: %s', async (_, script, expected) => {
  rig.scripts(BATCH, script, { kind: 'json', body: ok({ TaskId: 'batch_2' }) })
  expect(failureOf(await send())).toMatchObject({ ...expected, endpoint: BATCH, attempts: 1 })
  expect(rig.server.calls).toHaveLength(1)
})

it.each(['hang', 'hang-in-body'] as const)('is not sent again when its answer is late: %s', async (kind) => {
  await rig.stop()
  rig = await startTencent({ bounds: { attempt: 1_000 } })
  rig.scripts(BATCH, { kind }, { kind: 'json', body: ok({ TaskId: 'batch_2' }) })
  expect(failureOf(await send())).toMatchObject({ kind: 'timeout', attempts: 1 })
  expect(rig.server.calls).toHaveLength(1)
})
