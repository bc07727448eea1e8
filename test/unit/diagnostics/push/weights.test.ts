import { describe, expect, test } from 'vitest'
import { instanceTrace } from '../../../../src/adapters/tencent/calls/trace-fields.ts'
import type { PushEvent } from '../../../../src/diagnostics/events/event.ts'
import { conclude } from '../../../../src/diagnostics/push/conclude.ts'
import type { Evidence, PushQuestion } from '../../../../src/diagnostics/push/evidence.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOW,
  UNREGISTERED,
  XIAOMI,
  failedWith,
  history,
  messageFactsOf,
  pushCase,
  pushEvent,
  roamingMessage,
  seenAs,
  stateEvent,
  trace,
  userState,
} from '../../../support/push-case.ts'

const OPPO = 6
const after = (push: PushEvent, evidence: Partial<Evidence> = {}, asked: Partial<PushQuestion> = {}) =>
  conclude(
    pushCase(
      { history: seenAs(history([push, stateEvent(DAY, 'login', { platform: 'Android' })])), ...evidence },
      asked,
    ),
  )

describe('what a vendor said to a phone that is no longer logged in', () => {
  const android = seenAs(userState('PushOnline', 'Android'))
  const login = stateEvent(DAY, 'login', { platform: 'Android' })

  test.each([
    ['a dead token', UNREGISTERED],
    ['another environment', { code: 400, info: 'BadDeviceToken' }],
    ['a rejected key', { code: 403, info: 'InvalidProviderToken' }],
    ['no token', { code: -2 }],
    ['silence', { code: 0 }],
  ])('is a note at most: %s', (_name, answer) => {
    const { verdict, findings } = after(pushEvent(5 * DAY, answer), { state: android })
    expect(verdict).toBe('can-receive')
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  test('so is a trace of it', () => {
    const old = trace({ token: null, notifications: 'off', pushedAt: NOW - 5 * DAY })
    const { verdict } = conclude(pushCase({ state: android, trace: seenAs([old]), history: seenAs(history([login])) }))
    expect(verdict).toBe('can-receive')
  })

  test.each([
    ['it is logged in besides', userState('PushOnline', 'Android', 'iPhone'), UNREGISTERED],
    ['nothing says which phones are', userState('PushOnline'), UNREGISTERED],
    ['the platform is not listed', userState('PushOnline', 'Fuchsia'), UNREGISTERED],
  ])('decides where %s', (_name, state, answer) => {
    expect(after(pushEvent(5 * DAY, answer), { state: seenAs(state) }).cause).toBe('token-invalid')
  })

  test('decides of the message that it was said of', () => {
    const push = pushEvent(5 * DAY, { messageKey: 'key-asked', ...UNREGISTERED })
    const message = seenAs(messageFactsOf({ roaming: [roamingMessage(5 * DAY)], pushes: [push] }))
    expect(after(push, { state: android, message }, { message: 'key-asked' }).cause).toBe('token-invalid')
  })
})

describe('what passes by itself', () => {
  test.each([
    ['a daily quota', 'quota', { platform: OPPO, code: 33, info: 'The number of messages exceeds the daily limit' }],
    ['a text', 'content-rejected', { code: 413, info: 'PayloadTooLarge' }],
    ['an outage', 'vendor-outage', { code: 503, info: 'ServiceUnavailable' }],
  ])('decides for a day: %s', (_name, cause, answer) => {
    const state = seenAs(userState('PushOnline'))
    const fresh = after(pushEvent(HOUR, answer), { state })
    expect(fresh).toMatchObject({ cause, confidence: 'very-likely' })
    expect(after(pushEvent(2 * DAY, answer), { state })).toMatchObject({
      verdict: 'unlikely',
      cause,
      confidence: 'possible',
    })
  })
})

test.each([
  ['upstream-unreachable', failedWith()],
  ['rate-limited', failedWith({ kind: 'rate-limited' })],
])('%s says nothing for certain', (cause, state) => {
  expect(conclude(pushCase({ state }))).toMatchObject({ verdict: 'unknown', cause, confidence: 'possible' })
})

describe('a member that a trace does not have', () => {
  const read = (given: object) => instanceTrace((said) => said, NOW).parse(given)

  test('says nothing of what was reported', () => {
    const bare = read({ InstanceId: 'x' })
    const { verdict } = after(pushEvent(MINUTE * 2, { stage: 2 }), { trace: seenAs([bare]) })
    expect(verdict).toBe('can-receive')
    expect(conclude(pushCase({ trace: seenAs([bare]) })).verdict).toBe('can-receive')
  })

  test.each([
    [{ Token: '', CertId: '11' }, 'token-missing'],
    [{ Token: 'abc', CertId: '0' }, 'certificate-missing'],
    [{ Token: 'abc', CertId: '' }, 'certificate-missing'],
  ])('is not one that is empty: %j', (given, cause) => {
    const each = read({ InstanceId: 'x', PushPlatform: XIAOMI, PushTime: '', ...given })
    expect(conclude(pushCase({ trace: seenAs([each]) })).cause).toBe(cause)
  })

  test('nor does an empty token count where the vendor took that very push', () => {
    const push = pushEvent(HOUR, { platform: XIAOMI, stage: 2 })
    const each = trace({ platform: XIAOMI, token: null, pushedAt: NOW - HOUR })
    expect(after(push, { trace: seenAs([each]) }).verdict).toBe('can-receive')
  })
})
