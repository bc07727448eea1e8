import { describe, expect, test } from 'vitest'
import type { StateEvent } from '../../../../src/diagnostics/events/event.ts'
import { platformClass, samePlatform } from '../../../../src/diagnostics/im/platform-class.ts'
import type { UserState } from '../../../../src/diagnostics/im/user-state.ts'
import { reachability, tellingState } from '../../../../src/diagnostics/status/reachability.ts'
import { DAY, HOUR, NOW, OFFLINE, stateEvent, userState } from '../../../support/push-case.ts'

const WEB_KICKED_PHONE = stateEvent(HOUR, 'login', { platform: 'Web', kicked: ['iOS'] })

type Row = readonly [name: string, state: UserState, last: StateEvent | null, can: string, reason: string]

const ROWS: readonly Row[] = [
  ['an iPhone that waits', userState('PushOnline', 'iPhone'), null, 'yes', 'push-online'],
  ['PushOnline without detail', userState('PushOnline'), null, 'yes', 'push-online'],
  ['a Mac whose connection is gone', userState('PushOnline', 'Mac'), null, 'yes', 'push-online'],
  [
    'a phone that waits beside the Web',
    userState('Online', 'iPhone PushOnline', 'Web Online'),
    null,
    'yes',
    'push-online-beside-others',
  ],
  [
    'two phones, one of which waits',
    userState('Online', 'iPhone PushOnline', 'Android Online'),
    null,
    'yes',
    'push-online-beside-others',
  ],
  ['a phone that is Online', userState('Online', 'Android'), null, 'unknown', 'online'],
  ['a phone that is Online beside the Web', userState('Online', 'Web', 'iPad'), null, 'unknown', 'online'],
  ['a platform that no page lists', userState('Online', 'HarmonyOS'), null, 'unknown', 'online'],
  ['a platform that is not told', userState('Online', 'Unknown'), null, 'unknown', 'online'],
  [
    'a phone in a state that no page lists',
    userState('Online', 'iPhone Unknown', 'Web Online'),
    null,
    'unknown',
    'state-unknown',
  ],
  ['Online without detail', userState('Online'), null, 'unknown', 'no-detail'],
  [
    'Online without detail, after a phone threw out another',
    userState('Online'),
    stateEvent(HOUR, 'login', { platform: 'Android', kicked: ['iOS'] }),
    'unknown',
    'no-detail',
  ],
  ['the Web alone', userState('Online', 'Web'), null, 'no', 'no-mobile-client'],
  ['the Web alone, which threw out the phone', userState('Online', 'Web'), WEB_KICKED_PHONE, 'no', 'kicked'],
  [
    'a phone that came back after it was thrown out',
    userState('Online', 'Web Online', 'iPhone PushOnline'),
    WEB_KICKED_PHONE,
    'yes',
    'push-online-beside-others',
  ],
  [
    'a desktop that threw out another',
    userState('Online', 'Web'),
    stateEvent(HOUR, 'login', { platform: 'Web', kicked: ['Windows'] }),
    'no',
    'no-mobile-client',
  ],
  ['a Mac that is Online', userState('Online', 'Mac'), null, 'no', 'no-mobile-client'],
  ['a state that no page lists', userState('Unknown'), null, 'unknown', 'state-unknown'],
  ['an account that is not there', { ...OFFLINE, exists: false }, null, 'no', 'account-not-found'],
  ['Offline, and nothing known', OFFLINE, null, 'no', 'never-seen'],
  ['Offline after a logout', OFFLINE, stateEvent(HOUR, 'logout'), 'no', 'logged-out'],
  ['Offline after a logout long ago', OFFLINE, stateEvent(20 * DAY, 'logout'), 'no', 'logged-out'],
  [
    'Offline after a kick',
    OFFLINE,
    stateEvent(HOUR, 'login', { platform: 'Android', kicked: ['iOS'] }),
    'no',
    'kicked',
  ],
  ['Offline, yet connected two days ago', OFFLINE, stateEvent(2 * DAY, 'disconnect'), 'no', 'logged-out'],
  ['Offline for exactly seven days', OFFLINE, stateEvent(7 * DAY, 'disconnect'), 'no', 'logged-out'],
  ['Offline for a little more than seven days', OFFLINE, stateEvent(7 * DAY + 1, 'disconnect'), 'unlikely', 'stale'],
  ['Offline for thirty days', OFFLINE, stateEvent(30 * DAY, 'disconnect'), 'unlikely', 'stale'],
  ['Offline for more than thirty days', OFFLINE, stateEvent(30 * DAY + 1, 'disconnect'), 'no', 'stale'],
]

const WEB_CLOSED = stateEvent(HOUR, 'disconnect', { platform: 'Web' })

test.each([
  ['the Web was closed', WEB_CLOSED, null, 'no-mobile-client'],
  ['Windows was left', stateEvent(HOUR, 'logout', { platform: 'Windows' }), null, 'no-mobile-client'],
  ['a mini-program was closed', stateEvent(HOUR, 'disconnect', { platform: 'MiniProgram' }), null, 'no-mobile-client'],
  ['the Web was closed 20 days ago', stateEvent(20 * DAY, 'disconnect', { platform: 'Web' }), null, 'no-mobile-client'],
  ['a Mac was left', stateEvent(HOUR, 'disconnect', { platform: 'Mac' }), null, 'logged-out'],
  ['a phone was pushed', null, NOW - HOUR, 'logged-out'],
  ['a phone was pushed, and the Web was closed', WEB_CLOSED, NOW - DAY, 'logged-out'],
  ['a phone was left, and pushed before', stateEvent(9 * DAY, 'disconnect'), NOW - DAY, 'stale'],
] as const)('Offline, and %s', (_name, last, pushedAt, reason) => {
  expect(reachability(OFFLINE, last, 'timpush', NOW, pushedAt).reason).toBe(reason)
})

test.each(ROWS)('with the push service, %s', (_name, state, last, can, reason) => {
  expect(reachability(state, last, 'timpush', NOW)).toMatchObject({ can, reason })
})

test('without the push service nobody who is stale is reached', () => {
  const last = stateEvent(8 * DAY, 'disconnect')
  expect(reachability(OFFLINE, last, 'self-integrated', NOW)).toMatchObject({ can: 'no', reason: 'stale' })
})

describe('the change that tells most', () => {
  test('of an older SDK is the kick, not the logout that follows it', () => {
    const kick = stateEvent(HOUR, 'login', { platform: 'Web', kicked: ['iOS'] })
    const logout = stateEvent(HOUR - 2000, 'logout', { platform: 'iPhone' })
    expect(tellingState([logout, kick])).toBe(kick)
  })

  test('is a logout that comes later than that', () => {
    const kick = stateEvent(HOUR, 'login', { platform: 'Web', kicked: ['iOS'] })
    const logout = stateEvent(HOUR - 60_000, 'logout', { platform: 'iPhone' })
    expect(tellingState([logout, kick])).toBe(logout)
  })

  test('is one of the phone, also where a desktop came and went since', () => {
    const kick = stateEvent(2 * HOUR, 'login', { platform: 'Web', kicked: ['iOS'] })
    const closed = stateEvent(HOUR, 'disconnect', { platform: 'Web' })
    expect(tellingState([closed, kick])).toBe(kick)
    const logout = stateEvent(DAY, 'logout', { platform: 'iPhone' })
    expect(tellingState([closed, logout])).toBe(logout)
  })

  test('is a desktop’s where there is no other', () => {
    const closed = stateEvent(HOUR, 'disconnect', { platform: 'Web' })
    expect(tellingState([closed])).toBe(closed)
    expect(tellingState([])).toBeNull()
  })
})

test.each([
  ['iPhone', 'phone'],
  ['Android', 'phone'],
  ['iPad', 'phone'],
  ['IOS', 'phone'],
  ['Harmony', 'phone'],
  ['Unknown', 'phone'],
  ['Web', 'desktop'],
  ['PC', 'desktop'],
  ['Windows', 'desktop'],
  ['Linux', 'desktop'],
  ['MiniProgram', 'desktop'],
  ['Mac', 'mac'],
  ['macOS', 'mac'],
] as const)('%s is a %s', (platform, expected) => {
  expect(platformClass(platform)).toBe(expected)
})

test.each([
  ['iOS', 'iPhone', true],
  ['IOS', 'iPhone', true],
  ['Mac', 'macOS', true],
  ['android', 'Android', true],
  ['iPad', 'iPhone', false],
  ['Web', 'Windows', false],
])('%s and %s are the same: %s', (one, other, expected) => {
  expect(samePlatform(one, other)).toBe(expected)
})
