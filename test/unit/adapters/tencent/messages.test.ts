import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fail, failureOf, never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'

const ROAMING = 'v4/openim/admin_getroammsg'
const GROUP = 'v4/group_open_http_svc/group_msg_get_simple'
const NOON = 1_750_000_000

let rig: TencentRig

beforeEach(async () => {
  rig = await startTencent()
})

afterEach(() => rig.stop())

const raw = (fields: object) => ({
  From_Account: 'sam',
  To_Account: 'rita',
  MsgSeq: 549_396_494,
  MsgRandom: 2_578_554,
  MsgTimeStamp: NOON,
  MsgFlagBits: 0,
  IsPeerRead: 0,
  MsgKey: `549396494_2578554_${NOON}`,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'my secret' } }],
  CloudCustomData: 'my secret',
  ...fields,
})

describe('messages from one person to another', () => {
  const span = { from: NOON * 1_000 - 500, to: NOON * 1_000 + 60_500 }
  const ask = () => rig.service.directMessages(rig.app, { receiver: 'rita', sender: 'sam', span }, never())

  it('are read from the receiver’s side, without their content', async () => {
    rig.answers(ROAMING, ok({ Complete: 1, MsgCnt: 1, LastMsgTime: NOON, LastMsgKey: 'k', MsgList: [raw({})] }))
    const value = valueOf(await ask())
    expect(value).toEqual({
      complete: true,
      messages: [
        {
          key: `549396494_2578554_${NOON}`,
          seq: 549_396_494,
          at: NOON * 1_000,
          from: 'sam',
          elements: [{ type: 'TIMTextElem', described: false }],
          offlinePush: null,
          gone: false,
          read: false,
        },
      ],
    })
    expect(JSON.stringify(value)).not.toContain('my secret')
    expect(rig.last().body).toEqual({
      Operator_Account: 'rita',
      Peer_Account: 'sam',
      MaxCnt: 100,
      MinTime: NOON - 1,
      MaxTime: NOON + 61,
    })
  })

  it.each([
    [0, false],
    [8, true],
    ['8', true],
    [undefined, false],
  ])('with the flags %s', async (MsgFlagBits, gone) => {
    rig.answers(ROAMING, ok({ Complete: 1, MsgList: [raw({ MsgFlagBits })] }))
    expect(valueOf(await ask()).messages).toMatchObject([{ gone }])
  })

  it('are only those of the sender, newest first', async () => {
    rig.answers(
      ROAMING,
      ok({
        Complete: 1,
        MsgList: [
          raw({ MsgKey: 'a', MsgTimeStamp: NOON, MsgSeq: 1 }),
          raw({ MsgKey: 'mine', From_Account: 'rita', To_Account: 'sam' }),
          raw({ MsgKey: 'other', From_Account: 'Sam' }),
          raw({ MsgKey: 'c', MsgTimeStamp: NOON + 9 }),
          raw({ MsgKey: 'b', MsgTimeStamp: NOON, MsgSeq: 2 }),
        ],
      }),
    )
    expect(valueOf(await ask()).messages.map(({ key }) => key)).toEqual(['c', 'b', 'a'])
  })

  it.each([
    [
      'a text',
      [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x', Desc: 'x' } }],
      [{ type: 'TIMTextElem', described: false }],
    ],
    [
      'custom, described',
      [{ MsgType: 'TIMCustomElem', MsgContent: { Data: 'd', Desc: 'call' } }],
      [{ type: 'TIMCustomElem', described: true }],
    ],
    [
      'custom, empty',
      [{ MsgType: 'TIMCustomElem', MsgContent: { Data: 'd', Desc: '' } }],
      [{ type: 'TIMCustomElem', described: false }],
    ],
    [
      'custom, nothing',
      [{ MsgType: 'TIMCustomElem', MsgContent: null }],
      [{ type: 'TIMCustomElem', described: false }],
    ],
    ['custom, content missing', [{ MsgType: 'TIMCustomElem' }], [{ type: 'TIMCustomElem', described: false }]],
    [
      'an element that cannot be read',
      [null, {}, { MsgType: 'TIMFaceElem' }],
      [{ type: 'TIMFaceElem', described: false }],
    ],
    ['no body', undefined, []],
  ])('%s', async (_, MsgBody, elements) => {
    rig.answers(ROAMING, ok({ Complete: 1, MsgList: [raw({ MsgBody })] }))
    expect(valueOf(await ask()).messages).toMatchObject([{ elements }])
  })

  it.each([
    ['nothing', undefined, null],
    ['null', null, null],
    ['switched off', { PushFlag: 1 }, { disabled: true, title: false, description: false }],
    ['switched off, as text', { PushFlag: '1', Title: '' }, { disabled: true, title: false, description: false }],
    ['with texts', { PushFlag: 0, Title: 'T', Desc: 'D' }, { disabled: false, title: true, description: true }],
    ['empty', {}, { disabled: false, title: false, description: false }],
  ])('push settings: %s', async (_, OfflinePushInfo, offlinePush) => {
    rig.answers(ROAMING, ok({ Complete: 1, MsgList: [raw({ OfflinePushInfo })] }))
    expect(valueOf(await ask()).messages).toMatchObject([{ offlinePush }])
  })

  it.each([
    [1, true],
    ['1', true],
    [0, false],
    [undefined, null],
  ])('read: %j', async (IsPeerRead, read) => {
    rig.answers(ROAMING, ok({ Complete: 1, MsgList: [raw({ IsPeerRead })] }))
    expect(valueOf(await ask()).messages).toMatchObject([{ read }])
  })

  it('names a message that the server gives no key', async () => {
    rig.answers(ROAMING, ok({ Complete: 1, MsgList: [raw({ MsgKey: undefined }), raw({ MsgKey: '', MsgSeq: null })] }))
    const { messages } = valueOf(await ask())
    expect(messages.map(({ key }) => key)).toEqual([`549396494_2578554_${NOON}`, null])
  })

  it('loses only the message that cannot be read', async () => {
    rig.answers(ROAMING, ok({ Complete: '1', MsgList: [raw({ MsgTimeStamp: 'noon' }), 7, raw({ MsgKey: 'kept' })] }))
    expect(valueOf(await ask())).toMatchObject({ complete: true, messages: [{ key: 'kept' }] })
  })

  it('follows the pages, each from where the last one ended', async () => {
    rig.answers(
      ROAMING,
      ok({
        Complete: 0,
        LastMsgKey: 'k1',
        LastMsgTime: NOON + 30,
        MsgList: [raw({ MsgKey: 'b', MsgTimeStamp: NOON + 30 })],
      }),
      ok({ Complete: 1, LastMsgKey: 'k2', LastMsgTime: NOON, MsgList: [raw({ MsgKey: 'a' })] }),
    )
    expect(valueOf(await ask())).toMatchObject({ complete: true, messages: [{ key: 'b' }, { key: 'a' }] })
    expect(rig.server.calls.map(({ body }) => [body['MaxTime'], body['LastMsgKey']])).toEqual([
      [NOON + 61, undefined],
      [NOON + 30, 'k1'],
    ])
  })

  it('stops after three pages and says so', async () => {
    rig.answers(
      ROAMING,
      ...['k1', 'k2', 'k3'].map((LastMsgKey) =>
        ok({ Complete: 0, LastMsgKey, MsgList: [raw({ MsgKey: LastMsgKey })] }),
      ),
    )
    const { messages, complete } = valueOf(await ask())
    expect([messages.length, complete]).toEqual([3, false])
  })

  it('does not read the same page for ever', async () => {
    rig.answers(ROAMING, ok({ Complete: 0, MsgList: [raw({})] }))
    expect(valueOf(await ask()).messages).toHaveLength(1)
  })

  it('tells what the first page had when the second fails', async () => {
    rig.answers(ROAMING, ok({ Complete: 0, LastMsgKey: 'k1', MsgList: [raw({})] }), fail(20002))
    expect(valueOf(await ask())).toMatchObject({ complete: false, messages: [{ from: 'sam' }] })
  })

  it('fails when the first page does', async () => {
    rig.answers(ROAMING, fail(20002))
    expect(failureOf(await ask())).toMatchObject({ kind: 'refused', code: 20002 })
  })
})

describe('messages to a group', () => {
  const groupRaw = (fields: object) => ({
    From_Account: 'sam',
    IsPlaceMsg: 0,
    MsgBody: [{ MsgType: 'TIMCustomElem', MsgContent: { Data: 'x' } }],
    MsgPriority: 1,
    MsgRandom: 51_083_293,
    MsgSeq: 7_803_321,
    MsgTimeStamp: NOON,
    ...fields,
  })
  const ask = (seq: number | null) => rig.service.groupMessages(rig.app, { groupId: '@TGS#1', seq }, never())

  it('are named by their sequence, newest first', async () => {
    rig.answers(
      GROUP,
      ok({ GroupId: '@TGS#1', IsFinished: 1, RspMsgList: [groupRaw({ MsgSeq: 1 }), groupRaw({ MsgSeq: '2' })] }),
    )
    const one = {
      key: null,
      at: NOON * 1_000,
      from: 'sam',
      elements: [{ type: 'TIMCustomElem', described: false }],
      offlinePush: null,
      gone: false,
      read: null,
    }
    expect(valueOf(await ask(null))).toEqual([
      { ...one, seq: 2 },
      { ...one, seq: 1 },
    ])
    expect(rig.last().body).toEqual({ GroupId: '@TGS#1', ReqMsgNumber: 20 })
  })

  it('are asked for up to a sequence', async () => {
    rig.answers(GROUP, ok({ RspMsgList: [] }))
    await ask(9)
    expect(rig.last().body).toEqual({ GroupId: '@TGS#1', ReqMsgNumber: 20, ReqMsgSeq: 9 })
  })

  it('are told from the places of those that are gone', async () => {
    rig.answers(
      GROUP,
      ok({
        RspMsgList: [
          groupRaw({ MsgSeq: 4, IsPlaceMsg: 1, MsgBody: [] }),
          groupRaw({ MsgSeq: 5, IsPlaceMsg: undefined }),
          groupRaw({ MsgSeq: 6, IsPlaceMsg: '2', MsgBody: [] }),
        ],
      }),
    )
    expect(valueOf(await ask(null)).map(({ seq, gone }) => [seq, gone])).toEqual([
      [6, true],
      [5, false],
      [4, true],
    ])
  })

  it('fail for a group that does not exist', async () => {
    rig.answers(GROUP, fail(10010))
    expect(failureOf(await ask(null))).toMatchObject({ kind: 'refused', code: 10010 })
  })
})
