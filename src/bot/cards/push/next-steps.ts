import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import { seen } from '../../../diagnostics/push/evidence.ts'
import { receiptsMissing } from '../../../diagnostics/push/missing-receipts.ts'
import type { Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Heard } from '../../words/heard.ts'

/** What to do next, beyond the remedy of each finding. */
export function nextSteps({ case: each, cause, verdict, blind }: Diagnosis, texts: Texts): readonly Rich[] {
  const { nextSteps: steps } = texts.push
  const { app } = each.question
  // Where nothing could be seen, nothing can be sent either.
  const canTest = app.push === 'timpush' && !blind && cause !== 'service-inactive' && cause !== 'admin-sig-rejected'
  const noWebhooks = seen(each.evidence.history)?.lastReceived === null
  const next: Rich[] = []
  if (cause === 'no-background-report') next.push(steps.closeApp)
  if (canTest && verdict !== 'cannot-receive') next.push(steps.testPush)
  next.push(...receiptsMissing(each).map(({ vendor, setup }) => texts.push.receipts.missing(vendor, setup)))
  if (noWebhooks) next.push(steps.enableWebhooks)
  if (verdict === 'can-receive' || verdict === 'unlikely') next.push(steps.ticket)
  return next
}

/** What the question said besides is not lost: a group, an open app, a code. */
export const heardSteps = ({ mentions, code }: Heard, user: string, { asked }: Texts): readonly Rich[] => [
  ...mentions.map((mention) => (mention === 'group' ? asked.besides.group(user) : asked.besides.foreground)),
  ...(code === null ? [] : [asked.errorCode(code)]),
]
