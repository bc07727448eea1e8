import type { Judge } from '../judge.ts'
import { askedMessage, messageItem } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'

export const pushDisabledBySender: Judge = (each) => {
  const message = askedMessage(each)
  if (message?.offlinePush?.disabled !== true) return []
  const { from, at } = message
  return [
    pushFinding(
      'push-disabled-by-sender',
      { effect: 'blocks', confidence: 'certain' },
      { from, at },
      messageItem(each),
    ),
  ]
}
