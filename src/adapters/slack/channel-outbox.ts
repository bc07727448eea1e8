import type { Visibility } from '../../bot/reply.ts'
import { failureIn, NO_PROGRESS_HERE, sendDirectly, type Outbox } from './outbox.ts'
import { progressMessage } from './progress-message.ts'
import type { SlackMessage } from './render-card.ts'
import type { SlackContext } from './slack-context.ts'
import { refusesBlocks, type SlackFailure } from './slack-failure.ts'

/** For a mention in a channel: in its thread, and what is private only for the eyes of the person who asked. */
export function channelOutbox(
  context: SlackContext,
  { channel, user, threadTs }: { channel: string; user: string; threadTs: string },
): Outbox {
  const { api } = context
  const progress = progressMessage(context, { channel, threadTs })

  async function send(message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null> {
    if (visibility === 'public')
      return progress.become(message, async () => failureIn(await api.postMessage({ channel, threadTs }, message)))
    progress.remove()
    const ephemeral = await api.postEphemeral({ channel, user, threadTs }, message)
    if (ephemeral.ok || refusesBlocks(ephemeral.failure)) return failureIn(ephemeral)
    return sendDirectly(api, user, message)
  }

  return {
    surface: 'message',
    mayGoPublic: true,
    send,
    giveUp: (message) => send(message, progress.posted() ? 'public' : 'private'),
    showProgress: async (message, visibility) => (visibility === 'private' ? NO_PROGRESS_HERE : progress.show(message)),
    async signOfLife(message) {
      await api.postEphemeral({ channel, user, threadTs }, message)
    },
  }
}
