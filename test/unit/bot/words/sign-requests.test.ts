import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import { readRequest } from '../../../../src/bot/words/read-request.ts'

const readOf = (text: string) => readRequest(COMMANDS, text)

/** The command that a text runs; null: none. */
const commandOf = (text: string): string | null => {
  const reading = readOf(text)
  return reading.kind === 'command' ? reading.command.id : null
}

describe('a plain request makes a signature', () => {
  test.each([
    ['generate a usersig for bob', { user: 'bob' }],
    ['Can you generate a UserSig for bob please?', { user: 'bob' }],
    ['need a usersig for bob pls', { user: 'bob' }],
    ['gen usersig for uid_5 for 7 days', { user: 'uid_5', ttl: '604800s' }],
    ['new usersig bob', { user: 'bob' }],
    ["generate bob's usersig", { user: 'bob' }],
    ['generate a usersig for " bob"', { user: ' bob' }],
    ['generate a usersig for bob in staging', { user: 'bob', app: 'staging' }],
    ['generate a usersig for bob in staging for 2 hours', { user: 'bob', app: 'staging', ttl: '7200s' }],
    ['给bob生成一个usersig', { user: 'bob' }],
    ['请帮我给 bob 签发一个 7 天有效的 UserSig，谢谢', { user: 'bob', ttl: '604800s' }],
    ['在 staging 环境给 bob 生成 usersig', { user: 'bob', app: 'staging' }],
    ['给"张三"生成usersig', { user: '张三' }],
    ['给Müller生成一个usersig', { user: 'Müller' }],
  ])('%s', (text, args) => {
    const reading = readOf(text)
    expect(reading).toMatchObject({ kind: 'command', command: { id: 'usersig.generate' } })
    expect(reading).toHaveProperty('args', args)
  })
})

describe('what is no plain request makes none', () => {
  test.each([
    "don't generate a usersig for bob",
    'please never generate a usersig for bob',
    'did anyone generate a usersig for bob?',
    'when did we generate a usersig for bob',
    'how to generate a usersig for bob',
    'we generate a usersig for bob on every login',
    'can bob generate a usersig for carol',
    'generate a usersig for bob, not carol',
    '不要给bob生成usersig',
    '不用给bob生成usersig了',
    '先别给 bob 生成 usersig',
    '谁给bob生成过usersig',
    '怎么给bob生成usersig',
    '给bob生成usersig失败',
    '后端给bob签发了usersig',
    // Two users, and a word that may be none.
    '给bob和carol生成usersig',
    '给张三生成usersig',
  ])('%s', (text) => {
    expect(readOf(text)).toMatchObject({ kind: 'problem', problem: { kind: 'not-understood' } })
  })

  test.each(['服务端给bob生成usersig报错70009', '给bob生成的usersig登录报70003'])('it is an error: %s', (text) => {
    expect(commandOf(text)).toBe('im.error')
  })
})

describe('no piece of a name is taken for it', () => {
  const NAMES = ["O'Brien", 'user_张三', 'user:88', 'Müller(x)', '张三_5', 'bob😀', "d'Arc", 'Зоя:x']

  test.each(NAMES.flatMap((name) => [`给${name}生成一个usersig`, `generate a usersig for ${name}`]))('%s', (text) => {
    expect(commandOf(text)).not.toBe('usersig.generate')
  })

  test.each([
    "给O'Brien发一条测试推送",
    '给user_张三发一条测试推送',
    '给Müller发一条测试推送',
    '给张三_5发一条测试推送',
    "user_张三 hasn't got any push since the update, please check",
    "test account doesn't get push",
    "guest account isn't receiving notifications",
    "my kid isn't getting push",
  ])('%s', (text) => {
    const reading = readOf(text)
    const user = reading.kind === 'command' ? reading.args['user'] : null
    expect([null, 'Müller']).toContain(user)
  })
})
