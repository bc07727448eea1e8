import { expect, test } from 'vitest'
import type { StateEvent } from '../../../../src/diagnostics/events/event.ts'
import { askStatus } from '../../../../src/diagnostics/status/ask-status.ts'
import {
  HOUR,
  NOW,
  OFFLINE,
  REACHABLE,
  imFailure,
  pushEvent,
  stateEvent,
  testImApp,
} from '../../../support/push-case.ts'
import { answer, fakeDevices, fakeEvents, fakeIm, never } from '../../../support/push-ports.ts'

const app = testImApp()
const clock = () => NOW
const run = () => ({ clock, signal: new AbortController().signal })

test('each user has their own state and their own last change, in the order asked', async () => {
  const logout: StateEvent = stateEvent(HOUR, 'logout', { userId: 'bob' })
  const im = fakeIm({
    userStates: () => answer([REACHABLE, { ...OFFLINE, userId: 'bob' }, { ...OFFLINE, userId: 'carl' }]),
  })
  const status = await askStatus(
    { app, userIds: ['alice', 'bob', 'carl'] },
    { im, events: fakeEvents([logout]), devices: fakeDevices() },
    run(),
  )
  expect(status.failure).toBeNull()
  expect(status.users.map(({ state, reach }) => [state.userId, reach.can, reach.reason])).toEqual([
    ['alice', 'yes', 'push-online'],
    ['bob', 'no', 'logged-out'],
    ['carl', 'no', 'never-seen'],
  ])
})

test('offline with no login on record, nobody whose phone was pushed is said to have never logged in', async () => {
  const im = fakeIm({ userStates: () => answer([OFFLINE]) })
  const events = fakeEvents([pushEvent(HOUR, { stage: 2 })])
  const { users } = await askStatus({ app, userIds: ['alice'] }, { im, events, devices: fakeDevices() }, run())
  expect(users[0]?.reach).toMatchObject({ can: 'no', reason: 'logged-out', at: null, lastPush: NOW - HOUR })
})

test('a store that is down costs the reason, not the state', async () => {
  const events = fakeEvents([], { lastStates: () => Promise.reject(new Error('down')) })
  const { users, failure } = await askStatus(
    { app, userIds: ['alice'] },
    { im: fakeIm(), events, devices: fakeDevices() },
    run(),
  )
  expect(failure).toBeNull()
  expect(users[0]).toMatchObject({ reach: { can: 'yes' }, last: null })
})

test('where Tencent does not tell, nobody is called reachable or not', async () => {
  const failure = imFailure({ kind: 'timeout' })
  const im = fakeIm({ userStates: () => Promise.resolve({ ok: false, failure }) })
  const status = await askStatus(
    { app, userIds: ['alice', 'bob'] },
    { im, events: fakeEvents(), devices: fakeDevices() },
    run(),
  )
  expect(status.failure).toEqual({ source: 'im', failure })
  expect(status.users.map(({ reach }) => reach.can)).toEqual(['unknown', 'unknown'])
})

test('ends with its asker, whatever hangs', async () => {
  const im = fakeIm({ userStates: never })
  const events = fakeEvents([], { lastStates: never })
  const asker = new AbortController()
  const asked = askStatus(
    { app, userIds: ['alice'] },
    { im, events, devices: fakeDevices() },
    { clock, signal: asker.signal },
  )
  asker.abort()
  const status = await asked
  expect(status.failure?.source).toBe('timeout')
  expect(status.users[0]?.reach.can).toBe('unknown')
})
