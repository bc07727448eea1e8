import type { Secret } from '../../diagnostics/secret.ts'
import type { UsersigReport } from '../../diagnostics/usersig/report.ts'
import { verifyUsersig } from '../../diagnostics/usersig/verify-usersig.ts'
import { optionalTime, requiredText } from '../argument.ts'
import { usersigCard } from '../cards/usersig-card.ts'
import { usersigResult } from '../cards/usersig-result.ts'
import type { Card } from '../card.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import type { App } from '../services.ts'
import { shownUser } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { appArgument, sigArgument } from './usersig-arguments.ts'

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
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    return answerUsersig({ user, sig, at, app: chosen.app, appWasNamed: chosen.named }, context)
  },
})

export interface UsersigAsked {
  /** Undefined: nobody knows whose it is. */
  user: string | undefined
  sig: Secret
  at: number | undefined
  app: App | undefined
  appWasNamed: boolean
}

/** Verifies or inspects, and makes the answer of it: the shared body of both commands. */
export function answerUsersig({ user, sig, at, app, appWasNamed }: UsersigAsked, context: Context): Outcome {
  const { services, texts, locale, now } = context
  const question = {
    text: sig.reveal(),
    apps: services.apps.all,
    now: at ?? now,
    expected: { ...(user === undefined ? {} : { userId: user }), ...(app === undefined ? {} : { app }), appWasNamed },
  }
  const report = withoutCredential(verifyUsersig(question))
  const mark = report.fingerprint
  const whose = user === undefined ? null : shownUser(user)
  const simulated = services.apps.all.every((each) => each.simulated)
  const { code } = context.heard
  const card = usersigCard(report, { user: whose, at: at ?? null, code, simulated }, texts)
  const publicCard: Card = { ...card, blocks: [...card.blocks, { kind: 'note', text: texts.usersig.publicNote(mark) }] }
  return {
    kind: 'ok',
    result: usersigResult(report, texts, { locale, timeZone: null, now: at ?? now }),
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
    },
  }
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
