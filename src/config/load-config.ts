import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { DEFAULT_RULES } from '../diagnostics/alerts/rules.ts'
import { closest } from '../bot/words/closest.ts'
import { shown } from '../bot/words/shown.ts'
import { checkTogether } from './check-together.ts'
import { readCredentials } from './credentials/read-credentials.ts'
import { readEnvironment, variableOf } from './environment.ts'
import type { ConfigProblem } from './problem.ts'
import { readConfigFile, UNSET, type Environment, type ReadSource } from './read-source.ts'
import { configSchema, type ConfigFile } from './schema.ts'

export type ConfigSource = { kind: 'file'; path: string } | { kind: 'environment' } | { kind: 'none' }

export type LoadedConfig =
  | { kind: 'loaded'; source: ConfigSource; file: ConfigFile }
  | { kind: 'wrong'; source: ConfigSource; problems: readonly ConfigProblem[] }

/**
 * Finds and reads the configuration: `path`, else `$IM_DOCTOR_CONFIG`, else `./im-doctor.yaml`, else the environment.
 * Sections that a file leaves out are taken from the environment. Reports everything that is wrong at once.
 */
export function loadConfig(path: string | undefined, environment: Environment): LoadedConfig {
  const named = path ?? environment['IM_DOCTOR_CONFIG']
  const file =
    named !== undefined && named !== ''
      ? resolve(named)
      : existsSync('im-doctor.yaml')
        ? resolve('im-doctor.yaml')
        : null
  const { raw: fromEnvironment, configured } = readEnvironment(environment)
  if (file === null) {
    const source: ConfigSource = configured ? { kind: 'environment' } : { kind: 'none' }
    return validate(source, { raw: fromEnvironment, problems: [], files: new Map() }, variableOf)
  }
  const { raw, problems, files } = readConfigFile(file, environment)
  const source: ConfigSource = { kind: 'file', path: file }
  if (problems.some(({ key }) => key === file)) return { kind: 'wrong', source, problems }
  const all = { ...fromEnvironment, ...raw, ...storeBeside(file, raw) }
  return validate(source, { raw: all, problems, files }, (key) => key)
}

/** A folder is relative to the configuration's own, like every path in it, so that `ask` finds it from wherever it is called. */
function storeBeside(file: string, { store }: Readonly<Record<string, unknown>>): { store?: string } {
  const isFolder = typeof store === 'string' && !/^\s*$|^:|:\/\//.test(store) && !store.includes(UNSET)
  return isFolder ? { store: resolve(dirname(file), store) } : {}
}

function validate(source: ConfigSource, read: ReadSource, nameOf: (key: string) => string): LoadedConfig {
  const { problems: found } = read
  const { raw, problems: ofCredentials } = readCredentials(read.raw, read.files)
  const parsed = configSchema.safeParse(raw)
  const unset = new Set(found.map(({ key }) => key))
  const problems = [...found]
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.flatMap((issue) => problemsOf(issue, raw, source)).filter(({ key }) => !unset.has(key)),
    )
  problems.push(...ofCredentials, ...checkTogether(raw, source))
  if (problems.length === 0 && parsed.success) return { kind: 'loaded', source, file: parsed.data }
  const named = problems.map(({ key, problem }) => ({ key: nameOf(key), problem }))
  return { kind: 'wrong', source, problems: named.filter(isNew) }
}

const isNew = (problem: ConfigProblem, index: number, all: readonly ConfigProblem[]): boolean =>
  all.findIndex(({ key }) => key === problem.key) === index

function problemsOf(issue: z.core.$ZodIssue, raw: unknown, source: ConfigSource): readonly ConfigProblem[] {
  const key = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      // Where the value should stand a secret may stand by mistake, so a long name is not repeated.
      key: key === '' ? shown(name) : `${key}.${shown(name)}`,
      problem: `unknown:${closest(name, KEYS, 1)[0] ?? ''}`,
    }))
  const value = issue.path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step],
    raw,
  )
  if (value === undefined) {
    const mayBeFile = source.kind === 'file' && SECRETS.has(String(issue.path.at(-1)))
    return [{ key, problem: mayBeFile ? 'missing-secret' : 'missing' }]
  }
  if (typeof value === 'string' && value.includes(UNSET)) return []
  if (issue.code === 'invalid_type' && issue.expected === 'object') return [{ key, problem: 'object' }]
  if (issue.code === 'invalid_key') return [{ key: 'apps', problem: 'app-name' }]
  return [{ key, problem: issue.message }]
}

/** Keys whose value may stand in a file of its own. */
const SECRETS = new Set(['secretKey', 'token', 'botToken', 'appToken', 'signingSecret'])

/** Every key there is, for "did you mean". */
const KEYS: readonly string[] = [
  ...'apps sdkAppId secretKey secretKeyFile previousSecretKeys publicKeyFile administrator region baseUrl push webhook token registry certificates id vendor environment expiresAt credential channels maxTtl allowAdministratorUsersig defaultApp slack mode botToken appToken signingSecret apiUrl discord applicationId guildIds access roles admin operator viewer users usergroups reports when channel tz lang alerts store http host port log level language limits commandsPerMinute playground'.split(
    ' ',
  ),
  ...Object.keys(DEFAULT_RULES),
]
