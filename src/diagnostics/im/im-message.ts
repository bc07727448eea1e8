/** The offline push settings a sender gave a message. */
export interface OfflinePushInfo {
  /** `PushFlag` 1: the sender asked for no vendor push. */
  disabled: boolean
  title: boolean
  description: boolean
}

/** One element of a message: its type, never its content. */
export interface MessageElement {
  /** `TIMTextElem`, `TIMCustomElem`, … */
  type: string
  /** For custom elements: whether `Desc` holds anything, which is what a notification would show. */
  described: boolean
}

/** A message of the roaming history, without its content. */
export interface ImMessage {
  /** `MsgKey` of a one-to-one message, as in `1353691732_12345_1700000000`; null in groups. */
  key: string | null
  /** `MsgSeq`; what names a message in a group. */
  seq: number | null
  /** UNIX milliseconds. */
  at: number
  from: string
  elements: readonly MessageElement[]
  /** Null where the server does not say. */
  offlinePush: OfflinePushInfo | null
  /** Withdrawn, deleted, or no longer kept: only its place is left. */
  gone: boolean
  /** The receiver has opened it; null where the server does not say. */
  read: boolean | null
}
