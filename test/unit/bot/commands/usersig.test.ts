import { describe, expect, test } from 'vitest'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { exampleSig } from '../../../support/examples.ts'
import {
  actor,
  call,
  EXAMPLE_KEY,
  EXAMPLE_TIME,
  request,
  testApp,
  testBot,
  TEST_APPS,
  words,
} from '../../../support/bot.ts'
import type { TestBotOptions } from '../../../support/bot.ts'
import type { Request } from '../../../../src/bot/request.ts'

const SIG = exampleSig('ex-01')
const ISSUED = 1_750_000_000_000
const DAY = 86_400

const owner = actor('owner', { platform: 'terminal', owner: true })

async function ask(text: string, options: TestBotOptions = {}, changes: Partial<Request> = {}) {
  const reply = await testBot(options).bot.answer(request(words(text), { actor: owner, ...changes }))
  if (reply === null) throw new Error('no answer')
  return reply
}

async function send(command: string, args: Record<string, unknown>, options: TestBotOptions = {}) {
  const { bot, defects } = testBot(options)
  const reply = await bot.answer(request(call(command, args), { actor: owner }))
  if (reply === null) throw new Error('no answer')
  expect(defects).toEqual([])
  return reply
}

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string

/** Every finding in the shape of the contract. */
const finding = (code: string, severity: string, imErrorCodes: unknown = expect.any(Array)) =>
  expect.objectContaining({
    code,
    severity,
    message: expect.stringMatching(/\S/) as string,
    remedy: expect.stringMatching(/\S/) as string,
    imErrorCodes,
  }) as unknown

describe('usersig.verify', () => {
  test('a good one, in the shape of the contract', async () => {
    const reply = await ask(`usersig verify demo_user ${SIG}`)
    expect(reply).toMatchObject({ command: 'usersig.verify', status: 'ok', visibility: 'private', error: null })
    expect(reply.result).toStrictEqual({
      verdict: 'valid',
      version: '2.0',
      app: 'prod',
      sdkAppId: 1_400_000_010,
      userId: 'demo_user',
      issuedAt: '2025-06-15T15:06:40.000Z',
      expiresAt: '2025-06-16T15:06:40.000Z',
      ttlSeconds: DAY,
      remainingSeconds: DAY - 100,
      userbuf: null,
      findings: [],
    })
    expect(reply.card).toMatchObject({ tone: 'good', title: 'UserSig of demo_user: valid' })
  })

  test('another user', async () => {
    const reply = await ask(`usersig verify alice ${SIG}`)
    expect(reply.result).toMatchObject({ verdict: 'invalid', userId: 'demo_user' })
    expect(reply.result).toHaveProperty('findings', [finding('wrong-userid', 'error', [70013])])
    expect(reply.card.tone).toBe('bad')
  })

  test('the finding is in the language of the answer', async () => {
    const { result } = await ask(`usersig verify alice ${SIG}`, {}, { locale: 'zh' })
    expect(result).toHaveProperty('findings.0.message', expect.stringContaining('不是 alice'))
  })

  test.each([
    ['ISO 8601', '2025-06-17T15:06:40Z', 'invalid'],
    ['ISO 8601 with a zone', '2025-06-16T23:06:00+08:00', 'valid'],
    ['UNIX seconds', '1750172800', 'invalid'],
    ['UNIX seconds, early enough', '1750000001', 'valid'],
  ])('at another time, as %s', async (_, at, verdict) => {
    const reply = await ask(`usersig verify demo_user ${SIG} --at ${at}`)
    expect(reply.result).toMatchObject({ verdict })
    expect(JSON.stringify(reply.card)).toContain('"As of "')
    // "3 days ago" is said from now on, which is not the time in question.
    expect(JSON.stringify(reply.card)).not.toContain('relative')
  })

  test('remaining seconds are those at that time', async () => {
    const { result } = await ask(`usersig verify demo_user ${SIG} --at ${1_750_000_000 + DAY + 60}`)
    expect(result).toMatchObject({ remainingSeconds: -60 })
    expect(result).toHaveProperty('findings', [finding('expired', 'error', expect.arrayContaining([70001]))])
  })

  test('without a key for its app it cannot be verified, and says what it says', async () => {
    const { result, card } = await ask(`usersig verify demo_user ${SIG}`, { apps: TEST_APPS.slice(1) })
    expect(result).toMatchObject({ verdict: 'unverifiable', app: null, sdkAppId: 1_400_000_010, userId: 'demo_user' })
    expect(card.tone).toBe('warn')
  })

  test('with blanks around it', async () => {
    expect(await ask(`usersig verify demo_user "  ${SIG}\n"`)).toMatchObject({ result: { verdict: 'valid' } })
  })

  test('of the simulated app, it says so', async () => {
    const apps = TEST_APPS.map((app) => ({ ...app, simulated: true }))
    expect(JSON.stringify((await ask(`usersig verify demo_user ${SIG}`, { apps })).card)).toContain('simulated app')
    expect(JSON.stringify((await ask(`usersig verify demo_user ${SIG}`)).card)).not.toContain('simulated app')
  })

  test('no card, public card or result holds the signature', async () => {
    for (const sig of [SIG, SIG.slice(0, -9), SIG.replace('r', 'R'), 'b33b3ed1'.repeat(8), `${SIG}${SIG}`]) {
      const reply = await ask(`usersig verify demo_user ${sig}`)
      expect(JSON.stringify(reply)).not.toContain(sig.slice(0, 20))
      expect(reply.publicCard).not.toBeNull()
      expect(reply.publicCard?.actions).toEqual([])
    }
  })

  test('a key in the place of the user is not repeated', async () => {
    const key = TEST_APPS[1]?.secretKey.reveal() ?? ''
    const reply = await ask(`usersig verify ${key} ${SIG}`)
    expect(JSON.stringify(reply.result)).toContain('looks-like-secret-key')
    expect(JSON.stringify(reply)).not.toContain(key.slice(0, 12))
  })

  test('a user id with marks is shown letter by letter', async () => {
    const user = '`*<@U1>"'
    const { card } = await send('usersig.verify', { user, sig: SIG })
    expect(card.title).toBe(`UserSig of ${user}: not valid`)
  })
})

describe('usersig.inspect', () => {
  test('tells what is in it', async () => {
    const reply = await ask(`usersig inspect ${SIG}`)
    expect(reply).toMatchObject({ command: 'usersig.inspect', status: 'ok', visibility: 'private' })
    expect(reply.result).toMatchObject({ verdict: 'valid', app: 'prod', userId: 'demo_user', findings: [] })
  })

  test('reads the ticket inside', async () => {
    const { result, card } = await ask(`usersig inspect ${exampleSig('ex-06')}`)
    expect(result).toHaveProperty('userbuf', {
      kind: 'private-map-key',
      account: 'demo_user',
      sdkAppId: 1_400_000_010,
      room: 4321,
      roomKind: 'number',
      expiresAt: isoTime,
      privilegeMap: 255,
      privileges: expect.arrayContaining(['create-room', 'receive-substream']) as string[],
    })
    expect(JSON.stringify(card)).toContain('everything (255)')
  })

  test('of a text that is none', async () => {
    const reply = await ask('usersig inspect hello')
    expect(reply).toMatchObject({ status: 'ok', result: { verdict: 'invalid', userId: null, sdkAppId: null } })
    expect(reply.card.title).toBe('Not a valid UserSig')
  })
})

describe('the app', () => {
  const other = exampleSig('ex-03')

  test.each([
    ['named', `usersig verify 示例用户 ${other} --app staging`],
    ['by its SDKAppID', `usersig verify 示例用户 ${other} --app 1600000010`],
  ])('%s', async (_, text) => {
    expect(await ask(text)).toMatchObject({ result: { verdict: 'valid', app: 'staging' } })
  })

  test('of the channel', async () => {
    const [prod, staging] = TEST_APPS
    if (prod === undefined || staging === undefined) throw new Error('there are two test apps')
    const apps = [prod, { ...staging, channels: ['C-STAGING'] }]
    const place = { kind: 'channel', id: 'C-STAGING', thread: null } as const
    expect(await ask('usersig generate alice', { apps }, { place })).toMatchObject({ result: { app: 'staging' } })
    expect(await ask('usersig generate alice --app prod', { apps }, { place })).toMatchObject({
      result: { app: 'prod' },
    })
  })

  test('left out is the default one', async () => {
    expect(await ask('usersig generate alice')).toMatchObject({ result: { app: 'prod' } })
  })

  test.each(['verify alice eJw', 'inspect eJw', 'generate alice'])('unknown: %s', async (text) => {
    const reply = await ask(`usersig ${text} --app stagign`)
    expect(reply).toMatchObject({ status: 'usage', result: null })
    expect(reply.error).toMatch(
      /^There is no app stagign. Did you mean staging\? Configured: prod, staging. The right form: \/usersig \w+ <.*>/,
    )
  })
})

describe('usersig.generate', () => {
  test('the shape of the contract', async () => {
    const { result, ...reply } = await ask('usersig generate alice')
    expect(reply).toMatchObject({ command: 'usersig.generate', status: 'ok', visibility: 'private', publicCard: null })
    expect(result).toMatchObject({
      app: 'prod',
      sdkAppId: 1_400_000_010,
      userId: 'alice',
      sig: expect.stringMatching(/^eJ[A-Za-z0-9*_-]{100,}$/) as string,
      issuedAt: '2025-06-15T15:08:20.000Z',
      expiresAt: '2025-12-12T15:08:20.000Z',
      ttlSeconds: 180 * DAY,
      userbuf: null,
    })
  })

  test('what it makes is good', async () => {
    const made = (await ask('usersig generate "li lei" --ttl 7d')).result as { sig: string }
    expect(await ask(`usersig verify "li lei" ${made.sig}`)).toMatchObject({
      result: { verdict: 'valid', ttlSeconds: 7 * DAY },
    })
  })

  test('for a room', async () => {
    const { result, card } = await ask(
      'usersig generate alice --ttl 5m --room 4321 --privileges enter-room,receive-audio',
    )
    expect(result).toMatchObject({
      userbuf: { room: 4321, roomKind: 'number', privileges: ['enter-room', 'receive-audio'], privilegeMap: 10 },
      warnings: [],
    })
    expect(card).toMatchObject({ tone: 'good', title: 'New PrivateMapKey for alice' })
  })

  test.each([
    ['lobby', { room: 'lobby', roomKind: 'name' }],
    ['name:4321', { room: '4321', roomKind: 'name' }],
  ])('for the room %s', async (room, userbuf) => {
    expect(await ask(`usersig generate alice --room ${room} --privileges all`)).toMatchObject({ result: { userbuf } })
  })

  test.each([
    ['--ttl 400d', 'long-lived', '400 days'],
    ['--ttl 1h', 'short-lived', '1 hour'],
  ])('warns of %s', async (option, code, told) => {
    const { result, card } = await ask(`usersig generate alice ${option}`)
    expect(result).toHaveProperty('warnings', [{ code, message: expect.stringContaining(told) as string }])
    expect(card.tone).toBe('warn')
  })

  test.each([
    ['alice --ttl 0', 'The lifetime must be at least one second.'],
    ['alice --ttl 11y', 'The lifetime is over the maximum of 10 years'],
    ['alice --ttl 999999999999y', 'The lifetime is over the maximum of 10 years'],
    ['alice --ttl soon', 'soon is not a duration.'],
    ['administrator', 'administrator is an administrator of the app.'],
    [`"${'字'.repeat(11)}"`, 'The UserID has 33 bytes; Tencent takes at most 32.'],
    ['"a\u0007b"', 'The UserID contains control characters.'],
    ['alice --room 4321', 'A room needs --privileges as well'],
    ['alice --privileges all', 'Privileges go with a room: add --room.'],
    ['alice --room 0 --privileges all', 'The room is not valid'],
    ['alice --room 4294967296 --privileges all', 'The room is not valid'],
    ['alice --room 1 --privileges fly', 'fly is not a right.'],
    ['', 'user is missing.'],
    ['"   "', 'user is missing.'],
    [`"${'a'.repeat(101)}"`, 'user is longer than 100 characters.'],
  ])('refuses %s', async (text, told) => {
    const reply = await ask(`usersig generate ${text}`)
    expect(reply).toMatchObject({ status: 'usage', result: null, command: 'usersig.generate' })
    expect(reply.error).toContain(told)
    expect(reply.error).toContain('The right form: /usersig generate <user>')
  })

  test('the configuration may lower the longest lifetime, and the usual one with it', async () => {
    const apps = [testApp('prod', { maxTtlSeconds: 7 * DAY })]
    expect(await ask('usersig generate alice', { apps })).toMatchObject({ result: { ttlSeconds: 7 * DAY } })
    const reply = await ask('usersig generate alice --ttl 8d', { apps })
    expect(reply.error).toContain('over the maximum of 7 days')
  })

  test('the configuration may allow administrators', async () => {
    const apps = [testApp('prod', { allowAdministratorUsersig: true })]
    expect(await ask('usersig generate administrator', { apps })).toMatchObject({ status: 'ok' })
  })

  test('a key that cannot be used', async () => {
    const apps = [testApp('prod', { secretKey: new Secret(' ') })]
    const reply = await ask('usersig generate alice', { apps })
    expect(reply.error).toContain('cannot be used')
  })
})

describe('structured calls', () => {
  const good = { user: 'demo_user', sig: SIG }

  test('take the names of the words, and numbers where a number is meant', async () => {
    expect(await send('usersig.verify', { ...good, app: 'prod', at: ISSUED / 1000 })).toMatchObject({
      result: { verdict: 'valid', remainingSeconds: DAY },
    })
    expect(await send('usersig.generate', { user: 42, ttl: 3600 })).toMatchObject({
      result: { userId: '42', ttlSeconds: 3600 },
    })
  })

  test.each([
    ['null and empty options are left out', { ...good, app: null, at: '' }],
    ['blank options too', { ...good, app: '  ' }],
    ['an own __proto__ is not looked at', JSON.parse(`{"user":"demo_user","sig":"${SIG}"}`) as Record<string, unknown>],
  ])('%s', async (_, args) => {
    expect(await send('usersig.verify', args)).toMatchObject({ status: 'ok', result: { verdict: 'valid' } })
  })

  test('an empty signature is judged', async () => {
    const { result } = await send('usersig.verify', { user: 'alice', sig: '' })
    expect(result).toMatchObject({ verdict: 'invalid', findings: [{ code: 'empty' }] })
  })

  test.each([
    ['no signature', { user: 'alice' }, 'sig is missing.'],
    ['nothing at all', {}, 'user is missing. sig is missing.'],
    ['null', { user: null, sig: SIG }, 'user is missing.'],
    ['an empty user', { user: '', sig: SIG }, 'user is missing.'],
    ['a yes-or-no', { user: true, sig: SIG }, 'user must be a text.'],
    ['an object', { user: { id: 'alice' }, sig: SIG }, 'user must be a text.'],
    ['a list', { user: ['alice'], sig: SIG }, 'user must be a text.'],
    ['an object that cannot be printed', { user: { toString: 1 }, sig: { toString: 1 } }, 'user must be a text.'],
    ['a number as a signature', { user: 'alice', sig: 5 }, 'sig must be a text.'],
    ['a time that is none', { ...good, at: 'yesterday' }, 'yesterday is not a time.'],
    ['an object as a time', { ...good, at: { toString: 1 } }, 'at must be a text.'],
    ['an unknown argument', { ...good, apps: 'prod' }, 'apps is not an option here. Did you mean app?'],
    ['an inherited name', { ...good, constructor: 'x' }, 'constructor is not an option here.'],
  ])('%s', async (_, args, told) => {
    const reply = await send('usersig.verify', args)
    expect(reply).toMatchObject({ status: 'usage', visibility: 'private', command: 'usersig.verify', result: null })
    expect(reply.error).toContain(told)
    expect(reply.error).toContain('The right form: /usersig verify <user> <sig>')
    expect(JSON.stringify(reply)).not.toContain(SIG.slice(0, 20))
  })

  test('of a __proto__ key nothing comes', async () => {
    const args = JSON.parse(`{"__proto__":{"user":"mallory"},"sig":"${SIG}"}`) as Record<string, unknown>
    expect(await send('usersig.verify', args)).toMatchObject({ status: 'usage' })
  })

  test('an unknown command', async () => {
    const reply = await send('usersig.verfy', {})
    expect(reply).toMatchObject({ status: 'usage', command: null })
    expect(reply.error).toBe(
      'There is no command usersig.verfy. Closest to it: /usersig verify <user> <sig> [--app APP] [--at TIME]',
    )
  })

  test('a signature of any length is bounded work', async () => {
    const { result } = await send('usersig.verify', { user: 'alice', sig: 'eJ'.repeat(500_000) })
    expect(result).toMatchObject({ verdict: 'invalid', findings: [{ code: 'too-long' }] })
  })
})

test('the test key is that of the examples', () => {
  expect(TEST_APPS[0]?.secretKey.reveal()).toBe(EXAMPLE_KEY)
  expect(EXAMPLE_TIME - ISSUED).toBe(100_000)
})
