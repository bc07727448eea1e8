import type { BlockEvent } from '../../events/event.ts'
import { historyOf } from '../case-facts.ts'
import { seen, type Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { askedMessage, askedPushes, messageItem } from '../message-item.ts'
import { pushFinding, type FindingParams, type Weight } from '../push-finding.ts'

const BLOCKED = 20007
const MUTED_IN_GROUP = 10017
const MUTED = new Set([20012, MUTED_IN_GROUP])

/** `SendMsgResult` of a sender who may not send to this receiver. */
export const SENDER_CODES: ReadonlySet<number> = new Set([BLOCKED, ...MUTED])

/** The receiver has the sender on their block list, or the sender may not send at all. */
export const blockedSender: Judge = (each) => {
  const { evidence, question } = each
  const message = askedMessage(each)
  const from = message?.from ?? seen(evidence.message)?.from ?? question.from
  if (from === null) return []
  // What went through was sent before.
  if (question.message !== null && askedPushes(each).some(({ code }) => code === 0)) return []
  const params = reasonOf(each, from, message?.result ?? 0)
  if (params === null) return []
  return [
    pushFinding('blocked-sender', { effect: 'blocks', confidence: 'very-likely', ...ownerOf(params.reason) }, params, [
      ...messageItem(each),
      ...(params.reason === 'blocked' ? [{ kind: 'blocked' as const, from }] : []),
    ]),
  ]
}

/** A mute is set by whoever runs the app. */
const ownerOf = (reason: 'blocked' | 'muted'): Pick<Weight, 'owner'> =>
  reason === 'muted' ? { owner: 'administrator' } : {}

function reasonOf(each: Case, from: string, result: number): FindingParams['blocked-sender'] | null {
  const inGroup = (seen(each.evidence.message)?.groupId ?? each.question.groupId) !== null
  // The list as it is now goes before what a webhook told of it; for messages in groups it does not count.
  const listed = seen(each.evidence.blocks)?.receiverBlocksSender ?? blockedByEvent(each, from)
  if (result === BLOCKED || (listed && !inGroup)) return { from, reason: 'blocked', muteSeconds: null }
  const mute = seen(each.evidence.mute)
  const seconds = (inGroup ? mute?.group : mute?.direct) ?? 0
  if (MUTED.has(result) || seconds > 0)
    return {
      from,
      reason: 'muted',
      muteSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
      // Tencent tells the mutes of the app alone; in groups their own come on top.
      mutedIn: result === MUTED_IN_GROUP && seconds <= 0 ? 'group' : 'app',
    }
  return null
}

const blockedByEvent = (each: Case, from: string): boolean =>
  (historyOf(each)?.events ?? []).find((event): event is BlockEvent => event.kind === 'block' && event.other === from)
    ?.blocked ?? false
