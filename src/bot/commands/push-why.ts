import { diagnosePush, type Diagnosis } from '../../diagnostics/push/diagnose-push.ts'
import type { Evidence, PushQuestion } from '../../diagnostics/push/evidence.ts'
import type { Action, Card } from '../card.ts'
import { caseActions, caseNote } from '../cards/cases/case-on-diagnosis.ts'
import { plainRich } from '../cards/plain-text.ts'
import { changesSince, snapshotOf } from '../cards/push/changes.ts'
import { pushFindingWords } from '../cards/push/finding-words.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { ticketCard } from '../cards/push/ticket-card.ts'
import { whyCard } from '../cards/push/why-card.ts'
import { whyProgress } from '../cards/push/why-progress.ts'
import { whyResult } from '../cards/push/why-result.ts'
import { readConclusion } from '../cases/conclusion.ts'
import { keepCase, openCase } from '../cases/keep-case.ts'
import { defineCommand, type Context } from '../command.ts'
import type { CaseRecord } from '../ports/cases.ts'
import { shownUser } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { caseResult } from './push-case.ts'
import { lessSure, whySeveral } from './push-why-several.ts'
import { idArgument, sinceArgument, sinceOf, usersArgument } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

export const pushWhy = defineCommand({
  family: 'push',
  name: 'why',
  args: {
    user: usersArgument(),
    app: appArgument(),
    message: idArgument(),
    from: idArgument(),
    group: idArgument(),
    since: sinceArgument(),
  },
  role: 'viewer',
  visibility: 'public',
  form: true,
  examples: ['why alice', 'why alice --from bob --since 2h'],
  async run({ user: users, app, message, from, group, since }, context) {
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const about = {
      app: chosen.app,
      message: message ?? null,
      from: from ?? null,
      groupId: group ?? null,
      since: sinceOf(since, context),
    }
    const [user = ''] = users
    const isOne = users.length === 1
    const asked = { user: isOne ? user : users, app, message, from, group, since: since && about.since / 1000 }
    const args = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
    if (!isOne) return whySeveral(users, { about, args, simulated: chosen.app.simulated, world: opened.world }, context)
    const question: PushQuestion = { ...about, userId: user }

    const before = context.recall()
    const standing = openCase(opened.world.team.cases, { app: chosen.app.name, userId: user }, context)
    const found = await diagnosePush(question, opened.world, {
      clock: context.clock,
      signal: context.signal,
      onProbe: progressTeller(user, context),
    })
    const { guessed, plain } = context.heard
    if ((guessed || plain.includes(user)) && found.cause === 'account-not-found')
      return { kind: 'usage', problem: { kind: 'guessed-user', user: shownUser(user), app: chosen.app.name } }
    const diagnosis = guessed ? lessSure(found) : found
    const snapshot = snapshotOf(diagnosis)
    const last = await before
    const kept = await standing
    const isAgain = last?.command === 'push.why' && last.args['user'] === user && last.args['app'] === app
    const compared = isAgain ? last.snapshot : (readConclusion(kept?.conclusion)?.snapshot ?? null)
    const changed = compared === null ? null : changesSince(compared, snapshot, context.texts)
    const { cases, forgets } = opened.world.team
    const record = forgets ? null : await keepCase(cases, { diagnosis, before: kept }, context)
    return answer(diagnosis, { args, snapshot }, { changed, record, simulated: chosen.app.simulated }, context)
  },
})

/** The progress card, each time an answer comes in. */
function progressTeller(user: string, { progress, texts }: Context) {
  const answered: { -readonly [Name in keyof Evidence]?: Evidence[Name] } = {}
  const tell = () => progress(whyProgress(shownUser(user), answered, texts))
  tell()
  return <Name extends keyof Evidence>(name: Name, probed: Evidence[Name]) => {
    Object.assign(answered, { [name]: probed })
    tell()
  }
}

function answer(
  diagnosis: Diagnosis,
  remember: { args: Readonly<Record<string, unknown>>; snapshot: unknown },
  {
    changed,
    record,
    simulated,
  }: { changed: ReturnType<typeof changesSince>; record: CaseRecord | null; simulated: boolean },
  context: Context,
) {
  const { texts, locale, timeZone } = context
  const reader = { locale, timeZone, now: diagnosis.case.now }
  const plain = whyCard(diagnosis, texts, { locale, changed, simulated, heard: context.heard })
  const card: Card = {
    ...plain,
    blocks: record === null ? plain.blocks : [...plain.blocks, caseNote(record, diagnosis, texts)],
    actions: [
      ...buttons(diagnosis, plain, remember.args, context),
      ...(record === null ? [] : caseActions(record, texts)),
    ],
  }
  const result = {
    ...whyResult(diagnosis, texts, { ...reader, timeZone: null }, context.heard),
    case: record === null ? null : caseResult(record),
  }
  const { app, userId } = diagnosis.case.question
  const audit = {
    app: app.name,
    user: shownUser(userId),
    verdict: diagnosis.verdict,
    cause: diagnosis.cause,
    ...(record === null ? {} : { case: record.id }),
    findings: diagnosis.findings.map(({ code }) => code),
  }
  const [lead] = diagnosis.findings
  const isUpstream = lead !== undefined && (lead.code === 'upstream-unreachable' || lead.code === 'rate-limited')
  if (!diagnosis.blind || !isUpstream) return { kind: 'ok', result, card, audit, remember } as const
  const { message, remedy } = pushFindingWords(lead, texts)
  const error = `${plainRich(message, reader)} ${plainRich(remedy, reader)}`
  return { kind: 'upstream', error, result, card, audit, remember } as const
}

function buttons(
  diagnosis: Diagnosis,
  card: Card,
  args: Readonly<Record<string, unknown>>,
  { texts }: Context,
): readonly Action[] {
  const { buttons: labels } = texts.push
  const { app, userId } = diagnosis.case.question
  const about = { user: userId, app: app.name }
  return [
    runButton(labels.again, 'push.why', args, 'primary'),
    ...(app.push === 'timpush' ? [runButton(labels.test, 'push.check', about)] : []),
    runButton(labels.history, 'push.history', about),
    { kind: 'share', label: labels.share, style: 'default', card: ticketCard(diagnosis, card, texts) },
  ]
}
