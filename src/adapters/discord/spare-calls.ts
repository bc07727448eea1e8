import type { REST as RestClient } from 'discord.js'
import { DiscordAPIError, HTTPError, RateLimitError, REST } from './discord-js.ts'
import { restOptions, type Reach } from './client-options.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { WAITS } from './limits.ts'
import { describeFailure } from './platform-failure.ts'

export type SpareRest = Pick<RestClient, 'post' | 'patch'>

/**
 * For calls that may be lost. A client of its own, so that none of them holds up an answer: discord.js sends the calls of a
 * route one after the other, waits out a limit, and repeats what got no answer.
 */
export const spareRest = (settings: Reach): SpareRest =>
  new REST({
    version: '10',
    ...restOptions(settings),
    timeout: WAITS.progressCall,
    retries: 0,
    rejectOnRateLimit: () => true,
  }).setToken(settings.token.reveal())

export interface SpareCall {
  method: 'post' | 'patch'
  route: `/${string}`
  body: object
  /** False for the routes of an interaction, whose address is their right. */
  auth: boolean
}

/** What came of a call: `failed` may work the next time, `unknown` got no answer and may be done yet, also later. */
type Spared =
  | { kind: 'done'; body: unknown }
  | { kind: 'limited'; milliseconds: number }
  | { kind: 'refused' | 'failed' | 'unknown' }

/** The calls that show the progress of one answer. */
export class SpareCalls {
  readonly #work: Pick<InteractionWork, 'context' | 'log'>
  #refused = false
  #doubtful = false

  constructor(work: Pick<InteractionWork, 'context' | 'log'>) {
    this.#work = work
  }

  /** Never rejects. After a refusal nothing more is tried. */
  async make({ method, route, body, auth }: SpareCall, signal: AbortSignal): Promise<Spared> {
    if (this.#refused) return { kind: 'refused' }
    const { context, log } = this.#work
    const before = this.#doubtful
    // A post carries a nonce: one that lands later finds the message that is there already.
    this.#doubtful ||= method === 'patch'
    const spared = await context.spare[method](route, { body, auth, signal }).then(
      (answer): Spared => ({ kind: 'done', body: answer }),
      (error: unknown) => {
        const failure = describeFailure(error)
        log.info({ failure }, 'progress was not shown')
        context.observe.platformError('discord', 'progress', failure.code)
        return this.#note(error)
      },
    )
    if (spared.kind !== 'unknown') this.#doubtful = before
    return spared
  }

  /** Whether an edit has no answer: it could still land, and on top of the answer if that stood in the same message. */
  get doubtful(): boolean {
    return this.#doubtful
  }

  #note(error: unknown): Spared {
    if (error instanceof RateLimitError)
      return { kind: 'limited', milliseconds: Math.max(error.timeToReset, error.retryAfter) }
    if (error instanceof HTTPError || isUnsent(error)) return { kind: 'failed' }
    if (error instanceof DiscordAPIError) {
      this.#refused = true
      return { kind: 'refused' }
    }
    return { kind: 'unknown' }
  }
}

/** What discord.js says of a call that was given up while it waited behind others. */
export const isUnsent = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Request aborted manually'
