import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPhone } from '../../src/adapters/simulator/cast/props.ts'
import { statusOf } from '../support/push-results.ts'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

let world: PushWorld

beforeAll(async () => {
  world = await openPushWorld()
})

afterAll(() => world.close())

describe('can the user receive an offline push now', () => {
  test.each([
    ['alice', 'PushOnline', 'yes', 'app in background on iPhone, still logged in'],
    ['leo', 'Online', 'yes', 'another device is Online'],
    ['carol', 'Online', 'unknown', 'Android is Online'],
    ['mia', 'Online', 'no', 'logged in on Web only'],
    ['erin', 'Online', 'no', 'thrown out by a login on Web'],
    ['dave', 'Offline', 'no', 'signed out 2 hours ago'],
    ['frank', 'Offline', 'unlikely', 'last connected 9 days ago'],
    ['pat', 'Offline', 'no', 'never logged in'],
  ])('%s: %s, %s', async (user, state, can, reason) => {
    const { json } = await world.bot.ask(`/im status ${user}`)
    const [only] = statusOf(json).users
    expect(only).toMatchObject({ userId: user, exists: true, state, canReceiveOfflinePush: can })
    expect(only?.reason).toContain(reason)
    expect(json).toMatchObject({ status: 'ok', visibility: 'public' })
    expect(json.card.text).toContain(reason)
  })

  test('a name that nobody has', async () => {
    const { json } = await world.bot.ask('/im status alicia')
    expect(statusOf(json).users).toMatchObject([{ userId: 'alicia', exists: false, canReceiveOfflinePush: 'no' }])
    expect(json.status).toBe('ok')
  })

  test('each client with its own state', async () => {
    const [leo] = statusOf((await world.bot.ask('/im status leo')).json).users
    expect(leo?.clients.toSorted((a, b) => (a.platform < b.platform ? 1 : -1))).toEqual([
      { platform: 'iPhone', state: 'PushOnline' },
      { platform: 'Web', state: 'Online' },
    ])
  })

  test.each([
    ['is carol online?', 'carol', 'en'],
    ['alice 在线吗', 'alice', 'zh'],
  ])('%s', async (asked, user, locale) => {
    const { json, reply } = await world.bot.ask(asked)
    expect(json.command).toBe('im.status')
    expect(statusOf(json).users.map(({ userId }) => userId)).toEqual([user])
    expect(reply.locale).toBe(locale)
  })
})

describe('many users', () => {
  const ENDPOINT = 'openim/query_online_status'
  const names = (count: number) => Array.from({ length: count }, (_, index) => `crowd-${index}`)

  test('500 are one call to Tencent, answered in the order asked', async () => {
    const users = ['dave', ...names(498), 'nobody']
    for (const name of names(498))
      world.simulator.users.put(name, { story: 'One of many.', clients: [onPhone('iPhone')] })
    const before = world.calls(ENDPOINT).length
    const { json } = await world.bot.call('im.status', { user: users })
    expect(world.calls(ENDPOINT)).toHaveLength(before + 1)
    const told = statusOf(json).users
    expect(told.map(({ userId }) => userId)).toEqual(users)
    expect(told[0]).toMatchObject({ state: 'Offline', canReceiveOfflinePush: 'no' })
    expect(told.slice(1, -1).every(({ canReceiveOfflinePush }) => canReceiveOfflinePush === 'yes')).toBe(true)
    expect(told.at(-1)).toMatchObject({ exists: false })
    expect(json.card.text).toContain('498 of 500')
  })

  test('501 are refused before anything is asked', async () => {
    const before = world.simulator.requests.length
    const { json } = await world.bot.call('im.status', { user: names(501) })
    expect(json.status).toBe('usage')
    expect(json.error).toContain('500')
    expect(world.simulator.requests).toHaveLength(before)
  })

  test('one unknown name among them spoils nothing', async () => {
    const { json } = await world.bot.ask('/im status alice nobody dave')
    expect(statusOf(json).users.map(({ canReceiveOfflinePush }) => canReceiveOfflinePush)).toEqual(['yes', 'no', 'no'])
  })
})
