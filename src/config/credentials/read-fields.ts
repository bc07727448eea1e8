import type { z } from 'zod'
import { closest } from '../../bot/words/closest.ts'
import { shown } from '../../bot/words/shown.ts'
import type { ConfigProblem } from '../problem.ts'
import { UNSET } from '../read-source.ts'
import { FORMS, type CredentialVendor } from './forms.ts'

export type Raw = Readonly<Record<string, unknown>>

export type Shape = Readonly<Record<string, z.ZodType>>

type Values<S extends Shape> = { readonly [Key in keyof S]: z.output<S[Key]> }

/** The keys of a credential as far as they are right, so that what depends on several is checked however many others are wrong. */
export interface Fields<S extends Shape> {
  right: Partial<Values<S>>
  /** Null where a key is wrong or missing. */
  complete: Values<S> | null
  /** Keys relative to the credential. */
  problems: readonly ConfigProblem[]
}

/** Keys whose value may stand in a file of its own. */
const IN_FILES = new Set([
  'key',
  'certificate',
  'p12',
  'password',
  'serviceAccount',
  'clientSecret',
  'appSecret',
  'masterSecret',
])

/** Reads each key on its own; keys that the shape does not have are told with the vendor's right forms. */
export function readFields<S extends Shape>(vendor: CredentialVendor, shape: S, given: Raw): Fields<S> {
  const right: Record<string, unknown> = {}
  const problems: ConfigProblem[] = []
  let complete = true
  for (const [name, schema] of Object.entries(shape)) {
    const value = given[name]
    // Already told: a variable that is not set, or a file that cannot be read.
    if (typeof value === 'string' && value.includes(UNSET)) {
      complete = false
      continue
    }
    const parsed = schema.safeParse(value)
    if (parsed.success) {
      right[name] = parsed.data
      continue
    }
    complete = false
    const missing = IN_FILES.has(name) ? 'missing-secret' : 'missing'
    problems.push({ key: name, problem: value === undefined ? missing : (parsed.error.issues[0]?.message ?? 'text') })
  }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(shape, name)) continue
    complete = false
    const near = closest(name, Object.keys(shape), 1)[0]
    // Where a key should stand a secret may stand by mistake, so a long name is not repeated.
    problems.push({
      key: shown(name),
      problem: near === undefined ? `credential-key:${FORMS[vendor]}` : `unknown:${near}`,
    })
  }
  return { right: right as Partial<Values<S>>, complete: complete ? (right as Values<S>) : null, problems }
}
