import type { ImEvent } from '../../diagnostics/events/event.ts'
import type { Command } from './command.ts'
import { readBlock } from './read-block.ts'
import type { Delivery, ReadEvent } from './read-event.ts'
import { readDirectMessage, readGroupMessage } from './read-message.ts'
import { readPush } from './read-push.ts'
import { readState } from './read-state.ts'

export type Body = Readonly<Record<string, unknown>>

export interface DeliveryReading {
  /** Each once, also where the delivery repeats it. */
  events: readonly ImEvent[]
  unreadable: number
  /** The fields that could not be read, each once, without their values. */
  paths: readonly string[]
}

/** How one event is read, and where a body may hold a list of them; without the list the body is the event. */
const READERS: Readonly<Record<Command, { read: ReadEvent; list: string | null }>> = {
  'State.StateChange': { read: readState, list: null },
  'C2C.CallbackAfterSendMsg': { read: readDirectMessage, list: null },
  'Group.CallbackAfterSendMsg': { read: readGroupMessage, list: null },
  'Group.CallbackSendMsgException': { read: readGroupMessage, list: null },
  'Push.OfflinePush': { read: readPush, list: 'Events' },
  'Push.AllMemberPush': { read: readPush, list: 'Events' },
  'Sns.CallbackBlackListAdd': { read: readBlock, list: 'PairList' },
  'Sns.CallbackBlackListDelete': { read: readBlock, list: 'PairList' },
}

/** What can be read of a body, event by event: one bad one does not lose the others. At most `most` are read. */
export function readDelivery(body: Body, delivery: Delivery, most: number): DeliveryReading {
  const { read, list } = READERS[delivery.command]
  const listed: unknown = list === null ? null : (body[list] ?? null)
  const values: readonly unknown[] = listed === null ? [body] : Array.isArray(listed) ? listed : [listed]
  const prefix = listed === null ? '' : `${list}[].`
  const events = new Map<string, ImEvent>()
  const paths = new Set<string>()
  let unreadable = 0
  for (const value of values.slice(0, most)) {
    const reading = read(value, delivery)
    if (reading.kind === 'event') events.set(reading.event.id, reading.event)
    else {
      unreadable++
      for (const path of reading.paths) paths.add(prefix + path)
    }
  }
  if (values.length > most) {
    unreadable += values.length - most
    paths.add(`${list}[${most}]`)
  }
  return { events: [...events.values()], unreadable, paths: [...paths] }
}
