import { z } from 'zod'
import { Secret } from '../diagnostics/secret.ts'
import { shown } from './words/shown.ts'
import { parseDuration, parseTime } from './words/time.ts'

/** Why an argument was not accepted; sentences are made from it by the texts. */
export type ArgumentProblem =
  | { kind: 'missing' }
  | { kind: 'wrong-type' }
  | { kind: 'too-long'; maximum: number }
  | { kind: 'not-a-time'; given: string }
  | { kind: 'not-a-duration'; given: string }

/** Lists from which a surface can offer values while a person types. */
export type Suggestions = 'apps' | 'commands' | 'vendors'

/**
 * One argument of a command: how it is read, and what every surface needs to offer it. `place` is how it is typed:
 * `word` in its turn, `rest` takes all that remains (a signature that was wrapped over lines), `option` as `--name value`.
 */
export interface Argument<Value = unknown> {
  place: 'word' | 'rest' | 'option'
  required: boolean
  /** Must not be seen by others or logged. */
  secret: boolean
  /** In characters. */
  maxLength: number
  /** What stands for its value in a command's form; null: its name. */
  placeholder: string | null
  suggestions: Suggestions | null
  schema: z.ZodType<Value>
}

export type Arguments = Readonly<Record<string, Argument>>

export type InputOf<Args extends Arguments> = {
  [Name in keyof Args]: Args[Name] extends Argument<infer Value> ? Value : never
}

type Placing = { place: Argument['place'] }
type Shape = Partial<Pick<Argument, 'maxLength' | 'suggestions'>>

const TEXT_LIMIT = 200

/** What a script may write for a text: `"user": 42` is as clear as `"user": "42"`. */
const plainText = (maximum: number) =>
  z
    .union([z.string(), z.number().transform(String)], { error: 'wrong-type' })
    .transform((value) => value.trim())
    .refine((value) => value.length > 0, { error: 'missing' })
    .refine((value) => [...value].length <= maximum, { error: 'too-long', abort: true })

export function requiredText(placing: Placing, shape: Shape = {}): Argument<string> {
  const maxLength = shape.maxLength ?? TEXT_LIMIT
  return {
    ...placing,
    required: true,
    secret: false,
    maxLength,
    placeholder: null,
    suggestions: shape.suggestions ?? null,
    schema: plainText(maxLength),
  }
}

export function optionalText(placing: Placing, shape: Shape = {}): Argument<string | undefined> {
  const required = requiredText(placing, shape)
  return { ...required, required: false, schema: required.schema.optional() }
}

/** A signature: wrapped before anything else can see it, and never trimmed or judged here; the verifier does that. */
export function requiredSecret(placing: Placing, maxLength: number): Argument<Secret> {
  return {
    ...placing,
    required: true,
    secret: true,
    maxLength,
    placeholder: null,
    suggestions: null,
    schema: z.string({ error: 'wrong-type' }).transform((value) => new Secret(value)),
  }
}

/** A moment, as ISO 8601 or UNIX seconds; UNIX milliseconds inside. */
export function optionalTime(): Argument<number | undefined> {
  return {
    place: 'option',
    required: false,
    secret: false,
    maxLength: 40,
    placeholder: 'TIME',
    suggestions: null,
    schema: z
      .union([z.string(), z.number()], { error: 'wrong-type' })
      .transform((value, context) => {
        const time = parseTime(value)
        if (time === null) context.addIssue({ code: 'custom', message: 'not-a-time' })
        return time ?? 0
      })
      .optional(),
  }
}

/** A duration such as `90s`, `15m`, `12h`, `7d`; a bare number is seconds. Seconds inside. */
export function optionalDuration(): Argument<number | undefined> {
  return {
    place: 'option',
    required: false,
    secret: false,
    maxLength: 20,
    placeholder: 'DURATION',
    suggestions: null,
    schema: z
      .union([z.string(), z.number()], { error: 'wrong-type' })
      .transform((value, context) => {
        const seconds = parseDuration(value)
        if (seconds === null) context.addIssue({ code: 'custom', message: 'not-a-duration' })
        return seconds ?? 0
      })
      .optional(),
  }
}

export interface ArgumentError {
  name: string
  problem: ArgumentProblem
}

/** Reads all arguments at once; unknown names are the caller's to report. */
export function readArguments<Args extends Arguments>(
  args: Args,
  raw: Readonly<Record<string, unknown>>,
): { kind: 'read'; input: InputOf<Args> } | { kind: 'unreadable'; errors: readonly ArgumentError[] } {
  const errors: ArgumentError[] = []
  const input: Record<string, unknown> = {}
  for (const [name, argument] of Object.entries(args)) {
    const given = isLeftOut(raw[name], argument) ? undefined : raw[name]
    if (given === undefined && argument.required) {
      errors.push({ name, problem: { kind: 'missing' } })
      continue
    }
    const parsed = argument.schema.safeParse(given)
    if (parsed.success) input[name] = parsed.data
    else errors.push({ name, problem: problemOf(parsed.error.issues[0]?.message, argument, given) })
  }
  return errors.length > 0 ? { kind: 'unreadable', errors } : { kind: 'read', input: input as InputOf<Args> }
}

/** An empty field of a form is one left out; an empty signature is one that was given, and is judged. */
const isLeftOut = (given: unknown, { required }: Argument): boolean =>
  given === undefined || given === null || (!required && typeof given === 'string' && given.trim() === '')

function problemOf(message: string | undefined, argument: Argument, given: unknown): ArgumentProblem {
  switch (message) {
    case 'missing':
      return { kind: 'missing' }
    case 'too-long':
      return { kind: 'too-long', maximum: argument.maxLength }
    case 'not-a-time':
      return { kind: 'not-a-time', given: shown(String(given)) }
    case 'not-a-duration':
      return { kind: 'not-a-duration', given: shown(String(given)) }
    default:
      return { kind: 'wrong-type' }
  }
}
