import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const readOf = (text: string) => readRequest(COMMANDS, text)

describe('what stands beside the name is no user', () => {
  test.each([
    'wtf bob gets no push',
    'P0 bob gets no push',
    'SEV1: bob no push',
    'INC-2231 bob gets no push',
    'SUP-88 bob no push',
    '8.1.6129 bob gets no push',
    'after updating to v3.2.1 bob gets no push',
    '工单4521：bob收不到推送',
    '房间4321 bob收不到推送',
    'build 1024 bob gets no push',
    'SDKAppID=1400000000 userID=bob no push',
    'bob没收到消息 144115233406643804 的推送',
    'bob got no push between 2pm and 4pm',
    'Re: bob gets no push',
    'fwd: bob no push',
    'bob gets no push from bots',
    'bob from Berlin gets no push',
    'bob from sales says no push',
    '<bob> gets no push',
    '**bob** gets no push',
    '«bob» gets no push',
  ])('%s', (text) => {
    const reading = readOf(text)
    expect(reading).toMatchObject({ kind: 'command', command: { id: 'push.why' }, args: { user: 'bob' } })
    expect(reading).not.toHaveProperty('args.from')
  })

  test.each([
    'boss gets no push',
    'someone in Jakarta isn’t getting pushes',
    'H5 no push',
    '10个用户收不到推送',
    '订单88213 没有推送',
    'order 88213 got no push',
    'no push from 9 to 5',
  ])('is asked back whose: %s', (text) => {
    expect(readOf(text)).toMatchObject({ kind: 'problem', problem: { kind: 'whose' } })
  })

  test.each(['mailto:bob@mail.com gets no push', '<mailto:bob@mail.com|bob@mail.com> gets no push'])('%s', (text) => {
    expect(readOf(text)).toMatchObject({ command: { id: 'push.why' }, args: { user: 'bob@mail.com' } })
  })
})

describe('which group, where it is said', () => {
  test.each([
    'bob gets no notifications from group chats',
    'bob gets no push in group chat',
    'bob gets no push for group messages',
    'bob gets no push in that group',
    'bob gets no push in the family group',
  ])('it is not: %s', (text) => {
    const reading = readOf(text)
    expect(reading).toMatchObject({ args: { user: 'bob' }, heard: { mentions: ['group'] } })
    expect(reading).not.toHaveProperty('args.group')
  })

  test.each([
    ['群ID：grp_100，用户：bob 收不到推送', 'bob'],
    ['group grp_100 messages never push to bob', 'bob'],
    ['in grp_100 bob and carol get no push', ['bob', 'carol']],
  ])('%s', (text, user) => {
    expect(readOf(text)).toMatchObject({ command: { id: 'push.why' }, args: { user, group: 'grp_100' } })
  })
})

test.each(['别给bob发测试推送', '不要给 bob 发测试推送', "don't send a test push to bob"])(
  'sends no test push: %s',
  (text) => {
    expect(readOf(text)).toMatchObject({ kind: 'problem', problem: { kind: 'not-understood' } })
  },
)
