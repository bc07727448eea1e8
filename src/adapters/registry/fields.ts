import { z } from 'zod'

/** What is wrong with one value, and where; never the value. */
export interface Problem {
  /** `devices[0].token`, `user`; empty: the whole body. */
  path: string
  problem: string
}

export type Reading<Value> = { ok: true; value: Value } | { ok: false; problems: readonly Problem[] }

/** No control characters, which terminals obey, and no half characters, which no database takes. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]+$/u

const USER_BYTES = 256
const userProblem = `must be a percent-encoded UserID of 1 to ${USER_BYTES} bytes without control characters`

/** A part of a path as it came, percent-encoded. */
export const userField = z
  .string({ error: userProblem })
  .transform((part) => decode(part))
  .refine((user) => user !== null && PRINTABLE.test(user) && Buffer.byteLength(user) <= USER_BYTES, {
    error: userProblem,
  })
  .transform((user) => user ?? '')

export const textField = (most: number) => {
  const error = `must be a text of 1 to ${most} characters without control characters`
  return z.string({ error }).regex(PRINTABLE, { error }).max(most, { error })
}

/** What the app names one of a user's devices by. */
export const idField = textField(128)

export const readWith = <Value>(schema: z.ZodType<Value>, value: unknown, root = ''): Reading<Value> => {
  const read = schema.safeParse(value)
  if (read.success) return { ok: true, value: read.data }
  const problems = read.error.issues.map(({ path, message }) => ({ path: pathOf(path, root), problem: message }))
  // A text can be too long and unprintable: that is one problem, and its sentence says both.
  return {
    ok: false,
    problems: problems.filter(({ path }, at) => problems.findIndex((each) => each.path === path) === at),
  }
}

const pathOf = (path: readonly PropertyKey[], root: string): string =>
  path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : before === '' ? String(part) : `${before}.${String(part)}`,
    root,
  )

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
