import { z } from 'zod'
import { eventId } from './event-id.ts'
import { plausibleTime } from './event-time.ts'
import { neededIdField, timeField } from './fields.ts'
import { type EventReading, type ReadEvent, unreadable } from './read-event.ts'

const pair = z.object({ From_Account: neededIdField, To_Account: neededIdField, EventTime: timeField })

/** One pair of `Sns.CallbackBlackListAdd` or `Sns.CallbackBlackListDelete`: the first put the second on their list, or took them off. */
export const readBlock: ReadEvent = (value, { command, sdkAppId, statedAt, receivedAt }): EventReading => {
  const read = pair.safeParse(value)
  if (!read.success) return unreadable(read.error)
  const { From_Account: userId, To_Account: other } = read.data
  const time = read.data.EventTime ?? statedAt
  return {
    kind: 'event',
    event: {
      kind: 'block',
      // Without a time a second block after an unblock looks like the first come again, and must not be missed.
      id: eventId(sdkAppId, command, userId, other, time ?? receivedAt),
      at: plausibleTime(time, receivedAt),
      userId,
      other,
      blocked: command === 'Sns.CallbackBlackListAdd',
    },
  }
}
