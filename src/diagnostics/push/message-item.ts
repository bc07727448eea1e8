import type { PushEvent } from '../events/event.ts'
import { seen, type Case } from './evidence.ts'
import type { EvidenceItem } from './push-finding.ts'

/** The newest message that the question is about, from whichever source knows it, or both. */
export interface AskedMessage {
  key: string | null
  seq: number | null
  from: string
  groupId: string | null
  /** UNIX milliseconds. */
  at: number
  onlineOnly: boolean
  result: number
  info: string
  dropped: boolean
  elements: readonly { type: string; described: boolean }[]
  /** Null: no source tells. */
  offlinePush: { disabled: boolean; title: boolean; description: boolean } | null
}

export function askedMessage({ evidence }: Case): AskedMessage | null {
  const facts = seen(evidence.message)
  const [sent] = facts?.sent ?? []
  const [stored] = facts?.roaming ?? []
  if (sent !== undefined && (stored === undefined || sent.at >= stored.at - SAME_SECOND)) {
    const same = stored !== undefined && Math.abs(stored.at - sent.at) <= SAME_SECOND ? stored : undefined
    const { from, groupId, at, onlineOnly, result, info, dropped } = sent
    return {
      key: sent.messageKey,
      seq: sent.messageSeq,
      from,
      groupId,
      at,
      onlineOnly,
      result,
      info,
      dropped,
      elements: sent.elements.length > 0 ? sent.elements : (same?.elements ?? []),
      offlinePush: sent.offlinePush ?? same?.offlinePush ?? null,
    }
  }
  if (stored === undefined) return null
  const { key, seq, from, at, elements, offlinePush } = stored
  const groupId = facts?.groupId ?? null
  return { key, seq, from, groupId, at, onlineOnly: false, result: 0, info: '', dropped: false, elements, offlinePush }
}

/** In a notification: all elements are custom, none has a description, and the push info has no text either. */
export const hasNothingToShow = ({ elements, offlinePush }: AskedMessage): boolean =>
  elements.length > 0 &&
  elements.every(({ type, described }) => type === 'TIMCustomElem' && !described) &&
  offlinePush?.title !== true &&
  offlinePush?.description !== true

/** Steps of pushes of that very message, newest first; of one that no source knows, those of what was asked for. */
export function askedPushes(each: Case): readonly PushEvent[] {
  const pushes = seen(each.evidence.message)?.pushes ?? []
  const message = askedMessage(each)
  if (message === null || each.question.message !== null) return pushes
  return pushes.filter(
    ({ messageKey, messageSeq, groupId }) =>
      (message.key !== null && messageKey === message.key) ||
      (messageKey === null && message.seq !== null && messageSeq === message.seq && groupId === message.groupId),
  )
}

/** Tencent's times of messages are in seconds. */
const SAME_SECOND = 1000

export function messageItem(each: Case): readonly EvidenceItem[] {
  const message = askedMessage(each)
  if (message === null) return []
  const { from, groupId, onlineOnly, result, elements, at } = message
  return [{ kind: 'message', from, groupId, onlineOnly, result, elements: elements.map(({ type }) => type), at }]
}
