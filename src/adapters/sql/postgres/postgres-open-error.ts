import { codeOf } from '../code-of.ts'
import { StoreOpenError } from '../store-open-error.ts'

/** What a failed opening means for whoever started the program. Names host and database, never a user's password. */
export function postgresOpenError(error: unknown, url: string): StoreOpenError {
  if (error instanceof StoreOpenError) return error
  const place = placeOf(url)
  const code = codeOf(error)
  if (place === null)
    return new StoreOpenError('The address of the Postgres store cannot be read.', `Write ${FORM}; ${ESCAPES}`)
  if (code.startsWith('28'))
    return new StoreOpenError(
      `Postgres at ${place} refuses the user or the password (${code}).`,
      `Correct them in \`store\` or DATABASE_URL: ${FORM}; ${ESCAPES}`,
    )
  if (code === '3D000')
    return new StoreOpenError(`Postgres has no database ${place}.`, 'Create it, or correct its name in `store`.')
  if (code === '42501')
    return new StoreOpenError(
      `Postgres at ${place} does not let the user create tables (${code}).`,
      'Grant the user the right to create in its schema, or give it a schema of its own.',
    )
  if (code === '' || /^(E[A-Z_]+|08|57P)/.test(code))
    return new StoreOpenError(
      `Postgres at ${place} cannot be reached (${code || reasonOf(error, url)}).`,
      'See that the server runs and that host, port and TLS settings in `store` are right.',
    )
  return new StoreOpenError(`Postgres at ${place} refuses to be opened (${code}).`, 'Look up the code, an SQLSTATE.')
}

const FORM = 'postgres://user:password@host:5432/database'
const ESCAPES = 'special characters as %XX.'

/** Without user, password and parameters: these may hold a password too. Null: no address at all. */
function placeOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { host, pathname } = new URL(url)
  return `${host || 'the local socket'}${pathname}`
}

/** Of an error without a code, such as a time-out or a server without TLS. */
function reasonOf(error: unknown, url: string): string {
  const reason = error instanceof Error ? error.message : String(error)
  const { password } = new URL(url)
  return password === '' ? reason : reason.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…')
}
