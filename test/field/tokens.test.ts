import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { iPhoneOf, fromSam, HOUR, MINUTE, onPhone, refused, usedApp } from '../../src/adapters/simulator/cast/props.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { App } from '../../src/bot/services.ts'
import { understand } from '../../src/bot/words/questions.ts'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import { casesOfKinds, fieldCase } from '../support/field-cases.ts'
import { device } from '../support/push-case.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

const HEX = '5acf1be2520a16fc8218235909b7355e4af37586529d8ef2aaaa6879fb2fc0e6'
const AS_IOS_13_PRINTS = '{length = 32, bytes = 0x5acf1be2 520a16fc … fb2fc0e6 }'
const BAD_TOKEN = refused(400, 'BadDeviceToken')
const [demo] = demoApps()

interface Finding {
  code: string
  owner: string
  message: string
  remedy: string
}

let world: PushWorld
beforeAll(async () => {
  world = await openPushWorld({
    stage: ({ users }) => {
      const put = (id: string, token: string) =>
        users.put(id, {
          story: 'What the app registered is not the token.',
          clients: [onPhone('iPhone')],
          devices: [iPhoneOf(id, { token, fate: BAD_TOKEN })],
          past: [
            ...usedApp('iPhone', 5 * HOUR, 4 * HOUR),
            fromSam(10 * MINUTE, 9_100, 'Hello.', { pushed: BAD_TOKEN }),
          ],
        })
      put('desc13', AS_IOS_13_PRINTS)
      put('twice', Buffer.from(HEX).toString('hex'))
      put('base64', Buffer.from(HEX, 'hex').toString('base64'))
      put('nothing', '[object Object]')
      put('tim285', HEX)
    },
  })
})
afterAll(() => world.close())

const asked = async (text: string, locale: 'en' | 'zh' = 'en') => (await world.bot.ask(text, { locale })).json
const ask = (id: string, locale?: 'en' | 'zh') => asked(fieldCase(id).ask ?? '', locale)

test('all cases of the kind are here', () => {
  expect(casesOfKinds('K19').map(({ id }) => id)).toEqual(['T1', 'T2', 'W2'])
})

describe.each(LOCALES)('in %s', (locale) => {
  test('T1: the description of the bytes holds no token, and nobody is asked about it', async () => {
    const { status, result, card } = await ask('T1', locale)
    expect(status).toBe('ok')
    expect(result).toMatchObject({ token: null, flaws: ['nsdata-cut'], shapes: [], probes: [] })
    expect(card.text).toContain('NSData')
    expect(card.text).toContain('%02x')
    expect(card.tone).toBe('bad')
  })

  test('T2: hexadecimal twice is no token as it stands', async () => {
    const { result, card } = await ask('T2', locale)
    expect(result).toMatchObject({ token: '…c0e6', flaws: ['hex-of-text'], shapes: [{ vendor: 'apns', sure: false }] })
    expect(card.text).toContain(locale === 'en' ? 'As it stands this is not a token' : '不能直接当 Token 用')
    expect(card.text).toContain(locale === 'en' ? 'encoded as hex once more' : '十六进制编码')
    expect(card.tone).toBe('bad')
  })

  test('T3: one of APNs may be longer than 64 digits', async () => {
    expect((await ask('T3', locale)).result).toMatchObject({ flaws: [], shapes: [{ vendor: 'apns', sure: true }] })
  })

  test('T4: as iOS printed one before 13', async () => {
    const { result, card } = await ask('T4', locale)
    expect(result).toMatchObject({
      flaws: ['nsdata'],
      token: '…c0e6',
      shapes: [{ vendor: 'apns', sure: true }],
    })
    expect(card.tone).toBe('info')
  })

  test.each([
    ['desc13', 'NSData', '%02x'],
    ['twice', locale === 'en' ? 'as hex once more' : '十六进制编码', '%02x'],
    ['base64', 'Base64', '%02x'],
    ['nothing', '[object Object]', '%02x'],
  ])('W2, and its like: %s', async (user, flaw, remedy) => {
    const { result, card } = await asked(`/push why ${user}`, locale)
    const { cause, findings, verdict } = result as { verdict: string; cause: string; findings: readonly Finding[] }
    expect({ verdict, cause }).toEqual({ verdict: 'cannot-receive', cause: 'token-invalid' })
    expect(findings[0]).toMatchObject({ code: 'token-invalid', owner: 'developer' })
    expect(findings[0]?.message).toContain(flaw)
    expect(findings[0]?.message).toContain('BadDeviceToken')
    expect(findings[0]?.remedy).toContain(remedy)
    expect(findings.map(({ code }) => code)).not.toContain('certificate-environment')
    expect(JSON.stringify(card)).not.toContain('fb2fc0e6')
  })

  test('a token that is one is still judged by its environment', async () => {
    const { result } = await asked('/push why tim285', locale)
    expect(result).toMatchObject({ cause: 'certificate-environment' })
  })

  test('the devices say so, too', async () => {
    await asked('/push why desc13', locale)
    const { result, card } = await asked('/push devices desc13', locale)
    expect(result).toMatchObject({ devices: [{ vendor: 'apns' }], warnings: [{ device: 1, token: ['nsdata-cut'] }] })
    expect(card.text).toContain('NSData')
    expect(card.text).not.toContain('5acf1be2 520a16fc')
  })
})

test('where the app integrates the vendors itself, the registry tells', async () => {
  const app: App = { ...demo, sdkAppId: 1_400_000_079, push: 'self-integrated', certificates: [] }
  const own = await openPushWorld({
    apps: [app],
    pasts: false,
    stage: ({ users }) => users.put('eve', { story: 'Waits.', clients: [onPhone('iPhone')], devices: [] }),
  })
  const told = device({ userId: 'eve', seenAt: own.now() - HOUR, token: Buffer.from(HEX, 'hex').toString('base64') })
  await own.store.devices.replace(app.sdkAppId, 'eve', 'registry', [told])
  const { result } = (await own.bot.ask('/push why eve')).json
  expect(result).toMatchObject({
    verdict: 'cannot-receive',
    cause: 'token-invalid',
    findings: [{ owner: 'developer', evidence: [expect.stringContaining('Device registry: iPhone 15')] }],
  })
  // A phone of another vendor with a token that may be right is reached all the same.
  const pixel = device({
    userId: 'eve',
    seenAt: own.now(),
    instanceId: 'pixel',
    vendor: 'xiaomi',
    token: 'Ws8b4lIKFvyCGCNZCbc1XkrzdYZSnY7yqqpoefsvwOY=',
  })
  await own.store.devices.replace(app.sdkAppId, 'eve', 'registry', [told, pixel])
  expect((await own.bot.ask('/push why eve')).json.result).toMatchObject({ verdict: 'can-receive' })
  await own.close()
})

const FCM = `bk3RNwTe3H0:APA91b${'Hun4MxP5egoKMwt2KZFBaFUH-1RYqx6qkPZ_'.repeat(4)}`
const HUAWEI = `IQAAAACy0PuuAADq_${'0s1ErU8gNzWd6xkAFuS6ugS4DlMl'.repeat(4)}`

test.each([
  [`what vendor is ${FCM}?`, FCM],
  [`HMS token:${HUAWEI}`, HUAWEI],
  [`Messaging.messaging().token: ${FCM}`, FCM],
  [`bob's token is ${HEX}`, HEX],
  [`设备 Token ${HEX} 对吗`, HEX],
  [`[XGPush] get device token ${AS_IOS_13_PRINTS} 是什么`, AS_IOS_13_PRINTS],
  ['deviceToken = <5acf1be2 520a16fc 82182359 09b7355e>', '<5acf1be2 520a16fc 82182359 09b7355e>'],
  [`D/HMS: received refresh token: ${HUAWEI}`, HUAWEI],
  [`the token ea${HEX.slice(2)}, is it alive?`, `ea${HEX.slice(2)}`],
])('a token in a sentence or a log is looked at, privately: %s', async (text, token) => {
  expect(understand(text)).toMatchObject({ command: 'push.token', args: { token } })
  expect(await asked(text)).toMatchObject({ command: 'push.token', status: 'ok', visibility: 'private' })
})

test.each([
  `secretKey ${HEX}`,
  `sha256 ${HEX} of the apk`,
  `webhook token ${HEX}`,
  'com.example.app.notifications.TokenRefreshListenerServiceImpl says the token is null',
  `FCM token ${FCM} got UNREGISTERED`,
  `bob gets no push, his token is ${HEX}`,
])('another text is not about a token: %s', (text) => {
  expect(understand(text)?.command).not.toBe('push.token')
})

test.each([
  [HEX.slice(0, 60), 'cut'],
  [`${HEX}1`, 'cut'],
  [FCM.slice(FCM.indexOf(':') + 1), 'cut'],
  ['0'.repeat(64), 'placeholder'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N', 'jwt'],
  ['403 SENDER_ID_MISMATCH', 'error-code'],
  ['907135000', 'error-code'],
  ['-10003', 'error-code'],
  ['BadDeviceToken', 'error-code'],
  ['https://fcm.googleapis.com/fcm/send/abc:APA91bHun4MxP5', 'url'],
  ['{"endpoint":"https://updates.push.services.mozilla.com/wpush/v2/gAAA","keys":{"auth":"x"}}', 'url'],
])('what is no token is called what it is: %s', async (text, flaw) => {
  expect((await asked(`/push token ${text}`)).result).toMatchObject({ token: null, flaws: [flaw], shapes: [] })
})

test.each([`ios_${HEX}`, 'aB3+'.repeat(27), FCM.slice(FCM.indexOf(':') + 1)])(
  'Base64 of the bytes is only what decodes to 32: %s',
  async (text) => {
    expect((await asked(`/push token ${text}`)).card.text).not.toContain('Base64')
  },
)

test('Chinese texts keep a space before Latin letters', async () => {
  expect((await asked(`/push token ${AS_IOS_13_PRINTS}`, 'zh')).card.text).toContain('这是 NSData')
  expect((await asked('/push token ExponentPushToken[abcdefghijklmnop]', 'zh')).card.text).toContain('这是 Expo')
})

test('a pasted text is told apart from what an app registers', async () => {
  const base64 = Buffer.from(HEX, 'hex').toString('base64')
  expect((await asked(`/push token ${base64}`)).card.text).toContain('If it comes from an iPhone')
  expect((await asked(`/push token token: ${HEX}`)).card.text).toContain('with a label in front')
  for (const nothing of ['null', 'undefined', '(null)', '[object Object]', '32 bytes', 'zzw@8a7d21', 'Optional(nil)'])
    expect(await asked(`/push token ${nothing}`)).toMatchObject({ result: { token: null, shapes: [], app: demo.name } })
})
