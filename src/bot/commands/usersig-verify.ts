import type { Secret } from '../../diagnostics/secret.ts'
import type { UsersigReport } from '../../diagnostics/usersig/report.ts'
import { verifyUsersig } from '../../diagnostics/usersig/verify-usersig.ts'
import { optionalTime, requiredText } from '../argument.ts'
import { usersigCard } from '../cards/usersig-card.ts'
import { usersigResult } from '../cards/usersig-result.ts'
import type { Card } from '../card.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import type { App } from '../services.ts'
import type { Pasted } from '../words/heard.ts'
import { shownUser } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { appArgument, sigArgument } from './usersig-arguments.ts'

/** Of the signatures in a paste, besides the first. */
const MOST_OTHERS = 4

/** Far more than an account can have: what a signature holds is looked at, whatever it is. */
const LONGEST_USER = 512

export const usersigVerify = defineCommand({
  family: 'usersig',
  name: 'verify',
  args: {
    user: { ...requiredText({ place: 'word' }, { maxLength: LONGEST_USER, exact: true }), judgesKeys: true },
    sig: sigArgument(),
    app: appArgument(),
    at: optionalTime(),
  },
  role: 'viewer',
  visibility: 'private',
  form: true,
  examples: ['verify alice eJwtzMEKgkAU…', 'verify "li lei" eJwtzMEKgkAU… --app prod --at 2026-01-31T14:02:00+08:00'],
  run({ user, sig, app, at }, context) {
    const { pasted } = context.heard
    if (app === undefined && pasted !== null)
      return answerUsersig({ user, sig, at, ...pastedApp(pasted, context) }, context)
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    return answerUsersig({ user, sig, at, app: chosen.app, appWasNamed: chosen.named }, context)
  },
})

type AskedApp = Pick<UsersigAsked, 'app' | 'sdkAppId' | 'appWasNamed'>

/** The app that a paste names; where it names none, the signature itself says which it is for. */
export function pastedApp({ sdkAppId }: Pasted, { services }: Pick<Context, 'services'>): AskedApp {
  if (sdkAppId === null) return { app: undefined, appWasNamed: false }
  const app = services.apps.all.find((each) => String(each.sdkAppId) === sdkAppId)
  return app === undefined ? { app, sdkAppId, appWasNamed: true } : { app, appWasNamed: true }
}

export interface UsersigAsked {
  /** Undefined: nobody knows whose it is. */
  user: string | undefined
  sig: Secret
  at: number | undefined
  app: App | undefined
  /** Of an app that is not configured. */
  sdkAppId?: string
  appWasNamed: boolean
}

/** Verifies or inspects, and makes the answer of it: the shared body of both commands. */
export function answerUsersig(asked: UsersigAsked, context: Context): Outcome {
  const { user, at } = asked
  const { services, texts, locale, now } = context
  const report = reportOn(asked, context)
  const { code, pasted } = context.heard
  const others = (pasted?.others ?? []).slice(0, MOST_OTHERS).map(({ sig, user }) => {
    const whose = user === null ? null : shownUser(user)
    return { user: whose, report: reportOn({ ...asked, sig, user: user ?? undefined }, context) }
  })
  const mark = report.fingerprint
  const whose = user === undefined ? null : shownUser(user)
  const simulated = services.apps.all.every((each) => each.simulated)
  const total = 1 + (pasted?.others.length ?? 0)
  const card = usersigCard(report, { user: whose, at: at ?? null, code, simulated, others, total }, texts)
  const reader = { locale, timeZone: null, now: at ?? now }
  const publicCard: Card = { ...card, blocks: [...card.blocks, { kind: 'note', text: texts.usersig.publicNote(mark) }] }
  return {
    kind: 'ok',
    result: {
      ...usersigResult(report, texts, reader),
      ...(others.length === 0 ? {} : { others: others.map((each) => usersigResult(each.report, texts, reader)) }),
    },
    card: {
      ...card,
      actions: [{ kind: 'share', label: texts.usersig.buttons.share, style: 'default', card: publicCard }],
    },
    publicCard,
    audit: {
      app: report.app,
      user: whose ?? (report.userId === null ? null : shownUser(report.userId, 200)),
      verdict: report.verdict,
      findings: report.findings.map(({ code }) => code),
      sig: mark,
      ...(others.length === 0 ? {} : { others: others.map((each) => each.report.fingerprint).join(' ') }),
    },
  }
}

function reportOn(
  { user, sig, at, app, sdkAppId, appWasNamed }: UsersigAsked,
  { services, now }: Pick<Context, 'services' | 'now'>,
): UsersigReport {
  const expected = {
    ...(user === undefined ? {} : { userId: user }),
    ...(app === undefined ? {} : { app }),
    ...(sdkAppId === undefined ? {} : { sdkAppId }),
    appWasNamed,
  }
  return withoutCredential(verifyUsersig({ text: sig.reveal(), apps: services.apps.all, now: at ?? now, expected }))
}

/** Whoever pastes a key in the place of the user must not find it repeated in the answer, which can be shared. */
const withoutCredential = (report: UsersigReport): UsersigReport => ({
  ...report,
  findings: report.findings.map((finding) =>
    finding.code === 'wrong-userid'
      ? { ...finding, params: { ...finding.params, expected: shownUser(finding.params.expected) } }
      : finding,
  ),
})
