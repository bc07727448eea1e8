import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { iPhoneOf, fromSam, HOUR, MINUTE, onPhone, refused, usedApp } from '../../src/adapters/simulator/cast/props.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { App } from '../../src/bot/services.ts'
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

test('a pasted text is told apart from what an app registers', async () => {
  const base64 = Buffer.from(HEX, 'hex').toString('base64')
  expect((await asked(`/push token ${base64}`)).card.text).toContain('If it comes from an iPhone')
  expect((await asked(`/push token token: ${HEX}`)).card.text).toContain('with a label in front')
  for (const nothing of ['null', 'undefined', '(null)', '[object Object]', '32 bytes', 'zzw@8a7d21', 'Optional(nil)'])
    expect(await asked(`/push token ${nothing}`)).toMatchObject({ result: { token: null, shapes: [], app: demo.name } })
})
