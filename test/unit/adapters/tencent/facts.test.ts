import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../../../src/diagnostics/im/im-failure.ts'
import { fail, never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'

const CHECK = 'v4/im_open_login_svc/account_check'
const BLOCKS = 'v4/sns/black_list_check'
const MUTE = 'v4/openconfigsvr/getnospeaking'
const GROUP = 'v4/group_open_http_svc/get_group_info'
const MEMBERS = 'v4/group_open_http_svc/get_group_member_info'

let rig: TencentRig

beforeEach(async () => {
  rig = await startTencent()
})

afterEach(() => rig.stop())

/** The value, or the kind and code of the failure. */
const told = (answer: Answer<unknown>) =>
  answer.ok ? answer.value : [answer.failure.kind, answer.failure.code].filter((each) => each !== null).join(' ')

describe('does an account exist', () => {
  const item = (fields: object) => ok({ ResultItem: [{ UserID: 'alice', ResultCode: 0, ResultInfo: '', ...fields }] })

  it.each([
    ['Imported', item({ AccountStatus: 'Imported' }), true],
    ['NotImported', item({ AccountStatus: 'NotImported' }), false],
    ['lower case', item({ AccountStatus: 'imported' }), true],
    ['its own code', item({ ResultCode: 70402 }), 'refused 70402'],
    ['its own code as text', item({ ResultCode: '70402' }), 'refused 70402'],
    ['another word', item({ AccountStatus: 'Perhaps' }), 'garbage'],
    ['another user', ok({ ResultItem: [{ UserID: 'Alice', AccountStatus: 'Imported' }] }), 'garbage'],
    ['nothing', ok(), 'garbage'],
    ['not an object', [], 'garbage'],
    ['a refusal', fail(70403), 'refused 70403'],
    ['a refusal without a code', { ActionStatus: 'FAIL', ErrorInfo: 'no' }, 'refused'],
  ])('%s', async (_, body, expected) => {
    rig.answers(CHECK, body)
    expect(told(await rig.service.accountExists(rig.app, 'alice', never()))).toEqual(expected)
  })
})

describe('who blocks whom', () => {
  const item = (Relation: unknown, fields = {}) =>
    ok({ BlackListCheckItem: [{ To_Account: 'sam', Relation, ResultCode: 0, ResultInfo: '', ...fields }] })
  const both = (receiverBlocksSender: boolean, senderBlocksReceiver: boolean) => ({
    receiverBlocksSender,
    senderBlocksReceiver,
  })

  it.each([
    ['nobody', item('BlackCheckResult_Type_NO'), both(false, false)],
    ['the receiver', item('BlackCheckResult_Type_AWithB'), both(true, false)],
    ['the sender', item('BlackCheckResult_Type_BWithA'), both(false, true)],
    ['both', item('BlackCheckResult_Type_BothWay'), both(true, true)],
    ['a relation that is not known', item('BlackCheckResult_Type_Friends'), 'garbage'],
    ['an account that failed', item('', { ResultCode: 30003 }), 'refused 30003'],
    ['nothing', ok({ Fail_Account: ['sam'] }), 'garbage'],
  ])('%s', async (_, body, expected) => {
    rig.answers(BLOCKS, body)
    expect(told(await rig.service.blocks(rig.app, { receiver: 'rita', sender: 'sam' }, never()))).toEqual(expected)
    expect(rig.last().body).toEqual({
      From_Account: 'rita',
      To_Account: ['sam'],
      CheckType: 'BlackCheckResult_Type_Both',
    })
  })
})

describe('may a user send', () => {
  const times = (direct: unknown, group: unknown) => ({
    ErrorCode: 0,
    ErrorInfo: '',
    C2CmsgNospeakingTime: direct,
    GroupmsgNospeakingTime: group,
  })

  it.each([
    ['yes', times(0, 0), { direct: 0, group: 0 }],
    ['for ever, and for a while', times(4_294_967_295, '3600'), { direct: Infinity, group: 3_600 }],
    ['one is missing', times(0, undefined), 'garbage'],
    ['nothing', { ErrorCode: 0 }, 'garbage'],
    ['a refusal', { ErrorCode: 130001, ErrorInfo: 'no' }, 'refused 130001'],
  ])('%s', async (_, body, expected) => {
    rig.answers(MUTE, body)
    expect(told(await rig.service.mute(rig.app, 'alice', never()))).toEqual(expected)
    expect(rig.last().body).toEqual({ Get_Account: 'alice' })
  })
})

describe('what a group is', () => {
  const item = (fields: object) => ok({ GroupInfo: [{ GroupId: '@TGS#1', ErrorCode: 0, ErrorInfo: '', ...fields }] })
  const missing = { groupId: '@TGS#1', exists: false, type: null }

  it.each([
    ['a public group', item({ Type: 'Public' }), { groupId: '@TGS#1', exists: true, type: 'Public' }],
    ['a group without a type', item({}), { groupId: '@TGS#1', exists: true, type: null }],
    ['dismissed', item({ ErrorCode: 10010 }), missing],
    ['never there', item({ ErrorCode: '10015' }), missing],
    ['refused as a whole: dismissed', fail(10010), missing],
    ['refused as a whole: never there', fail(10015), missing],
    ['refused for another reason', fail(10007), 'refused 10007'],
    ['this one refused for another reason', item({ ErrorCode: 10007 }), 'refused 10007'],
    ['another group', ok({ GroupInfo: [{ GroupId: '@TGS#2', Type: 'Public' }] }), 'garbage'],
  ])('%s', async (_, body, expected) => {
    rig.answers(GROUP, body)
    expect(told(await rig.service.group(rig.app, '@TGS#1', never()))).toEqual(expected)
    expect(rig.last().body).toMatchObject({ GroupIdList: ['@TGS#1'] })
  })

  it('asks again when only this group hit a fault that passes', async () => {
    rig.answers(GROUP, item({ ErrorCode: 10002 }), item({ Type: 'Public' }))
    expect(valueOf(await rig.service.group(rig.app, '@TGS#1', never()))).toMatchObject({ type: 'Public' })
  })
})

describe('is a user a member, and what do they receive', () => {
  const crowd = (size: number) => Array.from({ length: size }, (_, index) => ({ Member_Account: `user${index}` }))
  const alice = { Member_Account: 'alice', MsgFlag: 'AcceptNotNotify' }
  const found = { member: true, receiveOption: 'AcceptNotNotify' }
  const ask = () => rig.service.member(rig.app, { groupId: '@TGS#1', userId: 'alice' }, never())

  it.each([
    ['a member', [ok({ MemberNum: 2, MemberList: [{ Member_Account: 'bob' }, alice] })], found],
    [
      'without an option',
      [ok({ MemberNum: 1, MemberList: [{ Member_Account: 'alice' }] })],
      { member: true, receiveOption: null },
    ],
    [
      'no member',
      [ok({ MemberNum: 1, MemberList: [{ Member_Account: 'bob' }] })],
      { member: false, receiveOption: null },
    ],
    [
      'no member, not counted',
      [ok({ MemberList: [{ Member_Account: 'Alice' }] })],
      { member: false, receiveOption: null },
    ],
    [
      'on the second page',
      [ok({ MemberNum: 6_001, MemberList: crowd(6_000) }), ok({ MemberNum: 6_001, MemberList: [alice] })],
      found,
    ],
    [
      'past the second page',
      [ok({ MemberNum: 9, MemberList: crowd(3) }), ok({ MemberNum: 9, MemberList: crowd(3) })],
      null,
    ],
    ['of a community', [ok({ MemberList: crowd(1), Next: 'more' }), ok({ MemberList: [alice], Next: '' })], found],
    ['not of a community', [ok({ MemberList: crowd(1), Next: '' })], { member: false, receiveOption: null }],
    ['the group was dismissed', [fail(10010)], { member: false, receiveOption: null }],
    ['there is no such group', [fail(10015)], { member: false, receiveOption: null }],
    ['too much for one answer', [fail(10018)], null],
    ['not allowed for this type of group', [fail(10007)], 'refused 10007'],
    ['the second page fails', [ok({ MemberNum: 9, MemberList: crowd(3) }), fail(10004)], 'refused 10004'],
  ])('%s', async (_, bodies, expected) => {
    rig.answers(MEMBERS, ...bodies)
    expect(told(await ask())).toEqual(expected)
    expect(rig.server.calls).toHaveLength(bodies.length)
  })

  it('asks for pages from where the last one ended', async () => {
    rig.answers(MEMBERS, ok({ MemberNum: 9, MemberList: crowd(3) }), ok({ MemberNum: 9, MemberList: [], Next: 'p3' }))
    await ask()
    const common = { GroupId: '@TGS#1', MemberInfoFilter: ['Member_Account', 'MsgFlag'], Limit: 6_000 }
    expect(rig.server.calls.map(({ body }) => body)).toEqual([
      { ...common, Offset: 0 },
      { ...common, Offset: 3 },
    ])
  })

  it('follows the marks of a community', async () => {
    rig.answers(MEMBERS, ok({ MemberList: crowd(1), Next: 'more' }), ok({ MemberList: [alice] }))
    await ask()
    expect(rig.last().body).toMatchObject({ Next: 'more' })
    expect(rig.last().body).not.toHaveProperty('Offset')
  })
})
