import { afterEach, describe, expect, test } from 'vitest'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import { plainText } from '../../src/bot/cards/plain-text.ts'
import type { Access, App } from '../../src/bot/services.ts'
import type { PushVendors } from '../../src/diagnostics/ports/push-vendors.ts'
import { actor, EVERYONE, people } from '../support/bot.ts'
import {
  accepted,
  certificate,
  DAY,
  device,
  IPHONE_TOKEN,
  refused,
  unanswered,
  XIAOMI_KEY,
} from '../support/push-case.ts'
import { fakeVendors } from '../support/push-ports.ts'
import { checkOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld, type Speaker } from '../support/push-world.ts'

const [demo] = demoApps()
const ACCESS: Access = {
  configured: true,
  members: { viewer: EVERYONE, operator: people('slack:OPERATOR'), admin: people('slack:ADMIN') },
}
const OPERATOR = actor('OPERATOR')
const TERMINAL = {
  actor: actor('owner', { platform: 'terminal', owner: true }),
  place: { kind: 'terminal', id: 'terminal', thread: null },
} as const
const SEND = 'Send the test push'
/** As a vendor might repeat one. */
const LEAKED = '740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387462c7eaf61bb78ad'
const END = IPHONE_TOKEN.slice(-4)

let world: PushWorld
afterEach(() => world.close())

async function open(vendors: Partial<PushVendors> = {}, changes: Partial<App> = {}) {
  const sent: string[] = []
  const app: App = { ...demo, push: 'self-integrated', certificates: [certificate()], ...changes }
  world = await openPushWorld({
    apps: [app],
    pasts: false,
    vendors: fakeVendors({
      ...vendors,
      sendTest: (credential, token, text, signal) => {
        sent.push(`${credential.vendor}: ${text.title}, ${text.text}`)
        return fakeVendors(vendors).sendTest(credential, token, text, signal)
      },
    }),
  })
  await world.store.devices.replace(app.sdkAppId, 'alice', 'registry', [device({ seenAt: world.now() - DAY })])
  const bot: Speaker = world.speaker({ access: ACCESS })
  return { bot, sent }
}

describe('push check by the vendor itself', () => {
  test('in chat: a quiet question, what will be shown, and after the button one notification', async () => {
    const { bot, sent } = await open()
    const asked = await bot.ask('/push check alice', { actor: OPERATOR })
    expect(sent).toEqual([])
    for (const said of [
      'real notification',
      'iPhone 15',
      'Notifications',
      'the support team is looking into',
      '✅ accepted',
    ])
      expect(asked.json.card.text).toContain(said)
    expect(asked.json.result).toMatchObject({
      confirmed: false,
      probes: [{ certificateId: '11', outcome: 'accepted' }],
    })
    const key = bot.button(asked.reply, SEND, OPERATOR)
    const [one, other] = await Promise.all([bot.press(key, { actor: OPERATOR }), bot.press(key, { actor: OPERATOR })])
    expect(sent).toHaveLength(1)
    expect([one, other].filter(({ json }) => checkOf(json).outcome === 'accepted')).toHaveLength(1)
    const again = await bot.press(key, { actor: OPERATOR })
    expect(again.json.card.text).toContain('is not sent again')
    expect(sent).toHaveLength(1)
  })

  test('at a terminal with --yes, of the certificate that is named', async () => {
    const { bot, sent } = await open({}, { push: 'timpush' })
    expect((await bot.ask('/push check alice 11', TERMINAL)).json.status).toBe('usage')
    const { json } = await bot.ask('/push check alice 11 --yes', TERMINAL)
    expect(checkOf(json).outcome).toBe('accepted')
    expect(json.card.text).toContain('Accepted is not delivered')
    expect(sent).toHaveLength(1)
    expect(world.calls('timpush/batch')).toEqual([])
  })

  test.each([
    ['too many questions', unanswered('busy', 429)],
    ['its quota', refused('QUOTA_EXCEEDED', { about: 'quota' })],
  ])('a vendor that is over its limit (%s) is left alone', async (_name, reply) => {
    const { bot } = await open({ probeToken: () => Promise.resolve(reply) })
    const { reply: asked, json } = await bot.ask('/push check alice', { actor: OPERATOR })
    expect(asked.card.actions).toEqual([])
    expect(json.card.text).toContain('limit is reached')
  })

  test('refused: the vendor’s word and what it means', async () => {
    const { bot } = await open({ sendTest: () => Promise.resolve(refused('Unregistered', { http: 410 })) })
    const { json } = await bot.ask('/push check alice --yes', TERMINAL)
    expect(checkOf(json)).toMatchObject({ outcome: 'failed', findings: [{ code: 'token-invalid' }] })
    expect(JSON.stringify(json)).not.toContain(IPHONE_TOKEN)
  })

  test('where the device is gone by the time of the button, nothing goes to all devices instead', async () => {
    const { bot, sent } = await open({}, { push: 'timpush' })
    const asked = await bot.ask('/push check alice 11', { actor: OPERATOR })
    const key = bot.button(asked.reply, SEND, OPERATOR)
    await world.store.devices.forget(demo.sdkAppId, 'alice', 'registry', null)
    const pressed = await bot.press(key, { actor: OPERATOR })
    expect(pressed.json).toMatchObject({ status: 'usage' })
    expect(pressed.json.error).toContain('certificate 11')
    expect(sent).toEqual([])
    expect(world.calls('timpush/batch')).toEqual([])
  })
})

describe('push token', () => {
  test.each([IPHONE_TOKEN, `"${IPHONE_TOKEN}"`, `\`${IPHONE_TOKEN}\``, `<${IPHONE_TOKEN}>`])('%s', async (given) => {
    const { bot } = await open()
    const { reply, json } = await bot.ask(`/push token ${given}`)
    expect(json).toMatchObject({
      status: 'ok',
      visibility: 'private',
      result: { token: `…${END}`, shapes: [{ vendor: 'apns', sure: true }], probes: [{ outcome: 'accepted' }] },
      card: { tone: 'good' },
    })
    const everything = JSON.stringify([reply, json, bot.audit])
    expect(everything).not.toContain(IPHONE_TOKEN.slice(0, 16))
    expect(reply.publicCard).not.toBeNull()
  })

  test.each([
    ['refused', refused('Unregistered'), 'bad'],
    ['of the other environment', accepted({ otherEnvironment: true }), 'warn'],
    ['unanswered', unanswered('timeout'), 'warn'],
  ] as const)('%s', async (_name, reply, tone) => {
    const { bot } = await open({ probeToken: () => Promise.resolve(reply) })
    expect((await bot.ask(`/push token ${IPHONE_TOKEN}`)).json.card.tone).toBe(tone)
  })

  test('in a person’s own words, and what is no token', async () => {
    const { bot } = await open()
    expect((await bot.ask(`这个 token 是哪家的 ${IPHONE_TOKEN}`)).json).toMatchObject({
      command: 'push.token',
      status: 'ok',
    })
    for (const junk of ['x', '""', '🙂🙂🙂', 'hello there my friend'])
      expect((await bot.ask(`/push token ${junk}`)).json).toMatchObject({
        command: 'push.token',
        visibility: 'private',
      })
  })
})

describe('im certificates', () => {
  const certificates = [
    certificate({ expiresAt: Date.UTC(2026, 11, 1) }),
    certificate({ id: '22', vendor: 'xiaomi', environment: null, credential: XIAOMI_KEY }),
    certificate({ id: '33', vendor: 'oppo', environment: null, credential: null }),
  ]

  test('what vendors say, when they end, and what was accepted before', async () => {
    let reply = accepted()
    const { bot } = await open({ probeCredential: () => Promise.resolve(reply) }, { certificates })
    const first = await bot.ask('/im certificates')
    const at = new Date(world.now()).toISOString()
    expect(first.json).toMatchObject({
      status: 'ok',
      visibility: 'public',
      card: { tone: 'warn' },
      result: {
        certificates: [
          { id: '11', outcome: 'accepted', expiresInDays: 5, lastSuccessAt: at },
          { id: '22', outcome: 'accepted', expiresInDays: null, lastSuccessAt: at },
          { id: '33', outcome: 'not-asked', lastSuccessAt: null },
        ],
        warnings: [{ code: 'expires-soon', certificateId: '11', expiresInDays: 5 }],
      },
    })
    reply = refused('InvalidProviderToken', { http: 403, info: `bad ${LEAKED}` })
    world.pass(DAY)
    const second = await bot.ask('/im certificates')
    expect(second.json).toMatchObject({
      card: { tone: 'bad' },
      result: { certificates: [{ outcome: 'refused', lastSuccessAt: at }, { lastSuccessAt: at }, {}] },
    })
    expect(JSON.stringify(second.json)).not.toContain(LEAKED)
  })

  test.each([
    ['all accepted', accepted(), 'good'],
    ['no answer', unanswered('timeout'), 'warn'],
    ['refused', refused('BadCertificate'), 'bad'],
  ] as const)('%s', async (_name, reply, tone) => {
    const { bot } = await open({ probeCredential: () => Promise.resolve(reply) })
    expect((await bot.ask('/im certificates')).json.card.tone).toBe(tone)
  })

  test.each(['en', 'zh'] as const)('reads well in %s', async (locale) => {
    const { bot } = await open({ probeCredential: () => Promise.resolve(refused('BadCertificate')) }, { certificates })
    for (const text of ['/im certificates', `/push token ${IPHONE_TOKEN}`]) {
      const { reply } = await bot.ask(text, { locale })
      const said = plainText(reply.card, { locale, timeZone: null, now: world.now() })
      expect(said).not.toMatch(/undefined|\bnull\b|\[object| {2,}\S| [，。：；）]|[：（] |\p{Script=Han}[,:;]/u)
    }
  })
})
