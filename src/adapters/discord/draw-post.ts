import type { RawFile } from 'discord.js'
import type { Bot } from '../../bot/bot.ts'
import type { ChannelPost } from '../../bot/ports/channels.ts'
import { plainPayload } from './plain-payload.ts'
import { withoutPictures } from './pictures.ts'
import { referenceOf } from './post-names.ts'
import { cardPayload, type Payload } from './render-reply.ts'
import { DISCORD_TEXTS } from './texts.ts'

/** The forms of a post, each asking for fewer permissions than the one before: pictures, embeds, plain text. */
export type PostForms = readonly [Payload, ...Payload[]]

/** Draws a post with its reference in the small print. Anyone who can read it may press its buttons. */
export function drawPost(bot: Pick<Bot, 'keep'>, post: ChannelPost, now: number): PostForms {
  const { card, locale, timeZone } = post
  const reference = DISCORD_TEXTS[locale].reference(referenceOf(post.key))
  const whole = cardPayload(bot, card, locale, null, { footer: reference })
  const { components } = whole
  const plain = { ...plainPayload(card, { locale, timeZone, now, last: reference }), components }
  return whole.files === undefined ? [whole, plain] : [whole, withoutPictures(whole), plain]
}

/** As REST takes it. What a form does not have is taken away from a message that is edited, but for its files. */
export function bodyOf({ files = [], ...payload }: Payload): { body: object; files?: RawFile[] } {
  const body = { content: '', ...payload, allowed_mentions: { parse: [] } }
  if (files.length === 0) return { body }
  const attachments = files.map(({ name, description }, id) => ({ id, filename: name, description }))
  return {
    body: { ...body, attachments },
    files: files.map(({ name, attachment }) => ({ name, data: attachment, contentType: 'image/png' })),
  }
}
