import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { AppendInTime } from './append-in-time.ts'
import type { WebhookApp } from './authenticate.ts'
import { type Command, knownCommand } from './command.ts'
import { statedTime } from './event-time.ts'
import { idField } from './fields.ts'
import type { WebhookLimits } from './limits.ts'
import type { Notes } from './notes.ts'
import type { Outcome } from './outcome.ts'
import { parseBody } from './parse-body.ts'
import type { CallbackQuery } from './query.ts'
import { readBody } from './read-body.ts'
import { type Body, readDelivery } from './read-delivery.ts'

export interface ReceiveDeps {
  appendInTime: AppendInTime
  limits: WebhookLimits
  now: () => number
  notes: Notes
}

export interface Received {
  /** `other`: one of which nothing is kept; `none`: it was not read. */
  command: Command | 'other' | 'none'
  outcome: Outcome
}

/** Takes the body of a request that is known to come from Tencent, and keeps what can be read of it. */
export async function receive(
  app: WebhookApp,
  query: CallbackQuery,
  incoming: IncomingMessage,
  { appendInTime, limits, now, notes }: ReceiveDeps,
): Promise<Received> {
  const arrived = performance.now()
  const receivedAt = now()
  if (!isPlain(incoming)) return { command: 'none', outcome: 'encoded' }
  const reading = await readBody(incoming, limits.bodyBytes, limits.bodyTime)
  if (reading.kind !== 'read') return { command: 'none', outcome: reading.kind }
  const body = parseBody(reading.bytes)
  if (body === null) return { command: 'none', outcome: 'not-json' }
  const command = knownCommand(query.command ?? commandOf(body))
  if (command === null) return { command: 'other', outcome: 'unknown' }

  const { sdkAppId } = app
  const platform = idField.parse(query.platform)
  const delivery = { command, sdkAppId, platform, statedAt: statedTime(body['EventTime']), receivedAt }
  const read = readDelivery(body, delivery, limits.events)
  if (read.unreadable > 0) notes.unreadable(app.name, command, read)
  const left = limits.answerTime - (performance.now() - arrived)
  const appending = await appendInTime(sdkAppId, read.events, receivedAt, left)
  if (appending.kind !== 'durable') {
    notes.unavailable(app.name, appending)
    return { command, outcome: 'unavailable' }
  }
  return { command, outcome: read.unreadable > 0 ? 'unreadable' : 'stored' }
}

function isPlain({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  return encoding === '' || encoding === 'identity'
}

const named = z.object({ CallbackCommand: z.string() })

/** Pushes name their command in each event. */
function commandOf(body: Body): string | undefined {
  const events = body['Events']
  const first: unknown = Array.isArray(events) ? events[0] : events
  return (named.safeParse(body).data ?? named.safeParse(first).data)?.CallbackCommand
}
