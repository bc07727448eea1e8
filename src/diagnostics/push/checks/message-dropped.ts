import type { Judge } from '../judge.ts'
import { askedMessage, messageItem } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'
import { SENDER_CODES } from './blocked-sender.ts'

/** Refused by Tencent or by the app's own webhook, or dropped because the group was too busy. */
export const messageDropped: Judge = (each) => {
  const message = askedMessage(each)
  if (message === null || (message.result === 0 && !message.dropped) || SENDER_CODES.has(message.result)) return []
  const { from, at, result, info } = message
  return [
    pushFinding(
      'message-dropped',
      { effect: 'blocks', confidence: 'certain' },
      { from, at, code: result === 0 ? null : result, info },
      messageItem(each),
    ),
  ]
}
