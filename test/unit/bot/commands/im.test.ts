import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../src/bot/cards/plain-text.ts'
import { COMMANDS } from '../../../../src/bot/registry.ts'
import type { Request } from '../../../../src/bot/request.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { EXAMPLE_TIME, request, testApp, testBot, TEST_APPS, words } from '../../../support/bot.ts'
import type { TestBotOptions } from '../../../support/bot.ts'

async function ask(text: string, options: TestBotOptions = {}, changes: Partial<Request> = {}) {
  const reply = await testBot(options).bot.answer(request(words(text), changes))
  if (reply === null) throw new Error('no answer')
  return reply
}

const textOf = ({ card, locale }: Awaited<ReturnType<typeof ask>>) =>
  plainText(card, { locale, timeZone: null, now: EXAMPLE_TIME })

describe('im.error', () => {
  test('the shape of the contract', async () => {
    const reply = await ask('im error 70009')
    expect(reply).toMatchObject({ command: 'im.error', status: 'ok', visibility: 'public', error: null })
    expect(reply.result).toStrictEqual({
      matches: [
        {
          code: '70009',
          area: 'account',
          meaning: expect.stringMatching(/\S/) as string,
          cause: expect.stringMatching(/\S/) as string,
          remedy: expect.stringMatching(/\S/) as string,
          owner: 'developer',
        },
      ],
    })
  })

  test('in Chinese, with full-width marks', async () => {
    const text = textOf(await ask('错误码 70009 是什么意思'))
    expect(text).toContain('原因：')
    expect(text).not.toMatch(/\p{Script=Han}: /u)
  })

  test.each([
    'im error BadDeviceToken --vendor apns',
    'im error BadDeviceToken --vendor ios',
    'what does BadDeviceToken mean',
  ])('%s', async (text) => {
    expect(await ask(text)).toMatchObject({ result: { matches: [{ code: 'BadDeviceToken', vendor: 'apns' }] } })
  })

  test('the vendor may simply follow the code', async () => {
    const { result } = await ask('im error 1 xiaomi')
    // Tencent's own tables know that number as well: they follow.
    expect(result).toMatchObject({
      matches: [
        { code: '1', vendor: 'xiaomi' },
        { code: '1', area: 'push-loss' },
      ],
    })
  })

  test('a vendor that there is not', async () => {
    const reply = await ask('im error 70009 --vendor nokia')
    expect(reply).toMatchObject({ status: 'usage', command: 'im.error' })
    expect(reply.error).toContain('nokia is not a push vendor I know. There are: apns, fcm, huawei')
  })

  test('a code that is not listed', async () => {
    const reply = await ask('im error 70099')
    expect(reply).toMatchObject({ status: 'ok', result: { matches: [], code: '70099' } })
    expect(reply.card).toMatchObject({ tone: 'warn', title: 'Error code 70099: not known' })
  })

  test('no code', async () => {
    const reply = await ask('im error hello there')
    expect(reply).toMatchObject({ status: 'usage', visibility: 'private' })
    expect(reply.error).toBe('I found no error code in that. The right form: /im error <code> [--vendor VENDOR]')
  })
})

describe('im.apps', () => {
  const apps = [
    testApp('prod', { previousSecretKeys: [new Secret('an older key of the app')], publicKey: 'a public key' }),
    testApp('test', { sdkAppId: 20_000_001, region: 'singapore', push: 'self-integrated' }),
  ]

  test('names them, and no secret', async () => {
    const reply = await ask('im apps', { apps })
    expect(reply).toMatchObject({ command: 'im.apps', status: 'ok', visibility: 'private' })
    expect(reply.result).toStrictEqual({
      defaultApp: 'prod',
      apps: [
        {
          name: 'prod',
          sdkAppId: 1_400_000_010,
          region: 'china',
          push: 'timpush',
          administrators: ['administrator'],
          previousKeys: 1,
          default: true,
          simulated: false,
        },
        {
          name: 'test',
          sdkAppId: 20_000_001,
          region: 'singapore',
          push: 'self-integrated',
          administrators: ['administrator'],
          previousKeys: 0,
          default: false,
          simulated: false,
        },
      ],
    })
    for (const secret of [TEST_APPS[0]?.secretKey.reveal() ?? '?', 'an older key of the app'])
      expect(JSON.stringify(reply)).not.toContain(secret)
  })

  test('says which is the default, in the marks of the language', async () => {
    expect(textOf(await ask('im apps', { apps }))).toContain('prod (default)')
    expect(textOf(await ask('im apps', { apps }, { locale: 'zh' }))).toContain('prod（默认）')
  })
})

describe('im.help', () => {
  test('of everything', async () => {
    const reply = await ask('im help')
    expect(reply).toMatchObject({ command: 'im.help', status: 'ok', visibility: 'private' })
    expect(reply.result).toMatchObject({ commands: COMMANDS.map(({ id }) => ({ command: id })) })
    for (const { family, group, name } of COMMANDS) expect(textOf(reply)).toContain(`/${family} ${group ?? name}`)
  })

  test.each([
    ['im help usersig verify', ['usersig.verify']],
    ['im help /usersig verify', ['usersig.verify']],
    ['im help usersig.verify', ['usersig.verify']],
    ['im help verify', ['usersig.verify']],
    ['im help VERIFY', ['usersig.verify']],
    ['im help usersig', ['usersig.verify', 'usersig.inspect', 'usersig.generate']],
    ['usersig', ['usersig.verify', 'usersig.inspect', 'usersig.generate']],
    ['usersig verify --help', ['usersig.verify']],
  ])('%s', async (text, ids) => {
    expect(await ask(text)).toMatchObject({ status: 'ok', result: { commands: ids.map((command) => ({ command })) } })
  })

  test('of one command shows its form, its arguments and examples', async () => {
    const text = textOf(await ask('im help usersig generate'))
    expect(text).toContain('/usersig generate <user> [--ttl DURATION] [--app APP]')
    expect(text).toContain('/usersig generate alice --ttl 7d')
    expect(text).toContain('Needs the role admin.')
  })

  test('of something else offers the closest', async () => {
    const reply = await ask('im help verfy')
    expect(reply).toMatchObject({ status: 'usage', command: 'im.help' })
    expect(reply.error).toContain('There is no command verfy.')
  })
})

describe('what cannot be read', () => {
  test('a greeting to nothing', async () => {
    const reply = await ask('@IM Doctor')
    expect(reply).toMatchObject({ status: 'usage', visibility: 'private', command: null })
    expect(reply.card.title).toBe('How can I help?')
  })

  test('a question gets the closest commands, never silence', async () => {
    const reply = await ask('the signature is broken')
    expect(reply).toMatchObject({ status: 'usage', visibility: 'private', command: null })
    expect(reply.error).toBe('Try: /usersig verify <user> <sig> [--app APP] [--at TIME]')
    expect(textOf(reply)).toContain('/usersig verify alice')
  })

  test('one with nothing near it gets the three most usual', async () => {
    const { card } = await ask('please water the plants')
    expect(card.blocks[1]).toEqual({ kind: 'code', text: '/push why alice\n/im status alice\n/im error 70009' })
  })

  test('every usage error shows the right form', async () => {
    for (const text of [
      'usersig verify',
      'usersig nope',
      'usersig verify alice',
      'usersig verify "a',
      'im nope',
      'hm?',
    ])
      expect((await ask(text)).error).toMatch(/\/(?:usersig|im) \w+ </)
  })

  test('marks in what a person typed stay letters', async () => {
    const { card } = await ask('usersig <@U1>*x*')
    expect(card.blocks[0]).toEqual({
      kind: 'text',
      text: ['Unknown command ', { kind: 'code', value: '/usersig <@U1>*x*' }, '. Did you mean:'],
    })
  })
})
