import type { MessageElement } from '../../im/im-message.ts'
import type { PushQuestion } from '../evidence.ts'

/** A message that is no reason for a push to the user who is asked about. */
export interface StrayMessage {
  /** `notice`: of the group itself, such as that somebody joined. */
  reason: 'own' | 'notice' | 'other-receiver' | 'other-sender'
  from: string | null
  to: string | null
}

interface Told {
  from: string
  /** Null in groups. */
  to?: string | null
  elements: readonly MessageElement[]
}

/** Why a message is no reason for a push to this user, or not the one that is asked about; null: it may be. */
export function strayOf(
  { userId, from: asked }: PushQuestion,
  { from, to = null, elements }: Told,
): StrayMessage | null {
  const stray = (reason: StrayMessage['reason']): StrayMessage => ({ reason, from, to })
  if (isNotice(from, elements)) return stray('notice')
  if (from === userId) return stray('own')
  if (to !== null && to !== userId) return stray('other-receiver')
  return asked !== null && from !== asked ? stray('other-sender') : null
}

/** Splits what may be pushed from what is nobody's reason for one: the first of the latter. */
export function withoutStrays<Message extends Told>(
  question: PushQuestion,
  messages: readonly Message[],
): { kept: readonly Message[]; stray: StrayMessage | null } {
  const judged = messages.map((message) => ({ message, stray: strayOf(question, message) }))
  return {
    kept: judged.flatMap(({ message, stray }) => (stray === null ? [message] : [])),
    stray: judged.find(({ stray }) => stray !== null)?.stray ?? null,
  }
}

const SYSTEM = /^@T[A-Z]{1,4}#/
const TIP = /^TIMGroup(?:Tip|System)/

/** Written by Tencent, not by a person. */
const isNotice = (from: string, elements: readonly MessageElement[]): boolean =>
  SYSTEM.test(from) || (elements.length > 0 && elements.every(({ type }) => TIP.test(type)))
