import { afterEach, expect, test } from 'vitest'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import { eventsOf, statusOf, whyOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'
import { pushTo } from '../support/stored.ts'

const [DEMO] = demoApps()
const HOUR = 3_600_000

let world: PushWorld
afterEach(() => world.close())

async function open(region: string) {
  const app = { ...DEMO, sdkAppId: 1_400_000_078, region }
  world = await openPushWorld({
    apps: [app],
    pasts: false,
    stage: ({ users }) => {
      users.put('webby', { story: 'On the Web alone.', clients: [{ platform: 'Web', state: 'Online' }] })
      users.put('desk', { story: 'On a PC alone.', clients: [{ platform: 'PC', state: 'Online' }] })
    },
  })
  return app
}

const why = async (user: string, locale: 'en' | 'zh' = 'en') =>
  whyOf((await world.bot.ask(`/push why ${user}`, { locale })).json)

test.each(LOCALES)('in China a user on the Web alone gets no push (%s)', async (locale) => {
  await open('china')
  const { verdict, cause, findings } = await why('webby', locale)
  expect({ verdict, cause }).toEqual({ verdict: 'cannot-receive', cause: 'no-mobile-client' })
  expect(findings[0]?.message).not.toMatch(/web push/i)
})

test.each(LOCALES)('elsewhere nothing is certain, and it says what is not known (%s)', async (locale) => {
  await open('singapore')
  const { verdict, cause, confidence, findings } = await why('webby', locale)
  expect({ verdict, cause, confidence }).toEqual({
    verdict: 'unlikely',
    cause: 'no-mobile-client',
    confidence: 'possible',
  })
  expect(findings[0]?.message).toMatch(/web push/i)
  expect(findings[0]?.remedy).toContain('sw.js')
  const status = statusOf((await world.bot.ask('/im status webby', { locale })).json)
  expect(status.users[0]?.canReceiveOfflinePush).toBe('unlikely')
  expect((await why('desk', locale)).verdict).toBe('cannot-receive')
})

test('a web push that was taken is told, and says nothing of a phone', async () => {
  const { sdkAppId } = await open('singapore')
  const task = { chat: 'task' as const, platform: 0, taskId: 'wbat@1400000078_1', pushId: null }
  await world.store.events.append(sdkAppId, [pushTo('webby', world.now() - HOUR, task)], world.now())
  const { verdict, cause, findings } = await why('webby')
  expect({ verdict, cause }).toEqual({ verdict: 'unknown', cause: 'no-mobile-client' })
  expect(findings[0]?.message).toContain('accepted 1 hour ago')
  expect(findings.map(({ code }) => code)).toEqual(['no-mobile-client'])
  const events = eventsOf((await world.bot.ask('/push history webby')).json)
  expect(events).toMatchObject([{ kind: 'push', platform: 'web', outcome: 'ok' }])
})
