import { historyOf, lastState, reachOf } from '../case-facts.ts'
import type { MemberFacts } from '../../ports/im-service.ts'
import { seen, type Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { askedMessage, askedPushes, hasNothingToShow, messageItem } from '../message-item.ts'
import { pushFinding } from '../push-finding.ts'

const QUIET = /^(?:AcceptNotNotify|Discard)$/i

/** The member gets no push of the group's messages. */
export const isQuiet = (member: MemberFacts | null): boolean => QUIET.test(member?.receiveOption ?? '')

/** After so long a push that was tried has been told, milliseconds. */
const TOLD_AFTER = 60_000

/** The member's own option for the group. */
export const mutedGroup: Judge = (each) => {
  const member = seen(each.evidence.member)
  const option = member?.receiveOption ?? null
  const groupId = seen(each.evidence.message)?.groupId ?? each.question.groupId
  if (groupId === null || option === null || !isQuiet(member)) return []
  return [
    pushFinding('do-not-disturb', { effect: 'blocks', confidence: 'certain' }, { groupId, option, from: null }, [
      { kind: 'member', groupId, option, member: true },
    ]),
  ]
}

/** One-to-one no API tells, so it is one of what remains where no push was tried. */
export const mutedConversation: Judge = (each) => {
  const from = silentSender(each)
  if (from === null) return []
  return [
    pushFinding(
      'do-not-disturb',
      { effect: 'undecided', confidence: 'possible' },
      { groupId: null, option: null, from },
      messageItem(each),
    ),
  ]
}

/** A good one-to-one message to a phone that waits for pushes, of which no push was tried although webhooks tell of such. */
function silentSender(each: Case): string | null {
  const message = askedMessage(each)
  const reach = reachOf(each)?.reach
  if (message === null || message.groupId !== null || reach?.can !== 'yes') return null
  if (message.onlineOnly || message.result !== 0 || message.offlinePush?.disabled === true) return null
  if (hasNothingToShow(message)) return null
  // It came while the phone was still connected, as far as the server knew.
  const last = lastState(each)
  if (last !== null && last.action !== 'login' && message.at < last.at) return null
  const tellsPushes = (historyOf(each)?.events ?? []).some(({ kind }) => kind === 'push')
  const tried = askedPushes(each).length > 0 || seen(each.evidence.blocks)?.receiverBlocksSender === true
  return tellsPushes && !tried && each.now - message.at > TOLD_AFTER ? message.from : null
}
