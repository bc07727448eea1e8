import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { codeOf } from '../code-of.ts'
import type { Engine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { Connection, type HeldConnection } from './connection.ts'
import { libsqlDialect } from './libsql-dialect.ts'
import { type LibsqlDatabase, loadLibsql } from './libsql.ts'
import { NATIVE_BUSY_MS, retryBusy } from './retry-busy.ts'
import { sqliteOpenError } from './sqlite-open-error.ts'
import { writeEvents } from './write-events.ts'

export const DATABASE_FILE = 'im-doctor.db'

/**
 * Every commit is on the disk when it resolves. The log is taken over into the file every 32 MiB, not every 4: the pages of
 * the indexes are written all over the file, and so each is written once for many events.
 */
const SETTINGS = 'pragma synchronous = full; pragma wal_autocheckpoint = 8000; pragma cache_size = -32000'
const DATA_ERROR = /^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/

/**
 * @param folder made when missing, for its owner alone; `:memory:`: nothing is kept
 * @throws StoreOpenError
 */
export async function openSqlite(folder: string, now: () => number): Promise<Engine> {
  const opened: Connection[] = []
  try {
    const isFile = folder !== ':memory:'
    if (isFile) makeFile(folder)
    const Libsql = loadLibsql()
    const path = isFile ? join(folder, DATABASE_FILE) : folder
    const open = async () => {
      const database = new Libsql(path, { timeout: NATIVE_BUSY_MS })
      const connection = new Connection(database)
      opened.push(connection)
      await prepare(database)
      return connection
    }
    const writer = await open()
    await writer.transact((held) => migrate(within(held), 'sqlite', now()))
    // A reader of its own does not wait for commits; what is in memory is seen by one connection only.
    return engine(writer, isFile ? await open() : writer)
  } catch (error) {
    for (const connection of opened) await connection.close().catch(() => {})
    throw sqliteOpenError(error, folder)
  }
}

function makeFile(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // SQLite gives its other files the mode of this one.
  closeSync(openSync(join(folder, DATABASE_FILE), 'a', 0o600))
}

async function prepare(database: LibsqlDatabase): Promise<void> {
  await retryBusy(async () => {
    const mode = await database.prepare('pragma journal_mode = wal')
    await mode.all([])
  })
  await database.exec(SETTINGS)
}

/** Kysely inside a transaction that is being held. */
function within(held: HeldConnection): Kysely<Tables> {
  return new Kysely({ dialect: libsqlDialect((sql, parameters) => held.execute(sql, parameters)) })
}

function engine(writer: Connection, reader: Connection): Engine {
  const isRead = /^\s*(select|with)\b/i
  const db = new Kysely<Tables>({
    dialect: libsqlDialect((sql, parameters) =>
      isRead.test(sql)
        ? reader.hold((held) => retryBusy(() => held.execute(sql, parameters)))
        : writer.transact((held) => held.execute(sql, parameters)),
    ),
  })
  return {
    db,
    shared: false,
    // Only one process at a time may write at all, so that names need no locks of their own.
    transact: (_name, work) => writer.transact((held) => work(within(held))),
    writeEvents: (batches) => writer.transact((held) => writeEvents(held, batches)),
    isDataError: (error) => error instanceof TypeError || DATA_ERROR.test(codeOf(error)),
    async close() {
      if (reader !== writer) await reader.close()
      await writer.close()
    },
  }
}
