import type { Kysely } from 'kysely'
import type { Dialect } from '../engine.ts'

/** One step of the schema. Runs in a transaction, once per database; what has been released is never changed. */
export type Migration = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>
