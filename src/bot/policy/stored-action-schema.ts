import { z } from 'zod'
import type { Block } from '../card.ts'
import type { Inline } from '../rich.ts'

/** An action as JSON: an intent without its wrapping, and cards without pictures. */
export type StoredAction = {
  label: string
  style: 'default' | 'primary' | 'danger'
  lasting?: true | undefined
} & (
  | { kind: 'run'; intent: { command: string; args: Readonly<Record<string, unknown>> } }
  | { kind: 'share'; card: StoredCard }
)

export interface StoredCard {
  tone: 'good' | 'warn' | 'bad' | 'info'
  title: string
  blocks: readonly Exclude<Block, { kind: 'image' }>[]
  actions: readonly StoredAction[]
}

const inline: z.ZodType<Inline> = z.union([
  z.string(),
  z.object({ kind: z.literal('code'), value: z.string() }),
  z.object({ kind: z.literal('strong'), value: z.string() }),
  z.object({ kind: z.literal('time'), at: z.number(), as: z.enum(['moment', 'relative']) }),
  z.object({ kind: z.literal('person'), platform: z.string(), id: z.string() }),
])

const rich = z.array(inline)

const tone = z.enum(['good', 'warn', 'bad', 'info'])

const block: z.ZodType<Exclude<Block, { kind: 'image' }>> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: rich }),
  z.object({ kind: z.literal('fields'), fields: z.array(z.object({ label: z.string(), value: rich })) }),
  z.object({ kind: z.literal('table'), columns: z.array(z.string()), rows: z.array(z.array(rich)) }),
  z.object({ kind: z.literal('code'), text: z.string() }),
  z.object({
    kind: z.literal('finding'),
    tone,
    label: z.string(),
    text: rich,
    remedy: rich,
    codes: z.string().nullable(),
  }),
  z.object({ kind: z.literal('note'), text: rich }),
  z.object({ kind: z.literal('divider') }),
])

const common = {
  label: z.string(),
  style: z.enum(['default', 'primary', 'danger']),
  lasting: z.literal(true).optional(),
}

export const storedAction: z.ZodType<StoredAction> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      ...common,
      kind: z.literal('run'),
      intent: z.object({ command: z.string(), args: z.record(z.string(), z.unknown()) }),
    }),
    z.object({
      ...common,
      kind: z.literal('share'),
      card: z.object({ tone, title: z.string(), blocks: z.array(block), actions: z.array(storedAction) }),
    }),
  ]),
)
