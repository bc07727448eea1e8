import type { Kysely } from 'kysely'
import type { CaseChange, CaseRecord, Cases } from '../../../bot/ports/cases.ts'
import type { Span } from '../../../diagnostics/ports/im-service.ts'
import { columnText } from '../column-text.ts'
import { rowNumber } from '../row-number.ts'
import type { Tables } from '../tables.ts'
import { caseOf, caseRow, changedColumns } from './case-row.ts'

export class SqlCases implements Cases {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async open(record: Omit<CaseRecord, 'id'>): Promise<CaseRecord> {
    const row = await this.#db.insertInto('im_cases').values(caseRow(record)).returningAll().executeTakeFirstOrThrow()
    return caseOf(row)
  }

  async change(id: string, change: CaseChange): Promise<CaseRecord | null> {
    const seq = rowNumber(id)
    const columns = changedColumns(change)
    if (seq === null || Object.keys(columns).length === 0) return this.find(id)
    const row = await this.#db
      .updateTable('im_cases')
      .set(columns)
      .where('seq', '=', seq)
      .returningAll()
      .executeTakeFirst()
    return row === undefined ? null : caseOf(row)
  }

  async find(id: string): Promise<CaseRecord | null> {
    const seq = rowNumber(id)
    if (seq === null) return null
    const row = await this.#db.selectFrom('im_cases').selectAll().where('seq', '=', seq).executeTakeFirst()
    return row === undefined ? null : caseOf(row)
  }

  async findOpen(of: { app: string; userId: string; places: readonly string[] }): Promise<CaseRecord | null> {
    if (of.places.length === 0) return null
    const row = await this.#db
      .selectFrom('im_cases')
      .selectAll()
      .where('app', '=', columnText(of.app))
      .where('user_id', '=', columnText(of.userId))
      .where('state', '=', 'open')
      .where('place', 'in', of.places.map(columnText))
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : caseOf(row)
  }

  async list(
    of: { app: string | null; state: CaseRecord['state'] | null },
    most: number,
  ): Promise<readonly CaseRecord[]> {
    let query = this.#db.selectFrom('im_cases').selectAll()
    if (of.app !== null) query = query.where('app', '=', columnText(of.app))
    if (of.state !== null) query = query.where('state', '=', of.state)
    return (await query.orderBy('seq', 'desc').limit(most).execute()).map(caseOf)
  }

  /** The end of the span is not part of it, so that of two periods in a row each case is in one. */
  async causes(
    app: string,
    { from, to }: Span,
  ): Promise<readonly { cause: string | null; trueCause: string | null; count: number }[]> {
    const rows = await this.#db
      .selectFrom('im_cases')
      .select((query) => ['cause', 'true_cause as trueCause', query.fn.countAll<number>().as('count')])
      .where('app', '=', columnText(app))
      .where('opened_at', '>=', from)
      .where('opened_at', '<', to)
      .groupBy(['cause', 'true_cause'])
      .orderBy('count', 'desc')
      .orderBy('cause')
      .orderBy('true_cause')
      .execute()
    return rows
  }
}
