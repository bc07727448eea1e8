import { missingIn } from '../../im/classify-refusal.ts'
import { isAboutMessages, seen, type Case, type MessageFacts } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { askedMessage } from '../message-item.ts'
import { pushFinding, type FindingParams, type Weight } from '../push-finding.ts'

type Reason = FindingParams['message-not-found']['reason']

const BLOCKS = { effect: 'blocks', confidence: 'very-likely' } as const
const UNDECIDED = { effect: 'undecided', confidence: 'possible' } as const

/** No source knows the message: never sent, online-only (not stored), or dropped before it was stored. */
export const messageNotFound: Judge = (each) => {
  const { question, evidence } = each
  const facts = seen(evidence.message)
  if (!isAboutMessages(question) || facts === null) return []
  const { groupId, from } = facts
  const where = { from, groupId, key: question.message }
  if (groupId !== null && isGroupMissing(each, facts))
    return [
      pushFinding(
        'message-not-found',
        { effect: 'blocks', confidence: 'certain' },
        { ...where, reason: 'no-such-group' },
        [{ kind: 'group', groupId, type: null }],
      ),
    ]
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
  const { stray } = facts
  if (stray !== null)
    return [
      pushFinding(
        'message-not-found',
        weightOfStray(each, facts),
        { ...where, reason: stray.reason, from: stray.from, to: stray.to },
        [],
      ),
    ]
  const [reason, weight] = absenceOf(each, facts)
  const { absent, complete } = facts
  return [
    pushFinding('message-not-found', weight, { ...where, reason }, [
      absent === null ? { kind: 'no-message', complete } : { kind: 'absence', refusal: absent },
    ]),
  ]
}

/** A message that is named can be no other; in a group there may be others that were not read. */
function weightOfStray({ question }: Case, { complete }: MessageFacts): Weight {
  if (question.message !== null || question.from === question.userId) return { effect: 'blocks', confidence: 'certain' }
  return complete ? BLOCKS : UNDECIDED
}

const isGroupMissing = ({ evidence }: Case, { absent }: MessageFacts): boolean =>
  seen(evidence.group)?.exists === false || (absent !== null && missingIn(absent) === 'missing-group')

function absenceOf({ question, evidence }: Case, facts: MessageFacts): readonly [Reason, Weight] {
  const { from, groupId, absent, complete, withdrawn } = facts
  if (withdrawn) return ['withdrawn', UNDECIDED]
  if (from === null && groupId === null && question.message !== null) return ['sender-unknown', UNDECIDED]
  // The user themselves may be what is unknown, of which the account is told.
  const isNobody = [absent, evidence.blocks.kind === 'absent' ? evidence.blocks.refusal : null].some(
    (refusal) => refusal !== null && missingIn(refusal) === 'missing-account',
  )
  if (isNobody && from !== null && seen(evidence.account) === true) return ['no-such-sender', BLOCKS]
  if (absent !== null && missingIn(absent) === 'missing-record') return ['not-kept', UNDECIDED]
  return ['absent', complete ? BLOCKS : UNDECIDED]
}
