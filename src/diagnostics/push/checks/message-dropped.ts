import type { Judge } from '../judge.ts'
import { askedMessage, messageItem } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'
import { sendResultEntry } from '../send-result.ts'
import { SENDER_CODES } from './blocked-sender.ts'

/** Tencent did not send the message on: its own rules, content review, or the app's webhook. The code says which. */
export const messageDropped: Judge = (each) => {
  const message = askedMessage(each)
  if (message === null || (message.result === 0 && !message.dropped) || SENDER_CODES.has(message.result)) return []
  const { from, at, result, info, groupId } = message
  const inGroup = groupId !== null
  const entry = result === 0 ? null : sendResultEntry(result, inGroup)
  return [
    pushFinding(
      'message-dropped',
      { effect: 'blocks', confidence: 'certain', ...(entry === null ? {} : { owner: entry.owner }) },
      { from, at, code: result === 0 ? null : result, info, inGroup },
      messageItem(each),
    ),
  ]
}
