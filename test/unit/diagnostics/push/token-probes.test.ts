import { describe, expect, test } from 'vitest'
import { conclude } from '../../../../src/diagnostics/push/conclude.ts'
import type { Evidence } from '../../../../src/diagnostics/push/evidence.ts'
import type { DeviceProbe } from '../../../../src/diagnostics/push/probes/device-tokens.ts'
import {
  accepted,
  APNS_KEY,
  certificate,
  DAY,
  device,
  deviceProbe,
  history,
  HOUR,
  MINUTE,
  NOW,
  pushCase,
  pushEvent,
  refused,
  seenAs,
  stateEvent,
  trace,
  unanswered,
  UNREGISTERED,
  XIAOMI_KEY,
} from '../../../support/push-case.ts'

const judged = (probes: readonly DeviceProbe[], evidence: Partial<Evidence> = {}) =>
  conclude(pushCase({ tokens: seenAs(probes), ...evidence }))

const HINT = { certainty: 'hint', onPhone: 'nothing' } as const
const TEST = { certainty: 'documented', onPhone: 'notification' } as const
const OF_FCM = { certificate: certificate({ id: '22', vendor: 'fcm' }), device: device({ vendor: 'fcm' }) }
const OF_XIAOMI = { certificate: certificate({ id: '33', vendor: 'xiaomi', credential: XIAOMI_KEY }) }
const AT_A_PROXY = certificate({ credential: { ...APNS_KEY, baseUrl: 'http://127.0.0.1:1' } })

describe('what the vendor refuses now', () => {
  test.each([
    ['a dead token', refused('Unregistered', { http: 410 }), {}, 'token-invalid'],
    ['a token that neither environment knows', refused('BadDeviceToken'), {}, 'token-invalid'],
    [
      'one that was asked of one host alone',
      refused('BadDeviceToken'),
      { certificate: AT_A_PROXY },
      'certificate-environment',
    ],
    ['one that a test push was sent to', refused('BadDeviceToken'), { way: TEST }, 'certificate-environment'],
    ['a token of another app', refused('DeviceTokenNotForTopic'), {}, 'certificate-mismatch'],
    ['a token of another project', refused('SENDER_ID_MISMATCH'), OF_FCM, 'certificate-mismatch'],
    ['the credential', refused('InvalidProviderToken', { http: 403 }), {}, 'credential-rejected'],
    ['the quota', refused('QUOTA_EXCEEDED', { http: 429 }), OF_FCM, 'quota'],
    ['the class of messages', refused('27001'), OF_XIAOMI, 'message-category'],
  ] as const)('%s decides', (_name, reply, changes, cause) => {
    const { verdict, findings } = judged([deviceProbe(reply, changes)])
    expect(findings[0]).toMatchObject({
      code: cause,
      confidence: 'very-likely',
      evidence: [{ kind: 'token-probe', outcome: 'refused', answer: { code: reply.kind === 'refused' && reply.code } }],
    })
    expect(verdict).toBe('cannot-receive')
  })

  test('of a quiet question’s own text says nothing of anybody’s pushes', () => {
    expect(judged([deviceProbe(refused('PayloadTooLarge'))])).toMatchObject({
      verdict: 'can-receive',
      findings: [{ code: 'content-rejected', effect: 'none', severity: 'warning' }],
    })
  })

  test('stands with the time since when the token is dead', () => {
    const { findings } = judged([deviceProbe(refused('Unregistered', { http: 410, deadSince: NOW - DAY }))])
    expect(findings[0]).toMatchObject({ params: { at: NOW }, evidence: [{ deadSince: NOW - DAY }] })
  })

  test('is told once, though an older push was refused for the same', () => {
    const events = seenAs(history([pushEvent(HOUR, UNREGISTERED)]))
    const { findings } = judged([deviceProbe(refused('Unregistered', { http: 410 }))], { history: events })
    expect(findings.map(({ code }) => code)).toEqual(['token-invalid'])
  })

  test('a login since the token was seen may have brought another', () => {
    const login = seenAs(history([stateEvent(MINUTE, 'login')]))
    const traced = device({ source: 'trace' })
    const dead = refused('Unregistered', { http: 410 })
    expect(judged([deviceProbe(dead, { device: traced })], { history: login })).toMatchObject({
      verdict: 'unlikely',
      confidence: 'possible',
    })
    expect(judged([deviceProbe(dead)], { history: login }).verdict).toBe('cannot-receive')
  })
})

describe('a hint', () => {
  test('that the token is bad makes a push unlikely, no more', () => {
    expect(judged([deviceProbe(refused('20301'), { ...OF_XIAOMI, way: HINT })])).toMatchObject({
      verdict: 'unlikely',
      cause: 'token-invalid',
      confidence: 'possible',
    })
  })

  test('takes no weight from a push that was refused', () => {
    const events = seenAs(history([pushEvent(HOUR, { platform: 2, code: 20_301 })]))
    for (const reply of [refused('20301'), accepted()])
      expect(judged([deviceProbe(reply, { ...OF_XIAOMI, way: HINT })], { history: events })).toMatchObject({
        verdict: 'cannot-receive',
        cause: 'token-invalid',
        confidence: 'very-likely',
      })
  })

  test('that it is good proves nothing', () => {
    expect(judged([deviceProbe(accepted(), { way: HINT })])).toMatchObject({
      verdict: 'can-receive',
      confidence: 'possible',
    })
  })

  test('says of the credential all the same', () => {
    const reply = refused('InvalidProviderToken', { http: 403 })
    expect(judged([deviceProbe(reply, { way: HINT })]).verdict).toBe('cannot-receive')
  })
})

describe('what the vendor takes now', () => {
  test('makes the answer surer', () => {
    const { verdict, confidence, checks } = judged([deviceProbe(accepted())])
    expect({ verdict, confidence }).toEqual({ verdict: 'can-receive', confidence: 'very-likely' })
    expect(checks.find(({ name }) => name === 'vendor')?.outcome).toBe('pass')
  })

  test.each([
    ['a dead token', UNREGISTERED, 'token-invalid'],
    ['the environment', { code: 400, info: 'BadDeviceToken' }, 'certificate-environment'],
    ['the credential', { code: 403, info: 'ExpiredProviderToken' }, 'credential-rejected'],
    ['an outage', { code: 503 }, 'vendor-outage'],
  ])('makes a warning of what it said to an older push: %s', (_name, failure, code) => {
    const events = seenAs(history([pushEvent(HOUR, failure)]))
    expect(judged([deviceProbe(accepted())], { history: events })).toMatchObject({
      verdict: 'can-receive',
      findings: [{ code, effect: 'none', severity: 'warning' }],
    })
  })

  test('changes nothing of what another vendor said', () => {
    const events = seenAs(history([pushEvent(HOUR, UNREGISTERED)]))
    expect(judged([deviceProbe(accepted(), OF_FCM)], { history: events }).verdict).toBe('cannot-receive')
  })

  test('of the other environment is the build, not the certificate', () => {
    const { cause, verdict, findings } = judged([deviceProbe(accepted({ otherEnvironment: true }))])
    expect({ cause, verdict }).toEqual({ cause: 'certificate-environment', verdict: 'cannot-receive' })
    expect(findings[0]?.params).toMatchObject({ proved: true, certificateId: '11', environment: 'production' })
  })

  test('clears a certificate for development', () => {
    const development = certificate({ environment: 'development' })
    const { question, ...rest } = pushCase({
      trace: seenAs([trace()]),
      tokens: seenAs([deviceProbe(accepted(), { certificate: development })]),
    })
    const app = { ...question.app, certificates: [development] }
    expect(conclude({ ...rest, question: { ...question, app } }).cause).toBeNull()
  })

  test('with notifications off, which the vendor tells', () => {
    expect(judged([deviceProbe(accepted({ notifications: 'off' }))])).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'notification-off',
    })
  })

  test('with notifications on again since the last push', () => {
    const off = seenAs([trace({ notifications: 'off' })])
    expect(judged([deviceProbe(accepted({ notifications: 'on' }))], { trace: off }).cause).toBeNull()
    expect(judged([deviceProbe(accepted())], { trace: off }).cause).toBe('notification-off')
  })
})

describe('several devices', () => {
  const alive = deviceProbe(accepted(), OF_FCM)

  test.each([
    ['dead', refused('Unregistered', { http: 410 }), 'token-invalid'],
    ['of the other environment', accepted({ otherEnvironment: true }), 'certificate-environment'],
    ['with notifications off', accepted({ notifications: 'off' }), 'notification-off'],
    ['of a vendor that fails', unanswered('broken', 503), 'vendor-outage'],
  ] as const)('one %s, one good: a warning', (_name, reply, code) => {
    for (const probes of [
      [deviceProbe(reply), alive],
      [alive, deviceProbe(reply)],
    ])
      expect(judged(probes)).toMatchObject({
        verdict: 'can-receive',
        findings: [{ code, effect: 'none', severity: 'warning' }],
      })
  })

  test('both dead', () => {
    const dead = refused('Unregistered', { http: 410 })
    const other = deviceProbe(refused('UNREGISTERED', { http: 404 }), OF_FCM)
    const { verdict, findings } = judged([deviceProbe(dead), other])
    expect(verdict).toBe('cannot-receive')
    expect(findings.map(({ code }) => code)).toEqual(['token-invalid', 'token-invalid'])
  })
})

describe('no answer', () => {
  test('of a server that fails is an outage, once', () => {
    const { verdict, findings } = judged([deviceProbe(unanswered('broken', 503))])
    expect(verdict).toBe('unlikely')
    expect(findings).toMatchObject([{ code: 'vendor-outage', params: { vendor: 'apns', code: '503' } }])
  })

  test.each(['timeout', 'unreachable', 'broken', 'cancelled'] as const)('%s may be our own network', (reason) => {
    expect(judged([deviceProbe(unanswered(reason))])).toMatchObject({
      verdict: 'can-receive',
      confidence: 'possible',
      findings: [
        { code: 'upstream-unreachable', effect: 'none', params: { refusals: [{ endpoint: 'apns', info: reason }] } },
      ],
    })
  })

  test.each([429, 503])('too many questions (%s) say nothing of the user', (http) => {
    expect(judged([deviceProbe(unanswered('busy', http))])).toMatchObject({
      verdict: 'can-receive',
      findings: [{ code: 'rate-limited', effect: 'none', params: { refusals: [{ endpoint: 'apns', code: http }] } }],
    })
  })

  test('of a vendor that cannot be asked quietly is nothing', () => {
    expect(judged([deviceProbe(null, { way: null })])).toMatchObject({ verdict: 'can-receive', findings: [] })
  })
})
