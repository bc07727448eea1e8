import type { Kysely, Selectable, Updateable } from 'kysely'
import type { Incident, IncidentChange, Incidents } from '../../../bot/ports/incidents.ts'
import { columnText } from '../column-text.ts'
import { jsonOf, readJson } from '../read-json.ts'
import { rowNumber } from '../row-number.ts'
import type { IncidentsTable, Tables } from '../tables.ts'

export class SqlIncidents implements Incidents {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async open(app: string, subject: string, alarms: unknown, now: number): Promise<Incident> {
    const row = await this.#db
      .insertInto('im_incidents')
      .values({
        app: columnText(app),
        subject: columnText(subject),
        opened_at: now,
        changed_at: now,
        quiet_since: null,
        closed_at: null,
        acknowledged_by: null,
        silenced_until: null,
        version: 1,
        alarms: jsonOf(alarms),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['app', 'subject'])
          .where('closed_at', 'is', null)
          // Changes nothing, so that the one that stands is given back by the same statement.
          .doUpdateSet((update) => ({ version: update.ref('im_incidents.version') })),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    return incidentOf(row)
  }

  async change(id: string, change: IncidentChange): Promise<Incident | null> {
    const seq = rowNumber(id)
    if (seq === null) return null
    const row = await this.#db
      .updateTable('im_incidents')
      .set(columnsOf(change))
      .set((update) => ({ version: update('version', '+', 1) }))
      .where('seq', '=', seq)
      .returningAll()
      .executeTakeFirst()
    return row === undefined ? null : incidentOf(row)
  }

  async find(id: string): Promise<Incident | null> {
    const seq = rowNumber(id)
    if (seq === null) return null
    const row = await this.#db.selectFrom('im_incidents').selectAll().where('seq', '=', seq).executeTakeFirst()
    return row === undefined ? null : incidentOf(row)
  }

  async list(closedSince: number): Promise<readonly Incident[]> {
    const rows = await this.#db
      .selectFrom('im_incidents')
      .selectAll()
      .where((where) => where.or([where('closed_at', 'is', null), where('closed_at', '>=', closedSince)]))
      .orderBy('seq', 'desc')
      .execute()
    return rows.map(incidentOf)
  }
}

function columnsOf(change: IncidentChange): Updateable<IncidentsTable> {
  const { alarms, changedAt, quietSince, closedAt, acknowledgedBy, silencedUntil } = change
  return {
    ...('alarms' in change && { alarms: jsonOf(alarms) }),
    ...(changedAt !== undefined && { changed_at: changedAt }),
    ...(quietSince !== undefined && { quiet_since: quietSince }),
    ...(closedAt !== undefined && { closed_at: closedAt }),
    ...(acknowledgedBy !== undefined && { acknowledged_by: acknowledgedBy && columnText(acknowledgedBy) }),
    ...(silencedUntil !== undefined && { silenced_until: silencedUntil }),
  }
}

function incidentOf(row: Selectable<IncidentsTable>): Incident {
  return {
    id: String(row.seq),
    app: row.app,
    subject: row.subject,
    alarms: readJson(row.alarms),
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    quietSince: row.quiet_since,
    closedAt: row.closed_at,
    acknowledgedBy: row.acknowledged_by,
    silencedUntil: row.silenced_until,
    version: row.version,
  }
}
