import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import type { ConfigProblem } from './problem.ts'

export type Environment = Readonly<Record<string, string | undefined>>

type Raw = Record<string, unknown>

const isMapping = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the YAML file, replaces `${NAME}` and reads `*File` keys; what cannot be done is reported, not thrown. */
export function readConfigFile(path: string, environment: Environment): { raw: Raw; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = []
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { raw: {}, problems: [{ key: path, problem: `file:${reasonOf(error)}` }] }
  }
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error !== undefined) {
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {}
    return { raw: {}, problems: [{ key: path, problem: `yaml:${line}:${col}` }] }
  }
  const value: unknown = document.toJS({ maxAliasCount: 50 }) ?? {}
  if (!isMapping(value)) return { raw: {}, problems: [{ key: path, problem: 'not-a-mapping' }] }
  const raw = resolveValue(value, '', { environment, folder: dirname(path), problems })
  return { raw: isMapping(raw) ? raw : {}, problems }
}

interface Resolving {
  environment: Environment
  /** File names are relative to the configuration's own folder. */
  folder: string
  problems: ConfigProblem[]
}

function resolveValue(value: unknown, path: string, resolving: Resolving): unknown {
  if (typeof value === 'string') return replaceVariables(value, path, resolving)
  if (Array.isArray(value)) return value.map((item, index) => resolveValue(item, `${path}.${index}`, resolving))
  if (!isMapping(value)) return value instanceof Date ? value.toISOString().slice(0, 10) : value
  const resolved: Raw = {}
  for (const [key, item] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    const name = /^(.+)File$/.exec(key)?.[1]
    const content = resolveValue(item, here, resolving)
    // A key without a value, as in `publicKeyFile:`, is a key left out.
    if (content === null) continue
    if (name === undefined) resolved[key] = content
    else if (value[name] !== undefined && value[name] !== null)
      resolving.problems.push({ key: here, problem: `twice:${name}` })
    else resolved[name] = readSecret(String(content), here, resolving)
  }
  return resolved
}

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g

function replaceVariables(text: string, path: string, { environment, problems }: Resolving): unknown {
  return text.replace(VARIABLE, (_, name: string, fallback: string | undefined) => {
    const value = environment[name]
    if (value !== undefined && value !== '') return value
    if (fallback === undefined) problems.push({ key: path, problem: `variable:${name}` })
    return fallback ?? UNSET
  })
}

/** Stands for a value that could not be found and is already reported, so that it is not reported again as missing. */
export const UNSET = '\u0000unset'

function readSecret(name: string, path: string, { folder, problems }: Resolving): string {
  if (name.includes(UNSET)) return UNSET
  try {
    return readFileSync(resolve(folder, name), 'utf8').trim()
  } catch (error) {
    problems.push({ key: path, problem: `file:${reasonOf(error)}` })
    return UNSET
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
