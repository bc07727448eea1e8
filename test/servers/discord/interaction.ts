import { z } from 'zod'
import { MessageBody, ModalBody, type SentMessage, type SentModal } from './check-message.ts'

const Callback = z.strictObject({ type: z.int(), data: z.unknown() })
const Choices = z.strictObject({
  choices: z.array(z.strictObject({ name: z.string().max(100), value: z.string().max(100) })).max(25),
})
const Deferred = z.strictObject({ flags: z.union([z.literal(0), z.literal(64)]).optional() })
const EPHEMERAL = 64

export interface Answer {
  status: number
  body: unknown
}

const refuse = (status: number, code: number): Answer => ({
  status,
  body: { code, message: 'refused by the test server' },
})

/** One interaction, with the rules of Discord: one first response, and who may see it is settled then. */
export class InteractionRecord {
  readonly id: string
  readonly token: string
  readonly channel: string
  /** Type of the first response; null before it. */
  acknowledged: number | null = null
  acknowledgedAfter: number | null = null
  modal: SentModal | null = null
  choices: readonly { name: string; value: string }[] | null = null
  /** What stands in the channel for it now. */
  shown: { message: SentMessage; ephemeral: boolean }[] = []
  /** What the first of them held before it was edited or taken back. */
  readonly earlier: { message: SentMessage; ephemeral: boolean }[] = []
  gone = false
  /** The answer itself, which follow-ups are not. */
  #original: { message: SentMessage; ephemeral: boolean } | null = null
  #thinking: { ephemeral: boolean } | null = null
  readonly #began = performance.now()

  constructor(id: string, token: string, channel: string) {
    this.id = id
    this.token = token
    this.channel = channel
  }

  /** Whether there is nothing more to wait for. */
  get settled(): boolean {
    return (
      this.acknowledged !== null &&
      this.#thinking === null &&
      (this.shown.length > 0 || this.modal !== null || this.choices !== null)
    )
  }

  callback(body: unknown): Answer {
    if (this.gone) return refuse(404, 10062)
    if (this.acknowledged !== null) return refuse(400, 40060)
    const { type, data } = Callback.parse(body)
    if (type === 4) this.#original = this.#show(MessageBody.parse(data), null)
    else if (type === 5) this.#thinking = { ephemeral: Deferred.parse(data).flags === EPHEMERAL }
    else if (type === 8) this.choices = Choices.parse(data).choices
    else if (type === 9) this.modal = ModalBody.parse(data)
    else throw new Error(`unexpected callback type ${type}`)
    this.acknowledged = type
    this.acknowledgedAfter = performance.now() - this.#began
    return { status: 204, body: undefined }
  }

  editOriginal(body: unknown): Answer {
    const thinking = this.#thinking
    if (thinking === null && this.#original === null) return refuse(404, 10008)
    const message = MessageBody.parse(body)
    if (this.#original === null) {
      this.#original = this.#show(message, thinking?.ephemeral ?? false)
    } else {
      this.earlier.push({ ...this.#original })
      this.#original.message = { ...this.#original.message, ...message }
    }
    this.#thinking = null
    return { status: 200, body: message }
  }

  deleteOriginal(): Answer {
    this.#thinking = null
    if (this.#original !== null) {
      this.earlier.push(this.#original)
      this.shown = this.shown.filter((each) => each !== this.#original)
    }
    this.#original = null
    return { status: 204, body: undefined }
  }

  followUp(body: unknown): Answer {
    if (this.acknowledged === null) return refuse(404, 10015)
    // The first follow-up to a deferred answer replaces it, whatever flags it has.
    if (this.#thinking !== null) return this.editOriginal(body)
    this.#show(MessageBody.parse(body), null)
    return { status: 200, body: { ...(body as object), id: this.id } }
  }

  #show(message: SentMessage, ephemeral: boolean | null): { message: SentMessage; ephemeral: boolean } {
    const shown = { message, ephemeral: ephemeral ?? ((message.flags ?? 0) & EPHEMERAL) !== 0 }
    this.shown.push(shown)
    return shown
  }
}
