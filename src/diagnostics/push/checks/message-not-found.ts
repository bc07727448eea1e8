import { isAboutMessages, seen } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { askedMessage } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'

/** No source knows the message: never sent, online-only (not stored), or dropped before it was stored. */
export const messageNotFound: Judge = (each) => {
  const { question, evidence } = each
  const facts = seen(evidence.message)
  if (!isAboutMessages(question) || facts === null) return []
  const { groupId, from } = facts
  const absence = [{ kind: 'no-message', complete: facts.complete }] as const
  const where = { from, groupId, key: question.message }
  if (groupId !== null && seen(evidence.member)?.member === false)
    return [
      pushFinding(
        'message-not-found',
        { effect: 'blocks', confidence: 'certain' },
        { ...where, reason: 'not-a-member' },
        [{ kind: 'member', groupId, option: null, member: false }],
      ),
    ]
  if (askedMessage(each) !== null || facts.pushes.length > 0) return []
  if (from === null && groupId === null && question.message !== null)
    return [
      pushFinding(
        'message-not-found',
        { effect: 'undecided', confidence: 'possible' },
        { ...where, reason: 'sender-unknown' },
        absence,
      ),
    ]
  return [
    pushFinding(
      'message-not-found',
      facts.complete
        ? { effect: 'blocks', confidence: 'very-likely' }
        : { effect: 'undecided', confidence: 'possible' },
      { ...where, reason: 'absent' },
      absence,
    ),
  ]
}
