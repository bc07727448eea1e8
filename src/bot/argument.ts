import { z } from 'zod'
import { Secret } from '../diagnostics/secret.ts'
import { looksLikeKey } from '../diagnostics/usersig/looks-like-key.ts'
import { type Credential, findCredential } from './policy/credential-forms.ts'
import { isSignature } from './policy/holds-secret.ts'
import { shown } from './words/shown.ts'
import { parseSince, type Since } from './words/since.ts'
import { splitList } from './words/split-list.ts'
import { parseDuration, parseTime } from './words/time.ts'

/** Why an argument was not accepted; sentences are made from it by the texts. */
export type ArgumentProblem =
  | { kind: 'missing' }
  | { kind: 'wrong-type' }
  | { kind: 'too-long'; maximum: number }
  | { kind: 'not-a-time'; given: string }
  | { kind: 'not-a-duration'; given: string }
  | { kind: 'not-a-since'; given: string }
  | { kind: 'not-yes-or-no'; given: string }
  | { kind: 'too-many'; maximum: number }
  /** A signature stands where none belongs. */
  | { kind: 'signature' }
  /** A key, or a token. */
  | { kind: 'credential'; credential: Credential }

/** Lists from which a surface can offer values while a person types. */
export type Suggestions = 'apps' | 'commands' | 'vendors'

/**
 * One argument of a command: how it is read, and what every surface needs to offer it. `place` is how it is typed:
 * `word` in its turn, `rest` takes all that remains (a signature that was wrapped over lines), `list` takes all that
 * remains as values of their own, `option` as `--name value`, `flag` as `--name` alone.
 */
export interface Argument<Value = unknown> {
  place: 'word' | 'rest' | 'list' | 'option' | 'flag'
  required: boolean
  /** Must not be seen by others or logged. */
  secret: boolean
  /** A key in its place is a finding of the command's. */
  judgesKeys?: true
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
/** `exact`: blanks at its edges belong to it, as in a UserID. Words that are typed without quotes have none. */
type Shape = Partial<Pick<Argument, 'maxLength' | 'suggestions'>> & { exact?: boolean }

const TEXT_LIMIT = 200

/** What a script may write for a text: `"user": 42` is as clear as `"user": "42"`. */
const plainText = (maximum: number, exact: boolean) =>
  z
    .union([z.string(), z.number().transform(String)], { error: 'wrong-type' })
    .transform((value) => (exact ? value : value.trim()))
    .refine((value) => value.trim().length > 0, { error: 'missing' })
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
    schema: plainText(maxLength, shape.exact === true),
  }
}

export function optionalText(placing: Placing, shape: Shape = {}): Argument<string | undefined> {
  const required = requiredText(placing, shape)
  return { ...required, required: false, schema: required.schema.optional() }
}

/** One value, or several where a script or a question gives an array: each is read as the argument reads one. */
export function oneOrMore<Value>(one: Argument<Value>, most: number): Argument<readonly Value[]> {
  return {
    ...one,
    schema: z.unknown().transform((given, context) => {
      const values: readonly unknown[] = Array.isArray(given) ? [...new Set<unknown>(given)] : [given]
      if (values.length > most) context.addIssue({ code: 'custom', message: 'too-many', params: { maximum: most } })
      return values.slice(0, most).flatMap((each) => {
        const read = one.schema.safeParse(each)
        if (read.success) return [read.data]
        for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message })
        return []
      })
    }),
  }
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

/** An option of few characters, with the reader of its value, which says null for what it does not take. */
function optionalRead<Value>(
  placeholder: string,
  maxLength: number,
  problem: 'not-a-time' | 'not-a-duration' | 'not-a-since',
  read: (value: string | number) => Value | null,
): Argument<Value | undefined> {
  return {
    place: 'option',
    required: false,
    secret: false,
    maxLength,
    placeholder,
    suggestions: null,
    schema: z
      .union([z.string(), z.number()], { error: 'wrong-type' })
      .transform((value, context) => {
        const found = read(value)
        if (found !== null) return found
        context.addIssue({ code: 'custom', message: problem })
        return z.NEVER
      })
      .optional(),
  }
}

/** A moment, as ISO 8601 or UNIX seconds; UNIX milliseconds inside. */
export const optionalTime = (): Argument<number | undefined> => optionalRead('TIME', 40, 'not-a-time', parseTime)

/** A duration such as `90s`, `15m`, `12h`, `7d`; a bare number is seconds. Seconds inside. */
export const optionalDuration = (): Argument<number | undefined> =>
  optionalRead('DURATION', 20, 'not-a-duration', parseDuration)

/** From when on: a duration, a moment, or a time of the reader's day; `sinceToTime` makes a moment of it. */
export const optionalSince = (): Argument<Since | undefined> => optionalRead('SINCE', 60, 'not-a-since', parseSince)

/** Longest list that is typed into one field, in characters. */
const LIST_LIMIT = 6000

/** Up to `most` values of up to `each` characters, without doubles: the words that remain, an array, or one text of them. */
export function requiredList({ most, each }: { most: number; each: number }): Argument<readonly string[]> {
  return {
    place: 'list',
    required: true,
    secret: false,
    maxLength: Math.min(most * (each + 2), LIST_LIMIT),
    placeholder: null,
    suggestions: null,
    schema: z
      .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))], { error: 'wrong-type' })
      .transform((given, context) => {
        const values = Array.isArray(given) ? given.map(String) : splitList(String(given))
        // To the letter: what was typed without quotes has no blanks any more.
        const unique = [...new Set(values.filter((value) => value.trim() !== ''))]
        const refuse = (message: string, maximum: number) =>
          context.addIssue({ code: 'custom', message, params: { maximum } })
        if (unique.length === 0) refuse('missing', 0)
        if (unique.length > most) refuse('too-many', most)
        if (unique.some((value) => [...value].length > each)) refuse('too-long', each)
        return unique
      }),
  }
}

const YES = /^(?:true|yes|y|1|)$/i
const NO = /^(?:false|no|n|0)$/i

/** `--name` alone. A script may write it out; left out it is false. */
export function optionalFlag(): Argument<boolean> {
  return {
    place: 'flag',
    required: false,
    secret: false,
    maxLength: 5,
    placeholder: null,
    suggestions: null,
    schema: z
      .union([z.boolean(), z.string(), z.number()], { error: 'not-yes-or-no' })
      .default(false)
      .transform((value, context) => {
        const text = String(value).trim()
        if (!YES.test(text) && !NO.test(text)) context.addIssue({ code: 'custom', message: 'not-yes-or-no' })
        return YES.test(text)
      }),
  }
}

export interface ArgumentError {
  name: string
  problem: ArgumentProblem
}

/**
 * Reads all arguments at once; unknown names are the caller's to report.
 *
 * @param credentialIn finds a key or a token in the place of a value that is not secret
 */
export function readArguments<Args extends Arguments>(
  args: Args,
  raw: Readonly<Record<string, unknown>>,
  credentialIn: (value: unknown) => Credential | null = credentialByForm,
): { kind: 'read'; input: InputOf<Args> } | { kind: 'unreadable'; errors: readonly ArgumentError[] } {
  const errors: ArgumentError[] = []
  const input: Record<string, unknown> = {}
  for (const [name, argument] of Object.entries(args)) {
    const given = isLeftOut(raw[name], argument) ? undefined : raw[name]
    if (given === undefined && argument.required) {
      errors.push({ name, problem: { kind: 'missing' } })
      continue
    }
    if (!argument.secret && argument.place !== 'rest' && [given].flat().some(isSignature)) {
      errors.push({ name, problem: { kind: 'signature' } })
      continue
    }
    const credential = isOpen(argument, given) ? credentialIn(given) : null
    if (credential !== null) {
      errors.push({ name, problem: { kind: 'credential', credential } })
      continue
    }
    const parsed = argument.schema.safeParse(given)
    if (parsed.success) input[name] = parsed.data
    else errors.push({ name, problem: problemOf(parsed.error.issues[0], argument, given) })
  }
  return errors.length > 0 ? { kind: 'unreadable', errors } : { kind: 'read', input: input as InputOf<Args> }
}

/** Whether what is given may be seen by others. A text to look codes up in is only looked into. */
const isOpen = ({ secret, place, judgesKeys }: Argument, given: unknown): boolean =>
  !secret &&
  place !== 'rest' &&
  !(judgesKeys === true && typeof given === 'string' && looksLikeKey(given.trim(), 'user') !== null)

const credentialByForm = (value: unknown): Credential | null =>
  [value]
    .flat()
    .map((each) => (typeof each === 'string' ? findCredential(each) : null))
    .find((each) => each !== null) ?? null

/** An empty field of a form is one left out; an empty signature is one that was given, and is judged; so is a flag's. */
const isLeftOut = (given: unknown, { required, place }: Argument): boolean =>
  given === undefined ||
  given === null ||
  (!required && place !== 'flag' && typeof given === 'string' && given.trim() === '')

function problemOf(issue: z.core.$ZodIssue | undefined, argument: Argument, given: unknown): ArgumentProblem {
  switch (issue?.message) {
    case 'missing':
      return { kind: 'missing' }
    case 'too-long':
      return { kind: 'too-long', maximum: maximumOf(issue) ?? argument.maxLength }
    case 'too-many':
      return { kind: 'too-many', maximum: maximumOf(issue) ?? 1 }
    case 'not-a-time':
    case 'not-a-duration':
    case 'not-a-since':
    case 'not-yes-or-no':
      return {
        kind: issue.message,
        given: shown(typeof given === 'string' || typeof given === 'number' ? String(given) : '…'),
      }
    default:
      return { kind: 'wrong-type' }
  }
}

/** Of an issue that says how many, or how long, would have been taken. */
function maximumOf(issue: z.core.$ZodIssue): number | null {
  const maximum: unknown = issue.code === 'custom' ? issue.params?.['maximum'] : null
  return typeof maximum === 'number' ? maximum : null
}
