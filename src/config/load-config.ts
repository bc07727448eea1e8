import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { z } from 'zod'
import { DEFAULT_RULES } from '../diagnostics/alerts/rules.ts'
import { shown } from '../bot/words/shown.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkTogether, isFolder } from './check-together.ts'
import { readCredentials } from './credentials/read-credentials.ts'
import { readEnvironment, variableOf } from './environment.ts'
import { CONFIG_NAME, lookNearby } from './nearby.ts'
import { nearRegion, unknownKey } from './misplaced.ts'
import type { ConfigProblem } from './problem.ts'
import { readConfigFile, UNSET, type Environment, type ReadSource } from './read-source.ts'
import { regionHints } from './region-hints.ts'
import { configSchema, REGIONS, type ConfigFile } from './schema.ts'

export type ConfigSource = { kind: 'file'; path: string } | { kind: 'environment' } | { kind: 'none' }

/** `warnings`: what can work but is probably not meant. Told at `config check` and at the start; stops nothing. */
export type LoadedConfig =
  | { kind: 'loaded'; source: ConfigSource; file: ConfigFile; warnings: readonly ConfigProblem[] }
  | {
      kind: 'wrong'
      source: ConfigSource
      problems: readonly ConfigProblem[]
      warnings: readonly ConfigProblem[]
    }

/**
 * Finds and reads the configuration: `path`, else `$IM_DOCTOR_CONFIG`, else `./im-doctor.yaml`, else the environment.
 * Sections that a file leaves out are taken from the environment. Reports everything that is wrong at once.
 */
export function loadConfig(path: string | undefined, environment: Environment): LoadedConfig {
  if (path?.trim() === '') return refused({ kind: 'none' }, { key: '--config', problem: 'empty-option' })
  const named = path ?? environment['IM_DOCTOR_CONFIG']?.trim()
  const file =
    named !== undefined && named !== '' ? resolve(named) : existsSync(CONFIG_NAME) ? resolve(CONFIG_NAME) : null
  return file === null ? fromEnvironment(environment) : fromFile(file, environment)
}

function fromEnvironment(environment: Environment): LoadedConfig {
  const { raw, configured } = readEnvironment(environment)
  const source: ConfigSource = configured ? { kind: 'environment' } : { kind: 'none' }
  const { misnamed, warnings } = lookNearby(process.cwd(), environment, configured)
  // The simulated app in place of the real one, at night, is worse than no start.
  if (misnamed !== null && !configured) return refused(source, { key: misnamed, problem: 'misnamed' }, warnings)
  const beside = misnamed === null ? [] : [{ key: misnamed, problem: 'misnamed' }]
  const loaded = validate(source, { raw, problems: [], files: new Map() }, variableOf)
  return { ...loaded, warnings: [...loaded.warnings, ...beside, ...warnings] }
}

const refused = (
  source: ConfigSource,
  problem: ConfigProblem,
  warnings: readonly ConfigProblem[] = [],
): LoadedConfig => ({ kind: 'wrong', source, problems: [problem], warnings })

function fromFile(file: string, environment: Environment): LoadedConfig {
  const { raw, problems, files } = readConfigFile(file, environment)
  const source: ConfigSource = { kind: 'file', path: file }
  if (problems.some(({ key }) => key === file)) return { kind: 'wrong', source, problems, warnings: [] }
  const { raw: ofEnvironment } = readEnvironment(environment)
  const all = { ...ofEnvironment, ...raw, ...storeBeside(file, raw) }
  const isOfFile = (key: string) => Object.hasOwn(raw, key.split('.')[0] ?? '')
  return validate(source, { raw: all, problems, files }, (key) => (isOfFile(key) ? key : variableOf(key)))
}

/** A folder is relative to the configuration's own, like every path in it, so that `ask` finds it from wherever it is called. */
function storeBeside(file: string, { store }: Readonly<Record<string, unknown>>): { store?: string } {
  const isInside = typeof store === 'string' && isFolder(store) && !store.startsWith(':') && !store.includes(UNSET)
  return isInside ? { store: resolve(dirname(file), store) } : {}
}

function validate(source: ConfigSource, read: ReadSource, nameOf: (key: string) => string): LoadedConfig {
  const { problems: found } = read
  const { raw, problems: ofCredentials } = readCredentials(read.raw, read.files)
  const parsed = configSchema.safeParse(raw)
  const unset = new Set(found.map(({ key }) => key))
  const secrets = checkSecrets(read.raw)
  const together = checkTogether(raw, source)
  // They say more than that a value has the wrong type.
  const problems = [...found, ...[...together, ...secrets.problems].filter(({ problem }) => TELLING.test(problem))]
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.flatMap((issue) => problemsOf(issue, raw, source)).filter(({ key }) => !unset.has(key)),
    )
  problems.push(...secrets.problems, ...ofCredentials, ...together)
  const whole = (key: string) => nameOf(read.files.has(key) ? `${key}File` : key)
  const named = ({ key, problem }: ConfigProblem) => ({
    key: whole(key),
    problem: problem.replace(OTHER_KEY, (_, code: string, other: string) => code + whole(other)),
  })
  const hints = parsed.success ? regionHints(parsed.data.apps) : []
  const wrong = problems.map(named).filter(isNew)
  const warnings = [...secrets.warnings, ...hints]
    .map(named)
    .filter(isNew)
    .filter(({ key }) => wrong.every((problem) => problem.key !== key))
  if (wrong.length === 0 && parsed.success) return { kind: 'loaded', source, file: parsed.data, warnings }
  return { kind: 'wrong', source, problems: wrong, warnings }
}

const TELLING = /^(?:id-and-key|id-is-key|key-and-id)$/

/** Problems that name another key at their end. */
const OTHER_KEY = /^((?:same-secret|key-twice|key-of-other-app):|swapped:[\w-]+,)(.+)$/

const isNew = (problem: ConfigProblem, index: number, all: readonly ConfigProblem[]): boolean =>
  all.findIndex(({ key }) => key === problem.key) === index

function problemsOf(issue: z.core.$ZodIssue, raw: unknown, source: ConfigSource): readonly ConfigProblem[] {
  const key = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      // Where the value should stand a secret may stand by mistake, so a long name is not repeated.
      key: key === '' ? shown(name) : `${key}.${shown(name)}`,
      problem: unknownKey(key, name, KEYS),
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
  if (/^apps\.[^.]+\.webhook$/.test(key) && typeof value === 'string') return [{ key, problem: 'webhook-form' }]
  const region = /^apps\.[^.]+\.region$/.test(key) && typeof value === 'string' ? nearRegion(value, REGIONS) : ''
  if (region !== '') return [{ key, problem: `region-near:${region}` }]
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
