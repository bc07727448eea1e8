import type { App } from '@slack/bolt'
import { onAction } from './listeners/on-action.ts'
import { onCommand } from './listeners/on-command.ts'
import { onDirectMessage, onMention } from './listeners/on-message.ts'
import { onShortcut } from './listeners/on-shortcut.ts'
import { onSubmission } from './listeners/on-submission.ts'
import type { SlackContext } from './slack-context.ts'
import { defectFields } from './tell-defect.ts'

/** One dispatcher for each kind of payload, so that none is ever left without an acknowledgement. */
export function listen(app: App, context: SlackContext): void {
  app.use(({ next }) => context.inFlight.track(next()))
  onCommand(app, context)
  onMention(app, context)
  onDirectMessage(app, context)
  onShortcut(app, context)
  onAction(app, context)
  onSubmission(app, context)
  // We offer no lists that are filled from here; an old message may still ask for one.
  app.options(/.*/, ({ ack }) => ack({ options: [] }))
  app.error(async (error) => context.log.error(defectFields(error), 'defect outside of a listener'))
}
