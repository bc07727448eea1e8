import { requiredText } from '../argument.ts'
import { caseCard } from '../cards/cases/case-card.ts'
import type { Context, Outcome } from '../command.ts'
import type { CaseChange, CaseRecord, Cases } from '../ports/cases.ts'
import { shown } from '../words/shown.ts'
import { askStored } from './ask-stored.ts'
import { noWorld } from './no-world.ts'

/** The number of a case, as people write it: `12`, `#12`. */
export const caseArgument = () => requiredText({ place: 'word' }, { maxLength: 20 })

type NotFound = Extract<Outcome, { kind: 'usage' | 'upstream' }>

/** The case of that number, with the store to change it in. */
export async function findCase(
  given: string,
  command: string,
  context: Context,
): Promise<{ kind: 'case'; record: CaseRecord; cases: Cases } | NotFound> {
  const opened = await context.services.world()
  if (!opened.ok) return noWorld(opened.problem, context)
  const { cases } = opened.world.team
  const id = given.replace(/^#/, '')
  const read = await askStored(context, () => (/^\d{1,15}$/.test(id) ? cases.find(id) : Promise.resolve(null)))
  if (read.kind !== 'read') return read
  if (read.value !== null) return { kind: 'case', record: read.value, cases }
  const reason = { kind: 'no-such-number', given: shown(given), list: '/push case list' } as const
  return { kind: 'usage', problem: { kind: 'invalid-value', command, argument: 'id', reason } }
}

/** Changes the case of that number, and shows it as it then stands. */
export async function changeCase(
  given: string,
  command: string,
  change: CaseChange,
  context: Context,
): Promise<Outcome> {
  const found = await findCase(given, command, context)
  if (found.kind !== 'case') return found
  const changed = await askStored(context, () => found.cases.change(found.record.id, change))
  if (changed.kind !== 'read') return changed
  const record = changed.value ?? found.record
  const card = caseCard(record, context.texts, context.locale)
  return { kind: 'ok', result: caseResult(record), card, audit: caseAudit(record) }
}

/** The result of every command about one case, for scripts. */
export const caseResult = ({
  id,
  app,
  userId,
  state,
  cause,
  trueCause,
  assignee,
  openedAt,
  closedAt,
  times,
}: CaseRecord) => ({
  id,
  app,
  userId,
  state,
  cause,
  trueCause,
  assignee,
  openedAt: new Date(openedAt).toISOString(),
  closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
  times,
})

/** What its audit line holds. */
export const caseAudit = ({ id, app, cause, trueCause }: CaseRecord) => ({ app, case: id, cause, trueCause })
