import { afterEach, expect, test } from 'vitest'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import { whyOf, statusOf } from '../support/push-results.ts'
import { type Answering, answerOf, type FieldWorld, openFieldWorld, refusal, stateOf } from '../support/field-world.ts'

const open: FieldWorld[] = []

async function field(answering?: Answering): Promise<FieldWorld> {
  const world = await openFieldWorld(answering)
  open.push(world)
  return world
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()))
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const XIAOMI = 2

/** What a webhook tells of alice. */
type Told = (world: FieldWorld) => Promise<unknown>

const change =
  (ago: number, Action: string, OptPlatform: string | null, kicked: readonly string[] = []): Told =>
  (world) =>
    world.tell('State.StateChange', {
      EventTime: world.now - ago,
      Info: { To_Account: 'alice', Action, Reason: Action === 'Logout' ? 'Unregister' : 'Register' },
      ...(kicked.length === 0 ? {} : { KickedDevice: kicked.map((Platform) => ({ Platform })) }),
      ...(OptPlatform === null ? {} : { OptPlatform }),
    })

const step =
  (ago: number, ErrCode: number, ErrInfo = '', PushStage = 1, PushPlatform = XIAOMI): Told =>
  (world) =>
    world.tell('Push.OfflinePush', {
      Events: [
        {
          ErrInfo,
          ErrCode,
          PushID: 'p-1',
          PushStage,
          PushPlatform,
          MsgTime: Math.floor((world.now - ago) / 1_000),
          MsgSeq: 7,
          MsgKey: '7_9_1',
          EventType: 1,
          To_Account: 'alice',
          From_Account: 'sam',
          EventTime: Math.floor((world.now - ago) / 1_000),
          CallbackCommand: 'Push.OfflinePush',
        },
      ],
    })

/** "Android Online", "Offline". */
const is = (Status: string, ...clients: readonly string[]) =>
  stateOf({
    To_Account: 'alice',
    Status,
    Detail: clients.map((client) => {
      const [Platform, own] = client.split(' ')
      return { Platform, Status: own ?? Status }
    }),
  })

const OFFLINE = is('Offline')
const ANDROID = is('PushOnline', 'Android')
const ON_WEB = is('Online', 'Web')

type Row = readonly [name: string, state: object, told: readonly Told[], cause: string | null, can: string, en: RegExp]

const ROWS: readonly Row[] = [
  [
    'kicked by the Web, which was closed since',
    OFFLINE,
    [
      change(9 * HOUR, 'Login', 'Android'),
      change(2 * HOUR, 'Login', 'Web', ['Android']),
      change(HOUR, 'Disconnect', 'Web'),
    ],
    'kicked',
    'no',
    /Android .*login on Web/,
  ],
  [
    'kicked by the Web, which was logged out since',
    OFFLINE,
    [change(2 * HOUR, 'Login', 'Web', ['Android']), change(HOUR, 'Logout', 'Web')],
    'kicked',
    'no',
    /Android .*login on Web/,
  ],
  [
    'kicked with an older SDK: a login, and a logout a second later',
    OFFLINE,
    [change(HOUR, 'Login', 'iOS', ['Android']), change(HOUR - 1_000, 'Logout', 'Android')],
    'kicked',
    'no',
    /Android .*login on iOS/,
  ],
  [
    'kicked by the Web, which is Online',
    ON_WEB,
    [change(2 * HOUR, 'Login', 'Web', ['Android']), change(HOUR, 'Disconnect', 'Web'), change(MINUTE, 'Login', 'Web')],
    'kicked',
    'no',
    /Android .*login on Web/,
  ],
  [
    'kicked long ago by the Web, which is Online',
    ON_WEB,
    [change(9 * DAY, 'Login', 'Web', ['Android'])],
    'kicked',
    'no',
    /Android .*login on Web/,
  ],
  [
    'logged out on the phone, then came and went on the Web',
    OFFLINE,
    [change(9 * HOUR, 'Logout', 'iOS'), change(2 * HOUR, 'Login', 'Web'), change(HOUR, 'Disconnect', 'Web')],
    'logged-out',
    'no',
    /9 hours ago/,
  ],
  [
    'logged out on the phone eight days ago, on the Web an hour ago',
    OFFLINE,
    [change(8 * DAY, 'Logout', 'iOS'), change(2 * HOUR, 'Login', 'Web'), change(HOUR, 'Logout', 'Web')],
    'logged-out',
    'no',
    /8 days ago/,
  ],
  [
    'a logout of the Web is none of the phone',
    OFFLINE,
    [change(9 * HOUR, 'Disconnect', 'iOS'), change(2 * HOUR, 'Login', 'Web'), change(HOUR, 'Logout', 'Web')],
    'logged-out',
    'no',
    /^(?!.*hour).*(?:signed|logged) out/,
  ],
  [
    'a logout that is dated ahead',
    OFFLINE,
    [change(9 * DAY, 'Disconnect', 'iOS'), change(-50 * MINUTE, 'Logout', 'iOS')],
    'offline-stale',
    'unlikely',
    /9 days ago/,
  ],
  ['accepted, and never confirmed', ANDROID, [step(HOUR, 0)], 'vendor-not-delivered', 'unknown', /not confirmed/],
  ['delivered', ANDROID, [step(HOUR, 0), step(HOUR - 1_000, 0, '', 2)], null, 'yes', /last push delivered by Xiaomi/],
  [
    'Online, and the last push failed',
    is('Online', 'Android'),
    [step(10 * MINUTE, 20301, 'No valid targets!')],
    'token-invalid',
    'no',
    /20301/,
  ],
  ['Online, and nothing more is known', is('Online', 'Android'), [], 'foreground', 'unknown', /Online/],
  [
    'refused with a code that no list has',
    ANDROID,
    [step(HOUR, 987_654, 'mystery')],
    'vendor-not-delivered',
    'unlikely',
    /refused.*987654/,
  ],
]

test.each(ROWS)('the state says what a diagnosis says: %s', async (_name, state, told, cause, can, en) => {
  const world = await field((endpoint) => (endpoint === 'openim/query_online_status' ? state : undefined))
  for (const tell of told) await tell(world)
  const why = whyOf(await world.ask('/push why alice'))
  expect(why.cause).toBe(cause)
  for (const locale of LOCALES) {
    world.called.length = 0
    const [alice] = statusOf(await world.ask('/im status alice', locale)).users
    expect(world.called).toEqual(['openim/query_online_status'])
    expect(alice?.canReceiveOfflinePush).toBe(can)
    expect(alice?.reason).toMatch(locale === 'en' ? en : /\p{Script=Han}/u)
    expect(alice?.reason).not.toMatch(/in \d+ minutes|accepted by the vendor, delivery|分钟后/)
  }
  const meant = { 'can-receive': 'yes', 'cannot-receive': 'no', unlikely: 'unlikely', unknown: 'unknown' } as const
  expect(meant[why.verdict]).toBe(can)
})

test.each([
  [
    'notifications off',
    { NotificationStatus: 0, Token: 'token-of-a-phone' },
    'cannot-receive',
    'no',
    /notifications switched off/,
  ],
  // Of another vendor than the one that took the push: what was taken had a token.
  ['no token', { NotificationStatus: 1, Token: '', PushPlatform: 4 }, 'cannot-receive', 'no', /no token reported/],
  ['no token, yet delivered', { NotificationStatus: 1, Token: '' }, 'can-receive', 'yes', /delivered/],
])('what the last trace showed counts for the state, too: %s', async (_name, device, verdict, can, reason) => {
  const world = await field((endpoint) => {
    if (endpoint === 'openim/query_online_status') return ANDROID
    if (endpoint !== 'timpush/normal_push_trace') return undefined
    return answerOf({
      InstanceTrace: [{ InstanceId: '1', CertId: '22002', PushPlatform: XIAOMI, System: 'Android', ...device }],
    })
  })
  await step(HOUR, 0)(world)
  await step(HOUR - 1_000, 0, '', 2)(world)
  const why = whyOf(await world.ask('/push why alice'))
  expect(why.verdict).toBe(verdict)
  const [alice] = statusOf(await world.ask('/im status alice')).users
  expect(alice).toMatchObject({ canReceiveOfflinePush: can, reason: expect.stringMatching(reason) })
})

test.each([
  ['a refusal', refusal(60_020, 'not active')],
  ['a limit', refusal(60_007, 'too often')],
  ['no answer for this one', answerOf({ QueryResult: [], ErrorList: [{ To_Account: 'alice', ErrorCode: 70_169 }] })],
])('whether the account is there is not known after %s', async (_name, answer) => {
  const world = await field((endpoint) => (endpoint === 'openim/query_online_status' ? answer : undefined))
  const [alice] = statusOf(await world.ask('/im status alice')).users
  expect(alice).toMatchObject({ exists: null, canReceiveOfflinePush: 'unknown' })
})
