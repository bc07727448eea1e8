import { endingWithin } from '../../diagnostics/ending-within.ts'
import type { Request } from '../../bot/request.ts'
import type { Reply } from '../../bot/reply.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { within } from '../within.ts'
import type { DiscordContext } from './discord-context.ts'
import { WAITS } from './limits.ts'
import { describeFailure } from './platform-failure.ts'
import { DISCORD_TEXTS } from './texts.ts'

/** What there is to say; `failed` holds a sentence for the asker alone. */
export type Asked = { kind: 'reply'; reply: Reply } | { kind: 'duplicate' } | { kind: 'failed'; message: string }

/** Puts the request to the bot. Never rejects, and is done before Discord's reader has given up. */
export async function askBot(context: DiscordContext, request: Omit<Request, 'signal' | 'timeZone'>): Promise<Asked> {
  const texts = DISCORD_TEXTS[spokenTo(context, request.locale)]
  const signal = endingWithin(context.givingUp, WAITS.botSignal)
  try {
    // Times are drawn by Discord in the reader's zone, so the bot need not know it.
    const answer = context.bot.answer({ ...request, timeZone: null, signal })
    const reply = await within(Promise.race([answer, givenUp(context, signal)]), WAITS.botAnswer, 'late' as const)
    if (reply === 'stopping') return { kind: 'failed', message: texts.stopping }
    if (reply === 'late') {
      context.log.error({ request: request.id }, 'bot did not answer in time')
      return { kind: 'failed', message: texts.tookTooLong(request.id) }
    }
    return reply === null ? { kind: 'duplicate' } : { kind: 'reply', reply }
  } catch (error) {
    context.log.error({ request: request.id, failure: describeFailure(error) }, 'bot failed')
    return { kind: 'failed', message: texts.failed(request.id) }
  }
}

export const spokenTo = (context: DiscordContext, locale: Locale | null): Locale => locale ?? context.bot.language

/** Resolves when the process stops and the bot has had its time to answer with what it knows. */
const givenUp = ({ givingUp }: DiscordContext, signal: AbortSignal): Promise<'stopping'> =>
  new Promise((resolve) => {
    const stop = () => {
      if (givingUp.aborted) setTimeout(resolve, WAITS.lastAnswer, 'stopping')
    }
    if (signal.aborted) stop()
    // On the signal of this request, which goes with it: the other one would collect listeners.
    else signal.addEventListener('abort', stop, { once: true })
  })
