import type { ChannelRef } from './channels.ts'

/** How a post of the bot's own accord ended. `unclear`: it may stand in the channel, and nobody can tell. */
export type PostEnd = 'posted' | 'refused' | 'unclear' | 'missed'

export interface PostRecord {
  key: string
  to: ChannelRef
  /** Null: not ended. */
  end: PostEnd | null
  /** What the platform calls the message; null: not posted, or not known. */
  message: string | null
  attempts: number
  /** Of the first attempt, UNIX milliseconds. */
  since: number
}

export type Claim =
  /** It is ours until the moment given. `mayStand`: an earlier attempt did not end, so look before posting. */
  | { kind: 'ours'; mayStand: boolean; record: PostRecord }
  | { kind: 'ended'; record: PostRecord }
  /** Somebody else has it, or it is to be left alone, until then (UNIX milliseconds). */
  | { kind: 'held'; until: number }

/** Which posts were made, so that each is made once, whatever ends in between. Rejects when the store cannot be reached. */
export interface Posts {
  /** Durable when it resolves: from then on the post may stand. `owner`: of this process and this attempt alone. */
  claim(key: string, to: ChannelRef, by: { owner: string; now: number; until: number }): Promise<Claim>
  /** The attempt surely left nothing; to be tried again from `notBefore` on. False: it was no longer ours. */
  release(key: string, owner: string, notBefore: number): Promise<boolean>
  /** False: it was no longer ours. */
  settle(key: string, owner: string, end: PostEnd, message: string | null): Promise<boolean>
  find(key: string): Promise<PostRecord | null>
}
