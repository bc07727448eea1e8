import { describe, expect, test } from 'vitest'
import { vendorTarget, vendorTest } from '../../../../src/diagnostics/push/vendor-test.ts'
import type { TestStage } from '../../../../src/diagnostics/push/test-push.ts'
import type { VendorReply } from '../../../../src/diagnostics/vendors/vendor-reply.ts'
import {
  accepted,
  certificate,
  device,
  heldCertificate,
  HOUR,
  NOW,
  refused,
  testImApp,
  unanswered,
  XIAOMI_KEY,
} from '../../../support/push-case.ts'
import { fakePorts, fakeTestPushes, fakeVendors, never } from '../../../support/push-ports.ts'

const target = { device: device(), certificate: heldCertificate() }

function rig(reply: () => Promise<VendorReply>) {
  const sent: unknown[] = []
  const told: (readonly TestStage[])[] = []
  const vendors = fakeVendors({
    sendTest: (_credential, token, text) => {
      sent.push({ token: token.reveal(), ...text })
      return reply()
    },
  })
  const ports = fakePorts({ vendors })
  const signal = new AbortController()
  const order = {
    app: testImApp({ push: 'self-integrated', certificates: [target.certificate] }),
    userId: 'alice',
    number: { text: 'imd-1', random: 1 },
    title: 'Notifications',
    text: 'Hello',
    certificateId: null,
    registrationId: null,
  }
  const run = {
    clock: () => NOW,
    signal: signal.signal,
    wait: () => Promise.resolve(),
    onStages: (stages: readonly TestStage[]) => {
      told.push(stages)
    },
  }
  const send = (number = 'imd-1') => vendorTest({ ...order, number: { text: number, random: 1 } }, target, ports, run)
  return { sent, told, send, ports, run, order, signal }
}

const outcomes = (stages: readonly TestStage[]) =>
  Object.fromEntries(stages.map(({ name, outcome }) => [name, outcome]))

test('accepted is not delivered, and nothing is told of the phone', async () => {
  const { send, sent, told } = rig(() => Promise.resolve(accepted({ info: 'apns-id 1' })))
  const result = await send()
  expect(sent).toEqual([{ token: target.device.token?.reveal(), title: 'Notifications', text: 'Hello' }])
  expect(result).toMatchObject({ outcome: 'accepted', ordered: { kind: 'sent', taskId: null }, findings: [] })
  expect(outcomes(result.stages)).toEqual({ im: 'skipped', vendor: 'pass', device: 'unknown', click: 'unknown' })
  expect(told.map(outcomes)).toEqual([{ im: 'skipped', vendor: 'unknown', device: 'unknown', click: 'unknown' }])
})

test('refused by the vendor: failed, with what it means and its own words', async () => {
  const { send } = rig(() => Promise.resolve(refused('Unregistered', { http: 410, info: 'Unregistered' })))
  const result = await send()
  expect(result).toMatchObject({ outcome: 'failed', findings: [{ code: 'token-invalid' }] })
  expect(result.stages[1]).toMatchObject({
    name: 'vendor',
    outcome: 'fail',
    code: 'Unregistered',
    info: 'Unregistered',
  })
})

test('a vendor that has no room for it has shown nothing', async () => {
  const { send } = rig(() => Promise.resolve(unanswered('busy', 429)))
  expect(await send()).toMatchObject({ outcome: 'failed', findings: [{ code: 'rate-limited' }] })
})

test.each(['timeout', 'unreachable', 'broken', 'cancelled'] as const)('%s: nobody knows', async (reason) => {
  const { send, sent } = rig(() => Promise.resolve(unanswered(reason)))
  expect(await send()).toMatchObject({ outcome: 'pending', ordered: { kind: 'unsure' }, repeated: false })
  expect(await send()).toMatchObject({ outcome: 'pending', ordered: { kind: 'unsure' }, repeated: true })
  expect(sent).toHaveLength(1)
})

test('a vendor that hangs is given up when the asker goes away', async () => {
  const { send, signal } = rig(() => {
    signal.abort()
    return never()
  })
  expect(await send()).toMatchObject({ outcome: 'pending', ordered: { kind: 'unsure' } })
})

describe('one case number', () => {
  test('is sent once, also by two at the same moment', async () => {
    const { send, sent } = rig(() => Promise.resolve(accepted()))
    const results = await Promise.all([send(), send()])
    expect(sent).toHaveLength(1)
    expect(results.filter(({ repeated }) => repeated)).toHaveLength(1)
    await send('imd-2')
    expect(sent).toHaveLength(2)
  })

  test('that the store did not take is not sent at all', async () => {
    const { order, run, sent, ports } = rig(() => Promise.resolve(accepted()))
    const testPushes = fakeTestPushes({ reserve: () => Promise.reject(new Error('down')) })
    await expect(vendorTest(order, target, { ...ports, testPushes }, run)).rejects.toThrow('store')
    expect(sent).toEqual([])
  })
})

describe('the device that is chosen', () => {
  const xiaomi = certificate({ id: '22', vendor: 'xiaomi', credential: XIAOMI_KEY })
  const phone = device({ instanceId: 'phone', vendor: 'xiaomi', certificateId: '22', token: 'regid', seenAt: NOW })
  const app = testImApp({ certificates: [certificate(), xiaomi] })

  test.each([
    ['the newest', null, [device(), phone], 'phone'],
    ['of the certificate that is named', '11', [device(), phone], 'device-1'],
    ['none of another certificate', '22', [device()], null],
    ['none without a token', null, [device({ token: null })], null],
    [
      'an older one, where the newest is not held',
      null,
      [device({ certificateId: '99', seenAt: NOW }), device({ instanceId: 'old', seenAt: NOW - HOUR })],
      'old',
    ],
  ] as const)('%s', (_name, certificateId, devices, instanceId) => {
    expect(vendorTarget({ app, certificateId }, devices)?.device.instanceId ?? null).toBe(instanceId)
  })
})
