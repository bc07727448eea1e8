import type { Spot } from './find-answer.ts'
import { failureIn } from './outbox.ts'
import type { SlackMessage } from './render-card.ts'
import type { SlackContext } from './slack-context.ts'
import { failure, refusesBlocks, type SlackFailure } from './slack-failure.ts'
import { createSlate, type Slate } from './slate.ts'

/** A message that tells how far an answer has come, and then becomes the answer. */
export interface ProgressMessage {
  /** Whether it stands in the conversation. */
  posted(): boolean
  /** Posts it, or changes it, in one attempt. */
  show(message: SlackMessage): Promise<SlackFailure | null>
  /** Makes the answer of it. Where there is none, or Slack does not let us, `otherwise` sends the answer. */
  become(message: SlackMessage, otherwise: () => Promise<SlackFailure | null>): Promise<SlackFailure | null>
  /** Takes it away, as the answer is given elsewhere; not where it may be the answer already. Waits for nothing. */
  remove(): void
}

const OVER = failure('progress_is_over', false)

export function progressMessage(
  { api, inFlight }: Pick<SlackContext, 'api' | 'inFlight'>,
  spot: Spot,
): ProgressMessage {
  const { channel } = spot
  let standing: { ts: string; slate: Slate } | null = null
  let state: 'open' | 'over' | 'answered' = 'open'

  async function post(message: SlackMessage): Promise<SlackFailure | null> {
    const posted = await api.postMessage(spot, message, 'once')
    if (!posted.ok) {
      // Slack did not say whether it stands; what cannot be found cannot be changed, and is not posted twice.
      if (posted.failure.maybeDone && state === 'open') state = 'over'
      return posted.failure
    }
    const { ts } = posted.value
    if (ts === null) state = 'over'
    else if (state === 'open')
      standing = { ts, slate: createSlate((next, tries) => api.updateMessage({ channel, ts }, next, tries), inFlight) }
    // So slow that the answer went out meanwhile.
    else await api.deleteMessage({ channel, ts })
    return null
  }

  return {
    posted: () => standing !== null,
    async show(message) {
      if (state !== 'open') return OVER
      return standing === null ? inFlight.track(post(message)) : failureIn(await standing.slate.show(message))
    },
    async become(message, otherwise) {
      state = 'answered'
      if (standing === null) return otherwise()
      const { ts, slate } = standing
      const failed = failureIn(await slate.finish(message))
      if (failed === null || refusesBlocks(failed)) return failed
      const sent = await otherwise()
      // It may be the answer by now, or else tell of a progress that is over: one message is to stay.
      if (sent === null) void inFlight.track(api.deleteMessage({ channel, ts }))
      return sent
    },
    remove() {
      if (state === 'answered') return
      state = 'over'
      if (standing !== null) void inFlight.track(api.deleteMessage({ channel, ts: standing.ts }))
      standing = null
    },
  }
}
