import { networkRemedies } from '../../../bot/texts/en/network.ts'
import { networkFault } from '../../../diagnostics/network-fault.ts'
import { codeOf } from '../code-of.ts'
import { StoreOpenError } from '../store-open-error.ts'

/** What a failed opening means for whoever started the program. Names host and database, never a user's password. */
export function postgresOpenError(error: unknown, url: string): StoreOpenError {
  if (error instanceof StoreOpenError) return error
  const place = placeOf(url)
  const code = codeOf(error)
  if (place === null)
    return new StoreOpenError('The address of the Postgres store cannot be read.', `Write ${FORM}; ${ESCAPES}`)
  const { message, remedy } = explain(code, textOf(error))
  const because = code === '' ? withoutPassword(textOf(error), url) : code
  return new StoreOpenError(`Postgres at ${place} ${message}${because === '' ? '' : ` (${because})`}.`, remedy)
}

interface Explained {
  /** What Postgres at its address does, without a full stop. */
  message: string
  remedy: string
}

const FORM = 'postgres://user:password@host:5432/database'
const ESCAPES = 'special characters as %XX.'
const TLS =
  'Add ?sslmode=verify-full to `store` (DATABASE_URL). If its certificate is not from a public authority, name the PEM file of that authority with sslrootcert=… or NODE_EXTRA_CA_CERTS.'

/** By its code first (the first two characters are a class), then by its words. */
function explain(code: string, said: string): Explained {
  const known = OF_CODE.find(([codes, words]) => codes.test(code) && (words === null || words.test(said)))
  if (known !== undefined) return known[2]
  if (/does not support SSL/i.test(said))
    return { message: 'does not offer TLS', remedy: 'Remove sslmode from `store`, or switch TLS on in the server.' }
  const fault = networkFault(`${code} ${said}`)
  if (fault === null && code !== '' && !code.startsWith('E'))
    return { message: 'cannot be used', remedy: 'Look into the log of the Postgres server: it says why.' }
  const isCertificate = fault?.startsWith('certificate') ?? false
  return {
    message: isCertificate ? 'is not trusted' : 'cannot be reached',
    remedy:
      fault === null
        ? 'See that the server runs and that host, port and TLS settings in `store` are right.'
        : `${networkRemedies[fault]('the Postgres server')}${isCertificate ? ' Or name it with sslrootcert=… in `store`.' : ''}`,
  }
}

/** @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const OF_CODE: readonly (readonly [RegExp, RegExp | null, Explained])[] = [
  [
    /^28/,
    /(?:no pg_hba\.conf entry|pg_hba\.conf rejects).*(?:no encryption|SSL off)/is,
    { message: 'takes connections with TLS only', remedy: TLS },
  ],
  [
    /^28/,
    /pg_hba\.conf/i,
    {
      message: 'allows no connection of this user from this machine',
      remedy: 'Add a rule for user, database and address to pg_hba.conf of the server, and reload it.',
    },
  ],
  [
    /^28P01/,
    null,
    {
      message: 'refuses the user or the password',
      remedy: `Correct user and password in \`store\` or DATABASE_URL: ${FORM}; ${ESCAPES}`,
    },
  ],
  [
    /^28/,
    null,
    { message: 'does not let this user log in', remedy: `Correct the user in \`store\` or DATABASE_URL: ${FORM}` },
  ],
  [
    /^3D000/,
    null,
    { message: 'has no database of that name', remedy: 'Create the database, or correct its name in `store`.' },
  ],
  [
    /^(?:42501|3F000)/,
    null,
    {
      message: 'does not let the user create tables',
      remedy: 'Grant the user the right to create in its schema, or give it a schema of its own.',
    },
  ],
  [
    /^53300/,
    null,
    {
      message: 'has no connection left',
      remedy: 'Raise max_connections, close what is idle, or run fewer replicas: each uses up to 10 connections.',
    },
  ],
  [/^53100/, null, { message: 'has no space left on its disk', remedy: 'Free space on the server, or give it more.' }],
  [
    /^53/,
    null,
    { message: 'is out of memory or another resource', remedy: 'Give the server more of it, and start again.' },
  ],
  [/^57P03/, null, { message: 'is still starting', remedy: 'Start again in a minute.' }],
  [/^57P0[12]/, null, { message: 'is shutting down', remedy: 'Start again when it is back.' }],
  [
    /^57014|^55P03/,
    null,
    { message: 'took too long', remedy: 'Start again; another process may be changing its tables.' },
  ],
  [/^25006/, null, { message: 'is a read-only replica', remedy: 'Name the primary server in `store` (DATABASE_URL).' }],
  [
    /^08P01/,
    /startup parameter/i,
    {
      message: 'is behind a pooler that refuses a parameter',
      remedy: 'Add statement_timeout to ignore_startup_parameters of PgBouncer, or connect past it.',
    },
  ],
  [
    /^ENOENT/,
    /^(?!connect )/,
    {
      message: 'was not asked: a certificate file could not be read',
      remedy: 'Check the paths of sslrootcert, sslcert and sslkey in `store` and their permissions.',
    },
  ],
  [
    /^08/,
    null,
    {
      message: 'broke the connection',
      remedy: 'See that the server runs, and that proxies and poolers on the way do.',
    },
  ],
]

/** Without user, password and parameters: these may hold a password too. Null: no address at all. */
function placeOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { host, pathname } = new URL(url)
  return `${host || 'the local socket'}${pathname}`
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

function withoutPassword(reason: string, url: string): string {
  const { password } = new URL(url)
  return password === '' ? reason : reason.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…')
}
