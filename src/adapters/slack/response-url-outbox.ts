import type { Visibility } from '../../bot/reply.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { Spot } from './find-answer.ts'
import { failureIn, NO_PROGRESS_HERE, sendDirectly, type Outbox } from './outbox.ts'
import { progressMessage } from './progress-message.ts'
import type { SlackMessage } from './render-card.ts'
import type { SlackContext } from './slack-context.ts'
import { refusesBlocks, type SlackFailure } from './slack-failure.ts'

export interface ResponseUrl {
  url: Secret
  user: string
  /** Where what only the person sees is shown. */
  threadTs: string | null
  /** Where public answers belong; null: there are none, or nobody knows. */
  spot: Spot | null
}

/**
 * By the `response_url` of a slash command, a button or a shortcut: works also where the bot is not a member. What is
 * posted with it cannot be changed, so an answer that tells its progress is a message of the bot, where it may post.
 */
export function responseUrlOutbox(context: SlackContext, { url, user, threadTs, spot }: ResponseUrl): Outbox {
  const { respond, api } = context
  const progress = spot === null ? null : progressMessage(context, spot)

  const post = async (message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null> => {
    const thread = visibility === 'public' && spot !== null ? spot.threadTs : threadTs
    const body = {
      ...message,
      response_type: visibility === 'private' ? 'ephemeral' : 'in_channel',
      replace_original: false,
      ...(thread === null ? {} : { thread_ts: thread }),
    } as const
    return failureIn(await respond(url, body, spot))
  }

  async function send(message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null> {
    if (visibility === 'public') {
      const publicly = (): Promise<SlackFailure | null> => post(message, 'public')
      return progress === null ? publicly() : progress.become(message, publicly)
    }
    progress?.remove()
    const failed = await post(message, 'private')
    return failed === null || refusesBlocks(failed) ? failed : sendDirectly(api, user, message)
  }

  return {
    surface: 'message',
    mayGoPublic: false,
    send,
    giveUp: (message) => send(message, progress?.posted() === true ? 'public' : 'private'),
    showProgress: async (message, visibility) =>
      visibility === 'private' || progress === null ? NO_PROGRESS_HERE : progress.show(message),
    async signOfLife(message) {
      await post(message, 'private')
    },
  }
}
