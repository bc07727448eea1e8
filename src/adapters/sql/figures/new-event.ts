import type { ImEvent } from '../../../diagnostics/events/event.ts'
import { columnText } from '../column-text.ts'
import { eventRow } from '../event-row.ts'
import type { EventRow } from '../tables.ts'
import { facetsOf } from './facets.ts'

const MOST_SAMPLE = 200

/** An event to be stored, and what is to be counted of it if it is new. */
export interface NewEvent {
  row: EventRow
  /** Null: only that it came in. */
  facets: string | null
  /** What came with it in words; null: nothing did. */
  sample: string | null
}

/** @throws RangeError where a time is not a whole number of milliseconds */
export function newEvent(sdkAppId: number, event: ImEvent, receivedAt: number): NewEvent {
  return { row: eventRow(sdkAppId, event, receivedAt), facets: facetsOf(event), sample: sampleOf(event) }
}

export function sampleOf(event: ImEvent): string | null {
  if (event.kind !== 'push' && event.kind !== 'message') return null
  return event.info === '' ? null : columnText(event.info.slice(0, MOST_SAMPLE))
}
