import { describe, expect, test } from 'vitest'
import { conclude } from '../../../../src/diagnostics/push/conclude.ts'
import type { Evidence } from '../../../../src/diagnostics/push/evidence.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  PASSED,
  UNREGISTERED,
  XIAOMI,
  history,
  pushCase,
  pushEvent,
  refusedWith,
  seenAs,
  stateEvent,
  testImApp,
  trace,
} from '../../../support/push-case.ts'

const after = (...events: Parameters<typeof history>[0]) => conclude(pushCase({ history: seenAs(history(events)) }))
const DEAD = { platform: XIAOMI, code: 20_301 }
const CHEWED = { verdict: 'can-receive', findings: [{ code: 'token-invalid', effect: 'none', severity: 'warning' }] }

describe('a refusal by a vendor', () => {
  test('decides while it is the last word', () => {
    expect(after(pushEvent(HOUR, UNREGISTERED))).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'token-invalid',
      confidence: 'very-likely',
    })
  })

  test('of an outage makes a push unlikely, no more', () => {
    expect(after(pushEvent(HOUR, { code: 503 }))).toMatchObject({ verdict: 'unlikely', cause: 'vendor-outage' })
  })

  test('nobody lists is shown raw', () => {
    const { cause, findings } = after(pushEvent(HOUR, { platform: 7, code: 99_999, info: 'odd' }))
    expect(cause).toBe('vendor-not-delivered')
    expect(findings[0]?.params).toMatchObject({ vendor: 'vivo', code: '99999', info: 'odd' })
  })

  test('by a vendor that no page lists is told all the same', () => {
    expect(after(pushEvent(HOUR, { platform: 42, code: 500 })).cause).toBe('vendor-outage')
  })

  test.each([
    ['older than seven days', [pushEvent(7 * DAY, UNREGISTERED)]],
    ['followed by a success', [pushEvent(HOUR, UNREGISTERED), pushEvent(MINUTE, { stage: 2 })]],
    [
      'and a success of another push in the same second',
      [pushEvent(HOUR, UNREGISTERED), pushEvent(HOUR, { stage: 2 })],
    ],
    ['of a push that went online', [pushEvent(HOUR, { ...UNREGISTERED, delivery: 'online' })]],
  ] as const)('%s decides nothing', (_name, events) => {
    expect(after(...events)).toMatchObject({ verdict: 'can-receive', cause: null })
  })

  test('is not healed by another vendor’s earlier success', () => {
    const events = [pushEvent(DAY, { platform: XIAOMI, stage: 2 }), pushEvent(HOUR, UNREGISTERED)]
    expect(after(...events)).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
  })

  test('at a later stage of the same push stands', () => {
    const push = { pushId: 'p', platform: 3 }
    expect(after(pushEvent(HOUR, push), pushEvent(HOUR - 1000, { ...push, stage: 2, code: 6 })).cause).toBe(
      'notification-off',
    )
  })

  test('of a message in another group with the same number heals nothing', () => {
    const seq = { messageKey: null, messageSeq: 5, pushId: null }
    const events = [
      pushEvent(HOUR, { ...seq, groupId: 'a', ...UNREGISTERED }),
      pushEvent(MINUTE, { ...seq, groupId: 'b', stage: 2 }),
    ]
    expect(after(...events).cause).toBeNull()
  })

  test('of a token tells less after a login', () => {
    const login = stateEvent(MINUTE, 'login', { platform: 'iPhone' })
    expect(after(login, pushEvent(HOUR, UNREGISTERED))).toMatchObject({ verdict: 'unlikely', confidence: 'possible' })
    const elsewhere = stateEvent(MINUTE, 'login', { platform: 'Android' })
    expect(after(elsewhere, pushEvent(HOUR, UNREGISTERED)).verdict).toBe('cannot-receive')
  })
})

describe('two devices, one dead and one reached', () => {
  test('of different vendors, by one push', () => {
    const push = { pushId: 'p' }
    expect(after(pushEvent(HOUR, { ...push, ...DEAD }), pushEvent(HOUR, { ...push, stage: 2 }))).toMatchObject(CHEWED)
  })

  test('of the same vendor, by one push', () => {
    const push = { pushId: 'p' }
    const events = [
      pushEvent(HOUR, { ...push, ...UNREGISTERED }),
      pushEvent(HOUR, push),
      pushEvent(HOUR - 2000, { ...push, stage: 2 }),
    ]
    expect(after(...events)).toMatchObject(CHEWED)
  })

  test('by the trace alone', () => {
    const devices = [
      trace({ stages: { vendor: refusedWith('410', 'Unregistered') } }),
      trace({ instanceId: 'instance-2', platform: XIAOMI, stages: { vendor: PASSED, device: PASSED } }),
    ]
    expect(conclude(pushCase({ trace: seenAs(devices) }))).toMatchObject(CHEWED)
  })

  test('both dead', () => {
    const push = { pushId: 'p' }
    const { verdict, findings } = after(
      pushEvent(HOUR, { ...push, ...DEAD }),
      pushEvent(HOUR, { ...push, code: 400, info: 'BadDeviceToken' }),
    )
    expect(verdict).toBe('cannot-receive')
    expect(findings.map(({ code }) => code)).toEqual(['certificate-environment', 'token-invalid'])
  })
})

describe('a push that the vendor took', () => {
  test('and of which nothing came back, though receipts used to: unlikely', () => {
    expect(after(pushEvent(DAY, { stage: 2 }), pushEvent(HOUR))).toMatchObject({
      verdict: 'unlikely',
      cause: 'vendor-not-delivered',
      confidence: 'possible',
    })
  })

  test('is not judged before a receipt can have come', () => {
    expect(after(pushEvent(30_000))).toMatchObject({ verdict: 'can-receive', cause: null })
  })

  test('never proves that it arrived', () => {
    const { cause, confidence } = after(pushEvent(HOUR))
    expect({ cause, confidence }).toEqual({ cause: 'vendor-not-delivered', confidence: 'possible' })
  })
})

describe('by the trace', () => {
  const traced = (devices: readonly ReturnType<typeof trace>[], more: Partial<Evidence> = {}) =>
    conclude(pushCase({ trace: seenAs(devices), ...more }))

  test.each([
    ['no certificate ID', trace({ certificateId: null }), 'certificate-missing'],
    ['no token', trace({ token: null }), 'token-missing'],
    ['notifications off', trace({ notifications: 'off' }), 'notification-off'],
    [
      'the vendor’s word for a code',
      trace({ stages: { vendor: refusedWith('BadDeviceToken') } }),
      'certificate-environment',
    ],
    [
      'a receipt that says why',
      trace({ platform: 3, stages: { vendor: PASSED, device: refusedWith('2') } }),
      'token-invalid',
    ],
    [
      'a receipt nobody lists',
      trace({ stages: { vendor: PASSED, device: refusedWith('77') } }),
      'vendor-not-delivered',
    ],
  ])('%s', (_name, device, cause) => {
    expect(traced([device]).cause).toBe(cause)
  })

  test('both missing is said as the certificate, once', () => {
    expect(traced([trace({ certificateId: null, token: null })]).findings.map(({ code }) => code)).toEqual([
      'certificate-missing',
    ])
  })

  test('a push that went online needs neither token nor certificate', () => {
    expect(traced([trace({ delivery: 'online', token: null, certificateId: null })]).cause).toBeNull()
  })

  test('what lacked then does not where pushes went through since', () => {
    const events = seenAs(history([pushEvent(MINUTE, { stage: 2 })]))
    expect(traced([trace({ token: null, certificateId: null })], { history: events }).cause).toBeNull()
  })

  test('notifications that were off are on where one was opened since', () => {
    const events = seenAs(history([pushEvent(MINUTE, { stage: 3 })]))
    expect(traced([trace({ notifications: 'off' })], { history: events }).cause).toBeNull()
  })

  test('no device at all: none is bound, unless callbacks tell of one', () => {
    expect(traced([]).cause).toBe('no-device-bound')
    const events = seenAs(history([pushEvent(HOUR, { stage: 2 })]))
    const { cause, checks } = traced([], { history: events })
    expect(cause).toBeNull()
    expect(checks.find(({ name }) => name === 'registration')?.outcome).toBe('unknown')
  })

  test('the newest push tells: what an older one reached counts no more', () => {
    const old = trace({ instanceId: 'old', pushedAt: Date.parse('2026-11-22T12:00:00Z'), stages: { vendor: PASSED } })
    const fresh = trace({ instanceId: 'new', notifications: 'off' })
    expect(traced([old], { taskTrace: seenAs([fresh]) })).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'notification-off',
    })
    expect(traced([fresh], { taskTrace: seenAs([old]) })).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'notification-off',
    })
  })

  test('two causes at once are both listed', () => {
    const device = trace({ platform: XIAOMI, notifications: 'off', stages: { vendor: refusedWith('20301') } })
    expect(traced([device]).findings.map(({ code }) => code)).toEqual(['token-invalid', 'notification-off'])
  })

  test('a refusal newer than any callback is told', () => {
    const events = seenAs(history([pushEvent(DAY, { stage: 2 })]))
    const test = [trace({ stages: { vendor: refusedWith('410', 'Unregistered') } })]
    expect(conclude(pushCase({ history: events, taskTrace: seenAs(test) }))).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'token-invalid',
    })
  })
})

describe('certificates', () => {
  const apns = { id: '11', vendor: 'apns', environment: 'production', expiresAt: null, credential: null } as const
  const judged = (
    device: ReturnType<typeof trace>,
    certificates: Parameters<typeof testImApp>[0] & object,
    events: Parameters<typeof history>[0] = [],
  ) =>
    conclude(pushCase({ trace: seenAs([device]), history: seenAs(history(events)) }, { app: testImApp(certificates) }))

  test.each([
    ['none listed: nothing to compare', trace(), [], null],
    ['listed, of the right vendor', trace(), [apns], null],
    ['not listed', trace({ certificateId: '99' }), [apns], 'certificate-mismatch'],
    ['listed for another vendor', trace(), [{ ...apns, vendor: 'fcm' }], 'certificate-mismatch'],
    [
      'a token of another vendor',
      trace({ platform: 3, certificateId: '11', token: `CN_${'0a'.repeat(16)}` }),
      [],
      'certificate-mismatch',
    ],
    ['for development', trace(), [{ ...apns, environment: 'development' }], 'certificate-environment'],
    [
      'for development, and APNs takes it',
      trace({ stages: { vendor: PASSED } }),
      [{ ...apns, environment: 'development' }],
      null,
    ],
  ] as const)('%s', (_name, device, certificates, cause) => {
    expect(judged(device, { certificates }).cause).toBe(cause)
  })

  test('a list that lacks a certificate is doubted where the vendor takes its pushes', () => {
    const result = judged(trace({ certificateId: '99' }), { certificates: [apns] }, [pushEvent(HOUR, { stage: 2 })])
    expect(result).toMatchObject({
      verdict: 'can-receive',
      findings: [{ code: 'certificate-mismatch', effect: 'none', severity: 'warning', confidence: 'possible' }],
    })
  })

  test('Tencent’s own check of token and certificate names the one that is not listed', () => {
    const device = trace({ platform: 4, certificateId: '99', token: 'x', stages: { vendor: refusedWith('-201') } })
    const { cause, findings } = judged(device, { certificates: [apns] })
    expect(cause).toBe('certificate-mismatch')
    expect(findings[0]?.params).toMatchObject({ certificateId: '99', reason: 'unknown-id' })
    expect(findings).toHaveLength(1)
  })

  test('a credential that the vendor refuses is shown with its expiry', () => {
    const expiresAt = Date.parse('2026-11-01T00:00:00Z')
    const events = [pushEvent(HOUR, { code: 403, info: 'ExpiredProviderToken' })]
    const { findings } = judged(trace(), { certificates: [{ ...apns, expiresAt }] }, events)
    expect(findings[0]).toMatchObject({
      code: 'credential-rejected',
      params: { certificateId: '11', expiredAt: expiresAt },
    })
  })
})
