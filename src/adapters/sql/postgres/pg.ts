import { createRequire } from 'node:module'
import type * as pg from 'pg'

/** The part of the driver that is used. */
export type Pg = Pick<typeof pg, 'Pool' | 'types'>

/** Loaded with `require`: it is made for it. */
export function loadPg(): Pg {
  return createRequire(import.meta.url)('pg') as Pg
}
