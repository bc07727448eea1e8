import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { createRequire } from 'node:module'
import type * as yaml from 'yaml'
import type { ConfigProblem } from './problem.ts'
import { markVariables, type Variables } from './variables.ts'

export type Environment = Readonly<Record<string, string | undefined>>

type Raw = Record<string, unknown>

const isMapping = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

export interface ReadSource {
  raw: Raw
  problems: ConfigProblem[]
  /** The names of the files that were read, by the key whose value each gave, without `File`. */
  files: ReadonlyMap<string, string>
}

/** Reads the YAML file, replaces `${NAME}` and reads `*File` keys; what cannot be done is reported, not thrown. */
export function readConfigFile(path: string, environment: Environment): ReadSource {
  const failed = (problem: string): ReadSource => ({ raw: {}, problems: [{ key: path, problem }], files: new Map() })
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return failed(`file:${reasonOf(error)}`)
  }
  const variables = markVariables(text)
  const parsed = parseYaml(variables.marked)
  if (parsed.kind === 'error') return failed(`yaml:${parsed.line},${parsed.reason}`)
  const value = parsed.value ?? {}
  if (!isMapping(value)) return failed('not-a-mapping')
  const problems: ConfigProblem[] = []
  const files = new Map<string, string>()
  const raw = resolveValue(value, '', { environment, folder: dirname(path), problems, variables, files })
  return { raw: isMapping(raw) ? raw : {}, problems, files }
}

function parseYaml(text: string): { kind: 'value'; value: unknown } | { kind: 'error'; line: number; reason: string } {
  // Loaded only where there is a file: it is a twentieth of the start.
  const { parseDocument }: typeof yaml = createRequire(import.meta.url)('yaml')
  const document = parseDocument(text, { prettyErrors: true, intAsBigInt: true })
  const [error] = document.errors
  if (error !== undefined) {
    const unclosed = error.code === 'MISSING_CHAR' ? /closing (["'])/.exec(error.message)?.[1] : undefined
    // Nothing closes it to the end, so the last one is the one that opens.
    if (unclosed !== undefined)
      return { kind: 'error', line: lineAt(text, text.lastIndexOf(unclosed)), reason: 'UNCLOSED_QUOTE' }
    return { kind: 'error', line: error.linePos?.[0].line ?? 1, reason: error.code }
  }
  try {
    return { kind: 'value', value: document.toJS({ maxAliasCount: 50 }) as unknown }
  } catch {
    // An alias that stands for nothing, or for too much.
    return { kind: 'error', line: 1, reason: 'BAD_ALIAS' }
  }
}

const lineAt = (text: string, index: number): number => text.slice(0, Math.max(index, 0)).split('\n').length

interface Resolving {
  environment: Environment
  /** File names are relative to the configuration's own folder. */
  folder: string
  problems: ConfigProblem[]
  variables: Variables
  files: Map<string, string>
}

/** Keys whose files are no text: their value is base64. */
const BINARY = new Set(['p12'])

function resolveValue(value: unknown, path: string, resolving: Resolving): unknown {
  if (typeof value === 'string') return replaceVariables(value, path, resolving)
  if (typeof value === 'bigint') return plainInteger(value)
  if (Array.isArray(value)) return value.map((item, index) => resolveValue(item, `${path}.${index}`, resolving))
  if (!isMapping(value)) return value
  const resolved: [string, unknown][] = []
  for (const [marked, item] of Object.entries(value)) {
    const key = resolving.variables.asWritten(marked)
    const here = path === '' ? key : `${path}.${key}`
    const content = resolveValue(item, here, resolving)
    // A key without a value, as in `publicKeyFile:`, is a key left out.
    if (content === null) continue
    const name = /^(.+)File$/.exec(key)?.[1]
    if (name === undefined) resolved.push([key, content])
    else if (value[name] !== undefined && value[name] !== null)
      resolving.problems.push({ key: here, problem: `twice:${name}` })
    else if (typeof content !== 'string') resolving.problems.push({ key: here, problem: 'text' })
    else {
      resolved.push([name, readSecret(content, here, BINARY.has(name) ? 'base64' : 'utf8', resolving)])
      resolving.files.set(here.slice(0, -'File'.length), content)
    }
  }
  return Object.fromEntries(resolved)
}

/** The ids of Discord are larger than a number can hold: without quotes they keep their digits as text. */
const plainInteger = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value)

/** The text with its variables in place; null where nothing is left of it, as of `${NAME:-}`: such a key is left out. */
function replaceVariables(text: string, path: string, { environment, problems, variables }: Resolving): string | null {
  const replaced = variables.replace(text, (name, fallback) => {
    const value = environment[name]
    if (value !== undefined && value !== '') return value
    if (fallback === null) problems.push({ key: path, problem: `variable:${name}` })
    return fallback ?? UNSET
  })
  return replaced === '' && text !== '' ? null : replaced
}

/** Stands for a value that could not be found and is already reported, so that it is not reported again as missing. */
export const UNSET = '\u0000unset'

function readSecret(name: string, path: string, as: 'utf8' | 'base64', { folder, problems }: Resolving): string {
  if (name.includes(UNSET)) return UNSET
  try {
    return readFileSync(resolve(folder, name), as).trim()
  } catch (error) {
    problems.push({ key: path, problem: `file:${reasonOf(error)}` })
    return UNSET
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
