import { expect, test } from 'vitest'
import { gatherDevices } from '../../../../src/diagnostics/push/gather-devices.ts'
import { deviceOf, knownDevices } from '../../../../src/diagnostics/push/known-devices.ts'
import { DAY, HOUR, MINUTE, NOW, XIAOMI, pushEvent, testImApp, trace } from '../../../support/push-case.ts'
import { answer, fakeDevices, fakeEvents, fakeIm, fakePorts, never } from '../../../support/push-ports.ts'

const iPhone = deviceOf('alice', trace(), NOW)
const run = () => ({ clock: () => NOW, signal: new AbortController().signal })
const of = { app: testImApp(), userId: 'alice' }

test('a traced instance without an id or a time is still a device', () => {
  const device = deviceOf('alice', trace({ instanceId: null, pushedAt: null, system: null, systemVersion: null }), NOW)
  expect(device).toMatchObject({
    instanceId: 'apns iPhone 15',
    platform: 'iOS',
    system: null,
    seenAt: NOW,
    source: 'trace',
  })
})

test('of a vendor that only callbacks tell of there is a device of which nothing more is known', () => {
  const events = [pushEvent(MINUTE, { platform: XIAOMI }), pushEvent(DAY, { platform: XIAOMI }), pushEvent(HOUR)]
  const devices = knownDevices('alice', [iPhone], events)
  expect(devices.map(({ vendor, source, seenAt }) => [vendor, source, seenAt])).toEqual([
    ['xiaomi', 'callback', NOW - MINUTE],
    ['apns', 'trace', NOW - HOUR],
  ])
  expect(devices[0]).toMatchObject({ token: null, certificateId: null, platform: 'Android' })
})

test('an online push to an unknown platform makes no device', () => {
  expect(knownDevices('alice', [], [pushEvent(HOUR, { platform: 0, delivery: 'online' })])).toEqual([])
})

test('what a trace tells is kept, and shown', async () => {
  const events = fakeEvents([pushEvent(HOUR)])
  const ports = fakePorts({ events, im: fakeIm({ pushTrace: () => answer([trace()]) }) })
  expect(await gatherDevices(of, ports, run())).toEqual([iPhone])
  expect(await ports.devices.ofUser(of.app.sdkAppId, 'alice')).toEqual([iPhone])
})

test('an app that integrates the vendors itself has no traces to ask for', async () => {
  let asked = 0
  const im = fakeIm({
    pushTrace: () => {
      asked += 1
      return answer([])
    },
  })
  const ports = fakePorts({ im, events: fakeEvents([pushEvent(HOUR)]) })
  const devices = await gatherDevices({ ...of, app: testImApp({ push: 'self-integrated' }) }, ports, run())
  expect([asked, devices.map(({ source }) => source)]).toEqual([0, ['callback']])
})

test('a trace that hangs is missed, and the rest is told', async () => {
  const ports = fakePorts({
    im: fakeIm({ pushTrace: never }),
    events: fakeEvents([pushEvent(HOUR)]),
    devices: fakeDevices([iPhone]),
  })
  expect(await gatherDevices(of, ports, run(), { storeMs: 1000, traceMs: 20 })).toEqual([iPhone])
})

test.each([
  ['rejects', () => Promise.reject(new Error('down'))],
  ['hangs', never],
])('a store that %s is said, in time', async (_name, ofUser) => {
  const ports = fakePorts({ devices: fakeDevices([], { ofUser }) })
  await expect(gatherDevices(of, ports, run(), { storeMs: 20, traceMs: 20 })).rejects.toThrow('store')
})
