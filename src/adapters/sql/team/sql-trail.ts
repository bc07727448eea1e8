import type { Kysely } from 'kysely'
import type { AuditLine } from '../../../bot/ports/audit.ts'
import type { Asked, Trail } from '../../../bot/ports/trail.ts'
import type { Span } from '../../../diagnostics/ports/im-service.ts'
import { columnText } from '../column-text.ts'
import type { Tables } from '../tables.ts'

export class SqlTrail implements Trail {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async append(line: AuditLine, at: number): Promise<void> {
    await this.#db
      .insertInto('im_trail')
      .values({
        at,
        app: factOf(line, 'app'),
        command: line.command === null ? null : columnText(line.command),
        status: line.status,
        verdict: factOf(line, 'verdict'),
        cause: factOf(line, 'cause'),
        body: JSON.stringify(line),
      })
      .execute()
  }

  /** Words that named no command are left out. The end of the span is not part of it. */
  async asked(app: string, { from, to }: Span): Promise<readonly Asked[]> {
    const rows = await this.#db
      .selectFrom('im_trail')
      .select((query) => ['command', 'status', 'verdict', 'cause', query.fn.countAll<number>().as('count')])
      .where('at', '>=', from)
      .where('at', '<', to)
      .where((where) => where.or([where('app', 'is', null), where('app', '=', columnText(app))]))
      .where('command', 'is not', null)
      .groupBy(['command', 'status', 'verdict', 'cause'])
      .orderBy('count', 'desc')
      .orderBy('command')
      .orderBy('status')
      .execute()
    return rows.flatMap(({ command, ...asked }) => (command === null ? [] : [{ ...asked, command }]))
  }
}

function factOf({ facts }: AuditLine, name: string): string | null {
  const fact = facts[name]
  return typeof fact === 'string' ? columnText(fact) : null
}
