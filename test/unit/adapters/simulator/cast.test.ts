import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCodes } from '../../../../src/diagnostics/codes/find-codes.ts'
import type { SimulatedUser } from '../../../../src/adapters/simulator/world/simulated-user.ts'
import { DEMO, DEMO_GLOBAL, type Rig, START, startRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const everybody = () =>
  rig.simulator.stories().map(({ app, userId }): [string, SimulatedUser] => {
    const user = rig.simulator.users.get(userId, app)
    if (user === undefined) throw new Error(`${userId} has a story but is not on the stage.`)
    return [userId, user]
  })

test('everybody has one story, and no two the same', () => {
  const stories = rig.simulator.stories().map(({ story }) => story)
  expect(stories.every((story) => /^[A-Z].{20,140}\.$/.test(story))).toBe(true)
  expect(new Set(stories).size).toBe(stories.length)
})

test('the whole alphabet plays in the first app', () => {
  const names = rig.simulator
    .stories()
    .filter(({ app }) => app === DEMO.name)
    .map(({ userId }) => userId)
  const initials = new Set(names.map((name) => name.slice(0, 1)))
  expect([...initials].toSorted().join('')).toBe('abcdefghijklmnopqrstuvwxyz')
})

test('stories name the keys of their messages, newest first', () => {
  const bob = rig.simulator.stories().find(({ userId }) => userId === 'bob')
  expect(bob?.messages).toHaveLength(4)
  expect(bob?.messages[0]).toBe(`3104_73104_${START / 1_000 - 3_600}`)
})

test('no two messages or devices of an app are taken for one', () => {
  const keys = rig.simulator.stories().flatMap(({ app, messages }) => messages.map((key) => `${app} ${key}`))
  expect(new Set(keys).size).toBe(keys.length)
  const tokens = everybody().flatMap(([, { devices = [] }]) => devices.map(({ token }) => token).filter((each) => each))
  expect(new Set(tokens).size).toBe(tokens.length)
})

test('only zoe and nina report a certificate that their app does not have', () => {
  const strangers = [DEMO, DEMO_GLOBAL].flatMap((app) =>
    everybody()
      .filter(([userId]) => rig.simulator.stories().some((each) => each.userId === userId && each.app === app.name))
      .filter(([userId]) => {
        const devices = rig.simulator.users.get(userId, app.name)?.devices ?? []
        return devices.some(
          (device) =>
            !app.certificates.some(({ id, vendor }) => id === device.certificateId && vendor === device.vendor),
        )
      })
      .map(([userId]) => userId),
  )
  expect([...new Set(strangers)].toSorted()).toEqual(['nina', 'zoe'])
})

test.each([
  ['bob', 'Unregistered', 'token'],
  ['grace', 'BadDeviceToken', 'token'],
  ['ivan', '10070', 'quota'],
  ['quinn', '67', 'payload'],
  ['rosa', '81000001', 'server'],
  ['tina', '20301', 'token'],
  ['xavier', '80100016', 'payload'],
  ['jonas', 'InvalidProviderToken', 'credential'],
])('%s: the catalogue of codes knows %s as a matter of %s', (userId, code, kind) => {
  const [device] = everybody().find(([name]) => name === userId)?.[1].devices ?? []
  const fate = device?.fate.kind === 'refused' ? device.fate : { code: 0, info: '' }
  expect([String(fate.code), fate.info]).toContain(code)
  const found = findCodes({ text: code, ...(device === undefined ? {} : { vendor: device.vendor }) })
  expect(found.kind === 'found' && found.matches[0]).toMatchObject({ code, kind, vendor: device?.vendor })
})
