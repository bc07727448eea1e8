import { MessageFlags, RateLimitError, RESTJSONErrorCodes, Routes } from './discord-js.ts'
import type { RepliableInteraction } from 'discord.js'
import { z } from 'zod'
import type { Visibility } from '../../bot/reply.ts'
import { within } from '../within.ts'
import { WAITS } from './limits.ts'
import { CODES, isCode } from './platform-failure.ts'
import { repeatOnce } from './repeat-once.ts'
import type { Payload } from './render-reply.ts'
import { uploadOrTell } from './upload-or-tell.ts'

/** Interactions that are answered with a message: all but autocomplete. */
export type Answerable = RepliableInteraction

/** How the one first response went: `gone` when Discord no longer takes any. */
export type Acknowledged = 'done' | 'gone'

const flagsOf = (visibility: Visibility) =>
  visibility === 'private' ? ({ flags: MessageFlags.Ephemeral } as const) : {}

/** Answers at once. */
export const respond = (interaction: Answerable, payload: Payload, visibility: Visibility): Promise<Acknowledged> =>
  first(() => uploadOrTell(payload, (fit) => interaction.reply({ ...fit, ...flagsOf(visibility) })))

/** Shows "thinking…". Who may see the answer is decided here for good: no later edit can hide it. */
export const defer = (interaction: Answerable, visibility: Visibility): Promise<Acknowledged> =>
  first(() => interaction.deferReply(flagsOf(visibility)))

/**
 * Completes a deferred answer, in place of any progress it showed. By the webhook, because `editReply` refuses when a
 * repeated defer has lost its flag. The answer is still owed when somebody has deleted what it showed, or when that takes
 * no edits for longer than a moment.
 */
export async function complete(interaction: Answerable, payload: Payload, visibility: Visibility): Promise<void> {
  try {
    await uploadOrTell(payload, (fit) =>
      repeatOnce(() => interaction.webhook.editMessage('@original', { content: '', ...fit })),
    )
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownMessage) && !(error instanceof RateLimitError)) throw error
    await replace(interaction, payload, visibility)
  }
}

/**
 * Takes back a "thinking…" or progress, shown to too many or too few or no longer to be edited, and answers anew. The deletion comes first: a follow-up
 * to a message that is still being thought about would replace it, and be seen by whoever saw that.
 */
export async function replace(interaction: Answerable, payload: Payload, visibility: Visibility): Promise<void> {
  try {
    await repeatOnce(() => interaction.webhook.deleteMessage('@original'))
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error
  }
  const find = visibility === 'public' ? () => findFollowUp(interaction) : undefined
  await uploadOrTell(payload, (fit) =>
    repeatOnce(async () => (await interaction.webhook.send({ ...fit, ...flagsOf(visibility) })).id, find),
  )
}

const FollowUps = z.array(
  z.looseObject({ id: z.string(), interaction_metadata: z.looseObject({ id: z.string() }).nullish() }),
)
const NEWEST = new URLSearchParams({ limit: '50' })

/**
 * The id of our answer to an interaction among the newest messages of its channel: a follow-up takes no nonce. Null: it is not
 * there, or we may not read there. What only one person sees is never there.
 */
async function findFollowUp({ id, channelId, client }: Answerable): Promise<string | null> {
  if (channelId === null) return null
  const reading = client.rest.get(Routes.channelMessages(channelId), { query: NEWEST }).catch(() => null)
  const messages = FollowUps.safeParse(await within(reading, WAITS.followUp, null)).data ?? []
  return messages.find(({ interaction_metadata: made }) => made?.id === id)?.id ?? null
}

/**
 * A request is repeated after a time-out, a 5xx, or a broken connection. When the first one had arrived after all, the
 * repetition is told that the interaction is acknowledged already: by ourselves, with the same body.
 */
export async function first(send: () => Promise<unknown>): Promise<Acknowledged> {
  try {
    await repeatOnce(send)
    return 'done'
  } catch (error) {
    if (isCode(error, CODES.alreadyAcknowledged)) return 'done'
    if (isCode(error, CODES.unknownInteraction)) return 'gone'
    throw error
  }
}
