import type { z } from 'zod'
import type { ImEvent } from '../../diagnostics/events/event.ts'
import type { Command } from './command.ts'

/** What all events of one delivery share. */
export interface Delivery {
  command: Command
  sdkAppId: number
  /** `OptPlatform` of the query. */
  platform: string | null
  /** `EventTime` of the whole body, UNIX milliseconds as stated; null: there is none. */
  statedAt: number | null
  /** UNIX milliseconds. */
  receivedAt: number
}

/** `paths`: the fields that could not be read, without their values. */
export type EventReading = { kind: 'event'; event: ImEvent } | { kind: 'unreadable'; paths: readonly string[] }

export type ReadEvent = (value: unknown, delivery: Delivery) => EventReading

export const unreadable = (error: z.ZodError): EventReading => ({
  kind: 'unreadable',
  paths: error.issues.map(({ path }) => path.join('.')),
})
