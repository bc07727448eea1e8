import type { Judge } from '../judge.ts'
import { askedMessage, messageItem } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'

export const onlineOnlyMessage: Judge = (each) => {
  const message = askedMessage(each)
  if (message?.onlineOnly !== true) return []
  const { from, at } = message
  return [
    pushFinding('online-only-message', { effect: 'blocks', confidence: 'certain' }, { from, at }, messageItem(each)),
  ]
}
