import { describe, expect, test } from 'vitest'
import { commandForm } from '../../../../src/bot/cards/command-form.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'
import { CHECK, HISTORY, STATUS, WHY } from './declared.ts'

describe('a list takes all words that remain', () => {
  test.each<[text: string, args: object]>([
    ['/im status alice', { user: ['alice'] }],
    ['/im status alice bob carol', { user: ['alice', 'bob', 'carol'] }],
    ['/im status alice, bob,carol', { user: ['alice', 'bob', 'carol'] }],
    ['/im status alice，bob、carol；dave', { user: ['alice', 'bob', 'carol', 'dave'] }],
    ['/im status "li lei" bob', { user: ['li lei', 'bob'] }],
    ['/im status bob,"li, lei",「韩 梅梅」', { user: ['bob', 'li, lei', '韩 梅梅'] }],
    ['/im status alice --app prod bob', { user: ['alice', 'bob'], app: 'prod' }],
    ['/im status --app=prod alice', { user: ['alice'], app: 'prod' }],
    ['/im status "--app" alice', { user: ['--app', 'alice'] }],
    ['/im status', {}],
  ])('%s', (text, args) => {
    const reading = readRequest([STATUS], text)
    expect(reading).toMatchObject({ kind: 'command', command: { id: 'im.status' } })
    expect(reading.kind === 'command' && reading.args).toEqual(args)
  })

  test('an option that is none is not taken for a user', () => {
    expect(readRequest([STATUS], '/im status alice --ap prod')).toMatchObject({
      problem: { kind: 'unknown-option', given: '--ap', closest: '--app', mayBeValue: false },
    })
  })
})

describe('a flag takes no value', () => {
  test.each<[text: string, args: object]>([
    ['/push check alice --yes', { user: 'alice', yes: 'true' }],
    ['/push check --yes alice', { user: 'alice', yes: 'true' }],
    ['/push check alice 12345 —yes', { user: 'alice', certificate: '12345', yes: 'true' }],
    ['/push check alice --yes 12345', { user: 'alice', certificate: '12345', yes: 'true' }],
    ['/push check alice --yes --app prod', { user: 'alice', app: 'prod', yes: 'true' }],
    ['/push check alice --yes=false', { user: 'alice', yes: 'false' }],
    ['/push check alice "--yes"', { user: 'alice', certificate: '--yes' }],
  ])('%s', (text, args) => {
    const reading = readRequest([CHECK], text)
    expect(reading.kind === 'command' && reading.args).toEqual(args)
  })

  test.each([
    ['/push check alice --yes=', { kind: 'option-without-value', option: '--yes' }],
    ['/push check alice --yes --yes', { kind: 'repeated-option', option: '--yes' }],
    ['/push check alice --yas', { kind: 'unknown-option', given: '--yas', closest: '--yes', mayBeValue: false }],
  ])('%s', (text, problem) => {
    expect(readRequest([CHECK], text)).toMatchObject({ kind: 'problem', problem })
  })
})

test('forms show lists and flags', () => {
  expect([STATUS, CHECK, HISTORY].map(commandForm)).toEqual([
    '/im status <user…> [--app APP]',
    '/push check <user> [certificate] [--app APP] [--yes]',
    '/push history <user> [--since SINCE]',
  ])
})

describe('a question that begins as a command does', () => {
  test.each([
    ['push history of alice since yesterday', { user: 'alice', since: 'yesterday' }],
    ['/push history of alice', { user: 'alice' }],
    ['push history alice', { user: 'alice' }],
  ])('%s', (text, args) => {
    const reading = readRequest([HISTORY], text)
    expect(reading.kind === 'command' && reading.args).toEqual(args)
  })

  test('but not one that asks for another command', () => {
    expect(readRequest([HISTORY], 'push history not working for alice')).toMatchObject({
      problem: { kind: 'too-many-words', word: 'working' },
    })
  })

  test.each(['push not working for alice', 'push notifications not arriving for alice'])('%s', (text) => {
    expect(readRequest([WHY], text)).toMatchObject({ command: { id: 'push.why' }, args: { user: 'alice' } })
  })
})

describe('a user where a subcommand should stand', () => {
  test.each([
    ['/push alice', ['push.why', 'push.check', 'push.history']],
    ['/push 小明', ['push.why', 'push.check', 'push.history']],
    ['/push chuck', ['push.check', 'push.why']],
    ['/push chek alice', ['push.check']],
  ])('%s', (text, closest) => {
    expect(readRequest([WHY, CHECK, HISTORY], text)).toMatchObject({
      problem: { kind: 'unknown-subcommand', family: 'push', closest },
    })
  })
})

describe('closest commands', () => {
  const ALL = [WHY, CHECK, HISTORY, STATUS]

  test.each<[text: string, locale: string | null, closest: readonly string[]]>([
    ['who is online?', 'en', ['im.status']],
    ['谁在线', 'zh', ['im.status']],
    ['what is the history of this?', 'en', ['push.history']],
    ['历史', 'zh', ['push.history']],
    ['send me a test push', 'en', ['push.why', 'push.check']],
    ['make me a sandwich', 'en', []],
  ])('%s', (text, locale, closest) => {
    expect(readRequest(ALL, text)).toEqual({
      kind: 'problem',
      command: null,
      problem: { kind: 'not-understood', closest, lines: expect.any(Array) },
      locale,
    })
  })

  test.each([
    ['why do I get no push', 'en'],
    ['why does he get no notifications', 'en'],
    ['我收不到推送', 'zh'],
    ['用户收不到通知', 'zh'],
  ])('whose pushes is asked back: %s', (text, locale) => {
    expect(readRequest(ALL, text)).toEqual({
      kind: 'problem',
      command: null,
      problem: { kind: 'whose', lines: expect.any(Array) },
      locale,
    })
  })
})
