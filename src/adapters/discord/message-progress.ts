import type { Message } from 'discord.js'
import { z } from 'zod'
import type { Progress } from '../../bot/request.ts'
import { createThrottle, type Throttle } from '../throttled.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { editReply, removeReply, reply, replyCall } from './deliver-message.ts'
import { Routes } from './discord-js.ts'
import { reportFailure } from './discord-context.ts'
import { WAITS } from './limits.ts'
import type { Payload } from './render-reply.ts'
import { SpareCalls, type SpareCall } from './spare-calls.ts'

const Posted = z.object({ id: z.string() })

interface MessageProgressOptions {
  /** Without pictures: it is shown again and again. */
  draw: (progress: Progress) => Payload
  /** Whether it may be seen where it was asked. */
  allowed: (progress: Progress) => boolean
  /** Called each time that it was shown. */
  onShown: () => void
}

/** The one reply to a message: how far the answer has come, and then the answer in its place. */
export class MessageProgress {
  readonly #message: Message
  readonly #work: InteractionWork
  readonly #options: MessageProgressOptions
  readonly #calls: SpareCalls
  readonly #throttle: Throttle<Progress>
  #id: string | null = null
  /** A post without an answer: it may be there. */
  #maybePosted = false

  constructor(message: Message, work: InteractionWork, options: MessageProgressOptions) {
    this.#message = message
    this.#work = work
    this.#options = options
    this.#calls = new SpareCalls(work)
    const show = (progress: Progress, signal: AbortSignal) => this.#show(progress, signal)
    this.#throttle = createThrottle({ everyMs: WAITS.progressEvery, show, now: work.context.now })
  }

  readonly tell = (progress: Progress): void => {
    if (this.#options.allowed(progress)) this.#throttle.tell(progress)
  }

  /** Nothing more is shown from here on, so that nothing can land on top of the answer. */
  end(): Promise<void> {
    return this.#throttle.end()
  }

  /** Whether there is something that must not be left as it is. */
  get begun(): boolean {
    return this.#id !== null || this.#maybePosted
  }

  /** The last word where it was asked: in place of the progress where there is some, else as a reply. */
  async say(payload: Payload): Promise<void> {
    const message = this.#message
    if (this.#id === null) {
      const sent = await reply(message, payload, 'reply')
      // By its nonce Discord knows a repetition, and then gives back the message that is there, as it is.
      if (this.#maybePosted) await editReply(message, sent, payload)
      return
    }
    if (!this.#calls.doubtful && (await editReply(message, this.#id, payload))) return
    await reply(message, payload, 'answer')
    await this.#remove(this.#id)
  }

  async #show(progress: Progress, signal: AbortSignal): Promise<number | void> {
    const before = this.#maybePosted
    this.#maybePosted = true
    const spared = await this.#calls.make(this.#call(this.#options.draw(progress)), signal)
    if (spared.kind === 'limited' || spared.kind === 'refused') this.#maybePosted = before
    if (spared.kind === 'limited') return spared.milliseconds
    if (spared.kind !== 'done') return
    this.#id ??= Posted.parse(spared.body).id
    this.#options.onShown()
  }

  #call(payload: Payload): SpareCall {
    if (this.#id === null) return replyCall(this.#message, payload)
    const body = { content: '', ...payload, allowed_mentions: { parse: [] } }
    return { method: 'patch', route: Routes.channelMessage(this.#message.channelId, this.#id), body, auth: true }
  }

  async #remove(id: string): Promise<void> {
    try {
      await removeReply(this.#message, id)
    } catch (error) {
      // The answer is there; what is left behind is untidy and no more.
      reportFailure(this.#work.context, this.#work.log, 'remove-progress', error)
    }
  }
}
