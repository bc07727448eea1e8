import { z } from 'zod'
import { Secret } from '../../diagnostics/secret.ts'

/**
 * What arrives from Slack, as far as it is used. Fields that nothing needs are left away, those that can hold a
 * signature or a capability are wrapped at once.
 */
const secret = z.string().transform((value) => new Secret(value))
const named = z.object({ id: z.string() })

export const commandPayload = z.object({
  command: z.string(),
  text: z
    .string()
    .default('')
    .transform((value) => new Secret(value)),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().default(''),
  trigger_id: z.string(),
  response_url: secret,
})

/** `app_mention` and `message` events; both come in many forms, of which only what a person wrote is of interest. */
export const messageEvent = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  edited: z.unknown().optional(),
  text: z
    .string()
    .default('')
    .transform((value) => new Secret(value)),
  ts: z.string(),
  thread_ts: z.string().optional(),
})

export const eventEnvelope = z.object({ event_id: z.string() })

const pressedView = z.object({ id: z.string(), private_metadata: z.string().default('') })

export const actionPayload = z.object({
  trigger_id: z.string(),
  user: named,
  channel: named.optional(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().default(true),
    })
    .default({ is_ephemeral: true }),
  response_url: secret.optional(),
  view: pressedView.optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
})

export const shortcutPayload = z.object({
  type: z.string(),
  callback_id: z.string(),
  trigger_id: z.string(),
  user: named,
  channel: z.object({ id: z.string(), name: z.string().default('') }).optional(),
  message: z
    .object({
      text: z
        .string()
        .default('')
        .transform((value) => new Secret(value)),
      ts: z.string(),
      thread_ts: z.string().optional(),
    })
    .optional(),
  response_url: secret.optional(),
})

export const submissionPayload = z.object({
  trigger_id: z.string().optional(),
  user: named,
  view: pressedView.extend({
    callback_id: z.string(),
    hash: z.string().default(''),
    state: z.object({
      values: z
        .record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() })))
        .transform((values) => new Secret(values)),
    }),
  }),
})

export const arrival = z.object({ arrivedAt: z.number() })
