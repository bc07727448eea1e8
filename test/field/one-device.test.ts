import { afterEach, describe, expect, test } from 'vitest'
import {
  androidOf,
  iPhoneOf,
  onPhone,
  HOUR,
  usedApp,
  fromSam,
  DELIVERED,
} from '../../src/adapters/simulator/cast/props.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import type { Access, App } from '../../src/bot/services.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { actor, EVERYONE, people } from '../support/bot.ts'
import { APNS_KEY, certificate, device } from '../support/push-case.ts'
import { fakeVendors } from '../support/push-ports.ts'
import { checkOf, devicesOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld, type PushWorldOptions } from '../support/push-world.ts'

const [DEMO] = demoApps()
const OPERATOR = actor('OPERATOR')
const OWNER = actor('owner', { platform: 'terminal', owner: true })
const TERMINAL = { actor: OWNER, place: { kind: 'terminal', id: 'terminal', thread: null } } as const
const ACCESS: Access = {
  configured: true,
  members: { viewer: EVERYONE, operator: people('slack:OPERATOR'), admin: people('slack:ADMIN') },
}
const PHONE = iPhoneOf('duo')
const PIXEL = androidOf('duo', 'fcm')

let world: PushWorld
afterEach(() => world.close())

/** A user with two phones, of which Tencent's trace names the RegistrationIDs. */
async function open(options: PushWorldOptions = {}) {
  world = await openPushWorld({
    stage: ({ users }) => {
      users.put('duo', {
        story: 'Has two phones.',
        clients: [onPhone('iPhone'), onPhone('Android')],
        devices: [PHONE, PIXEL],
        past: [...usedApp('iPhone', 5 * HOUR, 4 * HOUR), fromSam(HOUR, 9_300, 'Hello.', { pushed: DELIVERED })],
      })
    },
    ...options,
  })
  return world.speaker({ access: ACCESS })
}

const targets = () => world.calls('timpush/batch').map((body) => (body as { To_Account: string[] }).To_Account)

const numberOf = async (vendor: string) => {
  const { json } = await world.bot.ask('/push devices duo')
  return 1 + devicesOf(json).findIndex((each) => each.vendor === vendor)
}

describe.each(LOCALES)('in %s', (locale) => {
  test('the number is that of the list, the card shows which device, and one push goes to it alone', async () => {
    const bot = await open()
    const number = await numberOf('fcm')
    const asked = await bot.ask(`/push check duo --device ${number}`, { actor: OPERATOR, locale })
    expect(asked.json.status).toBe('ok')
    expect(asked.json.card.text).toContain(`#${number} Pixel 8`)
    expect(asked.json.card.text).toContain('8.5.6864')
    expect(targets()).toEqual([])
    const [send] = asked.reply.card.actions
    const key = bot.button(asked.reply, send?.label ?? '', OPERATOR)
    const { json } = await bot.press(key, { actor: OPERATOR, locale })
    expect(checkOf(json)).toMatchObject({ outcome: 'delivered' })
    expect(json.card.text).toContain('8.5.6864')
    expect(targets()).toEqual([[PIXEL.registrationId]])
    await bot.press(key, { actor: OPERATOR, locale })
    expect(targets()).toHaveLength(1)
    const everything = JSON.stringify([asked, json, bot.audit])
    expect(everything).not.toContain(PIXEL.registrationId)
  })

  test('without a RegistrationID it says so, and what to do, and sends nothing to anybody', async () => {
    await open({ pasts: false })
    const bot = world.speaker({ access: ACCESS })
    const known = device({ userId: 'alice', seenAt: world.now() - HOUR })
    await world.store.devices.replace(DEMO.sdkAppId, 'alice', 'registry', [known])
    const { json } = await bot.ask('/push check alice --device 1 --yes', { ...TERMINAL, locale })
    expect(json).toMatchObject({ status: 'usage', command: 'push.check' })
    for (const said of ['RegistrationID', 'getRegistrationID', 'registrationId', 'iPhone 15'])
      expect(json.error).toContain(said)
    expect(targets()).toEqual([])
  })

  test.each(['9', '0', 'x', '-1', '1.5'])('there is no device %s', async (number) => {
    const bot = await open()
    const { json } = await bot.ask(`/push check duo --device ${number} --yes`, { ...TERMINAL, locale })
    expect(json.status).toBe('usage')
    expect(targets()).toEqual([])
  })
})

test('as the app\u2019s backend told the registry', async () => {
  const bot = await open({ pasts: false })
  const told = [
    device({ userId: 'duo', seenAt: world.now(), instanceId: 'old', token: 'cd'.repeat(32) }),
    device({ userId: 'duo', seenAt: world.now() - HOUR, registrationId: new Secret(PHONE.registrationId ?? '') }),
  ]
  await world.store.devices.replace(DEMO.sdkAppId, 'duo', 'registry', told)
  const { json } = await bot.ask('/push check duo --device 2 --yes', TERMINAL)
  expect(checkOf(json)).toMatchObject({ outcome: 'delivered', taskId: expect.stringContaining('batch_') })
  expect(targets()).toEqual([[PHONE.registrationId]])
})

test('a button holds on to the device that was shown, though the order has changed', async () => {
  const bot = await open()
  const number = await numberOf('fcm')
  const asked = await bot.ask(`/push check duo --device ${number}`, { actor: OPERATOR })
  const key = bot.button(asked.reply, 'Send the test push', OPERATOR)
  const newer = device({ userId: 'duo', seenAt: world.now(), instanceId: 'newer', token: 'ef'.repeat(32) })
  await world.store.devices.replace(DEMO.sdkAppId, 'duo', 'registry', [newer])
  await bot.press(key, { actor: OPERATOR })
  expect(targets()).toEqual([[PIXEL.registrationId]])
})

test('a viewer may not', async () => {
  const bot = await open()
  expect((await bot.ask('/push check duo --device 1 --yes')).json.status).toBe('denied')
  expect(targets()).toEqual([])
})

test('where the app integrates the vendors itself, the vendor of that device shows it, on that device', async () => {
  const app: App = { ...DEMO, push: 'self-integrated', certificates: [certificate()] }
  const sent: string[] = []
  world = await openPushWorld({
    apps: [app],
    pasts: false,
    vendors: fakeVendors({
      sendTest: (_credential, token, text, signal) => {
        sent.push(token.reveal())
        return fakeVendors().sendTest(certificate().credential ?? APNS_KEY, token, text, signal)
      },
    }),
  })
  const bot = world.speaker({ access: ACCESS })
  const [newer, older] = ['ab'.repeat(32), 'cd'.repeat(32)]
  const told = [newer, older].map((token, index) =>
    device({ userId: 'alice', instanceId: token, token, seenAt: world.now() - index * HOUR }),
  )
  await world.store.devices.replace(app.sdkAppId, 'alice', 'registry', told)
  const asked = await bot.ask('/push check alice --device 2', { actor: OPERATOR })
  expect(asked.json.card.text).toContain('real notification')
  const [send] = asked.reply.card.actions
  await bot.press(bot.button(asked.reply, send?.label ?? '', OPERATOR), { actor: OPERATOR })
  expect(sent).toEqual([older])
  expect(targets()).toEqual([])
})
