/** A message's elements as Tencent writes them. */
export interface MessageElement {
  MsgType: string
  MsgContent: Readonly<Record<string, unknown>>
}

/** Of `OfflinePushInfo`, what decides whether a message is pushed. */
export interface PushInfo {
  PushFlag?: number | undefined
  Title?: string | undefined
  Desc?: string | undefined
}

export type MessageContent =
  | { kind: 'text'; text: string }
  /** A custom element, of which a notification can only show the description. */
  | { kind: 'custom'; data: string; description: string }

export interface SimulatedMessage {
  from: string
  /** Null in groups. */
  to: string | null
  groupId: string | null
  seq: number
  random: number
  /** UNIX milliseconds, whole seconds. */
  at: number
  body: readonly MessageElement[]
  pushInfo: PushInfo | null
  /** For those online at that moment: not in the history and never pushed. */
  onlineOnly: boolean
  /** Whether it is in the roaming history. */
  stored: boolean
  read: boolean
  /** A group's message that no member got. */
  dropped: boolean
}

/** A stored message with an ordinary fate, where `given` says nothing else. */
export const newMessage = (
  given: Pick<SimulatedMessage, 'from' | 'seq' | 'random' | 'at' | 'body'> & Partial<SimulatedMessage>,
): SimulatedMessage => ({
  to: null,
  groupId: null,
  pushInfo: null,
  onlineOnly: false,
  stored: true,
  read: false,
  dropped: false,
  ...given,
})

export const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1_000)

/** Tencent's times of messages are whole seconds. */
export const wholeSecond = (milliseconds: number): number => seconds(milliseconds) * 1_000

/** `MsgKey`: what names a one-to-one message everywhere. */
export const messageKey = ({ seq, random, at }: Pick<SimulatedMessage, 'seq' | 'random' | 'at'>): string =>
  `${seq}_${random}_${seconds(at)}`

export function bodyOf(content: MessageContent): readonly MessageElement[] {
  return content.kind === 'text'
    ? [{ MsgType: 'TIMTextElem', MsgContent: { Text: content.text } }]
    : [{ MsgType: 'TIMCustomElem', MsgContent: { Data: content.data, Desc: content.description, Ext: '' } }]
}

/**
 * Whether the vendors may be asked to show it. A custom element says nothing that a notification could show, so that the
 * sender has to describe it.
 */
export function qualifiesForPush({ onlineOnly, pushInfo, body }: SimulatedMessage): boolean {
  if (onlineOnly || pushInfo?.PushFlag === 1) return false
  if (pushInfo?.Title !== undefined || pushInfo?.Desc !== undefined) return true
  return body.some(({ MsgType, MsgContent }) => MsgType !== 'TIMCustomElem' || Boolean(MsgContent['Desc']))
}
