import { describe, expect, test } from 'vitest'
import { conclude } from '../../../../src/diagnostics/push/conclude.ts'
import type { Evidence, MessageFacts, PushQuestion } from '../../../../src/diagnostics/push/evidence.ts'
import {
  DAY,
  HOUR,
  MINUTE,
  NOW,
  UNREGISTERED,
  blockEvent,
  history,
  imFailure,
  messageEvent,
  messageFactsOf,
  pushCase,
  pushEvent,
  roamingMessage,
  seenAs,
  stateEvent,
  userState,
} from '../../../support/push-case.ts'

const about = (
  facts: Partial<MessageFacts>,
  evidence: Partial<Evidence> = {},
  asked: Partial<PushQuestion> = { from: 'bob' },
) => pushCase({ message: seenAs(messageFactsOf(facts)), ...evidence }, asked)

const inGroup = (facts: Partial<MessageFacts>, evidence: Partial<Evidence>) =>
  about(
    { groupId: 'team', from: null, roaming: [roamingMessage(HOUR, { key: null, seq: 7 })], ...facts },
    { group: seenAs({ groupId: 'team', exists: true, type: 'Public' }), ...evidence },
    { groupId: 'team' },
  )

const CUSTOM = [{ type: 'TIMCustomElem', described: false }]
const group = (type: string) => ({ group: seenAs({ groupId: 'team', exists: true, type }) })
const member = (receiveOption: string | null, isMember = true) => ({
  member: seenAs({ member: isMember, receiveOption }),
})

const ROWS = [
  [
    'online-only',
    about({ sent: [messageEvent(HOUR, { onlineOnly: true })] }),
    'cannot-receive',
    'online-only-message',
    'certain',
  ],
  [
    'push switched off',
    about({ sent: [messageEvent(HOUR, { offlinePush: { disabled: true, title: false, description: false } })] }),
    'cannot-receive',
    'push-disabled-by-sender',
    'certain',
  ],
  [
    'custom, without a description',
    about({ sent: [messageEvent(HOUR, { elements: CUSTOM })] }),
    'cannot-receive',
    'custom-message-without-description',
    'very-likely',
  ],
  [
    'custom, with a text for the push',
    about({
      roaming: [
        roamingMessage(HOUR, { elements: CUSTOM, offlinePush: { disabled: false, title: false, description: true } }),
      ],
    }),
    'can-receive',
    null,
    'possible',
  ],
  [
    'custom, with a description',
    about({ sent: [messageEvent(HOUR, { elements: [{ type: 'TIMCustomElem', described: true }] })] }),
    'can-receive',
    null,
    'possible',
  ],
  [
    'refused by the app',
    about({ sent: [messageEvent(HOUR, { result: 20_006, info: 'no' })] }),
    'cannot-receive',
    'message-dropped',
    'certain',
  ],
  [
    'dropped by a busy group',
    inGroup({ sent: [messageEvent(HOUR, { groupId: 'team', messageKey: null, messageSeq: 7, dropped: true })] }, {}),
    'cannot-receive',
    'message-dropped',
    'certain',
  ],
  [
    'refused for the block list',
    about({ sent: [messageEvent(HOUR, { result: 20_007 })] }),
    'cannot-receive',
    'blocked-sender',
    'very-likely',
  ],
  [
    'from a muted sender',
    about({ sent: [messageEvent(HOUR, { result: 20_012 })] }),
    'cannot-receive',
    'blocked-sender',
    'very-likely',
  ],
  ['nowhere to be found', about({}), 'cannot-receive', 'message-not-found', 'very-likely'],
  ['not found, with history left unread', about({ complete: false }), 'unknown', 'message-not-found', 'possible'],
  [
    'of a sender nobody knows',
    about({ complete: false, from: null }, {}, { message: 'key-asked' }),
    'unknown',
    'message-not-found',
    'possible',
  ],
  ['to a live group', inGroup({}, group('AVChatRoom')), 'cannot-receive', 'group-type-never-pushes', 'certain'],
  ['to a meeting', inGroup({}, group('ChatRoom')), 'cannot-receive', 'group-type-never-pushes', 'very-likely'],
  ['to a community', inGroup({}, group('Community')), 'can-receive', null, 'possible'],
  ['to a group that is muted', inGroup({}, member('AcceptNotNotify')), 'cannot-receive', 'do-not-disturb', 'certain'],
  ['to a group that is ignored', inGroup({}, member('Discard')), 'cannot-receive', 'do-not-disturb', 'certain'],
  ['to a group that notifies', inGroup({}, member('AcceptAndNotify')), 'can-receive', null, 'possible'],
  ['to a group without the user', inGroup({}, member(null, false)), 'cannot-receive', 'message-not-found', 'certain'],
] as const

test.each(ROWS)('a message %s', (_name, each, verdict, cause, confidence) => {
  expect(conclude(each)).toMatchObject({ verdict, cause, confidence })
})

describe('the block list', () => {
  const both = (receiverBlocksSender: boolean) => ({
    blocks: seenAs({ receiverBlocksSender, senderBlocksReceiver: false }),
  })
  const roaming = [roamingMessage(HOUR)]

  test('of the receiver counts, that of the sender does not', () => {
    expect(conclude(about({ roaming }, both(true))).cause).toBe('blocked-sender')
    const other = { blocks: seenAs({ receiverBlocksSender: false, senderBlocksReceiver: true }) }
    expect(conclude(about({ roaming }, other)).verdict).toBe('can-receive')
  })

  test('by a webhook counts where the list cannot be asked', () => {
    expect(conclude(about({ roaming }, { history: seenAs(history([blockEvent(DAY, true)])) })).cause).toBe(
      'blocked-sender',
    )
    const lifted = history([blockEvent(DAY, true), blockEvent(HOUR, false)])
    expect(conclude(about({ roaming }, { history: seenAs(lifted) })).verdict).toBe('can-receive')
  })

  test('as it is now goes before what a webhook told', () => {
    const evidence = { ...both(false), history: seenAs(history([blockEvent(DAY, true)])) }
    expect(conclude(about({ roaming }, evidence)).verdict).toBe('can-receive')
  })

  test('does not hold messages in groups', () => {
    const sent = [messageEvent(HOUR, { groupId: 'team', messageKey: null, messageSeq: 7 })]
    const each = inGroup({ from: 'bob', sent }, { history: seenAs(history([blockEvent(DAY, true)])) })
    expect(conclude(each).verdict).toBe('can-receive')
  })

  test.each([
    [{ direct: 60, group: 0 }, null, 'blocked-sender'],
    [{ direct: 0, group: 60 }, null, null],
    [{ direct: 60, group: 0 }, 'team', null],
    [{ direct: 0, group: Number.POSITIVE_INFINITY }, 'team', 'blocked-sender'],
  ] as const)('is not the mute %j, which counts where the message went: %s', (mute, groupId, cause) => {
    expect(conclude(about({ roaming, groupId }, { mute: seenAs(mute) })).cause).toBe(cause)
  })
})

describe('a push of the very message', () => {
  const pushes = [pushEvent(HOUR, { messageKey: 'key-asked', ...UNREGISTERED })]

  test('decides, though later ones went through', () => {
    const events = [...pushes, pushEvent(MINUTE, { stage: 2 })]
    const each = about(
      { roaming: [roamingMessage(HOUR)], pushes },
      { history: seenAs(history(events)) },
      { message: 'key-asked' },
    )
    expect(conclude(each)).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid' })
    const ofUser = pushCase({ history: seenAs(history(events)) })
    expect(conclude(ofUser)).toMatchObject({ verdict: 'can-receive', cause: null })
  })

  test('that arrived is certain, and a token that died since is listed', () => {
    const arrived = [pushEvent(HOUR, { messageKey: 'key-asked', stage: 2 })]
    const events = [...arrived, pushEvent(MINUTE, UNREGISTERED)]
    const each = about(
      { roaming: [roamingMessage(HOUR)], pushes: arrived },
      { history: seenAs(history(events)) },
      { message: 'key-asked' },
    )
    expect(conclude(each)).toMatchObject({
      verdict: 'can-receive',
      confidence: 'certain',
      findings: [{ code: 'token-invalid', effect: 'none', severity: 'warning' }],
    })
  })

  test('that was made speaks against a meeting’s and a custom message’s default', () => {
    const made = [pushEvent(HOUR, { messageKey: null, messageSeq: 7, groupId: 'team', stage: 2 })]
    const meeting = inGroup({ pushes: made }, { ...group('ChatRoom'), history: seenAs(history(made)) })
    expect(conclude(meeting).cause).toBeNull()
    const own = [pushEvent(HOUR, { messageKey: 'key-asked', stage: 2 })]
    const custom = about(
      { sent: [messageEvent(HOUR, { elements: CUSTOM })], pushes: own },
      { history: seenAs(history(own)) },
    )
    expect(conclude(custom).cause).toBeNull()
  })
})

describe('a message that nobody opened while the phone was Online', () => {
  const unread = [roamingMessage(HOUR, { read: false })]
  const online = (events: Parameters<typeof history>[0], roaming = unread) =>
    about({ roaming }, { state: seenAs(userState('Online', 'Android')), history: seenAs(history(events)) })
  const login = stateEvent(5 * HOUR, 'login', { platform: 'Android' })

  test('points to an app that does not report its background, where webhooks tell of pushes', () => {
    expect(conclude(online([login, pushEvent(DAY)]))).toMatchObject({
      verdict: 'unlikely',
      cause: 'no-background-report',
      confidence: 'possible',
    })
  })

  test('decides nothing where no webhook ever told of a push', () => {
    expect(conclude(online([login]))).toMatchObject({ verdict: 'unknown', cause: 'no-background-report' })
  })

  test.each([
    ['it was opened', [login, pushEvent(DAY)], [roamingMessage(HOUR, { read: true })]],
    ['the connection may have been dead', [login, pushEvent(DAY)], [roamingMessage(5 * MINUTE, { read: false })]],
    ['the phone logged in after it', [stateEvent(MINUTE, 'login', { platform: 'Android' }), pushEvent(DAY)], unread],
    ['a push went out since', [login, pushEvent(MINUTE)], unread],
  ] as const)('does not where %s', (_name, events, roaming) => {
    expect(conclude(online(events, [...roaming]))).toMatchObject({ cause: 'foreground', verdict: 'unknown' })
  })
})

test('while no push of a message was tried, the app’s losses are a possible reason', () => {
  const loss = seenAs([{ phase: 'ready', platform: null, code: '-2', count: 40, info: '' } as const])
  const each = about({ roaming: [roamingMessage(HOUR)] }, { loss })
  expect(conclude(each)).toMatchObject({ verdict: 'unknown', cause: 'token-missing', confidence: 'possible' })
  expect(conclude(each).findings[0]?.params).toEqual({ device: null, losses: 40 })
  expect(each.now).toBe(NOW)
})

describe('where webhooks tell of a message and Tencent’s history could not be read', () => {
  const failure = imFailure({ endpoint: 'v4/openim/admin_getroammsg' })

  test('that is said, and the message has not passed', () => {
    const { verdict, cause, checks } = conclude(about({ sent: [messageEvent(HOUR)], complete: false, failure }))
    expect({ verdict, cause }).toEqual({ verdict: 'unknown', cause: 'upstream-unreachable' })
    expect(checks.find(({ name }) => name === 'message')?.outcome).toBe('unknown')
  })

  test('a push of it decides all the same', () => {
    const pushes = [pushEvent(HOUR, { messageKey: 'key-asked', stage: 2 })]
    const each = about(
      { sent: [messageEvent(HOUR)], complete: false, failure, pushes },
      { history: seenAs(history(pushes)) },
      { message: 'key-asked' },
    )
    expect(conclude(each)).toMatchObject({ verdict: 'can-receive', findings: [{ code: 'upstream-unreachable' }] })
  })
})

test('a message that arrived before its sender was blocked was not held back by that', () => {
  const pushes = [pushEvent(HOUR, { messageKey: 'key-asked', stage: 2 })]
  const blocks = seenAs({ receiverBlocksSender: true, senderBlocksReceiver: false })
  const facts = { roaming: [roamingMessage(HOUR)], pushes }
  const evidence = { history: seenAs(history(pushes)), blocks }
  expect(conclude(about(facts, evidence, { message: 'key-asked' })).verdict).toBe('can-receive')
  expect(conclude(about(facts, evidence, { from: 'bob' })).cause).toBe('blocked-sender')
})
