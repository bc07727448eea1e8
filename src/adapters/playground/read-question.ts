import { z } from 'zod'
import type { Input } from '../../bot/request.ts'
import { LOCALES, type Locale } from '../../bot/texts/locale.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { PLAYGROUND_LIMITS } from './limits.ts'

/** What the page asks, wrapped: the words may hold a signature. */
export interface Question {
  input: Input
  locale: Locale
  timeZone: string | null
}

/** An argument that was left empty was not given. */
const args = z
  .record(z.string().max(PLAYGROUND_LIMITS.command), z.string().max(PLAYGROUND_LIMITS.text))
  .transform(
    (given) => new Secret(Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''))),
  )

const input = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('words'),
    text: z
      .string()
      .max(PLAYGROUND_LIMITS.text)
      .transform((text) => new Secret(text)),
  }),
  z.strictObject({ kind: z.literal('press'), key: z.string().min(1).max(PLAYGROUND_LIMITS.key) }),
  z
    .strictObject({ kind: z.literal('call'), command: z.string().min(1).max(PLAYGROUND_LIMITS.command), args })
    .transform(({ kind, command, args }) => ({ kind, intent: { command, args, typed: true as const } })),
])

const question = z.strictObject({
  input,
  locale: z.enum(LOCALES),
  timeZone: z
    .string()
    .max(PLAYGROUND_LIMITS.timeZone)
    .nullable()
    .transform((zone) => (zone !== null && isTimeZone(zone) ? zone : null)),
})

/** The body of `POST /api/ask`, or null where it is none. */
export function readQuestion(body: string): Question | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const read = question.safeParse(value)
  return read.success ? read.data : null
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
