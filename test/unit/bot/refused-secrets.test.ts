import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/bot/cards/plain-text.ts'
import type { Input } from '../../../src/bot/request.ts'
import type { Locale } from '../../../src/bot/texts/locale.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { call, EXAMPLE_KEY, EXAMPLE_TIME, request, testApp, testBot, words } from '../../support/bot.ts'

const PREVIOUS = 'c0ffee00'.repeat(8)
const WEBHOOK = 'tk-webhook-2b7e151628aed2a6'
const APPS = [testApp('prod', { previousSecretKeys: [new Secret(PREVIOUS)], webhookToken: new Secret(WEBHOOK) })]
/** In parts, so that nobody takes them for real ones. */
const SLACK_BOT = ['xox', 'b-2152345678-4567890123456-AbCdEfGhIjKlMnOpQrStUvWx'].join('')
const SLACK_APP = ['xap', 'p-1-A0123456789-4567890123456-', '0123456789abcdef'.repeat(4)].join('')
const SLACK_CONFIG = ['xox', 'e.xox', 'p-1-Mi0yLTIxNTIzNDU2Nzg5MC00NTY3'].join('')
const DISCORD = ['MTEyMjMzNDQ1NTY2Nzc4ODk5', 'GaBcDe', 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789ab'].join('.')
const SECRET_ID = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE'
const SECRET_ID_ABROAD = 'IKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE'
const CLOUD_KEY = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'
const APNS = '5acf1be2520a16fc740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387'
const FCM = `dGVzdC1pbnN0YW5jZQ:APA91b${'Hq3_x-Z9'.repeat(16)}`
const HONOR = `BAEAAAAAB.${'jkAVaF8h2t'.repeat(8)}`
const OPPO = `OPPO_CN_${'0a1b2c3d'.repeat(4)}`
const XIAOMI = 'zl1xwkbJOXnEkw0aJ4XSYHRbYn7WcIhhqP2rLyNv/7Qp2FOYHxZEbU4s9UO0rrbK'
const GITHUB = ['gh', 'p_16C7e42F292c6912E7710c838347Ae178B4a'].join('')
const LEAKS = [EXAMPLE_KEY, PREVIOUS, WEBHOOK, SLACK_BOT, SLACK_APP, SLACK_CONFIG, DISCORD, SECRET_ID, JWT, GITHUB]
const SECRETS = [...LEAKS, SECRET_ID_ABROAD, CLOUD_KEY, APNS, FCM, HONOR, OPPO, XIAOMI, 'ab12CD34'.repeat(10)]

async function ask(input: Input, locale: Locale = 'en') {
  let opened = 0
  const world = async () => ({ ok: false, problem: String(++opened) }) as const
  const { bot, audit, defects } = testBot({ apps: APPS, world })
  const plan = bot.plan(input, locale)
  const reply = await bot.answer(request(input, { locale }))
  if (reply === null) throw new Error('not answered')
  expect(defects).toEqual([])
  return { reply, audit, opened, plan, text: plainText(reply.card, { locale, timeZone: null, now: EXAMPLE_TIME }) }
}

/** No twelve characters in a row of a secret. */
function expectHidden(where: unknown, ...secrets: readonly string[]): void {
  const text = JSON.stringify(where)
  for (const secret of secrets)
    for (let at = 0; at + 12 <= secret.length; at++) expect(text).not.toContain(secret.slice(at, at + 12))
}

describe('a key or a token in the place of a value that is no secret', () => {
  const WAYS: readonly ((secret: string) => Input)[] = [
    (secret) => words(`/push why ${secret}`),
    (secret) => words(`im status alice ${secret}`),
    (secret) => words(`/push history "${secret}" --since 2h`),
    (secret) => words(`/push why alice --from ${secret}`),
    (secret) => words(`/push devices user=${secret}`),
    (secret) => words(`is ${secret} online?`),
    (secret) => words(`为什么 ${secret} 收不到推送`),
    (secret) => call('push.why', { user: secret }),
    (secret) => call('im.status', { users: ['alice', secret] }),
    (secret) => call('push.why', { user: 'alice', message: secret, app: 'prod' }),
    (secret) => call('im.watch.add', { user: secret }),
  ]

  it.each(SECRETS)('%.12s… is refused privately, and is nowhere', async (secret) => {
    for (const way of WAYS) {
      const { reply, audit, opened, plan } = await ask(way(secret))
      expect(reply.status).toBe('usage')
      expect(reply).toMatchObject({ visibility: 'private', confidential: true, publicCard: null })
      expect(plan).toMatchObject({ visibility: 'private' })
      expect(opened).toBe(0)
      expectHidden([reply, audit, plan], secret)
    }
  })

  it.each([
    [SLACK_BOT, 'en', 'a Slack token'],
    [SLACK_BOT, 'zh', '已泄露'],
    [EXAMPLE_KEY, 'en', 'counts as leaked'],
    [APNS, 'en', '/push token'],
    [APNS, 'zh', '/push token'],
    [FCM, 'en', 'device token'],
  ] as const)('says of %.6s… what to do', async (secret, locale, said) => {
    const { text } = await ask(call('push.why', { user: secret }), locale)
    expect(text).toContain(said)
  })

  it.each([
    '5f4dcc3b5aa765d61d8327deb882cf99',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    'oGZUI0egBJY1zhBYw2KhdUfwVJJE',
    'user_1234567890_of_the_big_tenant_42',
    '1234567890123456789012345',
    'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    'administrator',
    '@TIM#SYSTEM',
    'secretKey',
    'token_holder_of_the_north_tower',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'li.lei@example.com',
  ])('takes %s for a user', async (user) => {
    const { opened, reply } = await ask(call('push.why', { user }))
    expect(reply.status).toBe('upstream')
    expect(opened).toBeGreaterThan(0)
  })

  it('lets a token be looked at where it belongs', async () => {
    for (const token of [APNS, FCM, HONOR]) {
      for (const text of [`/push token ${token}`, `{"deviceToken":"${token}"}`]) {
        const { reply } = await ask(words(text))
        expect(reply).toMatchObject({ command: 'push.token', visibility: 'private' })
        expect(reply.status).not.toBe('usage')
        expectHidden(reply, token)
      }
    }
  })
})

describe('a text that nobody can read', () => {
  it.each([
    [`{"secretKey":"${EXAMPLE_KEY}"}`, EXAMPLE_KEY],
    [`{"secretKey":"${'bbe40549'.repeat(8)}"}`, 'bbe40549'.repeat(8)],
    [`{"botToken":"${SLACK_BOT}"}`, SLACK_BOT],
    ['{"masterSecret":"8f2b1c0d9e7a6f5b4c3d2e1f"}', '8f2b1c0d9e7a6f5b4c3d2e1f'],
    ['{"client_secret":"q7Hd82hsKQpz01LmNc83"}', 'q7Hd82hsKQpz01LmNc83'],
    [`Authorization: Bearer ${JWT}`, JWT],
    [`Authorization: Bearer ${JWT.slice(0, 20)}`, JWT.slice(0, 20)],
    [`SecretId: ${SECRET_ID} SecretKey: ${CLOUD_KEY}`, SECRET_ID, CLOUD_KEY],
    [`SecretKey: ${CLOUD_KEY}`, CLOUD_KEY],
    [`{"widget":"${APNS}"}`, APNS],
    [`export IM_SECRET_KEY='${'d41d8cd9'.repeat(8)}'`, 'd41d8cd9'.repeat(8)],
    [`app_secret=${'K7vR2mQx9'.repeat(3)}`, 'K7vR2mQx9'.repeat(3)],
    ['密钥：9f86d081884c7d659a2feaa0c55ad015', '9f86d081884c7d659a2feaa0c55ad015'],
    [
      `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----`,
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7',
    ],
  ])('%.30s is not repeated, and warned of', async (text, ...secrets) => {
    for (const locale of ['en', 'zh'] as const) {
      const { reply, audit, text: said } = await ask(words(text), locale)
      expect(reply).toMatchObject({ visibility: 'private', confidential: true, publicCard: null })
      expectHidden([reply, audit], ...secrets)
      expect(said).toMatch(/counts as leaked|已泄露/)
    }
  })
})

describe('a sentence with a key in it', () => {
  it.each([
    [`my SECRETKEY is ${EXAMPLE_KEY}, why 70009?`, EXAMPLE_KEY],
    [`GenerateTestUserSig SECRETKEY = "${'bbe40549'.repeat(8)}" error 70009`, 'bbe40549'.repeat(8)],
    [`im error 70009 key ${EXAMPLE_KEY}`, EXAMPLE_KEY],
    [`what does 70009 mean? our bot is ${SLACK_BOT}`, SLACK_BOT],
    [`错误码 70003 是什么意思 ${SECRET_ID}`, SECRET_ID],
  ])('%.40s is answered privately, with a warning', async (text, secret) => {
    const { reply, audit, text: said } = await ask(words(text))
    expect(reply).toMatchObject({ status: 'ok', visibility: 'private', confidential: true, publicCard: null })
    expect(reply.command).toBe('im.error')
    expectHidden([reply, audit], secret)
    expect(said).toMatch(/counts as leaked|已泄露/)
  })

  it('without one, it is answered for all', async () => {
    const { reply, text } = await ask(words('what does 70009 mean? the secret key of the app is right'))
    expect(reply).toMatchObject({ status: 'ok', visibility: 'public' })
    expect(text).not.toContain('leaked')
  })

  it('costs no time', async () => {
    const { bot } = testBot({ apps: APPS })
    for (const piece of [
      'secret key = ',
      'aA1-',
      `${'a'.repeat(31)} `,
      'MTEyMjMzNDQ1NTY2Nzc4.',
      'xoxb-',
      'password:"',
    ]) {
      const input = words(piece.repeat(40_000 / piece.length))
      const before = performance.now()
      bot.plan(input, 'en')
      expect(performance.now() - before).toBeLessThan(300)
    }
  })
})
