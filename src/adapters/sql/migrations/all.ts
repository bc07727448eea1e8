import { firstTables } from './first-tables.ts'
import type { Migration } from './migration.ts'
import { teamTables } from './team-tables.ts'

/** In order; the version of a database is how many of them it has had. */
export const MIGRATIONS: readonly Migration[] = [firstTables, teamTables]
