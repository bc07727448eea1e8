import { optionalText } from '../argument.ts'
import { caseListCard } from '../cards/cases/case-list-card.ts'
import { defineCommand } from '../command.ts'
import { shown } from '../words/shown.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { caseResult } from './push-case.ts'
import { appArgument } from './usersig-arguments.ts'

const MOST = 50
const STATES = ['open', 'closed', 'all'] as const

export const pushCaseList = defineCommand({
  family: 'push',
  group: 'case',
  name: 'list',
  args: { state: optionalText({ place: 'word' }, { maxLength: 10 }), app: appArgument() },
  role: 'viewer',
  visibility: 'public',
  form: false,
  examples: ['case list', 'case list closed'],
  async run({ state: given, app }, context) {
    const state = STATES.find((each) => each === (given ?? 'open').toLowerCase())
    if (state === undefined) {
      const reason = { kind: 'not-one-of', given: shown(given ?? ''), known: STATES } as const
      return { kind: 'usage', problem: { kind: 'invalid-value', command: 'push.case.list', argument: 'state', reason } }
    }
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const of = { app: chosen.named ? chosen.app.name : null, state: state === 'all' ? null : state }
    const read = await askStored(context, () => opened.world.team.cases.list(of, MOST))
    if (read.kind !== 'read') return read
    return {
      kind: 'ok',
      result: { cases: read.value.map(caseResult) },
      card: caseListCard(read.value, state, context.texts),
      audit: { cases: read.value.length },
    }
  },
})
