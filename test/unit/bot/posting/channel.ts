import type { ChannelWriter, Found, Posted } from '../../../../src/bot/ports/channels.ts'

/** What a platform may do with a message it is sent. */
export type PostMood =
  | 'posts'
  /** Stored, and the connection is cut before the answer. */
  | 'stored-unclear'
  | 'lost-unclear'
  /** Nothing comes back; stored after so many milliseconds. */
  | { hangs: true; storedAfter: number | null }
  | Exclude<Posted, { kind: 'posted' }>
  | 'rejects'

export type FindMood = 'finds' | 'hangs' | Extract<Found, { kind: 'unknown' }>

export interface Message {
  key: string
  title: string
  at: number
}

/** A channel as people see it. Moods are used up one a call; after them it behaves. */
export class Channel implements ChannelWriter {
  readonly messages: Message[] = []
  readonly moods: { post: PostMood[]; find: FindMood[] } = { post: [], find: [] }
  readonly calls: string[] = []
  readonly #clock: { now: () => number; wait: (ms: number, signal: AbortSignal) => Promise<void> }
  before: (call: 'post' | 'find') => void = () => {}

  constructor(clock: { now: () => number; wait: (ms: number, signal: AbortSignal) => Promise<void> }) {
    this.#clock = clock
  }

  readonly post: ChannelWriter['post'] = async (_to, { key, card }) => {
    this.calls.push('post')
    this.before('post')
    const mood = this.moods.post.shift() ?? 'posts'
    const store = () => this.messages.push({ key, title: card.title, at: this.#clock.now() })
    if (mood === 'rejects') throw new Error('a defect')
    if (mood === 'posts') return { kind: 'posted', message: `m${store()}`, picture: 'none' }
    if (mood === 'stored-unclear') store()
    if (mood === 'stored-unclear' || mood === 'lost-unclear') return { kind: 'unclear', code: 'ECONNRESET' }
    if ('kind' in mood) return mood
    if (mood.storedAfter !== null) void this.#clock.wait(mood.storedAfter, new AbortController().signal).then(store)
    return new Promise(() => {})
  }

  readonly find: ChannelWriter['find'] = async (_to, key, since) => {
    this.calls.push('find')
    this.before('find')
    const mood = this.moods.find.shift() ?? 'finds'
    if (mood === 'hangs') return new Promise(() => {})
    if (mood !== 'finds') return mood
    const index = this.messages.findIndex((message) => message.key === key && message.at >= since)
    return index < 0 ? { kind: 'absent' } : { kind: 'found', message: `m${index + 1}` }
  }

  readonly edit: ChannelWriter['edit'] = async () => ({ kind: 'gone' })
  readonly resolve: ChannelWriter['resolve'] = async () => ({ kind: 'unchecked' })
}
