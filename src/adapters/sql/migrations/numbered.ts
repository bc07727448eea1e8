import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Dialect } from '../engine.ts'

/** Byte order: the same on every server, and no index to rebuild when a server's language data change. */
export const textType = (dialect: Dialect) => (dialect === 'postgres' ? sql`text collate "C"` : sql`text`)

/** A table whose rows are numbered as they are inserted, no number ever twice. */
export function numbered(db: Kysely<unknown>, dialect: Dialect, table: string): CreateTableBuilder<string, 'seq'> {
  return dialect === 'postgres'
    ? db.schema.createTable(table).addColumn('seq', 'bigserial', (column) => column.primaryKey())
    : db.schema.createTable(table).addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
}
