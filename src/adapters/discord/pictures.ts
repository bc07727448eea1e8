import type { APIEmbed } from 'discord.js'
import type { Block, Card } from '../../bot/card.ts'
import { cutPlain, escapeText } from './escape-text.ts'
import { LIMITS } from './limits.ts'
import { cutMarkup } from './render-rich.ts'
import type { Payload } from './render-reply.ts'

/** A file as discord.js takes it. `description` is its alt text, plain. */
export interface PayloadFile {
  attachment: Buffer
  name: string
  description: string
}

type Image = Extract<Block, { kind: 'image' }>

const imagesOf = ({ blocks }: Card): readonly Image[] => blocks.filter((block) => block.kind === 'image')

/**
 * The card's pictures as files: the first is shown by the last embed, below all of the text; each further one by an embed of
 * its own, since an embed shows one. Where they are too large, their words stand in their place.
 */
export function withPictures(payload: Payload, card: Card): Payload {
  const files = imagesOf(card)
    .slice(0, LIMITS.embeds - payload.embeds.length + 1)
    .map(fileOf)
  if (files.length === 0) return payload
  const [first, ...further] = files.map(({ name }) => ({ image: { url: `attachment://${name}` } }))
  const last = payload.embeds.at(-1)
  const colour = last?.color === undefined ? {} : { color: last.color }
  const embeds = [
    ...payload.embeds.slice(0, -1),
    { ...last, ...first },
    ...further.map((image) => ({ ...colour, ...image })),
  ]
  const shown = { ...payload, embeds, files }
  const sizes = files.map(({ attachment }) => attachment.byteLength)
  const tooLarge =
    Math.max(...sizes) > LIMITS.fileBytes || sizes.reduce((sum, size) => sum + size) > LIMITS.requestBytes
  return tooLarge ? withoutPictures(shown) : shown
}

/** Discord rewrites names that hold anything else, and then the embed would not find its file. */
function fileOf({ png, name, alt }: Image, index: number): PayloadFile {
  const plain = name.replace(/\.png$/i, '').replace(/[^\w.-]+/g, '-')
  return {
    attachment: Buffer.from(png.buffer, png.byteOffset, png.byteLength),
    name: `${plain}${index === 0 ? '' : `-${index + 1}`}.png`,
    description: cutPlain(alt, LIMITS.fileDescription),
  }
}

/** The same message for where no file can be sent: what the pictures show stands as small print. */
export function withoutPictures({ files = [], ...payload }: Payload): Payload {
  const embeds = payload.embeds.flatMap(({ image, ...embed }) => (image !== undefined && isBare(embed) ? [] : [embed]))
  const last = embeds.at(-1)
  if (last === undefined) return { ...payload, embeds }
  let description = last.description ?? ''
  let room = Math.min(LIMITS.embedDescription - description.length, LIMITS.embedTotal - lengthOf(embeds))
  for (const file of files) {
    const note = cutMarkup(escapeText(file.description.replace(/\s+/g, ' ')), room - MARK.length)
    if (note.length < STUMP && note.length < file.description.length) break
    description += `${description === '' ? MARK.trimStart() : MARK}${note}`
    room -= MARK.length + note.length
  }
  return { ...payload, embeds: [...embeds.slice(0, -1), { ...last, ...(description === '' ? {} : { description }) }] }
}

const MARK = '\n\n-# '
/** Less of a text than this says nothing. */
const STUMP = 40

const isBare = (embed: APIEmbed): boolean => Object.keys(embed).every((key) => key === 'color')

const lengthOf = (embeds: readonly APIEmbed[]): number =>
  embeds.reduce(
    (sum, { title = '', description = '', author, footer }) =>
      sum + title.length + description.length + (author?.name.length ?? 0) + (footer?.text.length ?? 0),
    0,
  )
