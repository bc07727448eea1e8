import { z } from 'zod'
import type { ImEvent } from '../../diagnostics/events/event.ts'
import { readBody } from './read-body.ts'

const text = z.string().nullable()
const base = { id: z.string(), at: z.number() }

const state = z.object({
  ...base,
  kind: z.literal('state'),
  userId: z.string(),
  action: z.enum(['login', 'logout', 'disconnect', 'unknown']),
  reason: text,
  platform: text,
  kicked: z.array(z.string()),
})

const push = z.object({
  ...base,
  kind: z.literal('push'),
  userId: z.string(),
  chat: z.enum(['direct', 'group', 'task']),
  delivery: z.enum(['offline', 'online']),
  platform: z.number(),
  stage: z.number(),
  code: z.number(),
  info: z.string(),
  from: text,
  groupId: text,
  messageKey: text,
  messageSeq: z.number().nullable(),
  pushId: text,
  taskId: text,
  dataId: text,
})

const message = z.object({
  ...base,
  kind: z.literal('message'),
  from: z.string(),
  to: text,
  groupId: text,
  groupType: text,
  messageKey: text,
  messageSeq: z.number().nullable(),
  onlineOnly: z.boolean(),
  result: z.number(),
  info: z.string(),
  dropped: z.boolean(),
  elements: z.array(z.object({ type: z.string(), described: z.boolean() })),
  offlinePush: z.object({ disabled: z.boolean(), title: z.boolean(), description: z.boolean() }).nullable(),
})

const block = z.object({
  ...base,
  kind: z.literal('block'),
  userId: z.string(),
  other: z.string(),
  blocked: z.boolean(),
})

const event = z.discriminatedUnion('kind', [state, push, message, block]) satisfies z.ZodType<ImEvent>

/** Null: another version of the program wrote it in a way that this one cannot read. */
export function readEvent(body: string): ImEvent | null {
  return readBody(event, body)
}
