import { describe, expect, test } from 'vitest'
import type { Action } from '../../../src/bot/card.ts'
import { createDispatch } from '../../../src/bot/dispatch.ts'
import { createFindSecrets } from '../../../src/bot/policy/find-secrets.ts'
import { createKeptActions } from '../../../src/bot/policy/kept-actions.ts'
import { COMMANDS } from '../../../src/bot/registry.ts'
import type { Command } from '../../../src/bot/command.ts'
import type { Audit } from '../../../src/bot/ports/audit.ts'
import type { Access } from '../../../src/bot/services.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { fingerprint } from '../../../src/diagnostics/usersig/fingerprint.ts'
import { exampleSig } from '../../support/examples.ts'
import {
  actor,
  call,
  EVERYONE,
  EXAMPLE_TIME,
  NO_ACCESS_SECTION,
  NOBODY,
  people,
  request,
  TEST_APPS,
  testBot,
  words,
} from '../../support/bot.ts'

const SIG = exampleSig('ex-01')
const VERIFY = words(`usersig verify demo_user ${SIG}`)
const GENERATE = words('usersig generate alice')

const OWNER = actor('owner', { platform: 'terminal', owner: true })
const TERMINAL = { kind: 'terminal', id: 'terminal', thread: null } as const

const ROLES: Access = {
  configured: true,
  members: {
    viewer: EVERYONE,
    operator: people('slack:OP'),
    admin: { everyone: false, users: new Set(['slack:ADMIN']), groups: new Set(['slack:S-ADMINS', 'discord:99']) },
  },
}

describe('once', () => {
  test('a redelivery is not answered', async () => {
    const { bot, audit } = testBot()
    const first = request(VERIFY, { id: 'event-1' })
    expect(await bot.answer(first)).not.toBeNull()
    expect(await bot.answer({ ...first })).toBeNull()
    expect(audit).toHaveLength(1)
  })

  test('two deliveries at the same moment are answered once', async () => {
    const { bot } = testBot()
    const both = await Promise.all([1, 2].map(() => bot.answer(request(VERIFY, { id: 'event-2' }))))
    expect(both.filter((reply) => reply !== null)).toHaveLength(1)
  })

  test('an hour later the id is forgotten', async () => {
    let now = EXAMPLE_TIME
    const { bot } = testBot({ now: () => now })
    await bot.answer(request(VERIFY, { id: 'event-3' }))
    now += 3_600_001
    expect(await bot.answer(request(VERIFY, { id: 'event-3' }))).not.toBeNull()
  })
})

describe('roles', () => {
  test.each([
    ['a viewer', actor('U1'), 'denied'],
    ['an operator', actor('OP'), 'denied'],
    ['an admin', actor('ADMIN'), 'ok'],
    ['a member of an admin group', actor('U2', { groups: ['S-ADMINS'] }), 'ok'],
    ['a member of the role on Discord', actor('7', { platform: 'discord', groups: ['98', '99'] }), 'ok'],
    ['the same id on another platform', actor('ADMIN', { platform: 'discord' }), 'denied'],
    ['a group of the same id on another platform', actor('U3', { groups: ['99'] }), 'denied'],
    ['the owner of the machine', OWNER, 'ok'],
    ['somebody else at the terminal', actor('owner', { platform: 'terminal' }), 'denied'],
  ])('generation by %s: %s', async (_, who, status) => {
    const { bot } = testBot({ access: ROLES })
    expect(await bot.answer(request(GENERATE, { actor: who }))).toMatchObject({ status })
  })

  test('without an access section nobody may generate but the owner, and the reason says so', async () => {
    const { bot } = testBot({ access: NO_ACCESS_SECTION })
    const reply = await bot.answer(request(GENERATE))
    expect(reply).toMatchObject({ status: 'denied', visibility: 'private', command: 'usersig.generate' })
    expect(reply?.error).toContain('access')
    expect(await bot.answer(request(GENERATE, { actor: OWNER, place: TERMINAL }))).toMatchObject({ status: 'ok' })
    expect(await bot.answer(request(VERIFY))).toMatchObject({ status: 'ok' })
  })

  test('who is no viewer may not even look', async () => {
    const members = { viewer: people('slack:U9'), operator: NOBODY, admin: people('slack:ADMIN') }
    const { bot } = testBot({ access: { configured: true, members } })
    expect(await bot.answer(request(words('im apps')))).toMatchObject({ status: 'denied' })
    expect(await bot.answer(request(words('im apps'), { actor: actor('U9') }))).toMatchObject({ status: 'ok' })
    expect(await bot.answer(request(words('im apps'), { actor: actor('ADMIN') }))).toMatchObject({ status: 'ok' })
  })

  test.each(['usersig generate', 'usersig generate a b c', 'usersig generate alice --nope x', 'usersig generate "x'])(
    'the role comes before the form: %s',
    async (text) => {
      const { bot } = testBot({ access: ROLES })
      expect(await bot.answer(request(words(text)))).toMatchObject({ status: 'denied', command: 'usersig.generate' })
      expect(await bot.answer(request(words(text), { actor: actor('ADMIN') }))).toMatchObject({ status: 'usage' })
    },
  )
})

describe('too fast', () => {
  test('31 commands in a minute, for one person alone', async () => {
    let now = EXAMPLE_TIME
    const { bot, audit } = testBot({ commandsPerMinute: 30, now: () => now })
    for (let count = 0; count < 30; count++) {
      now += 100
      expect(await bot.answer(request(VERIFY))).toMatchObject({ status: 'ok' })
    }
    const reply = await bot.answer(request(words('what does 70009 mean?')))
    expect(reply).toMatchObject({ status: 'denied', visibility: 'private', confidential: true, publicCard: null })
    expect(reply?.card.title).toBe('One moment, please')
    expect(reply?.error).toMatch(/wait 5\d seconds/)
    expect(audit.at(-1)).toMatchObject({ status: 'denied', command: 'im.error', facts: { reason: 'too-fast' } })

    expect(await bot.answer(request(VERIFY, { actor: actor('U2') }))).toMatchObject({ status: 'ok' })
    expect(await bot.answer(request(VERIFY, { actor: actor('U1', { platform: 'discord' }) }))).toMatchObject({
      status: 'ok',
    })
    now += 60_001
    expect(await bot.answer(request(VERIFY))).toMatchObject({ status: 'ok' })
  })

  test('asking in vain does not make the wait longer', async () => {
    let now = EXAMPLE_TIME
    const { bot } = testBot({ commandsPerMinute: 1, now: () => now })
    await bot.answer(request(VERIFY))
    for (let count = 0; count < 59; count++) {
      now += 1000
      expect(await bot.answer(request(VERIFY))).toMatchObject({ status: 'denied' })
    }
    now += 1001
    expect(await bot.answer(request(VERIFY))).toMatchObject({ status: 'ok' })
  })

  test.each([
    ['the owner', { actor: OWNER }],
    ['whoever is asked for with --as', { place: TERMINAL }],
  ])('the terminal is not limited: %s', async (_, changes) => {
    const { bot } = testBot({ commandsPerMinute: 1 })
    for (let count = 0; count < 5; count++)
      expect(await bot.answer(request(VERIFY, changes))).toMatchObject({ status: 'ok' })
  })
})

describe('the audit line', () => {
  test('of an answer', async () => {
    const { bot, audit } = testBot()
    await bot.answer(request(VERIFY, { id: 'r1' }))
    expect(audit).toEqual([
      {
        request: 'r1',
        platform: 'slack',
        actor: 'U1',
        place: 'channel:C1',
        role: 'operator',
        command: 'usersig.verify',
        status: 'ok',
        milliseconds: 0,
        facts: { app: 'prod', user: 'demo_user', verdict: 'valid', findings: [], sig: fingerprint(SIG) },
      },
    ])
  })

  test('of a signature is the same however it was pasted', async () => {
    const { bot, audit } = testBot()
    await bot.answer(request(words(`usersig verify demo_user ${SIG.slice(0, 50)}\n${SIG.slice(50)}`)))
    expect(audit[0]?.facts['sig']).toBe(fingerprint(SIG))
  })

  test.each([
    ['usersig generate alice', OWNER, 'usersig.generate', 'ok'],
    ['usersig generate alice', actor('U1'), 'usersig.generate', 'denied'],
    ['usersig verify alice', actor('U1'), 'usersig.verify', 'usage'],
    ['usersig nothing', actor('U1'), null, 'usage'],
    ['im apps', actor('U1'), 'im.apps', 'ok'],
    ['what is going on', actor('U1'), null, 'usage'],
    ['error 70009', actor('U1'), 'im.error', 'ok'],
  ])('is written for %s', async (text, who, command, status) => {
    const { bot, audit } = testBot()
    await bot.answer(request(words(text), { actor: who }))
    expect(audit).toMatchObject([{ command, status, actor: who.id }])
  })

  test('never holds a signature or a key', async () => {
    const { bot, audit } = testBot()
    const key = TEST_APPS[0]?.secretKey.reveal() ?? ''
    for (const text of [
      `usersig verify demo_user ${SIG}`,
      `usersig verify ${SIG} demo_user`,
      `usersig verify ${key} ${SIG}`,
      `usersig ${SIG}`,
      `im ${SIG}`,
      `im error ${SIG}`,
      `im help ${SIG}`,
      `usersig generate alice ${SIG}`,
      `usersig verify demo_user ${SIG} --at ${SIG}`,
      `usersig verify demo_user ${SIG} --app ${SIG}`,
      SIG,
    ])
      await bot.answer(request(words(text), { actor: OWNER }))
    const made = await bot.answer(request(GENERATE, { actor: OWNER }))
    const written = JSON.stringify(audit)
    expect(written).not.toContain(SIG.slice(0, 20))
    expect(written).not.toContain(key.slice(0, 20))
    const { sig } = (made?.result ?? { sig: '' }) as { sig: string }
    expect(sig).toMatch(/^eJ/)
    expect(written).not.toContain(sig.slice(0, 20))
  })
})

describe('a defect', () => {
  const someCommand = COMMANDS.find(({ id }) => id === 'usersig.verify')
  if (someCommand === undefined) throw new Error('there is no usersig verify')
  const failing = { ...someCommand, run: () => Promise.reject(new Error('broken')) }

  function dispatching(commands: readonly Command[], audit: Audit) {
    const defects: unknown[] = []
    const answer = createDispatch({
      commands,
      secrets: createFindSecrets(TEST_APPS),
      kept: createKeptActions({ commands, newKey: () => 'key', buttons: async () => null }),
      deliveries: null,
      apps: { all: TEST_APPS, default: TEST_APPS[0] ?? (undefined as never) },
      world: async () => ({ ok: false, problem: 'this test has no outside' }),
      access: NO_ACCESS_SECTION,
      language: 'en',
      commandsPerMinute: 30,
      audit,
      now: () => EXAMPLE_TIME,
      onDefect: (error, id) => defects.push([String(error), id]),
    })
    return { answer, defects }
  }

  test('becomes a card with the number of the request', async () => {
    const audit: unknown[] = []
    const { answer, defects } = dispatching([failing], { write: (line) => audit.push(line) })
    const reply = await answer(request(VERIFY, { id: 'r-42', locale: 'zh' }))
    expect(reply).toMatchObject({ status: 'upstream', visibility: 'private', result: null, locale: 'zh' })
    expect(JSON.stringify(reply?.card)).toContain('r-42')
    expect(reply?.error).toContain('r-42')
    expect(defects).toEqual([['Error: broken', 'r-42']])
    expect(audit).toMatchObject([{ status: 'defect', command: 'usersig.verify', role: 'operator' }])
  })

  test('of the audit trail is told, and the person still gets the answer', async () => {
    const { answer, defects } = dispatching(COMMANDS, {
      write: () => {
        throw new Error('disk full')
      },
    })
    expect(await answer(request(VERIFY, { id: 'r-43' }))).toMatchObject({ status: 'ok' })
    expect(defects).toEqual([['Error: disk full', 'r-43']])
  })
})

describe('a pressed button', () => {
  const again: Action = {
    kind: 'run',
    label: 'again',
    style: 'default',
    intent: { command: 'im.apps', args: new Secret({}) },
  }

  test('runs what it was kept for', async () => {
    const { bot } = testBot()
    const key = bot.keep(again, actor('U1'))
    expect(key.length).toBeLessThanOrEqual(64)
    expect(await bot.answer(request({ kind: 'press', key }))).toMatchObject({ command: 'im.apps', status: 'ok' })
  })

  test('takes the same road as typed words', async () => {
    const { bot } = testBot()
    const generate: Action = { ...again, intent: { command: 'usersig.generate', args: new Secret({ user: 'alice' }) } }
    const key = bot.keep(generate, null)
    expect(await bot.answer(request({ kind: 'press', key }))).toMatchObject({ status: 'denied' })
  })

  test('shares a card that was already made', async () => {
    const { bot, audit } = testBot()
    const verified = await bot.answer(request(VERIFY))
    const [share] = verified?.card.actions ?? []
    if (share === undefined) throw new Error('the card has no button')
    const shared = await bot.answer(request({ kind: 'press', key: bot.keep(share, actor('U1')) }))
    expect(shared).toMatchObject({ status: 'ok', visibility: 'public', command: null })
    expect(shared?.card).toEqual(verified?.publicCard)
    expect(JSON.stringify(shared)).not.toContain(SIG.slice(0, 20))
    expect(audit.at(-1)).toMatchObject({ status: 'ok', facts: { action: 'share' } })
  })

  test('is for whoever asked', async () => {
    const { bot } = testBot()
    const key = bot.keep(again, actor('U1'))
    const reply = await bot.answer(request({ kind: 'press', key }, { actor: actor('U2') }))
    expect(reply).toMatchObject({ status: 'usage', visibility: 'private' })
    expect(reply?.error).toMatch(/belongs to the person who asked/)
    const anyone = bot.keep(again, null)
    expect(await bot.answer(request({ kind: 'press', key: anyone }, { actor: actor('U2') }))).toMatchObject({
      status: 'ok',
    })
  })

  test('is out of date after a day, or a restart', async () => {
    let now = EXAMPLE_TIME
    const { bot } = testBot({ now: () => now })
    const key = bot.keep(again, null)
    now += 86_400_001
    for (const pressed of [key, 'of another run']) {
      const reply = await bot.answer(request({ kind: 'press', key: pressed }))
      expect(reply).toMatchObject({ status: 'usage', visibility: 'private' })
      expect(reply?.error).toMatch(/out of date/)
    }
  })

  test('of which there are many, the oldest are forgotten', async () => {
    let keys = 0
    const newKey = () => `k${++keys}`
    const kept = createKeptActions({ commands: COMMANDS, newKey, buttons: async () => null })
    for (let count = 0; count < 5001; count++) kept.keep(again, null, count)
    const { signal } = new AbortController()
    expect(await kept.press('k1', actor('U1'), 5001, signal)).toEqual({ kind: 'out-of-date' })
    expect(await kept.press('k2', actor('U1'), 5001, signal)).toMatchObject({ kind: 'action' })
  })
})

describe('the language of the answer', () => {
  test.each([
    ["a question's own", 'what does 70009 mean?', 'zh', 'zh', 'en'],
    ["a question's own, in Chinese", '错误码 70003 是什么意思', 'en', 'en', 'zh'],
    ["the person's for a command", 'im apps', 'zh', 'en', 'zh'],
    ["the person's for a bare code", '70009', 'zh', 'en', 'zh'],
    ['the configured one where the platform says none', 'im apps', null, 'zh', 'zh'],
    ['that of a question that cannot be read', 'why does alice get no push?', 'zh', 'zh', 'en'],
    ['that of a Chinese question that cannot be read', '为什么 alice 收不到推送', 'en', 'en', 'zh'],
  ] as const)('%s', async (_, text, locale, language, expected) => {
    const { bot } = testBot({ language })
    expect(await bot.answer(request(words(text), { locale }))).toMatchObject({ locale: expected })
  })
})

describe('the plan', () => {
  const { bot } = testBot({ language: 'zh' })

  test.each([
    ['usersig verify', 'form'],
    ['usersig generate', 'form'],
    ['usersig inspect', 'form'],
    ['usersig verify alice', 'private'],
    [`usersig verify alice ${SIG}`, 'private'],
    ['im apps', 'private'],
    ['im error 70009', 'public'],
    ['what does 70009 mean?', 'public'],
    ['im nothing', 'private'],
    ['what is going on', 'private'],
    ['', 'private'],
  ])('for %s is %s', (text, expected) => {
    const plan = bot.plan(words(text), 'en')
    expect(plan.kind === 'form' ? 'form' : plan.visibility).toBe(expected)
  })

  test('for a call without arguments is a form, in the language of the person', () => {
    expect(bot.plan(call('usersig.verify', {}), 'en')).toMatchObject({ form: { title: 'Verify a UserSig' } })
    expect(bot.plan(call('usersig.verify', { user: '' }), null)).toMatchObject({ form: { title: '校验 UserSig' } })
    expect(bot.plan(call('usersig.verify', { user: 'alice' }), null)).toEqual({ kind: 'answer', visibility: 'private' })
  })

  test('for a button or a line that is no call is private', () => {
    expect(bot.plan({ kind: 'press', key: 'x' }, null)).toEqual({ kind: 'answer', visibility: 'private' })
    expect(bot.plan({ kind: 'unreadable', reason: { kind: 'not-json' } }, null)).toEqual({
      kind: 'answer',
      visibility: 'private',
    })
  })
})

describe('suggestions', () => {
  const { bot } = testBot()

  test.each([
    ['apps', '', ['prod', 'staging']],
    ['apps', 'ST', ['staging']],
    ['apps', 'prdo', ['prod']],
    ['commands', 'verify', ['usersig verify']],
    ['vendors', 'hua', ['huawei']],
    ['vendors', 'zzzz', []],
  ] as const)('%s for "%s"', (list, typed, expected) => {
    expect(bot.suggest(list, typed)).toEqual(expected)
  })
})
