import type { Judge } from '../judge.ts'
import { askedMessage, askedPushes, hasNothingToShow, messageItem } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'

export const customMessageWithoutDescription: Judge = (each) => {
  const message = askedMessage(each)
  if (message === null || !hasNothingToShow(message) || askedPushes(each).length > 0) return []
  const { from, at } = message
  return [
    pushFinding(
      'custom-message-without-description',
      // The sender's push info, which could hold a text, is in no answer that the documentation shows.
      { effect: 'blocks', confidence: message.offlinePush === null ? 'very-likely' : 'certain' },
      { from, at },
      messageItem(each),
    ),
  ]
}
