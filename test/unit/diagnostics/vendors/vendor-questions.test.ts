import { describe, expect, test } from 'vitest'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import {
  certificateWarnings,
  checkCertificates,
  daysLeft,
} from '../../../../src/diagnostics/vendors/check-certificates.ts'
import { findTokenOwner } from '../../../../src/diagnostics/vendors/find-token-owner.ts'
import { probeTokenWith } from '../../../../src/diagnostics/vendors/probe-token.ts'
import { withinPatience } from '../../../../src/diagnostics/vendors/within-patience.ts'
import {
  accepted,
  certificate,
  DAY,
  heldCertificate,
  IPHONE_TOKEN,
  NOW,
  refused,
  testImApp,
  unanswered,
  XIAOMI_KEY,
} from '../../../support/push-case.ts'
import { fakeVendors, never, QUIET_WAYS } from '../../../support/push-ports.ts'

const running = () => new AbortController().signal
const TOKEN = new Secret(IPHONE_TOKEN)

describe('the end of a certificate', () => {
  test.each([
    ['never told', null, null, []],
    ['in a year', NOW + 365 * DAY, 365, []],
    ['in 31 days', NOW + 31 * DAY, 31, []],
    ['in 30 days', NOW + 30 * DAY, 30, ['expires-soon']],
    ['in an hour', NOW + 3_600_000, 0, ['expires-soon']],
    ['a second ago', NOW - 1000, -1, ['expired']],
  ] as const)('%s', (_name, expiresAt, days, codes) => {
    const held = certificate({ expiresAt })
    expect(daysLeft(held, NOW)).toBe(days)
    expect(certificateWarnings({ certificate: held, reply: null }, NOW).map(({ code }) => code)).toEqual(codes)
  })

  test('and a refusal are both worth a warning, the refusal first; silence is none', () => {
    const held = certificate({ expiresAt: NOW + DAY })
    expect(certificateWarnings({ certificate: held, reply: refused('BadCertificate') }, NOW)).toEqual([
      { code: 'credential-rejected', certificateId: '11', expiresInDays: 1 },
      { code: 'expires-soon', certificateId: '11', expiresInDays: 1 },
    ])
    expect(certificateWarnings({ certificate: certificate(), reply: unanswered('timeout') }, NOW)).toEqual([])
  })
})

test('all credentials are asked for at once, and what is not held is not', async () => {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const vendors = fakeVendors({
    probeCredential: ({ vendor }) => {
      asked.push(vendor)
      return new Promise((resolve) => waiting.push(() => resolve(accepted({ info: vendor }))))
    },
  })
  const certificates = [
    certificate(),
    certificate({ id: '12', credential: null }),
    certificate({ id: '13', vendor: 'xiaomi', credential: XIAOMI_KEY }),
  ]
  const checked = checkCertificates(testImApp({ certificates }), vendors, running())
  expect(asked).toEqual(['apns', 'xiaomi'])
  for (const answer of waiting.toReversed()) answer()
  expect((await checked).map(({ reply }) => reply?.info ?? null)).toEqual(['apns', null, 'xiaomi'])
})

describe('a quiet question for a token', () => {
  test.each([
    ['there is none', null],
    ['it might show something', { certainty: 'hint', onPhone: 'notification' } as const],
  ])('is not asked where %s', async (_name, way) => {
    const vendors = fakeVendors({
      ways: () => ({ ...QUIET_WAYS, token: way }),
      probeToken: () => Promise.reject(new Error('asked')),
    })
    expect(await probeTokenWith(vendors, heldCertificate(), TOKEN, running())).toMatchObject({ way, reply: null })
  })

  test('is asked where it wakes the app at most', async () => {
    const way = { certainty: 'documented', onPhone: 'wakes-app' } as const
    const vendors = fakeVendors({ ways: () => ({ ...QUIET_WAYS, token: way }) })
    expect(await probeTokenWith(vendors, heldCertificate(), TOKEN, running())).toMatchObject({ way, reply: accepted() })
  })

  test('that hangs is given up, and says whose doing that was', async () => {
    expect(await withinPatience(running(), never, 5)).toMatchObject({ kind: 'unanswered', reason: 'timeout' })
    const gone = AbortSignal.abort()
    expect(await withinPatience(gone, never)).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
  })
})

describe('whose token it is', () => {
  const certificates = [
    certificate(),
    certificate({ id: '12', environment: 'development' }),
    certificate({ id: '13', credential: null }),
    certificate({ id: '22', vendor: 'xiaomi', credential: XIAOMI_KEY }),
  ]
  const ask = (token: string, all = certificates) =>
    findTokenOwner(new Secret(token), testImApp({ certificates: all }), fakeVendors(), running())

  test('is asked of the fitting certificates that are held', async () => {
    const { shapes, probes } = await ask(IPHONE_TOKEN)
    expect(shapes).toEqual([{ vendor: 'apns', sure: true }])
    expect(probes.map((probe) => probe.certificate.id)).toEqual(['11', '12'])
  })

  test('is asked of nobody where it has no shape', async () => {
    expect(await ask('no token at all')).toMatchObject({ flaws: [], shapes: [], probes: [] })
  })

  test('is asked of six at most', async () => {
    const many = Array.from({ length: 9 }, (_, index) => certificate({ id: String(index) }))
    expect((await ask(IPHONE_TOKEN, many)).probes).toHaveLength(6)
  })
})
