import { describe, expect, test } from 'vitest'
import type { Device } from '../../../../src/diagnostics/devices/device.ts'
import type { Certificate } from '../../../../src/diagnostics/im/im-app.ts'
import { certificateFor, probeDevices } from '../../../../src/diagnostics/push/probes/device-tokens.ts'
import { certificate, DAY, device, HOUR, IPHONE_TOKEN, NOW, testImApp, XIAOMI_KEY } from '../../../support/push-case.ts'
import { fakeVendors } from '../../../support/push-ports.ts'

const APNS = certificate()
const XIAOMI = certificate({ id: '22', vendor: 'xiaomi', credential: XIAOMI_KEY })
const tokenOf = (index: number): string => index.toString(16).padStart(64, 'a')

async function asked(devices: readonly Device[], certificates: readonly Certificate[] = [APNS]) {
  const tokens: string[] = []
  const vendors = fakeVendors({
    probeToken: (credential, token) => {
      tokens.push(`${credential.vendor} ${token.reveal()}`)
      return fakeVendors().probeToken(credential, token, new AbortController().signal)
    },
  })
  const run = { clock: () => NOW, signal: new AbortController().signal }
  const probes = await probeDevices(testImApp({ certificates }), devices, vendors, run)
  expect(probes).toHaveLength(tokens.length)
  return tokens
}

describe('which tokens are asked about', () => {
  test('the four newest', async () => {
    const devices = Array.from({ length: 6 }, (_, index) =>
      device({ instanceId: `i-${index}`, token: tokenOf(index), seenAt: NOW - index * HOUR }),
    )
    expect(await asked(devices.toReversed())).toEqual([0, 1, 2, 3].map((index) => `apns ${tokenOf(index)}`))
  })

  test('each once, though several sources tell of it', async () => {
    const devices = [device({ source: 'trace' }), device(), device({ instanceId: 'other' })]
    expect(await asked(devices)).toEqual([`apns ${IPHONE_TOKEN}`])
  })

  test('by the source that names its certificate', async () => {
    const unnamed = device({ certificateId: null, vendor: null, seenAt: NOW })
    expect(await asked([unnamed, device()])).toEqual([`apns ${IPHONE_TOKEN}`])
  })

  test('of the app’s own records however old, of traces for a week', async () => {
    const seenAt = NOW - 300 * DAY
    expect(await asked([device({ seenAt })])).toHaveLength(1)
    expect(await asked([device({ seenAt: NOW - 8 * DAY, source: 'trace' })])).toEqual([])
  })

  test('none without a token or without a credential', async () => {
    expect(await asked([device({ token: null })])).toEqual([])
    expect(await asked([device()], [certificate({ credential: null })])).toEqual([])
  })
})

describe('the certificate of a device', () => {
  const second = certificate({ id: '12' })
  const notHeld = certificate({ id: '13', credential: null })
  test.each([
    ['the one it names', device(), [second, APNS, XIAOMI], '11'],
    ['named, but not held', device({ certificateId: '13' }), [APNS, notHeld], null],
    ['named, but not listed', device({ certificateId: '99' }), [APNS], null],
    ['named, of another vendor than the device', device({ certificateId: '22' }), [APNS, XIAOMI], null],
    ['named, of another vendor than the token', device({ certificateId: '22', vendor: null }), [XIAOMI], null],
    ['not named: the only one of its vendor', device({ certificateId: null }), [APNS, XIAOMI], '11'],
    ['not named, and there are two', device({ certificateId: null }), [APNS, second], null],
    ['not named, and one of two is held', device({ certificateId: null }), [APNS, notHeld], null],
    ['not named, of no known vendor', device({ certificateId: null, vendor: null }), [APNS], null],
  ] as const)('%s', (_name, given, certificates, id) => {
    expect(certificateFor(certificates, given)?.id ?? null).toBe(id)
  })
})
