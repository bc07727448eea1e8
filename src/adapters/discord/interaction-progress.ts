import type { Visibility } from '../../bot/reply.ts'
import type { Progress } from '../../bot/request.ts'
import { createThrottle, type Throttle } from '../throttled.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { Routes } from './discord-js.ts'
import type { Answerable } from './first-response.ts'
import { WAITS } from './limits.ts'
import type { Payload } from './render-reply.ts'
import { SpareCalls } from './spare-calls.ts'

/** Shows how far an answer has come in the deferred answer of its interaction; what is told before that is kept for it. */
export class InteractionProgress {
  /** Resolves with the first progress told. */
  readonly first: Promise<{ kind: 'progress'; visibility: Visibility }>
  readonly #calls: SpareCalls
  readonly #show: (progress: Progress, signal: AbortSignal) => Promise<number | void>
  readonly #now: () => number
  #begun: (first: { kind: 'progress'; visibility: Visibility }) => void = () => {}
  #held: Progress | null = null
  #opened: { throttle: Throttle<Progress>; visibility: Visibility } | null = null

  constructor(interaction: Answerable, draw: (progress: Progress) => Payload, work: InteractionWork) {
    const { applicationId, token } = interaction
    this.#now = work.context.now
    this.#calls = new SpareCalls(work)
    this.first = new Promise((resolve) => {
      this.#begun = resolve
    })
    this.#show = async (progress, signal) => {
      const body = { content: '', ...draw(progress), allowed_mentions: { parse: [] } }
      const route = Routes.webhookMessage(applicationId, token)
      const spared = await this.#calls.make({ method: 'patch', route, body, auth: false }, signal)
      return spared.kind === 'limited' ? spared.milliseconds : undefined
    }
  }

  readonly tell = (progress: Progress): void => {
    this.#begun({ kind: 'progress', visibility: progress.visibility })
    if (this.#opened === null) {
      this.#held = progress
      return
    }
    // What is for the asker alone is not shown where all can read; the other way round does no harm.
    const { throttle, visibility } = this.#opened
    if (visibility === 'private' || progress.visibility === 'public') throttle.tell(progress)
  }

  /** The answer is deferred now, for these eyes. */
  open(visibility: Visibility): void {
    const throttle = createThrottle({ everyMs: WAITS.progressEvery, show: this.#show, now: this.#now })
    this.#opened = { throttle, visibility }
    if (this.#held !== null) this.tell(this.#held)
  }

  /** Nothing more is shown. Whether the answer can take the place of what was, or needs a message of its own. */
  async close(): Promise<'in-place' | 'anew'> {
    await this.#opened?.throttle.end()
    return this.#calls.doubtful ? 'anew' : 'in-place'
  }
}
