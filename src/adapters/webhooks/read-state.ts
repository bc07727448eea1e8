import { z } from 'zod'
import type { StateEvent } from '../../diagnostics/events/event.ts'
import { eventId } from './event-id.ts'
import { plausibleTime } from './event-time.ts'
import { idField, listField, neededIdField, timeField } from './fields.ts'
import { type EventReading, type ReadEvent, unreadable } from './read-event.ts'

/** More than any user has, and an odd body stays small. */
const KICKED = 50

const stateChange = z.object({
  EventTime: timeField,
  OptPlatform: idField,
  Info: z.object({ Action: idField, To_Account: neededIdField, Reason: idField }),
  KickedDevice: listField(KICKED),
})

const kickedDevice = z.union([
  z.object({ Platform: neededIdField }).transform(({ Platform }) => Platform),
  neededIdField,
])

const ACTIONS: ReadonlyMap<string | undefined, StateEvent['action']> = new Map([
  ['login', 'login'],
  ['logout', 'logout'],
  ['disconnect', 'disconnect'],
])

/** `State.StateChange`. @see https://cloud.tencent.com/document/product/269/2570 */
export const readState: ReadEvent = (value, { command, sdkAppId, platform: inQuery, receivedAt }): EventReading => {
  const read = stateChange.safeParse(value)
  if (!read.success) return unreadable(read.error)
  const { EventTime, OptPlatform, Info, KickedDevice } = read.data
  const { To_Account: userId, Action, Reason: reason } = Info
  const platform = deviceOf(inQuery) ?? deviceOf(OptPlatform)
  const kicked = KickedDevice.map((device) => kickedDevice.safeParse(device)).flatMap(({ data }) => data ?? [])
  // Without a time nothing tells one login from the next; two of one are better than a login that is missed.
  const told = EventTime ?? receivedAt
  const action = ACTIONS.get(Action?.toLowerCase()) ?? 'unknown'
  return {
    kind: 'event',
    event: {
      kind: 'state',
      id: eventId(sdkAppId, command, userId, Action, reason, told, platform, kicked.toSorted()),
      at: plausibleTime(EventTime, receivedAt),
      userId,
      action,
      reason: reason ?? (action === 'unknown' ? Action : null),
      platform,
      kicked,
    },
  }
}

/** `OptPlatform` also names who caused the change: a call of the REST API is no device of the user. */
const deviceOf = (platform: string | null): string | null => {
  if (platform === null || /^(?:restapi|unknown)$/i.test(platform)) return null
  // This callback alone writes it so.
  return platform === 'IOS' ? 'iOS' : platform
}
