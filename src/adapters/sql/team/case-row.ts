import type { Insertable, Selectable, Updateable } from 'kysely'
import type { CaseChange, CaseRecord } from '../../../bot/ports/cases.ts'
import { columnText } from '../column-text.ts'
import { jsonOf, readJson } from '../read-json.ts'
import type { CasesTable } from '../tables.ts'

const textOrNull = (text: string | null): string | null => (text === null ? null : columnText(text))

export function caseRow(record: Omit<CaseRecord, 'id'>): Insertable<CasesTable> {
  return {
    app: columnText(record.app),
    user_id: columnText(record.userId),
    place: columnText(record.place),
    state: record.state,
    cause: textOrNull(record.cause),
    true_cause: textOrNull(record.trueCause),
    assignee: textOrNull(record.assignee),
    closed_by: textOrNull(record.closedBy),
    opened_at: record.openedAt,
    changed_at: record.changedAt,
    closed_at: record.closedAt,
    times: record.times,
    conclusion: jsonOf(record.conclusion),
    first: jsonOf(record.first),
  }
}

/** The columns of what is named in the change, and no others. */
export function changedColumns(change: CaseChange): Updateable<CasesTable> {
  const { state, cause, trueCause, assignee, closedBy, changedAt, closedAt, times } = change
  return {
    ...('conclusion' in change && { conclusion: jsonOf(change.conclusion) }),
    ...(state !== undefined && { state }),
    ...(cause !== undefined && { cause: textOrNull(cause) }),
    ...(trueCause !== undefined && { true_cause: textOrNull(trueCause) }),
    ...(assignee !== undefined && { assignee: textOrNull(assignee) }),
    ...(closedBy !== undefined && { closed_by: textOrNull(closedBy) }),
    ...(changedAt !== undefined && { changed_at: changedAt }),
    ...(closedAt !== undefined && { closed_at: closedAt }),
    ...(times !== undefined && { times }),
  }
}

export function caseOf(row: Selectable<CasesTable>): CaseRecord {
  return {
    id: String(row.seq),
    app: row.app,
    userId: row.user_id,
    place: row.place,
    state: row.state,
    conclusion: readJson(row.conclusion),
    first: readJson(row.first),
    cause: row.cause,
    trueCause: row.true_cause,
    assignee: row.assignee,
    closedBy: row.closed_by,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    closedAt: row.closed_at,
    times: row.times,
  }
}
