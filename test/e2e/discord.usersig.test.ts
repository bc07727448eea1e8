import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { generateUsersig } from '../../src/diagnostics/usersig/generate-usersig.ts'
import { EVERYONE, EXAMPLE_TIME, NOBODY, TEST_APPS, testApp, testBot } from '../support/bot.ts'
import { buttonOf, readable, Rig, settled } from '../servers/discord/rig.ts'
import { IDS, person } from '../servers/discord/world.ts'
import { Secret } from '../../src/diagnostics/secret.ts'

const [prod = testApp('prod'), staging = testApp('staging')] = TEST_APPS
const wrongKey = testApp('prod', { secretKey: new Secret('0'.repeat(63) + '1') })

function sign(app: typeof prod, userId: string, changes: { now?: number; ttlSeconds?: number } = {}): string {
  const limits = { maxTtlSeconds: app.maxTtlSeconds, allowAdministrator: false }
  const made = generateUsersig({ app, userId, ttlSeconds: 86_400, now: EXAMPLE_TIME - 1000, limits, ...changes })
  if (made.kind !== 'generated') throw new Error('no signature for the test')
  return made.sig.reveal()
}

const valid = sign(prod, 'alice')
const expired = sign(prod, 'alice', { now: EXAMPLE_TIME - 10_000_000, ttlSeconds: 60 })
const signatures = [valid, expired, sign(staging, 'alice'), sign(wrongKey, 'alice')]

const admin = person('root', { roles: [IDS.adminRole] })
const alice = person('alice')
const xiaoming = person('xiaoming', { locale: 'zh-CN' })

let rig: Rig

beforeAll(async () => {
  const access = {
    configured: true,
    members: {
      viewer: EVERYONE,
      operator: NOBODY,
      admin: { everyone: false, users: new Set<string>(), groups: new Set([`discord:${IDS.adminRole}`]) },
    },
  }
  rig = await Rig.started({ bot: testBot({ access }).bot })
})

afterEach(() => {
  rig.assertClean(...signatures)
})

afterAll(async () => {
  await rig.close()
})

const verify = async (sig: string, who = alice, user = 'alice') =>
  settled(rig.act.slash(who, 'usersig verify', { user, sig }))

describe('/usersig verify', () => {
  it.each([
    ['valid', valid, '✅ OK', /valid/i],
    ['expired', expired, '❌ Problem', /expired/i],
    ['of another app', signatures[2] ?? '', '❌ Problem', /staging|1600000010/],
    ['signed with another key', signatures[3] ?? '', '❌ Problem', /key/i],
    ['damaged', `${valid.slice(0, 40)}${valid.slice(60)}`, '❌ Problem', /./],
  ])('tells one that is %s', async (_, sig, tone, said) => {
    const answer = await verify(sig)
    expect(answer.shown).toHaveLength(1)
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toContain(tone)
    expect(readable(answer)).toMatch(said)
    expect(readable(answer)).not.toContain(sig)
  })

  it('tells one of another user', async () => {
    const answer = await verify(valid, alice, 'bob')
    expect(readable(answer)).toContain('❌ Problem')
    expect(readable(answer)).toContain('`bob`')
  })

  it('answers in Chinese to a Chinese client', async () => {
    const answer = await verify(expired, xiaoming)
    expect(readable(answer)).toContain('❌ 有问题')
    expect(readable(answer)).toMatch(/过期/)
  })

  it('opens a form when it is called bare, and answers what is filled in', async () => {
    const opened = await settled(rig.act.slash(alice, 'usersig verify'))
    expect(opened.acknowledged).toBe(9)
    expect(
      opened.modal?.components.map(({ component }) => [component.custom_id, component.style, component.required]),
    ).toEqual([
      ['user', 1, true],
      ['sig', 2, true],
      ['app', 1, false],
      ['at', 1, false],
    ])
    const answer = await settled(
      rig.act.submit(alice, opened.modal?.custom_id ?? '', { user: 'alice', sig: valid, app: '', at: '' }),
    )
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toContain('✅ OK')
  })

  it('answers a form that is filled in wrongly, privately', async () => {
    const answer = await settled(rig.act.submit(alice, 'f1:usersig.verify', { user: '', sig: valid }))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toMatch(/user/)
  })

  it('shares the verdict for all to see, without the signature', async () => {
    const answer = await verify(valid)
    const shared = await settled(rig.act.press(alice, buttonOf(answer, 'Share without the signature')))
    expect(shared.shown[0]?.ephemeral).toBe(false)
    expect(readable(shared)).toContain(`Shared by <@${alice.id}>`)
    expect(readable(shared)).toContain('✅ OK')
  })

  it('lets nobody else press a private button', async () => {
    const answer = await verify(valid)
    const pressed = await settled(rig.act.press(xiaoming, buttonOf(answer, 'Share without the signature')))
    expect(pressed.shown[0]?.ephemeral).toBe(true)
    expect(readable(pressed)).not.toContain('Shared')
  })
})

describe('/usersig generate', () => {
  it('is refused to who may not', async () => {
    const answer = await settled(rig.act.slash(alice, 'usersig generate', { user: 'carol' }))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toMatch(/admin/)
    expect(readable(answer)).not.toContain('```')
  })

  it('gives the signature to who may, and to nobody else', async () => {
    const answer = await settled(rig.act.slash(admin, 'usersig generate', { user: 'carol', ttl: '1h' }))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    const [, made = ''] = /```\n(\S+)\n```/.exec(readable(answer)) ?? []
    expect(made).toMatch(/^eJ/)
    expect(rig.server.publicText).not.toContain(made)
    expect(rig.logs.join('\n')).not.toContain(made)
    const verdict = await verify(made, alice, 'carol')
    expect(readable(verdict)).toMatch(/valid/i)
  })
})

describe('"Verify this UserSig" on a message', () => {
  it('inspects the signature in it, and verifies it for a user who is then named', async () => {
    const answer = await settled(rig.act.messageMenu(alice, 'Verify this UserSig', `login fails with ${valid} :(`))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toContain('`alice`')
    const opened = await settled(rig.act.press(alice, buttonOf(answer, 'Verify for a user')))
    expect(opened.modal?.components.map(({ component }) => component.custom_id)).toEqual(['user', 'app', 'at'])
    expect(JSON.stringify(opened.modal)).not.toContain(valid)
    const verdict = await settled(rig.act.submit(alice, opened.modal?.custom_id ?? '', { user: 'bob' }))
    expect(readable(verdict)).toContain('❌ Problem')
    expect(readable(verdict)).toContain('`bob`')
  })

  it('heeds whose signature a message says that it is', async () => {
    const text = `userId: bob sig: ${valid}`
    const answer = await settled(rig.act.messageMenu(alice, 'Verify this UserSig', text))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toContain('❌ Problem')
    expect(readable(answer)).toContain('`bob`')
  })

  it('keeps the signature for the one who asked', async () => {
    const answer = await settled(rig.act.messageMenu(alice, 'Verify this UserSig', valid))
    const opened = await settled(rig.act.press(xiaoming, buttonOf(answer, 'Verify for a user')))
    expect(opened.modal).toBeNull()
    expect(readable(opened)).toBe('这个按钮只有提问的人能用。')
  })

  it('says when there is none', async () => {
    const answer = await settled(rig.act.messageMenu(alice, 'Verify this UserSig', 'why does alice get no push?'))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toMatch(/no UserSig/)
  })
})

describe('the rest', () => {
  it('offers apps while one types', async () => {
    const offered = await settled(rig.act.autocomplete(alice, 'usersig verify', 'app', 'sta'))
    expect(offered.choices).toEqual([{ name: 'staging', value: 'staging' }])
  })

  it('answers public commands in public', async () => {
    const answer = await settled(rig.act.slash(alice, 'im error', { code: '70009' }))
    expect(answer.shown[0]?.ephemeral).toBe(false)
    expect(readable(answer)).toContain('70009')
  })

  it.each([
    ['p1:gone', 'a key that is not kept'],
    ['push:retry:v0:x', 'another version'],
    ['o1:gone', 'a form that is not held'],
  ])('answers the button %s, of %s, politely', async (customId) => {
    const answer = await settled(rig.act.press(alice, customId))
    expect(answer.shown[0]?.ephemeral).toBe(true)
    expect(readable(answer)).toMatch(/out of date|no longer|again/i)
  })

  it('works in direct messages, too', async () => {
    const answer = await settled(
      rig.act.slash(alice, 'usersig verify', { user: 'alice', sig: valid }, { direct: true }),
    )
    expect(readable(answer)).toContain('✅ OK')
  })

  it('acknowledged all of it at once', () => {
    for (const record of rig.server.interactions.values()) expect(record.acknowledgedAfter).toBeLessThan(1000)
  })
})
