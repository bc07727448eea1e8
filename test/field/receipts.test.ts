import { afterEach, describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  androidOf,
  DELIVERED,
  fromSam,
  HOUR,
  iPhoneOf,
  onPhone,
  usedApp,
} from '../../src/adapters/simulator/cast/props.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import type { App } from '../../src/bot/services.ts'
import type { Vendor } from '../../src/diagnostics/codes/entry.ts'
import type { Fate } from '../../src/adapters/simulator/world/simulated-user.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

const [DEMO] = demoApps()
const SINGAPORE = 'https://apisgp.im.qcloud.com/v3/offline_push_report/'

let world: PushWorld
afterEach(() => world.close())

/** Users of an app that is new to webhooks, each with a push that the vendor took. */
async function open(users: Readonly<Record<string, readonly [Vendor, Fate, string?]>>, changes: Partial<App> = {}) {
  const app: App = { ...DEMO, sdkAppId: 1_400_000_077, certificates: [], region: 'singapore', ...changes }
  world = await openPushWorld({
    apps: [app],
    stage: (simulator) => {
      simulator.users.put('sam', { story: 'Writes.', clients: [], devices: [] })
      for (const [id, [vendor, fate, certificateId]] of Object.entries(users)) {
        const device = vendor === 'apns' ? iPhoneOf(id) : { ...androidOf(id, 'vivo'), vendor }
        simulator.users.put(id, {
          story: 'Waits for pushes.',
          clients: [onPhone(device.platform === 'Android' ? 'Android' : 'iPhone')],
          devices: [{ ...device, certificateId: certificateId ?? '15099', fate }],
          past: [...usedApp(device.platform, 5 * HOUR, 4 * HOUR), fromSam(HOUR, 9_200, 'Hello.', { pushed: fate })],
        })
      }
    },
  })
}

interface Why {
  verdict: string
  cause: string | null
  nextSteps: readonly string[]
}

const why = async (user: string, locale: 'en' | 'zh' = 'en') =>
  (await world.bot.ask(`/push why ${user}`, { locale })).json.result as Why

describe.each(LOCALES)('in %s', (locale) => {
  const SET_UP = locale === 'en' ? "receipts aren't set up" : '还没有配置'

  test.each(['huawei', 'honor', 'vivo', 'meizu'] as const)(
    '%s took the push, and its receipts are not set up',
    async (vendor) => {
      await open({ anna: [vendor, ACCEPTED] })
      const { nextSteps, cause } = await why('anna', locale)
      expect(cause).toBe('vendor-not-delivered')
      const step = nextSteps.find((each) => each.includes(SINGAPORE + vendor))
      expect(step).toContain(SET_UP)
      const { result, card } = (await world.bot.ask('/im report now', { locale })).json
      expect(result).toMatchObject({
        withoutReceipts: [{ vendor, accepted: 1, reason: 'not-set-up', url: SINGAPORE + vendor }],
      })
      expect(card.text).toContain(SINGAPORE + vendor)
    },
  )

  test('a region that Tencent lists no URL for', async () => {
    await open({ anna: ['vivo', ACCEPTED] }, { region: 'tokyo' })
    const steps = (await why('anna', locale)).nextSteps.join('\n')
    expect(steps).toContain('tokyo')
    expect(steps).not.toContain('offline_push_report')
  })

  test('an old certificate of Huawei, and Google', async () => {
    await open({ anna: ['huawei', ACCEPTED, '11344'], ben: ['fcm', ACCEPTED] })
    expect((await why('anna', locale)).nextSteps.join('\n')).toContain('11344')
    expect((await why('ben', locale)).nextSteps.join('\n')).toContain(
      locale === 'en' ? 'no delivery statistics' : '不提供送达统计',
    )
  })
})

test.each(['apns', 'xiaomi', 'oppo'] as const)('%s needs nothing set up', async (vendor) => {
  await open({ anna: [vendor, ACCEPTED] })
  expect((await why('anna')).nextSteps.join('\n')).not.toMatch(/receipt/i)
  expect((await world.bot.ask('/im report now')).json.result).toMatchObject({ withoutReceipts: [] })
})

test('a receipt for anybody shows that they are set up', async () => {
  await open({ anna: ['vivo', ACCEPTED], ben: ['vivo', DELIVERED] })
  expect((await why('anna')).nextSteps.join('\n')).not.toContain(SINGAPORE)
  expect((await world.bot.ask('/im report now')).json.result).toMatchObject({ withoutReceipts: [] })
})
