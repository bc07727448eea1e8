import { describe, expect, test } from 'vitest'
import type { Confidence } from '../../../../src/diagnostics/push/cause.ts'
import { conclude, type PushVerdict } from '../../../../src/diagnostics/push/conclude.ts'
import type { Case } from '../../../../src/diagnostics/push/evidence.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOW,
  OFFLINE,
  REACHABLE,
  STORE_DOWN,
  UNREGISTERED,
  XIAOMI,
  failedWith,
  history,
  imFailure,
  messageEvent,
  messageFactsOf,
  pushCase,
  pushEvent,
  roamingMessage,
  seenAs,
  stateEvent,
  testImApp,
  userState,
} from '../../../support/push-case.ts'

const codes = (each: Case): readonly string[] => conclude(each).findings.map(({ code }) => code)

describe('by the state', () => {
  const state = (value: ReturnType<typeof userState>, ...events: Parameters<typeof history>[0]) =>
    pushCase({ state: seenAs(value), history: seenAs(history(events)) })

  const ROWS: readonly (readonly [string, Case, PushVerdict, string | null, Confidence])[] = [
    ['a phone that waits for pushes', state(REACHABLE), 'can-receive', null, 'possible'],
    ['and that pushes arrive at', state(REACHABLE, pushEvent(HOUR, { stage: 2 })), 'can-receive', null, 'very-likely'],
    ['a phone that is Online', state(userState('Online', 'iPhone')), 'unknown', 'foreground', 'possible'],
    ['Online, and the server does not say on what', state(userState('Online')), 'unknown', 'foreground', 'possible'],
    [
      'a phone Online that pushes arrive at',
      state(userState('Online', 'iPhone'), pushEvent(HOUR, { stage: 2 })),
      'unknown',
      'foreground',
      'possible',
    ],
    ['the Web alone', state(userState('Online', 'Web')), 'cannot-receive', 'no-mobile-client', 'very-likely'],
    ['a logout', state(OFFLINE, stateEvent(HOUR, 'logout')), 'cannot-receive', 'logged-out', 'certain'],
    [
      'a kick',
      state(OFFLINE, stateEvent(HOUR, 'login', { platform: 'Android', kicked: ['iOS'] })),
      'cannot-receive',
      'kicked',
      'certain',
    ],
    ['Offline, and nothing known', state(OFFLINE), 'cannot-receive', 'never-logged-in', 'very-likely'],
    [
      'nine days without a connection',
      state(OFFLINE, stateEvent(9 * DAY, 'disconnect')),
      'unlikely',
      'offline-stale',
      'possible',
    ],
    [
      'forty days without one',
      state(OFFLINE, stateEvent(40 * DAY, 'disconnect')),
      'cannot-receive',
      'offline-stale',
      'very-likely',
    ],
    [
      'Offline soon after a connection',
      state(OFFLINE, stateEvent(DAY, 'disconnect')),
      'cannot-receive',
      'logged-out',
      'possible',
    ],
    [
      'Offline, and yet a phone was pushed',
      state(OFFLINE, pushEvent(HOUR, { stage: 2 })),
      'cannot-receive',
      'logged-out',
      'possible',
    ],
    [
      'Offline, and only the Web was ever seen',
      state(OFFLINE, stateEvent(HOUR, 'disconnect', { platform: 'Web' })),
      'cannot-receive',
      'no-mobile-client',
      'very-likely',
    ],
    [
      'a phone lost long ago, and the Web closed just now',
      pushCase({
        state: seenAs(OFFLINE),
        history: seenAs(
          history([stateEvent(HOUR, 'disconnect', { platform: 'Web' })], {
            lastState: stateEvent(8 * DAY, 'disconnect'),
          }),
        ),
      }),
      'unlikely',
      'offline-stale',
      'possible',
    ],
    ['a state that no page lists', state(userState('Unknown')), 'unknown', null, 'possible'],
    [
      'no account',
      pushCase({ state: seenAs({ ...OFFLINE, exists: false }) }),
      'cannot-receive',
      'account-not-found',
      'certain',
    ],
    [
      'no account, by the account check alone',
      pushCase({ state: seenAs(OFFLINE), account: seenAs(false) }),
      'cannot-receive',
      'account-not-found',
      'certain',
    ],
  ]

  test.each(ROWS)('%s', (_name, each, verdict, cause, confidence) => {
    expect(conclude(each)).toMatchObject({ verdict, cause, confidence })
  })

  test('a phone that waits is not doubted for an account check that says otherwise', () => {
    expect(conclude(pushCase({ account: seenAs(false) })).verdict).toBe('can-receive')
  })

  test('without webhooks nobody claims to know that there was no login', () => {
    const each = pushCase({ state: seenAs(OFFLINE), history: seenAs(history([], { lastReceived: null })) })
    expect(conclude(each)).toMatchObject({ cause: 'never-logged-in', confidence: 'possible' })
  })

  test('the last change counts however old it is', () => {
    const lastState = stateEvent(20 * DAY, 'logout')
    const each = pushCase({ state: seenAs(OFFLINE), history: seenAs(history([], { lastState })) })
    expect(conclude(each)).toMatchObject({ cause: 'logged-out', confidence: 'certain' })
  })

  test('without the push service nine days are too long', () => {
    const app = testImApp({ push: 'self-integrated' })
    const evidence = { state: seenAs(OFFLINE), history: seenAs(history([stateEvent(9 * DAY, 'disconnect')])) }
    expect(conclude(pushCase(evidence, { app }))).toMatchObject({ verdict: 'cannot-receive', cause: 'offline-stale' })
  })

  test('a state that tells nothing has not passed', () => {
    const checks = conclude(state(userState('Unknown'))).checks
    expect(checks.find(({ name }) => name === 'state')?.outcome).toBe('unknown')
  })
})

describe('of the app, not of the user', () => {
  const refused = (code: number) => failedWith({ kind: 'refused', code })

  test.each([
    [70_003, 'admin-sig-rejected'],
    [60_026, 'wrong-region'],
    [60_020, 'service-inactive'],
  ])('%d says nothing about the user', (code, cause) => {
    const each = pushCase({
      state: refused(code),
      account: refused(code),
      history: seenAs(history([stateEvent(HOUR, 'logout')])),
    })
    const { verdict, cause: first, findings } = conclude(each)
    expect({ verdict, first }).toEqual({ verdict: 'unknown', first: cause })
    expect(findings.map((finding) => finding.code)).toContain('logged-out')
  })

  test('a push service that is off leads for a phone that would wait for pushes', () => {
    const trace = failedWith({ kind: 'refused', code: 90_045, endpoint: 'v4/timpush/normal_push_trace' })
    expect(conclude(pushCase({ trace }))).toMatchObject({ verdict: 'unknown', cause: 'service-inactive' })
  })

  test('and comes second for a user who signed out', () => {
    const trace = failedWith({ kind: 'refused', code: 90_045, endpoint: 'v4/timpush/normal_push_trace' })
    const events = seenAs(history([stateEvent(HOUR, 'logout')]))
    expect(codes(pushCase({ state: seenAs(OFFLINE), history: events, trace }))).toEqual([
      'logged-out',
      'service-inactive',
    ])
  })
})

describe('what could not be seen', () => {
  const NOTHING = {
    state: failedWith(),
    account: failedWith({ endpoint: 'v4/im_open_login_svc/account_check' }),
    history: STORE_DOWN,
    devices: STORE_DOWN,
  }

  test('nothing at all: unknown, and blind', () => {
    const concluded = conclude(pushCase(NOTHING))
    expect(concluded).toMatchObject({ verdict: 'unknown', cause: 'upstream-unreachable', blind: true })
    expect(concluded.checks.filter(({ outcome }) => outcome === 'pass')).toEqual([])
    const [lead] = concluded.findings
    expect(lead?.code === 'upstream-unreachable' && lead.params.refusals.map(({ endpoint }) => endpoint)).toEqual([
      'v4/openim/query_online_status',
      'v4/im_open_login_svc/account_check',
      'store',
    ])
  })

  test('too many calls are told from no connection', () => {
    const limited = failedWith({ kind: 'rate-limited', code: 60_019 })
    expect(conclude(pushCase({ ...NOTHING, state: limited }))).toMatchObject({
      verdict: 'unknown',
      cause: 'rate-limited',
    })
  })

  test('beside a known state it is a warning that decides nothing', () => {
    const { verdict, findings } = conclude(pushCase({ history: STORE_DOWN }))
    expect(verdict).toBe('can-receive')
    expect(findings).toMatchObject([{ code: 'upstream-unreachable', effect: 'none', severity: 'warning' }])
  })

  test('a logout that a webhook told of decides without the state, less surely', () => {
    const events = seenAs(history([stateEvent(HOUR, 'logout')]))
    expect(conclude(pushCase({ ...NOTHING, history: events }))).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'logged-out',
      confidence: 'very-likely',
      blind: false,
    })
  })

  test('a message that is asked about and could not be seen leaves the answer open', () => {
    const each = pushCase({ message: failedWith({ endpoint: 'v4/openim/admin_getroammsg' }) }, { from: 'bob' })
    expect(conclude(each)).toMatchObject({ verdict: 'unknown', cause: 'upstream-unreachable' })
  })

  test('an unknown account is still not found when the store is down', () => {
    expect(codes(pushCase({ state: seenAs({ ...OFFLINE, exists: false }), history: STORE_DOWN }))).toEqual([
      'account-not-found',
      'upstream-unreachable',
    ])
  })

  test('questions about an unknown account that Tencent refuses for that need no word', () => {
    const mute = failedWith({ kind: 'refused', code: 70_107, endpoint: 'v4/openconfigsvr/getnospeaking' })
    const message = seenAs(messageFactsOf())
    const each = pushCase({ state: seenAs({ ...OFFLINE, exists: false }), mute, message }, { from: 'bob' })
    expect(codes(each)).toEqual(['account-not-found'])
  })

  test('a check that was not asked for is skipped, and one that failed says why', () => {
    const failure = { source: 'im', failure: imFailure() } as const
    const { checks } = conclude(pushCase({ trace: failedWith() }))
    expect(checks.find(({ name }) => name === 'registration')).toMatchObject({ outcome: 'unknown', failure, ms: 9 })
    expect(checks.find(({ name }) => name === 'relations')).toMatchObject({ outcome: 'skipped', failure: null })
  })
})

describe('several causes at once', () => {
  test('are all listed, the one that comes first on the way first', () => {
    const events = [stateEvent(2 * HOUR, 'logout'), pushEvent(3 * HOUR, UNREGISTERED)]
    expect(codes(pushCase({ state: seenAs(OFFLINE), history: seenAs(history(events)) }))).toEqual([
      'logged-out',
      'token-invalid',
    ])
  })

  test('what blocks goes before what may', () => {
    const events = [pushEvent(HOUR, { platform: XIAOMI, code: 20_301 }), pushEvent(2 * HOUR, { code: 503 })]
    expect(codes(pushCase({ history: seenAs(history(events)) }))).toEqual(['token-invalid', 'vendor-outage'])
  })

  test('of a message and of the phone: the message’s leads where it is asked about', () => {
    const sent = [messageEvent(HOUR, { onlineOnly: true })]
    const events = [pushEvent(3 * HOUR, UNREGISTERED)]
    const each = pushCase(
      { message: seenAs(messageFactsOf({ sent })), history: seenAs(history(events)) },
      { message: 'key-asked' },
    )
    expect(conclude(each)).toMatchObject({
      verdict: 'cannot-receive',
      cause: 'online-only-message',
      confidence: 'certain',
    })
    expect(codes(each)).toEqual(['online-only-message', 'token-invalid'])
  })

  test('of a message and of the state: the same', () => {
    const roaming = [roamingMessage(HOUR, { offlinePush: { disabled: true, title: true, description: true } })]
    const each = pushCase(
      {
        state: seenAs(OFFLINE),
        history: seenAs(history([stateEvent(2 * HOUR, 'logout')])),
        message: seenAs(messageFactsOf({ roaming })),
      },
      { from: 'bob' },
    )
    expect(codes(each)).toEqual(['push-disabled-by-sender', 'logged-out'])
  })
})

test('a message that came before the phone lost its connection needed no push', () => {
  const events = [stateEvent(10 * MINUTE, 'disconnect'), pushEvent(5 * HOUR, { stage: 2 })]
  const each = pushCase(
    { history: seenAs(history(events)), message: seenAs(messageFactsOf({ roaming: [roamingMessage(HOUR)] })) },
    { from: 'bob' },
  )
  expect(conclude(each)).toMatchObject({ verdict: 'can-receive', cause: null })
  const later = {
    ...each,
    evidence: { ...each.evidence, message: seenAs(messageFactsOf({ roaming: [roamingMessage(5 * MINUTE)] })) },
  }
  expect(conclude(later)).toMatchObject({ verdict: 'unknown', cause: 'do-not-disturb', confidence: 'possible' })
  expect(later.now).toBe(NOW)
})
