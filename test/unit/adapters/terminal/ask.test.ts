import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { askBatch } from '../../../../src/adapters/terminal/ask-batch.ts'
import { actorOf, ask, EXIT_STATUS, OWNER, readLine, replyJson } from '../../../../src/adapters/terminal/ask.ts'
import type { Bot } from '../../../../src/bot/bot.ts'
import { exampleSig } from '../../../support/examples.ts'
import { EXAMPLE_TIME, testBot, words } from '../../../support/bot.ts'

const SIG = exampleSig('ex-01')
const ASKER = { actor: OWNER, locale: 'en', timeZone: null } as const

describe('a line', () => {
  test.each(['usersig verify alice eJw', '', '   ', '[1]', '"x"'])('of words: %s', (line) => {
    const { input, locale } = readLine(line)
    expect(input.kind === 'words' && input.text.reveal()).toBe(line)
    expect(locale).toBeNull()
  })

  test.each([
    ['{"command":"im.apps"}', {}],
    ['  {"command":"im.apps","args":{}}  ', {}],
    ['\ufeff{"command":"im.apps"}', {}],
    ['{"command":"im.apps","args":{"user":"li lei","at":1764000000}}', { user: 'li lei', at: 1_764_000_000 }],
  ])('that is a call: %s', (line, args) => {
    const { input } = readLine(line)
    expect(input.kind === 'call' && [input.intent.command, input.intent.args.reveal()]).toEqual(['im.apps', args])
  })

  test('a call may say its language', () => {
    expect(readLine('{"command":"im.apps","locale":"zh"}').locale).toBe('zh')
  })

  test.each([
    ['{', 'not valid JSON', '不是合法的 JSON'],
    ['{"command":"im.apps",}', 'not valid JSON', '不是合法的 JSON'],
    ["{'command':'im.apps'}", 'not valid JSON', '不是合法的 JSON'],
    ['{“command”:“im.apps”}', 'not valid JSON', '不是合法的 JSON'],
    ['{"command":"im.apps"} {"command":"im.apps"}', 'not valid JSON', '不是合法的 JSON'],
    ['{}', 'command is missing', '缺少 command'],
    ['{"args":{}}', 'command is missing', '缺少 command'],
    ['{"command":5}', 'command is missing, or is not a text', '缺少 command'],
    ['{"command":""}', 'command is missing', '缺少 command'],
    ['{"command":"im.apps","args":[]}', 'args must be an object', 'args 必须是对象'],
    ['{"command":"im.apps","args":"x"}', 'args must be an object', 'args 必须是对象'],
    ['{"command":"im.apps","args":null}', 'args must be an object', 'args 必须是对象'],
    ['{"command":"im.apps","argz":{}}', 'argz is not a field', '没有 argz 这个字段'],
    ['{"cmd":"im.apps"}', 'cmd is not a field', '没有 cmd 这个字段'],
    ['{"command":"im.apps","locale":"fr"}', 'locale must be en or zh', 'locale 只能是 en 或 zh'],
  ])('that is neither says what is wrong and the right form: %s', async (line, en, zh) => {
    const { bot } = testBot()
    const { input } = readLine(line)
    for (const [locale, said] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const reply = await ask(bot, input, { actor: OWNER, locale, timeZone: null }, `${locale} ${line}`)
      expect(reply).toMatchObject({ status: 'usage', visibility: 'private', command: null })
      expect(reply.error).toContain(said)
      expect(reply.error).toContain('{"command":"usersig.verify","args":{"user":"alice","sig":"eJw…"}}')
    }
  })

  test('a byte order mark before the first line is none of its words', () => {
    expect(readLine('\ufeff{"command":"im.apps"}').input.kind).toBe('call')
  })
})

describe('--as', () => {
  test.each([
    ['slack:U012AB3CD', 'slack', 'U012AB3CD'],
    ['discord:80351110224678912', 'discord', '80351110224678912'],
    ['U012AB3CD', 'slack', 'U012AB3CD'],
    ['W012AB3CD', 'slack', 'W012AB3CD'],
    ['80351110224678912', 'discord', '80351110224678912'],
  ])('%s', (as, platform, id) => {
    expect(actorOf(as)).toEqual({ platform, id, groups: [], owner: false })
  })

  test.each([
    '',
    ' ',
    'a b',
    'alice',
    'owner',
    'bob@example.com',
    'teams:U1',
    '@alice',
    'slack:',
    'u012ab3cd',
    '123',
    `slack:${'U'.repeat(65)}`,
  ])('"%s" is nobody', (as) => {
    expect(actorOf(as)).toBeNull()
  })
})

test('exit statuses are those of the contract', () => {
  expect(EXIT_STATUS).toEqual({ ok: 0, usage: 2, denied: 3, upstream: 4 })
})

test('whoever wants to hear of progress hears of it, and nobody else', async () => {
  const { bot } = testBot()
  const heard: unknown[] = []
  const told: Bot = {
    ...bot,
    answer(request) {
      heard.push(request.onProgress)
      return bot.answer(request)
    },
  }
  const onProgress = () => {}
  await ask(told, words('im apps'), ASKER, 'r1', onProgress)
  await ask(told, words('im apps'), ASKER, 'r2')
  expect(heard).toEqual([onProgress, null])
})

describe('the object of --json', () => {
  test('has the shape of the contract', async () => {
    const reply = await ask(testBot().bot, words(`usersig verify demo_user ${SIG}`), ASKER, 'r1')
    expect(replyJson(reply, EXAMPLE_TIME)).toEqual({
      command: 'usersig.verify',
      status: 'ok',
      visibility: 'private',
      result: expect.objectContaining({ verdict: 'valid' }) as unknown,
      card: {
        tone: 'good',
        title: 'UserSig of demo_user: valid',
        text: expect.stringMatching(/^UserSig of demo_user: valid\nGood\. .*\nUser: demo_user\n/s) as string,
      },
    })
  })

  test('has an error where there is one', async () => {
    const reply = await ask(testBot().bot, words('usersig verify'), ASKER, 'r1')
    expect(replyJson(reply, EXAMPLE_TIME)).toMatchObject({
      status: 'usage',
      result: null,
      error: 'user is missing. sig is missing. The right form: /usersig verify <user> <sig> [--app APP] [--at TIME]',
    })
  })

  test('writes times in UTC, whatever the zone of the machine', async () => {
    const reply = await ask(
      testBot().bot,
      words(`usersig verify demo_user ${SIG}`),
      { ...ASKER, timeZone: 'Asia/Shanghai' },
      'r1',
    )
    expect(replyJson(reply, EXAMPLE_TIME).card.text).toContain('Issued: 2025-06-15 15:06:40 UTC')
  })
})

describe('a batch', () => {
  async function batch(...chunks: readonly (string | Buffer)[]): Promise<readonly Record<string, unknown>[]> {
    const output = new PassThrough({ encoding: 'utf8' })
    let count = 0
    const written: string[] = []
    output.on('data', (chunk: string) => written.push(chunk))
    await askBatch(testBot().bot, ASKER, {
      input: Readable.from(chunks, { objectMode: false }),
      output,
      now: () => EXAMPLE_TIME,
      newId: () => `r${++count}`,
    })
    const lines = written.join('').split('\n')
    expect(lines.pop()).toBe('')
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  test('answers every line, in order', async () => {
    const answers = await batch(
      'im apps\n',
      'usersig verify\n\n{oops\n',
      `{"command":"usersig.inspect","args":{"sig":"${SIG}"}}\r\nhelp`,
    )
    expect(answers.map(({ command, status }) => [command, status])).toEqual([
      ['im.apps', 'ok'],
      ['usersig.verify', 'usage'],
      [null, 'usage'],
      [null, 'usage'],
      ['usersig.inspect', 'ok'],
      ['im.help', 'ok'],
    ])
  })

  test('of nothing is nothing', async () => {
    expect(await batch()).toEqual([])
    expect(await batch('\n')).toHaveLength(1)
  })

  test('lines and characters may come in pieces', async () => {
    const bytes = Buffer.from('{"command":"usersig.generate","args":{"user":"李雷"}}\nim apps\n')
    const answers = await batch(...Array.from(bytes, (byte) => Buffer.from([byte])))
    expect(answers).toMatchObject([{ result: { userId: '李雷' } }, { command: 'im.apps' }])
  })

  test('line separators of Unicode inside a call do not break it', async () => {
    expect(await batch(`{"command":"im.help","args":{"command":"a\u2028b\u0085c"}}\n`)).toHaveLength(1)
  })

  test('the language of one call is not that of the next', async () => {
    const answers = await batch('{"command":"im.apps","locale":"zh"}\n{"command":"im.apps"}\n')
    expect(answers).toMatchObject([{ card: { title: '已配置的应用' } }, { card: { title: 'Configured apps' } }])
  })
})
