import { z } from 'zod'
import { LIMITS } from '../../../src/adapters/discord/limits.ts'

/** Discord counts characters, and trims an embed's texts before it counts. */
const characters = (text: string): number => [...text.trim()].length
const upTo = (maximum: number) =>
  z.string().refine((text) => characters(text) <= maximum, { error: `over ${maximum} characters` })
const between = (minimum: number, maximum: number) =>
  upTo(maximum).refine((text) => characters(text) >= minimum, { error: 'too short' })

const Embed = z
  .strictObject({
    color: z.int().min(0).max(0xffffff),
    title: between(1, LIMITS.embedTitle).optional(),
    description: between(1, LIMITS.embedDescription).optional(),
    author: z.strictObject({ name: between(1, LIMITS.embedAuthor) }).optional(),
    footer: z.strictObject({ text: between(1, 2048) }).optional(),
    image: z.strictObject({ url: z.string().regex(/^attachment:\/\/[\w.-]+\.png$/) }).optional(),
  })
  .refine((embed) => embed.title ?? embed.description ?? embed.author ?? embed.image, { error: 'empty embed' })

const Button = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  label: between(1, LIMITS.buttonLabel),
  custom_id: between(1, LIMITS.customId),
})

const Row = z.strictObject({ type: z.literal(1), components: z.array(Button).min(1).max(LIMITS.buttonsPerRow) })

/** A message body as the tests' Discord takes it: what we send, and nothing that Discord would refuse. */
export const MessageBody = z
  .looseObject({
    content: upTo(LIMITS.content).nullish(),
    embeds: z.array(Embed).max(LIMITS.embeds).optional(),
    components: z.array(Row).max(LIMITS.rows).optional(),
    allowed_mentions: z.looseObject({ parse: z.array(z.never()).max(0) }).optional(),
    flags: z.int().optional(),
    attachments: z
      .array(z.looseObject({ filename: z.string().regex(/^[\w.-]+$/), description: between(1, 1024) }))
      .max(10)
      .optional(),
  })
  .refine(
    ({ embeds = [] }) =>
      embeds.reduce(
        (sum, { title = '', description = '', author, footer }) =>
          sum + [title, description, author?.name ?? '', footer?.text ?? ''].map(characters).reduce((a, b) => a + b),
        0,
      ) <= LIMITS.embedTotal,
    { error: 'embeds over 6000 characters in total' },
  )
  .refine(
    ({ embeds = [], attachments = [] }) =>
      embeds.every(
        ({ image }) =>
          image === undefined || attachments.some(({ filename }) => image.url === `attachment://${filename}`),
      ),
    { error: 'an embed shows a file that is not there' },
  )
  .refine(
    ({ components = [] }) => unique(components.flatMap((row) => row.components.map((button) => button.custom_id))),
    {
      error: 'custom_id twice',
    },
  )

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length

const Label = z.strictObject({
  type: z.literal(18),
  label: between(1, LIMITS.label),
  description: between(1, LIMITS.labelDescription).optional(),
  component: z
    .strictObject({
      type: z.literal(4),
      custom_id: between(1, LIMITS.customId),
      style: z.union([z.literal(1), z.literal(2)]),
      required: z.boolean(),
      max_length: z.int().min(1).max(LIMITS.textInput),
      value: upTo(LIMITS.textInput).optional(),
    })
    .refine(({ value = '', max_length }) => value.length <= max_length, { error: 'value longer than max_length' }),
})

export const ModalBody = z.strictObject({
  custom_id: between(1, LIMITS.customId),
  title: between(1, LIMITS.modalTitle),
  components: z.array(Label).min(1).max(LIMITS.modalFields),
})

export type SentMessage = z.infer<typeof MessageBody>
export type SentModal = z.infer<typeof ModalBody>
