import { diagnosePush, type Diagnosis } from '../../diagnostics/push/diagnose-push.ts'
import type { PushQuestion } from '../../diagnostics/push/evidence.ts'
import { whySeveralCard } from '../cards/push/why-several-card.ts'
import { whyResult } from '../cards/push/why-result.ts'
import { openCase, keepCase } from '../cases/keep-case.ts'
import type { Context, Outcome } from '../command.ts'
import type { World } from '../ports/world.ts'
import { shownUser } from '../words/shown.ts'

/** In one answer; each asks as much as a question about one does. */
const MOST = 5

interface Asked {
  about: Omit<PushQuestion, 'userId'>
  args: Readonly<Record<string, unknown>>
  simulated: boolean
  world: World
}

/** Why several users get no push: all at once, each bounded as one is, and a line for each. */
export async function whySeveral(
  users: readonly string[],
  { about, args, simulated, world }: Asked,
  context: Context,
): Promise<Outcome> {
  const { texts, locale, clock, signal, progress, heard } = context
  const asked = users.slice(0, MOST)
  const { several } = texts.asked
  let done = 0
  const tell = () =>
    progress({
      tone: 'info',
      title: several.progress(asked.length),
      blocks: [{ kind: 'text', text: several.done(done, asked.length) }],
      actions: [],
    })
  tell()
  // A plain word that is no account was a word of the sentence.
  const isNobody = ({ cause, case: { question } }: Diagnosis) =>
    cause === 'account-not-found' && heard.plain.includes(question.userId)
  const all = await Promise.all(
    asked.map(async (userId): Promise<Diagnosis> => {
      const standing = openCase(world.team.cases, { app: about.app.name, userId }, context)
      const diagnosis = await diagnosePush({ ...about, userId }, world, { clock, signal, onProbe: () => {} })
      if (!isNobody(diagnosis)) await keepCase(world.team.cases, { diagnosis, before: await standing }, context)
      done++
      tell()
      return diagnosis
    }),
  )
  const diagnoses = all.filter((each) => !isNobody(each))
  const nobody = all.filter(isNobody).map(({ case: { question } }) => shownUser(question.userId))
  if (diagnoses.length === 0)
    return { kind: 'usage', problem: { kind: 'guessed-user', user: nobody.join(', '), app: about.app.name } }
  const told = heard.guessed ? diagnoses.map(lessSure) : diagnoses
  const result = {
    app: about.app.name,
    users: told.map((each) => whyResult(each, texts, { locale, timeZone: null, now: each.case.now })),
    notAsked: users.slice(MOST),
  }
  return {
    kind: 'ok',
    result,
    card: whySeveralCard(told, { nobody, notAsked: users.slice(MOST), simulated }, texts),
    audit: {
      app: about.app.name,
      users: told.length,
      user: shownUser(told[0]?.case.question.userId ?? ''),
      verdicts: told.map(({ verdict }) => verdict),
    },
    remember: { args, snapshot: null },
  }
}

/** Of a user who is named by a word that may be none, nothing is certain. */
export const lessSure = (diagnosis: Diagnosis): Diagnosis =>
  diagnosis.confidence === 'certain' ? { ...diagnosis, confidence: 'very-likely' } : diagnosis
