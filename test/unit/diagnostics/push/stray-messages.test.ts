import { describe, expect, test } from 'vitest'
import { diagnosePush } from '../../../../src/diagnostics/push/diagnose-push.ts'
import type { ImEvent } from '../../../../src/diagnostics/events/event.ts'
import type { ImMessage } from '../../../../src/diagnostics/im/im-message.ts'
import type { PushQuestion } from '../../../../src/diagnostics/push/evidence.ts'
import { HOUR, MINUTE, NOW, messageEvent, pushEvent, question, roamingMessage } from '../../../support/push-case.ts'
import { answer, fakeEvents, fakeIm, fakePorts } from '../../../support/push-ports.ts'

/** The user asked about is alice. */
async function diagnose(asked: Partial<PushQuestion>, events: readonly ImEvent[], history: readonly ImMessage[] = []) {
  const im = fakeIm({
    groupMessages: (_app, { seq }) => answer(history.filter((each) => seq === null || each.seq === seq)),
    directMessages: () => answer({ messages: history, complete: true }),
  })
  const run = { clock: () => NOW, signal: new AbortController().signal, onProbe: () => {} }
  const found = await diagnosePush(question(asked), fakePorts({ im, events: fakeEvents(events) }), run)
  const [lead] = found.findings
  return { ...found, reason: lead !== undefined && 'reason' in lead.params ? lead.params.reason : null }
}

const CUSTOM = [{ type: 'TIMCustomElem', described: false }]
const TIP = [{ type: 'TIMGroupTipElem', described: false }]
const stored = (ago: number, changes: Partial<ImMessage>) => roamingMessage(ago, { key: null, seq: 1, ...changes })
const told = (ago: number, changes: Parameters<typeof messageEvent>[1]) =>
  messageEvent(ago, { groupId: 'team', to: null, messageKey: null, messageSeq: 1, ...changes })

describe('a group in which the newest message is not for the user', () => {
  const bobs = [stored(5 * MINUTE, { seq: 4 })]

  test.each<readonly [string, readonly ImEvent[], readonly ImMessage[]]>([
    ['their own, by a webhook', [told(MINUTE, { from: 'alice', onlineOnly: true, messageSeq: 5 })], bobs],
    ['their own, by the history', [], [stored(MINUTE, { from: 'alice', seq: 5, elements: CUSTOM }), ...bobs]],
    ['Tencent’s own', [], [stored(MINUTE, { from: '@TIM#SYSTEM', seq: 5, elements: CUSTOM }), ...bobs]],
    ['a tip', [], [stored(MINUTE, { from: 'administrator', seq: 5, elements: TIP }), ...bobs]],
  ])('%s: the newest of others counts', async (_name, events, history) => {
    expect(await diagnose({ groupId: 'team' }, events, history)).toMatchObject({ verdict: 'can-receive' })
  })

  test('does not hide the fault of theirs', async () => {
    const events = [told(MINUTE, { from: 'alice', messageSeq: 5 }), told(HOUR, { onlineOnly: true })]
    expect((await diagnose({ groupId: 'team' }, events)).cause).toBe('online-only-message')
  })

  test.each<readonly [string, Partial<PushQuestion>, readonly ImEvent[], readonly ImMessage[], string, string]>([
    ['there is no other', {}, [], [stored(MINUTE, { from: 'alice' }), stored(30 * HOUR, {})], 'own', 'very-likely'],
    ['it is the one asked for', { message: '1' }, [], [stored(MINUTE, { from: 'alice' })], 'own', 'certain'],
    ['a webhook tells of it', { message: '1' }, [told(MINUTE, { from: 'alice' })], [], 'own', 'certain'],
    ['they are asked for as the sender', { from: 'alice' }, [told(MINUTE, { from: 'alice' })], bobs, 'own', 'certain'],
    ['it is a notice', { message: '1' }, [], [stored(MINUTE, { from: '@TIM#SYSTEM' })], 'notice', 'certain'],
    ['it is of another sender', { message: '1', from: 'eve' }, [], [stored(MINUTE, {})], 'other-sender', 'certain'],
    ['and a webhook says so', { message: '1', from: 'eve' }, [told(MINUTE, {})], [], 'other-sender', 'certain'],
  ])('is said where %s', async (_name, asked, events, history, reason, confidence) => {
    const found = await diagnose({ groupId: 'team', ...asked }, events, history)
    expect(found).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found', confidence, reason })
  })
})

describe('a one-to-one message of somebody else', () => {
  const KEY = { messageKey: 'key-asked' }

  test.each<readonly [string, Partial<PushQuestion>, readonly ImEvent[], string]>([
    ['to another user', {}, [messageEvent(HOUR, { to: 'carol' })], 'other-receiver'],
    ['that was pushed to another user', {}, [pushEvent(HOUR, { ...KEY, userId: 'carol' })], 'other-receiver'],
    ['of another sender', { from: 'eve' }, [messageEvent(HOUR)], 'other-sender'],
    ['of another sender, by its push', { from: 'eve' }, [pushEvent(HOUR, { ...KEY, stage: 2 })], 'other-sender'],
    ['of the user', {}, [messageEvent(HOUR, { from: 'alice', to: 'carol' })], 'own'],
    ['of the user, who is asked for', { from: 'alice' }, [messageEvent(HOUR, { from: 'alice', to: 'carol' })], 'own'],
  ])('%s is never a pass', async (_name, asked, events, reason) => {
    const found = await diagnose({ message: 'key-asked', ...asked }, events)
    expect(found).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found', reason })
    const outcomes = found.checks.filter(({ name }) => ['message', 'relations'].includes(name))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['fail', 'skipped'])
  })

  test('with the right names it is judged', async () => {
    const found = await diagnose({ message: 'key-asked', from: 'bob' }, [messageEvent(HOUR)])
    expect(found.verdict).toBe('can-receive')
  })
})
