import type { Spot } from './find-answer.ts'
import { failureIn, type Outbox } from './outbox.ts'
import { progressMessage } from './progress-message.ts'
import type { SlackMessage } from './render-card.ts'
import type { SlackContext } from './slack-context.ts'
import type { SlackFailure } from './slack-failure.ts'

/** In a direct message everything is private; the sign of life and the progress become the answer. */
export function directOutbox(context: SlackContext, spot: Spot): Outbox {
  const progress = progressMessage(context, spot)
  const post = async (message: SlackMessage): Promise<SlackFailure | null> =>
    failureIn(await context.api.postMessage(spot, message))

  const send = (message: SlackMessage): Promise<SlackFailure | null> => progress.become(message, () => post(message))

  return {
    surface: 'message',
    mayGoPublic: false,
    send,
    giveUp: send,
    showProgress: (message) => progress.show(message),
    async signOfLife(message) {
      await progress.show(message)
    },
  }
}
