import { localeOf } from '../../bot/texts/locale.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { spokenTo } from './ask-bot.ts'
import { respond, type Answerable } from './first-response.ts'
import { textPayload } from './render-reply.ts'
import { DISCORD_TEXTS } from './texts.ts'

const SENTENCES = {
  stopping: 'stopping',
  gone: 'unknownButton',
  'not-yours': 'notYourButton',
  'no-signature': 'noSignature',
} as const

/** Answers with one of our own sentences, for the asker alone. */
export async function say(
  interaction: Answerable,
  what: keyof typeof SENTENCES,
  { context }: InteractionWork,
): Promise<void> {
  const texts = DISCORD_TEXTS[spokenTo(context, localeOf(interaction.locale))]
  await respond(interaction, textPayload(texts[SENTENCES[what]]), 'private')
}
