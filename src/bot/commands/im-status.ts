import { MOST_STATES } from '../../diagnostics/ports/im-service.ts'
import { askStatus } from '../../diagnostics/status/ask-status.ts'
import { requiredList } from '../argument.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { statusCard, statusFailureCard, statusResult } from '../cards/status-card.ts'
import { defineCommand } from '../command.ts'
import { shownUser } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

export const imStatus = defineCommand({
  family: 'im',
  name: 'status',
  args: { user: requiredList({ most: MOST_STATES, each: 100 }), app: appArgument() },
  role: 'viewer',
  visibility: 'public',
  form: true,
  examples: ['status alice', 'status alice bob carol'],
  async run({ user: users, app }, context) {
    const { texts, locale, now, clock, signal } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const status = await askStatus({ app: chosen.app, userIds: users }, opened.world, { clock, signal })
    const common = {
      result: statusResult(chosen.app, status, texts, { locale, timeZone: null, now }),
      audit: { app: chosen.app.name, users: users.length, user: shownUser(users[0] ?? '') },
      remember: { args: { user: users, ...(app === undefined ? {} : { app }) }, snapshot: null },
    }
    if (status.failure !== null) {
      const { error, card } = statusFailureCard(status.failure, chosen.app, texts, { locale, timeZone: null, now })
      return { kind: 'upstream', error, card, ...common }
    }
    const [only] = users
    const card = statusCard(chosen.app, status, texts)
    const about = { user: only ?? '', app: chosen.app.name }
    const actions =
      users.length > 1
        ? []
        : [
            runButton(texts.push.buttons.why, 'push.why', about, 'primary'),
            runButton(texts.push.buttons.history, 'push.history', about),
          ]
    return { kind: 'ok', card: { ...card, actions }, ...common }
  },
})
