import type { ViewAck } from './answer-submission.ts'
import { modalOutbox, type ModalPlace } from './modal-outbox.ts'
import type { Outbox } from './outbox.ts'
import type { SlackMessage } from './render-card.ts'
import { answerView } from './render-view.ts'
import type { SlackContext } from './slack-context.ts'

/**
 * For a submitted form: what is shown first goes with the acknowledgement, which Slack takes once and never says what
 * it thinks of; all that follows changes the modal, and so does what could not be acknowledged.
 */
export function acknowledgingOutbox(
  context: SlackContext,
  place: ModalPlace,
  { ack, action }: { ack: ViewAck; action: 'update' | 'push' },
): Outbox {
  const { rawMetadata, locale } = place
  const later = modalOutbox(context, place)
  let acked: Promise<boolean> | null = null

  /** True where the acknowledgement showed it; false where that had been given already, or could not be. */
  async function first({ blocks }: SlackMessage): Promise<boolean> {
    if (acked === null) {
      acked = ack({ response_action: action, view: answerView(blocks, rawMetadata, locale) })
      return acked
    }
    await acked
    return false
  }

  return {
    ...later,
    send: async (message, visibility) => ((await first(message)) ? null : later.send(message, visibility)),
    giveUp: async (message) => ((await first(message)) ? null : later.giveUp(message)),
    showProgress: async (message, visibility) =>
      (await first(message)) ? null : later.showProgress(message, visibility),
    async signOfLife(message) {
      if (!(await first(message))) await later.signOfLife(message)
    },
  }
}
