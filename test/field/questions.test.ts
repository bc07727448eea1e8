import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/bot/registry.ts'
import { readRequest } from '../../src/bot/words/read-request.ts'
import { casesOfKinds, fieldCase } from '../support/field-cases.ts'

const readOf = (text: string) => readRequest(COMMANDS, text)

/** Of each case the command, its user, and no sender; null: it is asked whose. */
const RIGHT: Readonly<Record<string, readonly [command: string, user: string | readonly string[]] | null>> = {
  Q1: ['push.why', 'tim507'],
  Q2: ['push.why', 'bob'],
  Q6: null,
  Q7: null,
  F8b: null,
  F8d: null,
  F8f: ['push.why', '张三'],
  Q8: ['push.why', 'bob'],
  Q9: ['push.why', 'bob'],
  Q10: ['push.why', 'bob'],
  Q11: ['push.why', 'bob'],
  Q12: ['push.why', 'bob'],
  Q13: ['push.devices', 'bob'],
  Q14: ['push.why', 'bob'],
  Q15: ['push.why', 'bob'],
  Q16: ['push.why', 'bob'],
  F6: ['push.why', ['bob', 'carol']],
}

test('every case of these kinds that is asked in words is here', () => {
  const asked = casesOfKinds('K9', 'K16', 'K17', 'K18', 'K28').filter(({ ask }) => ask !== undefined)
  expect(asked.map(({ id }) => id).filter((id) => !Object.hasOwn(RIGHT, id))).toEqual([])
})

/** With and without a mention. */
const spoken = (id: string): readonly string[] => {
  const { ask = '' } = fieldCase(id)
  return [ask, `@IM Doctor ${ask}`]
}

const named = Object.entries(RIGHT).flatMap(([id, right]) =>
  right === null ? [] : spoken(id).map((text) => [text, ...right] as const),
)
const unnamed = Object.keys(RIGHT).flatMap((id) => (RIGHT[id] === null ? spoken(id) : []))

test.each(named)('%s', (text, command, user) => {
  const reading = readOf(text)
  expect(reading).toMatchObject({ kind: 'command', command: { id: command }, args: { user } })
  expect(reading).not.toHaveProperty('args.from')
})

test.each(unnamed)('is asked back whose: %s', (text) => {
  expect(readOf(text)).toMatchObject({ kind: 'problem', problem: { kind: 'whose' } })
})

test('a Chinese name in quotes is no guess, one without is', () => {
  expect(readOf(fieldCase('F8f').ask ?? '')).not.toHaveProperty('heard')
  expect(readOf('张三收不到推送')).toMatchObject({ args: { user: '张三' }, heard: { guessed: true } })
})

describe('what was said besides is taken up', () => {
  test.each([
    ['bob 单聊能收到推送，群聊收不到', { mentions: ['group'], code: null }],
    ['bob receives messages in foreground but no push in background', { mentions: ['foreground'], code: null }],
    ['bob 打开 app 才能收到消息', { mentions: ['foreground'], code: null }],
    ['bob gets no push, error 22006', { mentions: [], code: '22006' }],
    ['bob 收不到推送，报错 22006', { mentions: [], code: '22006' }],
    ['Push fails with BadDeviceToken for bob', { mentions: [], code: 'BadDeviceToken' }],
  ])('%s', (text, heard) => {
    expect(readOf(text)).toMatchObject({ command: { id: 'push.why' }, args: { user: 'bob' }, heard })
  })
})

describe('what SDKs, systems and phones are called is nobody', () => {
  test.each([
    ['bob (iPhone 13, iOS 17) gets no push', 'push.why', 'bob'],
    ['bob on iOS 17.2 gets no push', 'push.why', 'bob'],
    ['push to bob fails on EMUI 12', 'push.why', 'bob'],
    ['用户ID为bob的收不到推送', 'push.why', 'bob'],
    ['uid=bob no push', 'push.why', 'bob'],
    ['registrationId 有了，bob 还是收不到推送', 'push.why', 'bob'],
  ])('%s', (text, id, user) => {
    expect(readOf(text)).toMatchObject({ kind: 'command', command: { id }, args: { user } })
  })

  test.each([
    'nobody gets push on Android 14',
    'registrationId 为空，收不到推送',
    'setOfflinePushConfig 调用了，还是没有推送',
    'onRecvNewMessage works but push does not',
  ])('is asked back whose: %s', (text) => {
    expect(readOf(text)).toMatchObject({ kind: 'problem', problem: { kind: 'whose' } })
  })

  test.each([
    ['iPhone 15 收不到推送', 'apns'],
    ['华为 P60 Pro 收不到推送', 'huawei'],
    ['华为手机收不到推送', 'huawei'],
  ])('is about the vendor: %s', (text, vendor) => {
    expect(readOf(text)).toMatchObject({ command: { id: 'push.vendor' }, args: { vendor } })
  })
})

describe('a command only where the rest fits it', () => {
  test.each([
    ['push why bob', 'push.why', 'bob'],
    ['PUSH WHY bob', 'push.why', 'bob'],
    ['push why does bob get nothing?', 'push.why', 'bob'],
    ['push devices of bob', 'push.devices', 'bob'],
    ['push history for bob', 'push.history', 'bob'],
    ['push check why bob gets nothing', 'push.why', 'bob'],
    ['IM: bob gets no push', 'push.why', 'bob'],
    ['im 里 bob 收不到推送', 'push.why', 'bob'],
    ['Push 收不到，用户 bob', 'push.why', 'bob'],
    ['push notification not delivered to bob', 'push.why', 'bob'],
  ])('%s', (text, id, user) => {
    expect(readOf(text)).toMatchObject({ kind: 'command', command: { id }, args: { user } })
  })
})

describe('what cannot be read is answered in the words of the asker', () => {
  test.each([
    ['/push wy bob', ['/push why bob']],
    ['/im stauts bob carol', ['/im status bob carol']],
    ['push hist "li lei"', ['/push history "li lei"']],
    ['what a lovely day', ['/push why alice', '/im status alice', '/im error 70009']],
    ['安卓收不到推送', ['/push why alice', '/im report now']],
    ['华为和小米都收不到推送', ['/push why alice', '/push vendor huawei', '/push vendor xiaomi']],
  ])('%s', (text, lines) => {
    expect(readOf(text)).toMatchObject({ kind: 'problem', problem: { lines } })
  })

  test('with at most three lines', () => {
    for (const text of ['/push nope', '/im nope', '/usersig x', 'push?', 'hm', '告警 报告 证书 设备'])
      expect([
        text,
        (readOf(text) as { problem?: { lines?: readonly string[] } }).problem?.lines?.length ?? 0,
      ]).toSatisfy(([, count]: [string, number]) => count <= 3)
  })
})

test('no text takes long', () => {
  const texts = [
    'why does bob get no push '.repeat(200),
    '用户 bob 收不到推送，'.repeat(60),
    `${'a_1 and '.repeat(60)}b_2 get no push`,
    `${'u1、'.repeat(140)}u2 收不到推送`,
    'x'.repeat(5900),
    '一'.repeat(590),
  ]
  for (const text of texts) readOf(text)
  const started = performance.now()
  for (const text of texts) readOf(text)
  expect((performance.now() - started) / texts.length).toBeLessThan(100)
})
