import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const readOf = (text: string, apps: readonly string[] = []) => readRequest(COMMANDS, text, apps)

describe('the app that a sentence names', () => {
  const APPS = ['prod', 'staging', 'demo-global']

  test.each([
    ['is bob online in staging?', 'im.status', 'staging'],
    ['bob gets no push in staging', 'push.why', 'staging'],
    ['bob gets no push (staging)', 'push.why', 'staging'],
    ['staging: bob gets no push', 'push.why', 'staging'],
    ['why does bob get no push on the staging environment since 2pm', 'push.why', 'staging'],
    ['bob 在 staging 环境收不到推送', 'push.why', 'staging'],
    ['staging环境bob收不到推送', 'push.why', 'staging'],
    ['staging 的推送报告', 'im.report', 'staging'],
    ['push report for staging', 'im.report', 'staging'],
    ['xiaomi in staging down?', 'push.vendor', 'staging'],
    ['is bob online in demo-global', 'im.status', 'demo-global'],
    ['bob gets no push in production', 'push.why', 'prod'],
    ['bob gets no push in uat', 'push.why', 'uat'],
  ])('%s', (text, command, app) => {
    expect(readOf(text, APPS)).toMatchObject({ kind: 'command', command: { id: command }, args: { app } })
  })

  test.each(['/push why staging', 'push why prod', 'push devices demo-global'])(
    'a typed command names none: %s',
    (text) => {
      expect(readOf(text, APPS)).not.toHaveProperty('args.app')
    },
  )

  test('whoever bears its name is still a user', () => {
    expect(readOf('/push why staging', APPS)).toMatchObject({ args: { user: 'staging' } })
  })
})

describe('everybody who is named is answered about', () => {
  test.each([
    ["bob gets push but carol doesn't", ['bob', 'carol']],
    ['bob在线，carol收不到推送', ['bob', 'carol']],
    ['is bob online? also why does carol get no push?', ['bob', 'carol']],
    ['bob gets no push. carol neither', ['bob', 'carol']],
    ['bob gets no push, same for carol', ['bob', 'carol']],
    ['bob收不到推送，carol也收不到', ['bob', 'carol']],
    ['user bob, user carol: no push', ['bob', 'carol']],
    ['users: bob, carol — no push', ['bob', 'carol']],
    ['users 10086, 88213, 100023 get no push', ['10086', '88213', '100023']],
    ['bob; carol; dave no push', ['bob', 'carol', 'dave']],
    ['bob carol dave no push', ['bob', 'carol', 'dave']],
    ['10086 88213 100023 not getting push', ['10086', '88213', '100023']],
    ['@bob @carol no push', ['bob', 'carol']],
    ['bob/carol gets no push', ['bob', 'carol']],
    ['bob+carol收不到推送', ['bob', 'carol']],
    ['bob与张三收不到推送', ['bob', '张三']],
    ['bob收不到推送\ncarol也收不到', ['bob', 'carol']],
  ])('%s', (text, user) => {
    expect(readOf(text)).toMatchObject({ kind: 'command', command: { id: 'push.why' }, args: { user } })
  })

  test.each([
    ['why on earth does bob get no push', 'bob'],
    ['P1: bob gets no push :sob:', 'bob'],
    ['alice+test gets no push', 'alice+test'],
    ['li.lei+chat@example.com gets no push', 'li.lei+chat@example.com'],
  ])('words beside them are nobody: %s', (text, user) => {
    expect(readOf(text)).toMatchObject({ command: { id: 'push.why' }, args: { user } })
  })

  test('of vendors each has a line', () => {
    const lines = ['/push vendor xiaomi', '/push vendor huawei']
    expect(readOf('xiaomi and huawei down?')).toMatchObject({ problem: { kind: 'not-understood', lines } })
  })
})

describe('who sends is not diagnosed, and not left out', () => {
  test.each([
    ["bob doesn't see push when carol messages him", 'carol'],
    ['carol sends messages to bob, no push', 'carol'],
    ['message from carol to bob had no push', 'carol'],
    ["messages from 10086 to bob don't trigger a push", '10086'],
    ['carol -> bob: no push', 'carol'],
    ['carol→bob no push', 'carol'],
    ['发送方carol，接收方bob，没推送', 'carol'],
    ['sender: carol, receiver: bob, no push', 'carol'],
    ['carol打电话给bob没有推送', 'carol'],
  ])('%s', (text, from) => {
    expect(readOf(text)).toMatchObject({ command: { id: 'push.why' }, args: { user: 'bob', from } })
  })
})

describe('the time that is named is kept', () => {
  test.each([
    ['bob前天开始收不到推送', '前天'],
    ['bob从11月28号开始收不到推送', '11月28号'],
    ['前天晚上 bob 没收到推送', '前天晚上'],
    ['bob 这几天老是收不到推送', '这几天'],
    ['bob 最近几天收不到推送', '最近几天'],
    ['bob gets no push since two days ago', 'two days ago'],
    ['bob gets no push for two hours', 'two hours'],
    ['why did bob get no push the day before yesterday', 'the day before yesterday'],
  ])('%s', (text, since) => {
    expect(readOf(text)).toMatchObject({ kind: 'command', command: { id: 'push.why' }, args: { user: 'bob', since } })
  })
})
