import type { ConfigProblem } from '../problem.ts'
import { UNSET } from '../read-source.ts'
import { certificateSchema } from '../schema.ts'
import type { ReadCredential } from './credential-read.ts'
import { readCredential } from './read-credential.ts'
import type { Raw } from './read-fields.ts'

interface Reading {
  /** The names of the files that were read, by the key whose value each gave. */
  files: ReadonlyMap<string, string>
  problems: ConfigProblem[]
}

/**
 * Puts a `ReadCredential` in the place of every `apps.X.certificates.N.credential` that is right, and nothing in that of
 * one that is wrong, which is told.
 */
export function readCredentials(
  raw: Raw,
  files: ReadonlyMap<string, string>,
): { raw: Raw; problems: readonly ConfigProblem[] } {
  const reading: Reading = { files, problems: [] }
  const { apps } = raw
  if (!isMapping(apps)) return { raw, problems: [] }
  const read = Object.entries(apps).map(([name, app]) => [name, readApp(app, `apps.${name}.certificates`, reading)])
  return { raw: { ...raw, apps: Object.fromEntries(read) }, problems: reading.problems }
}

const isMapping = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

function readApp(app: unknown, path: string, reading: Reading): unknown {
  if (!isMapping(app) || !Array.isArray(app['certificates'])) return app
  const certificates = app['certificates'].map((entry: unknown, index) =>
    isMapping(entry) && 'credential' in entry ? readEntry(entry, `${path}.${index}`, reading) : entry,
  )
  return { ...app, certificates }
}

function readEntry({ credential, ...entry }: Raw, path: string, reading: Reading): Raw {
  if (isMapping(credential)) {
    const read = readOne(entry, credential, path, reading)
    return read === null ? entry : { ...entry, credential: read }
  }
  const isTold = typeof credential === 'string' && credential.includes(UNSET)
  if (!isTold) reading.problems.push({ key: `${path}.credential`, problem: 'object' })
  return entry
}

function readOne(entry: Raw, given: Raw, path: string, { files, problems }: Reading): ReadCredential | null {
  const { shape } = certificateSchema
  const vendor = shape.vendor.safeParse(entry['vendor'])
  const baseUrl = shape.baseUrl.safeParse(entry['baseUrl'])
  const environment = shape.environment.safeParse(entry['environment'])
  const expiresAt = shape.expiresAt.safeParse(entry['expiresAt'])
  // Whose credential it is, the entry does not say: that is told, and nothing can be said of the credential.
  if (!vendor.success) return null
  const read = readCredential(
    vendor.data,
    given,
    {
      baseUrl: baseUrl.data?.replace(/\/+$/, '') ?? null,
      environment: environment.data ?? null,
      expiresAt: expiresAt.data === undefined ? null : Date.parse(expiresAt.data),
    },
    (name) => files.get(`${path}.credential.${name}`) ?? null,
  )
  if (read.kind === 'read') return { credential: read.credential, expiresAt: read.expiresAt }
  for (const { key, problem } of read.problems) {
    // What the schema refuses in the entry itself it tells better.
    if (key === 'environment' && !environment.success) continue
    const place = `${path}.${key}`
    problems.push({ key: files.has(place) ? `${place}File` : place, problem })
  }
  return null
}
