import { expect, test } from 'vitest'
import { CAUSES } from '../../../../src/diagnostics/push/cause.ts'
import { LINKS, chainOf } from '../../../../src/diagnostics/push/chain.ts'
import { conclude } from '../../../../src/diagnostics/push/conclude.ts'
import type { Case } from '../../../../src/diagnostics/push/evidence.ts'
import {
  HOUR,
  OFFLINE,
  UNREGISTERED,
  failedWith,
  history,
  messageEvent,
  messageFactsOf,
  pushCase,
  pushEvent,
  seenAs,
  stateEvent,
  trace,
  userState,
} from '../../../support/push-case.ts'

const marks = (each: Case): string =>
  chainOf(each, conclude(each))
    .map(({ mark }) => mark)
    .join(' ')
const withEvents = (...events: Parameters<typeof history>[0]) => ({ history: seenAs(history(events)) })

test.each<readonly [string, Case, string]>([
  ['healthy: as far as the state tells', pushCase(), 'open good open open open'],
  ['healthy, with a warning', pushCase({ devices: failedWith() }), 'open good open open open'],
  [
    'online-only: at the sender',
    pushCase(
      { message: seenAs(messageFactsOf({ sent: [messageEvent(HOUR, { onlineOnly: true })] })) },
      { from: 'bob' },
    ),
    'broken open open open open',
  ],
  [
    'signed out: at Tencent IM',
    pushCase({ state: seenAs(OFFLINE), ...withEvents(stateEvent(HOUR, 'logout')) }),
    'open broken open open open',
  ],
  ['token dead: at the vendor', pushCase(withEvents(pushEvent(HOUR, UNREGISTERED))), 'good good broken open open'],
  [
    'notifications off: at the device',
    pushCase({ trace: seenAs([trace({ notifications: 'off' })]) }),
    'good good open broken open',
  ],
  [
    'an outage: doubtful at the vendor',
    pushCase(withEvents(pushEvent(HOUR, { code: 503 }))),
    'good good doubtful open open',
  ],
  [
    'Online: nothing was handed to a vendor',
    pushCase({ state: seenAs(userState('Online', 'iPhone')) }),
    'open open open doubtful open',
  ],
  ['a state that tells nothing', pushCase({ state: seenAs(userState('Unknown')) }), 'open open open open open'],
])('%s', (_name, each, expected) => {
  expect(marks(each)).toBe(expected)
})

test('a push that arrived has passed all but the user', () => {
  const arrived = pushEvent(HOUR, { stage: 2 })
  expect(marks(pushCase({ ...withEvents(arrived), trace: seenAs([trace()]) }))).toBe('good good good good open')
})

test('what could not be asked is not called passed', () => {
  expect(marks(pushCase({ state: failedWith(), account: failedWith() }))).not.toContain('good')
})

test('every cause stands at one link, with nothing passed behind it', () => {
  const [finding] = conclude(pushCase({ state: seenAs(OFFLINE) })).findings
  for (const code of CAUSES) {
    const chain = chainOf(pushCase(), {
      verdict: 'cannot-receive',
      findings: finding === undefined ? [] : [{ ...finding, code } as typeof finding],
      checks: [],
    })
    expect(chain.map(({ link }) => link)).toEqual(LINKS)
    const at = chain.findIndex(({ mark }) => mark === 'broken')
    expect(at).toBeGreaterThanOrEqual(0)
    expect(chain.slice(at + 1).every(({ mark }) => mark === 'open')).toBe(true)
  }
})
