import type { MessageEvent, PushEvent } from '../../events/event.ts'
import type { ImMessage } from '../../im/im-message.ts'
import { missingIn } from '../../im/classify-refusal.ts'
import type { Answer, ImFailure } from '../../im/im-failure.ts'
import type { EventStore, MessageName } from '../../ports/event-store.ts'
import type { ImService } from '../../ports/im-service.ts'
import type { History, MessageFacts, PushQuestion } from '../evidence.ts'
import { strayOf, withoutStrays, type StrayMessage } from './stray-message.ts'

const MOST_EVENTS = 200

/** What the store knows of the messages that are asked about. */
export interface Stored {
  sent: readonly MessageEvent[]
  pushes: readonly PushEvent[]
  from: string | null
  groupId: string | null
  /** What is asked about is no reason for a push to the user; null: it may be. */
  stray: StrayMessage | null
}

export async function storedMessages(
  events: EventStore,
  question: PushQuestion,
  history: Promise<History | null>,
  now: number,
): Promise<Stored> {
  const { app, userId, message, from, groupId, since } = question
  if (from === userId) return { sent: [], pushes: [], from, groupId, stray: { reason: 'own', from, to: null } }
  if (message !== null) {
    const name = nameOf(message, groupId)
    const known = name === null ? [] : await events.ofMessage(app.sdkAppId, name, MOST_EVENTS)
    const sent = known.filter((event): event is MessageEvent => event.kind === 'message')
    const stray = strayAmong(question, known)
    const inGroup = groupId ?? sent[0]?.groupId ?? null
    if (stray !== null) return { sent: [], pushes: [], from: null, groupId: inGroup, stray }
    const pushes = known.filter((event): event is PushEvent => event.kind === 'push' && event.userId === userId)
    const sender = sent[0]?.from ?? pushes.find((push) => push.from !== null)?.from ?? null
    return { sent, pushes, from: from ?? sender, groupId: inGroup ?? pushes[0]?.groupId ?? null, stray: null }
  }
  const ofUser = ((await history)?.events ?? []).filter(({ at }) => at >= since)
  const isAsked = (event: { from: string | null; groupId: string | null }) =>
    (from === null || event.from === from) && event.groupId === groupId
  const pushes = ofUser.filter((event): event is PushEvent => event.kind === 'push' && event.chat !== 'task')
  const messages =
    groupId === null
      ? ofUser.filter((event): event is MessageEvent => event.kind === 'message')
      : await events.ofGroup(app.sdkAppId, groupId, { from: since, to: now }, MOST_EVENTS)
  // Of several messages the newest that may be pushed counts.
  const { kept, stray } = withoutStrays(question, messages.filter(isAsked))
  return { sent: kept, pushes: pushes.filter(isAsked), from, groupId, stray: kept.length > 0 ? null : stray }
}

/** A one-to-one message goes to one user, and so do its pushes. */
function strayAmong(question: PushQuestion, known: readonly (MessageEvent | PushEvent)[]): StrayMessage | null {
  const [sent] = known.filter((event) => event.kind === 'message')
  if (sent !== undefined) return strayOf(question, sent)
  const pushes = known.filter((event) => event.kind === 'push')
  const [push] = pushes.filter(({ userId }) => userId === question.userId)
  if (push !== undefined) return push.from === null ? null : strayOf(question, { from: push.from, elements: [] })
  const [other] = pushes.filter(({ chat }) => chat === 'direct')
  return other === undefined ? null : { reason: 'other-receiver', from: other.from, to: other.userId }
}

/** In a group a message is named by its sequence number. */
function nameOf(message: string, groupId: string | null): MessageName | null {
  if (groupId === null) return { kind: 'direct', key: message }
  const seq = Number(message)
  return Number.isSafeInteger(seq) && seq >= 0 ? { kind: 'group', groupId, seq } : null
}

/** Tencent's own history, from the receiver's side, and both put together. */
export async function messageFacts(
  im: ImService,
  question: PushQuestion,
  stored: Stored,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<Answer<MessageFacts>> {
  const { app, userId, message, since } = question
  const { from, groupId } = stored
  const known = {
    sent: stored.sent,
    pushes: stored.pushes,
    from,
    groupId,
    stray: stored.stray,
    failure: null,
    absent: null,
    withdrawn: false,
  }
  if (stored.stray !== null && (message !== null || from === userId))
    return { ok: true, value: { ...known, roaming: [], complete: true } }
  if (groupId !== null) {
    const seq = message === null ? null : Number(message)
    // The key of a one-to-one message names none in a group.
    if (seq !== null && !Number.isSafeInteger(seq))
      return { ok: true, value: { ...known, roaming: [], complete: true } }
    const answer = await im.groupMessages(app, { groupId, seq }, signal)
    if (!answer.ok) return partly(stored, answer)
    const asked = answer.value.filter(({ at, seq: own, from: by }) =>
      seq === null ? at >= since && (from === null || by === from) : own === seq,
    )
    const { kept: roaming, stray } = withoutStrays(
      question,
      asked.filter(({ gone }) => !gone),
    )
    // Only the newest are read: where even the oldest of them is within the time, there may be more before it.
    const complete =
      seq !== null || roaming.length > 0 || answer.value.length === 0 || answer.value.some(({ at }) => at < since)
    return {
      ok: true,
      value: {
        ...known,
        roaming,
        complete,
        withdrawn: seq !== null && asked.some(({ gone }) => gone),
        stray: roaming.length > 0 || stored.sent.length > 0 ? null : (stored.stray ?? stray),
      },
    }
  }
  if (from === null) return { ok: true, value: { ...known, roaming: [], complete: false } }
  const span = { from: message === null ? since : startOf(message, since), to: now }
  const answer = await im.directMessages(app, { receiver: userId, sender: from, span }, signal)
  if (!answer.ok) return partly(stored, answer)
  const { messages, complete } = answer.value
  const asked: readonly ImMessage[] = message === null ? messages : messages.filter(({ key }) => key === message)
  const roaming = asked.filter(({ gone }) => !gone)
  const withdrawn = message !== null && asked.length > roaming.length
  if (messages.length === 0 && stored.sent.length === 0 && stored.pushes.length === 0) {
    // Most often a sender of whom there is nothing is misspelt.
    const sender = await im.accountExists(app, from, signal)
    if (sender.ok && !sender.value) return partly(stored, { ok: false, failure: NOT_IMPORTED })
  }
  return { ok: true, value: { ...known, roaming, complete: complete || asked.length > 0, withdrawn } }
}

/** What webhooks told stays, also where Tencent's history cannot be read, or where there is none. */
function partly(stored: Stored, answer: Extract<Answer<never>, { ok: false }>): Answer<MessageFacts> {
  const { failure } = answer
  const missing = missingIn(failure)
  if (missing !== null) {
    // Without the group or the sender there is no message of theirs; a history that is not kept says nothing of one.
    const complete = missing !== 'missing-record'
    return { ok: true, value: { ...stored, roaming: [], complete, withdrawn: false, failure: null, absent: failure } }
  }
  return stored.sent.length > 0 || stored.pushes.length > 0
    ? { ok: true, value: { ...stored, roaming: [], complete: false, withdrawn: false, failure, absent: null } }
    : answer
}

/** What other calls say of an account for which the account check says `NotImported`. */
const NOT_IMPORTED: ImFailure = {
  endpoint: 'v4/im_open_login_svc/account_check',
  kind: 'refused',
  code: 70107,
  httpStatus: 200,
  info: 'NotImported',
  attempts: 1,
}

const HOUR = 3_600_000

/** A MsgKey ends with the second in which the message was sent. */
function startOf(key: string, since: number): number {
  const seconds = Number(/_(\d{10})$/.exec(key)?.[1])
  return Number.isNaN(seconds) ? since : Math.min(since, seconds * 1000 - HOUR)
}
