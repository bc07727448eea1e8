import { caseNumber } from '../../diagnostics/push/case-number.ts'
import { testPush } from '../../diagnostics/push/test-push.ts'
import { optionalFlag, optionalText } from '../argument.ts'
import { checkCard, checkResult, confirmCard, followingCard, type CheckCardOptions } from '../cards/push/check-card.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import type { App } from '../services.ts'
import { shownUser } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { userArgument } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

export const pushCheck = defineCommand({
  family: 'push',
  name: 'check',
  args: {
    user: userArgument(),
    certificate: optionalText({ place: 'word' }, { maxLength: 20 }),
    app: appArgument(),
    yes: optionalFlag(),
  },
  role: 'operator',
  guarded: true,
  visibility: 'public',
  form: true,
  examples: ['check alice', 'check alice --yes'],
  run({ user, certificate, app, yes }, context) {
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    if (chosen.app.push !== 'timpush') return refused({ kind: 'no-push-service' })
    if (yes) return send(chosen.app, user, certificate ?? null, context)
    // A terminal has no button to confirm with, and a script no eyes to read what it confirms.
    if (context.place.kind === 'terminal') return refused({ kind: 'not-confirmed', user: shownUser(user) })
    return ask(chosen.app, user, certificate, context)
  },
})

const refused = (reason: { kind: 'no-push-service' } | { kind: 'not-confirmed'; user: string }): Outcome => ({
  kind: 'usage',
  problem: { kind: 'invalid-value', command: 'push.check', argument: 'user', reason },
})

function ask(app: App, user: string, certificate: string | undefined, { texts }: Context): Outcome {
  const options = { user, caseNumber: '', certificateId: certificate ?? null, simulated: app.simulated }
  const args = { user, app: app.name, yes: true, ...(certificate === undefined ? {} : { certificate }) }
  return {
    kind: 'ok',
    result: { confirmed: false, userId: user },
    card: {
      ...confirmCard(options, texts),
      actions: [runButton(texts.push.buttons.send, 'push.check', args, 'danger')],
    },
    audit: { app: app.name, user: shownUser(user), sent: 'asked' },
  }
}

async function send(app: App, user: string, certificateId: string | null, context: Context): Promise<Outcome> {
  const { texts, locale, clock, signal, act, progress, actor } = context
  const opened = await context.services.world()
  if (!opened.ok) return noWorld(opened.problem, context)
  const number = caseNumber(act, app.sdkAppId, user)
  const options: CheckCardOptions = { user, caseNumber: number.text, certificateId, simulated: app.simulated }
  const { check } = texts.push
  const order = {
    app,
    userId: user,
    number,
    certificateId,
    title: check.notificationTitle,
    text: check.notificationText(number.text),
  }
  try {
    const result = await testPush(order, opened.world, {
      clock,
      signal,
      wait: opened.world.wait,
      onStages: (stages) => progress(followingCard(stages, options, texts)),
    })
    const about = { user, app: app.name }
    return {
      kind: 'ok',
      result: checkResult(result, options, texts, { locale, timeZone: null, now: clock() }),
      card: {
        ...checkCard(result, options, texts),
        actions: [
          runButton(texts.push.buttons.why, 'push.why', about),
          runButton(texts.push.buttons.history, 'push.history', about),
        ],
      },
      audit: {
        app: app.name,
        user: shownUser(user),
        by: `${actor.platform}:${actor.id}`,
        case: number.text,
        sent: result.ordered.kind,
        outcome: result.outcome,
      },
    }
  } catch {
    return noWorld(texts.push.storeSilent, context)
  }
}
