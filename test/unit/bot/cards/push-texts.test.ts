import { describe, expect, test } from 'vitest'
import { checkCard, checkResult, confirmCard, followingCard } from '../../../../src/bot/cards/push/check-card.ts'
import { evidenceWords, pushFindingWords } from '../../../../src/bot/cards/push/finding-words.ts'
import { plainRich, plainText } from '../../../../src/bot/cards/plain-text.ts'
import { statusCard, statusFailureCard, statusResult } from '../../../../src/bot/cards/status-card.ts'
import { LOCALES, type Locale } from '../../../../src/bot/texts/locale.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
import { VENDORS } from '../../../../src/diagnostics/codes/entry.ts'
import { CAUSES, type Cause } from '../../../../src/diagnostics/push/cause.ts'
import {
  pushFinding,
  type AnyPushFinding,
  type EvidenceItem,
  type FindingParams,
  type VendorAnswer,
} from '../../../../src/diagnostics/push/push-finding.ts'
import type { TestPushResult, TestStage } from '../../../../src/diagnostics/push/test-push.ts'
import { TOKEN_FLAWS } from '../../../../src/diagnostics/vendors/read-token.ts'
import { reachability, type Reachability } from '../../../../src/diagnostics/status/reachability.ts'
import type { UserStatus } from '../../../../src/diagnostics/status/ask-status.ts'
import type { LastPush } from '../../../../src/diagnostics/status/last-push.ts'
import { testApp } from '../../../support/bot.ts'
import {
  accepted,
  certificate as certificateOf,
  DAY,
  device as deviceOf,
  deviceProbe,
  HOUR,
  imFailure,
  NOW,
  OFFLINE,
  refused,
  stateEvent,
  unanswered,
  userState,
} from '../../../support/push-case.ts'

const reader = (locale: Locale) => ({ locale, timeZone: null, now: NOW })

/** What slips into sentences that are put together from parts. */
const SLIP =
  /undefined|\bnull\b|NaN|\[object|\bfunction\b| {2,}|^ | $| [，。、：；！？）」”]|[（「“] |） (?!\|)|[A-Za-z0-9][\u4e00-\u9fff]|[，。、：；！？] (?!\|)|\p{Script=Han} ?[,;!?](?=\s|\p{Script=Han}|$)|[:：]\s*[.。]|。。|\.\.|：：|，，|, ,|\(\)|（）| [.,;:!?](?:\s|$)/mu

/** Those that do not read well. */
const slips = (texts: readonly string[]): readonly string[] => texts.filter((text) => text === '' || SLIP.test(text))

const answers: readonly VendorAnswer[] = [
  ...VENDORS.map((vendor) => ({ vendor, code: '410', info: 'Unregistered', at: NOW - HOUR })),
  { vendor: null, code: null, info: '', at: null },
  { vendor: null, code: null, info: 'said something', at: NOW - DAY },
  { vendor: 'fcm', code: '-201', info: '', at: NOW - 1000 },
  { vendor: 'apns', code: 'BadDeviceToken', info: '', at: null },
]
const refusals = [
  { endpoint: 'v4/openim/query_online_status', code: 70_003, info: 'sig is illegal' },
  { endpoint: 'v4/openim/query_online_status', code: 70_003, info: '' },
  { endpoint: 'v4/openim/query_online_status', code: null, info: 'timeout' },
  { endpoint: 'v4/openim/query_online_status', code: null, info: '' },
  { endpoint: 'apns', code: null, info: 'timeout' },
  { endpoint: 'fcm', code: 503, info: '' },
  { endpoint: 'store', code: null, info: '' },
  { endpoint: 'timeout', code: null, info: '10000' },
]
const devices = [
  { vendor: 'apns' as const, model: 'iPhone 15', certificateId: '11' },
  { vendor: 'xiaomi' as const, model: null, certificateId: null },
  { vendor: null, model: null, certificateId: null },
]
const messages = [{ from: 'bob', at: NOW - HOUR }]
const platforms = [{ platforms: ['iPhone'] }, { platforms: ['iPhone', 'Android', 'iPad'] }]
const missing = [
  ...devices.map((device) => ({ device, losses: null })),
  { device: null, losses: null },
  { device: null, losses: 3 },
]
const told = refusals.flatMap((refusal) => [
  { refusals: [refusal], nothingSeen: true },
  { refusals: [refusal, ...refusals], nothingSeen: false },
])

/** For every cause each form its parameters can take. */
const PARAMS: { readonly [Code in Cause]: readonly FindingParams[Code][] } = {
  'admin-sig-rejected': refusals.map((refusal) => ({ ...refusal, administrator: 'administrator' })),
  'wrong-region': refusals.map((refusal) => ({ ...refusal, region: 'china' })),
  'service-inactive': refusals,
  'account-not-found': [{ userId: 'alice' }],
  'online-only-message': messages,
  'push-disabled-by-sender': messages,
  'message-dropped': messages.flatMap((message) => [
    { ...message, code: null, info: '', inGroup: true },
    { ...message, code: null, info: 'no', inGroup: true },
    { ...message, code: 10_023, info: 'no', inGroup: true },
    { ...message, code: 20_006, info: '', inGroup: false },
    { ...message, code: 125_000, info: 'no', inGroup: false },
    { ...message, code: 998_877, info: 'no', inGroup: false },
    { ...message, code: 998_877, info: '', inGroup: false },
  ]),
  'blocked-sender': [
    { from: 'bob', reason: 'blocked', muteSeconds: null },
    { from: 'bob', reason: 'muted', muteSeconds: null },
    { from: 'bob', reason: 'muted', muteSeconds: 5400 },
  ],
  'group-type-never-pushes': [{ groupId: 'live', type: 'AVChatRoom' }],
  'do-not-disturb': [
    { groupId: 'team', option: 'AcceptNotNotify', from: null },
    { groupId: null, option: null, from: 'bob' },
  ],
  'custom-message-without-description': messages,
  'message-not-found': [
    { reason: 'not-a-member', from: null, groupId: 'team', key: null },
    { reason: 'not-a-member', from: 'bob', groupId: 'team', key: '7' },
    { reason: 'sender-unknown', from: null, groupId: null, key: 'key' },
    { reason: 'absent', from: 'bob', groupId: null, key: null },
    { reason: 'absent', from: 'bob', groupId: 'team', key: '7' },
    { reason: 'absent', from: null, groupId: 'team', key: null },
    { reason: 'no-such-group', from: null, groupId: 'team', key: null },
    { reason: 'no-such-sender', from: 'bob', groupId: null, key: null },
    { reason: 'withdrawn', from: 'bob', groupId: null, key: 'key' },
    { reason: 'withdrawn', from: null, groupId: 'team', key: '7' },
    { reason: 'not-kept', from: 'bob', groupId: null, key: null },
    { reason: 'not-kept', from: 'bob', groupId: 'team', key: '7' },
  ],
  kicked: [
    { at: NOW - HOUR, kicked: ['iPhone'], by: 'Android' },
    { at: NOW - HOUR, kicked: ['iPhone', 'iPad'], by: null },
  ],
  'logged-out': [
    { at: NOW - HOUR, platform: 'iPhone', lastSeen: null },
    { at: NOW - HOUR, platform: null, lastSeen: null },
    { at: null, platform: null, lastSeen: NOW - DAY },
    { at: null, platform: null, lastSeen: null },
  ],
  'offline-stale': [
    { since: NOW - 9 * DAY, mayStillArrive: true },
    { since: NOW - 40 * DAY, mayStillArrive: false },
  ],
  'never-logged-in': [{ webhooks: true }, { webhooks: false }, { webhooks: null }],
  'no-mobile-client': [
    { platforms: ['Web'], webPush: false, lastWebPush: null },
    { platforms: ['Web', 'Mac'], webPush: true, lastWebPush: null },
    { platforms: ['Web'], webPush: true, lastWebPush: NOW - HOUR },
  ],
  'no-device-bound': [{ test: true }, { test: false }],
  'certificate-missing': missing,
  'token-missing': missing,
  'certificate-environment': [
    { answer: null, certificateId: '11', environment: 'development', proved: false },
    { answer: null, certificateId: '11', environment: 'development', proved: true },
    { answer: null, certificateId: '11', environment: null, proved: true },
    ...answers.flatMap((answer) => [
      { answer, certificateId: null, environment: null, proved: false },
      { answer, certificateId: '11', environment: null, proved: false },
      { answer, certificateId: '11', environment: 'production' as const, proved: false },
    ]),
  ],
  'certificate-mismatch': [
    { answer: null, certificateId: '11', reason: 'unknown-id', vendors: [null, 'apns'] },
    { answer: null, certificateId: '11', reason: 'wrong-vendor', vendors: ['fcm', 'apns'] },
    { answer: null, certificateId: '11', reason: 'wrong-vendor', vendors: [null, null] },
    ...answers.map((answer) => ({
      answer,
      certificateId: null,
      reason: 'refused' as const,
      vendors: [null, answer.vendor] as const,
    })),
  ],
  'credential-rejected': answers.flatMap((answer) => [
    { ...answer, certificateId: null, expiredAt: null },
    { ...answer, certificateId: '11', expiredAt: NOW - 9 * DAY },
  ]),
  'token-invalid': [
    ...answers.map((answer) => ({ ...answer, flaws: [] })),
    // Two of them quote `null` and `[object Object]`, which elsewhere have slipped in.
    ...TOKEN_FLAWS.filter((flaw) => flaw !== 'placeholder' && flaw !== 'object').flatMap((flaw) =>
      answers.map((answer) => ({ ...answer, flaws: [flaw, 'quotes' as const] })),
    ),
  ],
  quota: answers,
  'message-category': answers,
  'content-rejected': answers,
  'vendor-outage': answers,
  'notification-off': devices.map((device) => ({ device })),
  'vendor-not-delivered': answers.flatMap((answer) => [
    { ...answer, receipts: true },
    { ...answer, receipts: false },
  ]),
  'no-background-report': platforms.map((each) => ({ ...each, at: NOW - HOUR })),
  foreground: [...platforms, { platforms: [] }],
  'rate-limited': told,
  'upstream-unreachable': told,
}

const ITEMS: { readonly [Kind in EvidenceItem['kind']]: readonly Extract<EvidenceItem, { kind: Kind }>[] } = {
  state: [
    { kind: 'state', state: 'Offline', clients: [], at: NOW },
    {
      kind: 'state',
      state: 'Online',
      clients: [
        { platform: 'Web', state: 'Online' },
        { platform: 'iPhone', state: 'PushOnline' },
      ],
      at: NOW,
    },
  ],
  account: [
    { kind: 'account', exists: true, at: NOW },
    { kind: 'account', exists: false, at: NOW },
  ],
  'state-event': ['login', 'logout', 'disconnect', 'unknown'].flatMap((action) => [
    { kind: 'state-event', action, platform: null, reason: null, kicked: [], at: NOW - HOUR },
    { kind: 'state-event', action, platform: 'Web', reason: 'Register', kicked: ['iPhone', 'iPad'], at: NOW - HOUR },
  ]),
  'push-event': answers.flatMap((answer) =>
    [1, 2, 3, 9].flatMap((stage) => [
      { kind: 'push-event', stage, answer, delivery: 'offline' },
      { kind: 'push-event', stage, answer, delivery: 'online' },
    ]),
  ),
  trace: devices.flatMap((device) =>
    (['on', 'off', 'unknown'] as const).flatMap((notifications) => [
      { kind: 'trace', device, notifications, token: true, at: NOW - HOUR },
      { kind: 'trace', device, notifications, token: false, at: null },
    ]),
  ),
  'token-probe': devices.flatMap((device) =>
    (['accepted', 'refused', 'unanswered'] as const).flatMap((outcome) =>
      (['documented', 'hint'] as const).flatMap((certainty) =>
        [null, NOW - DAY].map((deadSince) => ({
          kind: 'token-probe' as const,
          device: { ...device, certificateId: '11' },
          outcome,
          answer: { vendor: device.vendor, code: outcome === 'refused' ? '410' : null, info: outcome, at: NOW },
          certainty,
          deadSince,
        })),
      ),
    ),
  ),
  registered: devices.map((device) => ({ kind: 'registered' as const, device, at: NOW - HOUR })),
  'empty-trace': [{ kind: 'empty-trace', at: NOW }],
  message: [
    { kind: 'message', from: 'bob', groupId: null, onlineOnly: true, result: 0, elements: [], at: NOW },
    {
      kind: 'message',
      from: 'bob',
      groupId: 'team',
      onlineOnly: false,
      result: 20_006,
      elements: ['TIMTextElem', 'TIMCustomElem'],
      at: NOW,
    },
  ],
  member: [
    { kind: 'member', groupId: 'team', option: 'Discard', member: true },
    { kind: 'member', groupId: 'team', option: null, member: false },
  ],
  group: [
    { kind: 'group', groupId: 'team', type: 'Public' },
    { kind: 'group', groupId: 'team', type: null },
  ],
  blocked: [{ kind: 'blocked', from: 'bob' }],
  'no-message': [
    { kind: 'no-message', complete: true },
    { kind: 'no-message', complete: false },
  ],
  certificate: VENDORS.flatMap((vendor) => [
    { kind: 'certificate', id: '11', vendor, environment: 'production' },
    { kind: 'certificate', id: '11', vendor, environment: null },
  ]),
  losses: [{ kind: 'losses', code: '-2', count: 3 }],
  refusal: refusals.map((refusal) => ({ kind: 'refusal', refusal })),
  absence: [
    { kind: 'absence', refusal: { endpoint: 'v4/timpush/normal_push_trace', code: 90_049, info: 'no record' } },
    { kind: 'absence', refusal: { endpoint: 'v4/timpush/normal_push_trace', code: 90_049, info: '' } },
  ],
}

const finding = <Code extends Cause>(code: Code, params: FindingParams[Code]): AnyPushFinding =>
  pushFinding(code, { effect: 'blocks', confidence: 'certain' }, params, [])

describe.each(LOCALES)('in %s', (locale) => {
  const texts = textsFor(locale)
  const plain = (text: Parameters<typeof plainRich>[0]) => plainRich(text, reader(locale))

  test.each(CAUSES)('the cause %s is said well, whatever is known of it', (code) => {
    expect(PARAMS[code].length).toBeGreaterThan(0)
    const said = PARAMS[code].flatMap((params) => {
      const { message, remedy } = pushFindingWords(finding(code, params), texts)
      return [plain(message), plain(remedy)]
    })
    expect(slips([...said, texts.push.causes[code]])).toEqual([])
    expect(said.filter((sentence) => !/[.。?？]$/.test(sentence))).toEqual([])
  })

  test.each(Object.keys(ITEMS) as EvidenceItem['kind'][])('the evidence %s is said well', (kind) => {
    expect(slips(ITEMS[kind].map((item) => plain(evidenceWords(item, texts))))).toEqual([])
  })

  test('Tencent’s own code is not put into a vendor’s mouth', () => {
    const { message } = pushFindingWords(
      finding('quota', { vendor: 'huawei', code: '-203', info: '', at: null }),
      texts,
    )
    expect(plain(message)).toMatch(/^(?:Tencent|腾讯云)/)
  })

  const REACHES: readonly (readonly [string, Reachability])[] = [
    ['waits', reachability(userState('PushOnline', 'iPhone'), null, 'timpush', NOW)],
    ['waits, on what is not told', reachability(userState('PushOnline'), null, 'timpush', NOW)],
    ['waits beside others', reachability(userState('Online', 'iPhone PushOnline', 'Web Online'), null, 'timpush', NOW)],
    ['Online', reachability(userState('Online', 'iPhone', 'Android'), null, 'timpush', NOW)],
    ['Online, on what is not told', reachability(userState('Online'), null, 'timpush', NOW)],
    ['not told', reachability(userState('Unknown'), null, 'timpush', NOW)],
    ['no account', reachability({ ...OFFLINE, exists: false }, null, 'timpush', NOW)],
    ['the Web alone', reachability(userState('Online', 'Web'), null, 'timpush', NOW)],
    ['kicked', reachability(OFFLINE, stateEvent(HOUR, 'login', { platform: 'Web', kicked: ['iOS'] }), 'timpush', NOW)],
    [
      'kicked by nobody knows',
      reachability(OFFLINE, stateEvent(HOUR, 'login', { platform: null, kicked: ['iOS'] }), 'timpush', NOW),
    ],
    ['signed out', reachability(OFFLINE, stateEvent(HOUR, 'logout'), 'timpush', NOW)],
    ['signed out, it seems', reachability(OFFLINE, stateEvent(DAY, 'disconnect'), 'timpush', NOW)],
    ['never seen', reachability(OFFLINE, null, 'timpush', NOW)],
    ['stale', reachability(OFFLINE, stateEvent(9 * DAY, 'disconnect'), 'timpush', NOW)],
    ['gone', reachability(OFFLINE, stateEvent(40 * DAY, 'disconnect'), 'timpush', NOW)],
  ]

  test.each(REACHES)('the state of a user is said well: %s', (_name, reach) => {
    const app = testApp('prod')
    const answer = { vendor: 'xiaomi', code: '20301', info: '', at: NOW - HOUR } as const
    const pushes: readonly (LastPush | null)[] = [
      null,
      { kind: 'arrived', arrival: { at: NOW - HOUR, vendor: 'apns', opened: false, ofMessage: false } },
      { kind: 'arrived', arrival: { at: null, vendor: null, opened: true, ofMessage: false } },
      { kind: 'accepted', answer: { ...answer, code: null }, doubtful: true },
      { kind: 'failed', cause: 'token-invalid', answer },
      { kind: 'failed', cause: 'certificate-mismatch', answer: { vendor: null, code: '-201', info: '', at: null } },
    ]
    for (const [index, push] of pushes.entries()) {
      const last =
        [null, stateEvent(HOUR, 'logout'), stateEvent(HOUR, 'unknown', { platform: null })][index % 3] ?? null
      const user: UserStatus = { state: OFFLINE, last, reach, push, can: reach.can, exists: true }
      const other = { ...user, state: { ...userState('Online', 'Web'), userId: 'bob' } }
      for (const users of [[user], [user, other]]) {
        const status = { users, failure: null }
        const lines = plainText(statusCard(app, status, texts), reader(locale)).split('\n')
        const reasons = statusResult(app, status, texts, reader(locale)).users.map(({ reason }) => reason)
        expect(slips([...lines, ...reasons])).toEqual([])
      }
    }
  })

  test.each([
    ['refused', { source: 'im', failure: imFailure({ kind: 'refused', code: 70_003, info: 'illegal' }) }],
    ['another region', { source: 'im', failure: imFailure({ kind: 'refused', code: 60_026 }) }],
    ['not active', { source: 'im', failure: imFailure({ kind: 'refused', code: 60_020 }) }],
    ['too often', { source: 'im', failure: imFailure({ kind: 'rate-limited', code: null }) }],
    ['no connection', { source: 'im', failure: imFailure() }],
    ['no answer', { source: 'timeout', afterMs: 12_000 }],
  ] as const)('a state that Tencent does not tell is said well: %s', (_name, failure) => {
    const { error, card } = statusFailureCard(failure, testApp('prod'), texts, reader(locale))
    expect(slips([error, ...plainText(card, reader(locale)).split('\n')])).toEqual([])
  })

  const stage = (name: TestStage['name'], changes: Partial<TestStage> = {}): TestStage => ({
    name,
    outcome: 'unknown',
    code: null,
    info: '',
    at: null,
    online: false,
    ...changes,
  })
  const NO_VENDOR = { device: null, target: null, probes: [] }
  const result = (changes: Partial<TestPushResult>): TestPushResult => ({
    ordered: { kind: 'sent', taskId: 'task-1', at: NOW },
    repeated: false,
    stages: [stage('im', { outcome: 'pass', at: NOW }), stage('vendor'), stage('device'), stage('click')],
    outcome: 'pending',
    findings: [],
    ...changes,
  })

  test.each([
    ['on its way', result({})],
    ['sent before', result({ repeated: true })],
    ['perhaps sent', result({ ordered: { kind: 'unsure', failure: null }, repeated: true })],
    [
      'accepted',
      result({
        outcome: 'accepted',
        stages: [stage('im', { outcome: 'pass' }), stage('vendor', { outcome: 'pass', at: NOW })],
      }),
    ],
    [
      'delivered online',
      result({
        outcome: 'delivered',
        stages: [stage('vendor', { outcome: 'skipped' }), stage('device', { outcome: 'pass', online: true })],
      }),
    ],
    [
      'refused',
      result({
        ordered: { kind: 'refused', code: null, info: '' },
        outcome: 'failed',
        stages: [stage('im', { outcome: 'fail' })],
      }),
    ],
    [
      'refused by the vendor',
      result({
        outcome: 'failed',
        stages: [stage('vendor', { outcome: 'fail', code: '410', info: 'Unregistered', at: NOW })],
        findings: answers.map((answer) => finding('token-invalid', { ...answer, flaws: [] })),
      }),
    ],
  ] as const)('a test push is told well: %s', (_name, told) => {
    for (const certificateId of [null, '11']) {
      const options = { user: 'alice', caseNumber: 'imd-0123456789ab', certificateId, simulated: true, ...NO_VENDOR }
      const cards = [
        checkCard(told, options, texts),
        followingCard(told.stages, options, texts),
        confirmCard(options, texts),
      ]
      expect(slips(cards.flatMap((card) => plainText(card, reader(locale)).split('\n')))).toEqual([])
      const shown = checkResult(told, options, texts, reader(locale))
      expect(shown.outcome).toBe(told.outcome)
      expect(slips(shown.stages.map(({ message }) => message))).toEqual([])
    }
  })

  test.each(VENDORS)('what %s would show, and what it said, are told well', (vendor) => {
    const own = certificateOf({ vendor })
    const replies = [accepted(), accepted({ otherEnvironment: true }), refused('410'), unanswered('busy', 429), null]
    for (const model of ['iPhone 15', null]) {
      const probes = replies.map((reply) => deviceProbe(reply, { certificate: own, device: deviceOf({ model }) }))
      const target = { vendor, model }
      const options = {
        user: 'alice',
        caseNumber: '',
        certificateId: '11',
        simulated: true,
        device: null,
        target,
        probes,
      }
      expect(slips(plainText(confirmCard(options, texts), reader(locale)).split('\n'))).toEqual([])
    }
  })

  test('accepted is never called delivered', () => {
    const text = plainText(
      checkCard(
        result({ outcome: 'accepted' }),
        { user: 'alice', caseNumber: 'imd-1', certificateId: null, simulated: false, ...NO_VENDOR },
        texts,
      ),
      reader(locale),
    )
    expect(text).toContain(plain(texts.push.check.accepted))
    expect(text.split('\n')).not.toContain(texts.push.check.outcomes.delivered)
  })
})
