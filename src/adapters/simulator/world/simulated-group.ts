import type { Fate } from './simulated-user.ts'
import type { MessageContent } from './message.ts'

/** `AcceptNotNotify`: messages without pushes. `Discard`: neither. */
export type ReceiveOption = 'AcceptAndNotify' | 'AcceptNotNotify' | 'Discard'

export interface SimulatedMember {
  role: 'Owner' | 'Admin' | 'Member'
  receiveOption: ReceiveOption
}

export interface PastGroupMessage {
  /** Milliseconds before the start. */
  ago: number
  from: string
  seq: number
  random: number
  content: MessageContent
  /** The members who got a push, and what became of it. */
  pushed?: Readonly<Record<string, Fate>>
  /** The group was too busy (10023): no member got the message. */
  dropped?: boolean
}

export interface SimulatedGroup {
  story: string
  /** `Private` is what the console calls Work, `ChatRoom` Meeting. */
  type: 'Public' | 'Private' | 'ChatRoom' | 'AVChatRoom' | 'Community'
  name: string
  members: Readonly<Record<string, SimulatedMember>>
  past?: readonly PastGroupMessage[]
}

/** Of the other types, messages reach only those who are online. */
export const pushesToMembers = ({ type }: SimulatedGroup): boolean =>
  type === 'Public' || type === 'Private' || type === 'Community'
