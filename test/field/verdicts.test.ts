import { afterEach, describe, expect, test } from 'vitest'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import { fieldCase } from '../support/field-cases.ts'
import { whyOf, statusOf } from '../support/push-results.ts'
import { type Answering, answerOf, type FieldWorld, openFieldWorld, refusal, stateOf } from '../support/field-world.ts'
import type { App } from '../../src/bot/services.ts'

const open: FieldWorld[] = []

async function field(answering?: Answering, app?: Partial<App>): Promise<FieldWorld> {
  const world = await openFieldWorld(answering, app)
  open.push(world)
  return world
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()))
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const APNS = 1
const XIAOMI = 2
const FCM = 4

interface Pushed {
  platform: number
  code?: number
  info?: string
  ago?: number
  stage?: number
  pushId?: string
  group?: string
}

/** `Push.OfflinePush` of one step, ten minutes ago. */
const push = (
  world: FieldWorld,
  userId: string,
  { platform, code = 0, info = '', ago = 10 * MINUTE, stage = 1, pushId = `p-${userId}`, group }: Pushed,
) =>
  world.tell('Push.OfflinePush', {
    Events: [
      {
        ErrInfo: info,
        ErrCode: code,
        PushID: pushId,
        PushStage: stage,
        MsgTime: Math.floor((world.now - ago) / 1_000),
        MsgSeq: 7,
        ...(group === undefined ? { MsgKey: `7_9_${userId}`, EventType: 1 } : { GroupID: group, EventType: 2 }),
        PushPlatform: platform,
        To_Account: userId,
        From_Account: 'sam',
        EventTime: Math.floor((world.now - ago) / 1_000),
        CallbackCommand: 'Push.OfflinePush',
      },
    ],
  })

const state = (world: FieldWorld, userId: string, ago: number, change: object, more: object = {}) =>
  world.tell('State.StateChange', { EventTime: world.now - ago, Info: { To_Account: userId, ...change }, ...more })

const offline = (userId: string) => stateOf({ To_Account: userId, Status: 'Offline', Detail: [] })

const traced = (CertId: string, Token: string) => (endpoint: string) =>
  endpoint === 'timpush/normal_push_trace'
    ? answerOf({ InstanceTrace: [{ Token, CertId, PushPlatform: APNS, System: 'iOS', DeviceModel: 'iPhone 15' }] })
    : undefined

const NOTHING = /(?!)/

const HEX = 'ab'.repeat(32)

const CERTIFICATES = [
  { id: '11001', vendor: 'apns', environment: 'production', expiresAt: null, credential: null },
] as const

interface Row {
  id: string
  answering?: Answering
  app?: Partial<App>
  tell?: (world: FieldWorld) => Promise<unknown>
  verdict: string
  cause: string | null
  confidence?: string
  owner?: string
  /** In the first finding, English and Chinese. */
  says?: readonly [RegExp, RegExp]
  not?: RegExp
}

const ROWS: readonly Row[] = [
  {
    id: 'W3',
    answering: traced('11001', HEX),
    app: { certificates: CERTIFICATES },
    tell: (world) => push(world, 'tim285', { platform: APNS, code: 400, info: 'BadDeviceToken' }),
    verdict: 'cannot-receive',
    cause: 'certificate-environment',
    owner: 'administrator',
    says: [/environment/, /环境/],
    not: /Android|AndroidInfo|Google|安卓|谷歌/,
  },
  {
    id: 'W4',
    tell: (world) => push(world, 'mi_secret', { platform: XIAOMI, code: 21301, info: 'Invalid application secret.' }),
    verdict: 'cannot-receive',
    cause: 'credential-rejected',
    owner: 'administrator',
    says: [/AppSecret/, /AppSecret/],
  },
  {
    id: 'W5',
    tell: (world) =>
      push(world, 'mi_black', {
        platform: XIAOMI,
        code: 10026,
        info: 'AppId in the blacklist, forbid to send messages',
      }),
    verdict: 'cannot-receive',
    cause: 'credential-rejected',
    owner: 'administrator',
    says: [/ask Xiaomi.+changes nothing/is, /小米.+没有用/s],
    not: /[Rr]enew it|expired|请向厂商续期|过期/,
  },
  {
    id: 'W6',
    tell: (world) => push(world, 'mi_novalid', { platform: XIAOMI, code: 20301, info: 'No valid targets!' }),
    verdict: 'cannot-receive',
    cause: 'token-invalid',
    owner: 'user',
  },
  {
    id: 'W7',
    tell: (world) => push(world, 'fcm_sender', { platform: FCM, code: 403, info: 'SENDER_ID_MISMATCH' }),
    verdict: 'cannot-receive',
    cause: 'certificate-mismatch',
    owner: 'administrator',
    says: [/Firebase project/, /Firebase 项目/],
  },
  {
    id: 'W8',
    answering: traced('0', HEX),
    tell: (world) => push(world, 'tui26', { platform: APNS, code: -1, info: 'no certificate ID set' }),
    verdict: 'cannot-receive',
    cause: 'certificate-missing',
    owner: 'developer',
    not: /Android|安卓/,
  },
  {
    id: 'W9',
    answering: (endpoint) =>
      endpoint === 'group_open_http_svc/get_group_member_info'
        ? answerOf({ MemberNum: 1, MemberList: [{ MsgFlag: 'AcceptNotNotify', Member_Account: 'tim517' }] })
        : undefined,
    tell: (world) =>
      world.tell('Group.CallbackAfterSendMsg', {
        GroupId: '@TGS#DND',
        Type: 'Public',
        From_Account: 'sam',
        MsgSeq: 3,
        MsgTime: (world.now - 10 * MINUTE) / 1_000,
        MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } }],
      }),
    verdict: 'cannot-receive',
    cause: 'do-not-disturb',
    confidence: 'certain',
    owner: 'user',
  },
  {
    id: 'W10',
    answering: (endpoint) => (endpoint === 'openim/query_online_status' ? offline('tim231') : undefined),
    tell: async (world) => {
      await state(world, 'tim231', 2 * HOUR, { Action: 'Login', Reason: 'Register' }, { OptPlatform: 'iOS' })
      const kick = { OptPlatform: 'Web', KickedDevice: [{ Platform: 'iOS' }] }
      await state(world, 'tim231', HOUR, { Action: 'Login', Reason: 'Register' }, kick)
    },
    verdict: 'cannot-receive',
    cause: 'kicked',
    confidence: 'certain',
  },
  ...(
    [
      [
        'W11',
        10023,
        'msg count exceeds limit,please retry later',
        'developer',
        [/10023.+too fast.+40 messages/s, /10023.+频率/s],
      ],
      ['W13', 10016, 'app rejected', 'developer', [/10016.+webhook/s, /10016.+回调/s]],
    ] as const
  ).map(
    ([id, ErrorCode, ErrorInfo, owner, says]): Row => ({
      id,
      tell: (world) =>
        world.tell('Group.CallbackSendMsgException', {
          GroupId: `${id.toLowerCase()}_group`,
          Type: 'Public',
          From_Account: 'jared',
          Operator_Account: 'admin',
          Random: 123456,
          OnlineOnlyFlag: 0,
          MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'red packet' } }],
          CloudCustomData: '',
          ErrorCode,
          ErrorInfo,
          EventTime: String(world.now - 10 * MINUTE),
        }),
      verdict: 'cannot-receive',
      cause: 'message-dropped',
      owner,
      says,
      // By the code, and not by whatever the text may mean.
      not: /please retry later|app rejected/,
    }),
  ),
  {
    id: 'W15b',
    tell: async (world) => {
      await state(world, 'cust4', 5 * HOUR, { Action: 'Login', Reason: 'Register' }, { OptPlatform: 'Android' })
      await state(world, 'cust4', 3 * HOUR, { Action: 'Disconnect', Reason: 'LinkClose' }, { OptPlatform: 'Android' })
      await state(world, 'cust4', HOUR, { Action: 'CustomStatusChange', Reason: 'SetCustomStatus' })
    },
    verdict: 'can-receive',
    cause: null,
  },
  {
    id: 'W16',
    answering: (endpoint) => (endpoint === 'openim/query_online_status' ? offline('cust3') : undefined),
    tell: async (world) => {
      await state(world, 'cust3', 2.5 * HOUR, { Action: 'Login', Reason: 'Register' }, { OptPlatform: 'iOS' })
      await state(world, 'cust3', 2 * HOUR, { Action: 'Logout', Reason: 'Unregister' }, { OptPlatform: 'iOS' })
      // Set by a server, and no sign of the user.
      await state(world, 'cust3', HOUR, { Action: 'CustomStatusChange', Reason: 'SetCustomStatus' })
    },
    verdict: 'cannot-receive',
    cause: 'logged-out',
    confidence: 'certain',
  },
  {
    id: 'W18',
    tell: (world) =>
      world.tell('C2C.CallbackAfterSendMsg', {
        From_Account: 'jared',
        To_Account: 'Jonh',
        MsgSeq: 48374,
        MsgRandom: 2837546,
        MsgTime: (world.now - 10 * MINUTE) / 1_000,
        MsgKey: '48374_2837546_1',
        OnlineOnlyFlag: 1,
        SendMsgResult: 0,
        ErrorInfo: 'send msg succeed',
        MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'hi' } }],
      }),
    verdict: 'cannot-receive',
    cause: 'online-only-message',
    confidence: 'certain',
    owner: 'developer',
  },
  {
    id: 'W20',
    tell: (world) =>
      world.tell('Sns.CallbackBlackListAdd', {
        PairList: [{ From_Account: 'id', To_Account: 'id1' }],
        EventTime: world.now - HOUR,
      }),
    answering: (endpoint) =>
      endpoint === 'sns/black_list_check'
        ? answerOf({
            BlackListCheckItem: [{ To_Account: 'id1', Relation: 'BlackCheckResult_Type_AWithB', ResultCode: 0 }],
          })
        : undefined,
    verdict: 'cannot-receive',
    cause: 'blocked-sender',
    owner: 'user',
  },
  {
    id: 'W22',
    answering: (endpoint) =>
      endpoint === 'openim/admin_getroammsg'
        ? answerOf({
            Complete: 1,
            MsgList: [
              {
                MsgBody: [{ MsgContent: { Data: '{"call":1}', Desc: '' }, MsgType: 'TIMCustomElem' }],
                MsgTimeStamp: Date.UTC(2026, 10, 30, 8, 50) / 1_000,
                MsgSeq: '12',
                MsgRandom: 3,
                From_Account: 'caller',
                To_Account: 'callee',
              },
            ],
          })
        : undefined,
    verdict: 'cannot-receive',
    cause: 'custom-message-without-description',
    owner: 'developer',
  },
  {
    id: 'F4',
    answering: (endpoint) => (endpoint.startsWith('timpush/') ? refusal(90049, 'no record of this push') : undefined),
    tell: async (world) => {
      await push(world, 'gone_trace', { platform: APNS })
      await push(world, 'gone_trace', { platform: APNS, stage: 2, ago: 9 * MINUTE })
    },
    verdict: 'can-receive',
    cause: null,
  },
]

describe.each(ROWS)('$id', ({ id, answering, app, tell, verdict, cause, confidence, owner, says, not }) => {
  test.each(LOCALES)('in %s', async (locale) => {
    const world = await field(answering, app)
    await tell?.(world)
    const json = await world.ask(fieldCase(id).ask ?? '', locale)
    const result = whyOf(json)
    expect({ verdict: result.verdict, cause: result.cause }).toEqual({ verdict, cause })
    const [lead] = result.findings
    expect(result.confidence).toBe(confidence ?? result.confidence)
    expect(lead?.owner).toBe(owner ?? lead?.owner)
    const said = `${lead?.message ?? ''} ${lead?.remedy ?? ''}`
    expect(said).toMatch(says?.[locale === 'en' ? 0 : 1] ?? /^/)
    expect(said).not.toMatch(not ?? NOTHING)
    expect(result.findings.map(({ code }) => code)).not.toContain('upstream-unreachable')
  })
})

test('W17: the kick stands in the history with both platforms', async () => {
  const world = await field()
  const KickedDevice = [{ Platform: 'Windows' }, { Platform: 'Android' }]
  await state(
    world,
    'testuser316',
    2 * HOUR,
    { Action: 'Login', Reason: 'Register' },
    { OptPlatform: 'iOS', KickedDevice },
  )
  const { card } = await world.ask(fieldCase('W17').ask ?? '')
  expect(card.text).toContain('Windows, Android')
})

test('W19: accepted by the vendor, and no word of the delivery', async () => {
  const world = await field()
  await push(world, 'user3', { platform: XIAOMI, group: '@TGS#12DEVUDHQ' })
  const result = whyOf(await world.ask(fieldCase('W19').ask ?? ''))
  expect(result).toMatchObject({ verdict: 'unknown', cause: 'vendor-not-delivered' })
  expect(result.findings[0]?.message).toContain('accepted the last push')
})

describe('F3: the state and the last push are one truth', () => {
  test.each(LOCALES)('in %s', async (locale) => {
    const world = await field()
    await push(world, 'dead_token', { platform: XIAOMI, code: 20301, info: 'No valid targets!' })
    await push(world, 'alice', { platform: APNS, stage: 2 })
    const dead = statusOf(await world.ask(fieldCase('F3').ask ?? '', locale)).users[0]
    expect(dead).toMatchObject({ state: 'PushOnline', canReceiveOfflinePush: 'no' })
    expect(dead?.reason).toMatch(/20301/)
    expect(whyOf(await world.ask('/push why dead_token', locale)).verdict).toBe('cannot-receive')
    const { users } = statusOf(await world.ask('/im status alice dead_token bob', locale))
    expect(users.map(({ canReceiveOfflinePush }) => canReceiveOfflinePush)).toEqual(['yes', 'no', 'yes'])
    expect(users[0]?.reason).toMatch(locale === 'en' ? /last push delivered by Apple \(APNs\)/ : /经苹果（APNs）送达/)
    // It stays the one call.
    world.called.length = 0
    await world.ask('/im status alice', locale)
    expect(world.called).toEqual(['openim/query_online_status'])
  })

  test('a delivery that is no longer confirmed is told the same way', async () => {
    const world = await field()
    for (const stage of [1, 2]) await push(world, 'steve', { platform: 8, stage, ago: 20 * HOUR, pushId: 'p-1' })
    await push(world, 'steve', { platform: 8, ago: HOUR, pushId: 'p-2' })
    const [steve] = statusOf(await world.ask('/im status steve')).users
    expect(steve).toMatchObject({ canReceiveOfflinePush: 'unlikely' })
    expect(steve?.reason).toContain('accepted by Honor 1 hour ago, delivery not confirmed')
    const why = whyOf(await world.ask('/push why steve'))
    expect(why).toMatchObject({ verdict: 'unlikely', cause: 'vendor-not-delivered' })
    expect(why.findings[0]?.message).toContain('That of earlier ones was.')
  })

  test('a later success, or an old failure, does not speak against anybody', async () => {
    const world = await field()
    await push(world, 'alice', { platform: XIAOMI, code: 20301, ago: HOUR, pushId: 'p-1' })
    for (const stage of [1, 2]) await push(world, 'alice', { platform: XIAOMI, stage, ago: 10 * MINUTE, pushId: 'p-2' })
    await push(world, 'bob', { platform: XIAOMI, code: 20301, ago: 8 * 24 * HOUR })
    const { users } = statusOf(await world.ask('/im status alice bob'))
    expect(users.map(({ canReceiveOfflinePush }) => canReceiveOfflinePush)).toEqual(['yes', 'yes'])
  })
})

describe('F10: an unknown account is told everywhere', () => {
  const unknown: Answering = (endpoint, body) => {
    const [{ UserID = '' } = {}] = (body['CheckItem'] ?? []) as readonly { UserID?: string }[]
    if (endpoint === 'im_open_login_svc/account_check')
      return answerOf({ ResultItem: [{ UserID, ResultCode: 0, AccountStatus: 'NotImported' }] })
    return endpoint === 'openim/query_online_status' ? refusal(70107, 'account not exist') : undefined
  }
  const SAID = { en: /does not know an account nobody/, zh: /没有 nobody 这个账号/ }

  describe.each(LOCALES)('in %s', (locale) => {
    test.each(['/push history nobody', '/push devices nobody', '/push why nobody'])('%s', async (asked) => {
      const world = await field(unknown)
      expect((await world.ask(asked, locale)).card.text).toMatch(SAID[locale])
      expect((await (await field()).ask(asked, locale)).card.text).not.toMatch(SAID[locale])
    })

    test('where it cannot be asked, nothing is said of it', async () => {
      const world = await field((endpoint) =>
        endpoint === 'im_open_login_svc/account_check' ? refusal(60007, 'frequency limit') : undefined,
      )
      const { status, card } = await world.ask('/push history nobody', locale)
      expect(status).toBe('ok')
      expect(card.text).not.toMatch(SAID[locale])
    })
  })
})

/** Endpoints that a diagnosis asks besides the state, each with a question that brings it about. */
const ENDPOINTS: readonly (readonly [string, string])[] = [
  ['im_open_login_svc/account_check', '/push why alice'],
  ['timpush/normal_push_trace', '/push why alice'],
  ['timpush/normal_push_loss', '/push why alice --from sam'],
  ['sns/black_list_check', '/push why alice --from sam'],
  ['openconfigsvr/getnospeaking', '/push why alice --from sam'],
  ['openim/admin_getroammsg', '/push why alice --from sam'],
  ['group_open_http_svc/group_msg_get_simple', '/push why alice --group team'],
  ['group_open_http_svc/get_group_member_info', '/push why alice --group team'],
]

/** What a server may answer in place of what was asked for. */
const REFUSALS: readonly (readonly [number, string])[] = [
  [90049, 'no record of this push'],
  [10044, 'group type keeps no history'],
  [4242, 'record not found'],
  [4243, 'no history'],
  [4244, 'feature is not activated'],
  [10007, 'no permission'],
  [10059, 'upgrade your plan'],
  [60009, 'unknown command'],
  [60007, 'frequency limit'],
  [60018, 'too many requests'],
  [91000, 'internal error'],
  [4245, ''],
  [90009, 'require admin account'],
]

describe.each(ENDPOINTS)('a healthy user, where %s refuses', (refused, asked) => {
  test.each(REFUSALS)('with %i %s', async (code, info) => {
    const world = await field((endpoint) => (endpoint === refused ? refusal(code, info) : undefined))
    const group = asked.includes('--group') ? { group: 'team' } : {}
    await push(world, 'alice', { platform: APNS, ...group })
    await push(world, 'alice', { platform: APNS, stage: 2, ago: 9 * MINUTE, ...group })
    const json = await world.ask(asked)
    const result = whyOf(json)
    expect(world.called).toContain(refused)
    expect(json.status).toBe('ok')
    expect({ verdict: result.verdict, cause: result.cause }).toEqual({ verdict: 'can-receive', cause: null })
    // Tencent answered, so the network is not what is wrong.
    expect(json.card.text).not.toMatch(/whether this machine reaches|network/)
    for (const { severity } of result.findings) expect(severity).not.toBe('error')
  })
})

test.each(ENDPOINTS)('a healthy user, where %s is a page of HTML', async (missing, asked) => {
  const world = await field((endpoint) => (endpoint === missing ? '<html><h1>404 Not Found</h1></html>' : undefined))
  const group = asked.includes('--group') ? { group: 'team' } : {}
  for (const stage of [1, 2]) await push(world, 'alice', { platform: APNS, stage, ...group })
  const result = whyOf(await world.ask(asked))
  expect(world.called).toContain(missing)
  expect({ verdict: result.verdict, cause: result.cause }).toEqual({ verdict: 'can-receive', cause: null })
  expect(result.findings).toMatchObject([{ code: 'upstream-unreachable', severity: 'warning' }])
})

describe('what is not there', () => {
  test.each(LOCALES)('a group, in %s', async (locale) => {
    const missing = refusal(10010, 'group does not exist')
    const world = await field((endpoint) => (endpoint.startsWith('group_open_http_svc/') ? missing : undefined))
    const result = whyOf(await world.ask('/push why alice --group nowhere', locale))
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found', confidence: 'certain' })
    expect(result.findings[0]?.message).toContain('nowhere')
  })

  test('a sender', async () => {
    const world = await field((endpoint) =>
      endpoint === 'sns/black_list_check' ? refusal(30003, 'account not imported') : undefined,
    )
    const result = whyOf(await world.ask('/push why alice --from samm'))
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found' })
    expect(result.findings[0]?.message).toContain('There is no account samm')
  })

  test.each(LOCALES)('a sender of whom only the account check knows nothing, in %s', async (locale) => {
    const world = await field((endpoint, body) => {
      const [{ UserID = '' } = {}] = (body['CheckItem'] ?? []) as readonly { UserID?: string }[]
      const AccountStatus = UserID === 'samm' ? 'NotImported' : 'Imported'
      return endpoint === 'im_open_login_svc/account_check'
        ? answerOf({ ResultItem: [{ UserID, ResultCode: 0, AccountStatus }] })
        : undefined
    })
    const result = whyOf(await world.ask('/push why alice --from samm', locale))
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'message-not-found' })
    expect(result.findings[0]?.message).toMatch(/There is no account samm|没有 samm 这个账号/)
  })

  test('a message that was withdrawn', async () => {
    const world = await field((endpoint) =>
      endpoint === 'group_open_http_svc/group_msg_get_simple'
        ? answerOf({
            RspMsgList: [{ From_Account: 'sam', IsPlaceMsg: 2, MsgSeq: 5, MsgTimeStamp: 1_796_000_000, MsgBody: [] }],
          })
        : undefined,
    )
    const result = whyOf(await world.ask('/push why alice --group team --message 5'))
    expect(result).toMatchObject({ verdict: 'unknown', cause: 'message-not-found' })
    expect(result.findings[0]?.message).toContain('withdrawn')
  })

  test('a history of a kind of group that keeps none', async () => {
    const world = await field((endpoint) =>
      endpoint === 'group_open_http_svc/group_msg_get_simple' ? refusal(10044, 'no history') : undefined,
    )
    const result = whyOf(await world.ask('/push why alice --group team'))
    expect(result).toMatchObject({ verdict: 'unknown', cause: 'message-not-found' })
    expect(result.findings[0]?.evidence.join()).toContain('10044')
  })
})

test('where nothing could be seen, that is the cause', async () => {
  const world = await field(() => refusal(91000, 'internal error'))
  const json = await world.ask('/push why alice')
  expect(json.status).toBe('upstream')
  expect(whyOf(json)).toMatchObject({ verdict: 'unknown', cause: 'upstream-unreachable' })
})

describe('a code of Tencent’s own ends the push at Tencent', () => {
  test.each([-1, -2, -195, -196, -197, -199, -200, -201, -202, -203, -204])('%i', async (code) => {
    const world = await field()
    await push(world, 'alice', { platform: 3, code, info: 'x' })
    const { card } = await world.ask('/push why alice')
    expect(card.text).toMatch(/[❌❓] Tencent IM/u)
    expect(card.text).not.toMatch(/[❌❓] Huawei/u)
  })

  test('also where nothing says to which vendor, and the trace is empty', async () => {
    const world = await field()
    await push(world, 'alice', { platform: 0, code: -201, info: 'certificate id or token is invalid' })
    const result = whyOf(await world.ask('/push why alice'))
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'certificate-mismatch' })
  })

  test.each(LOCALES)('one that is not listed sends nobody to the phone’s settings, in %s', async (locale) => {
    const world = await field()
    await push(world, 'alice', { platform: APNS, code: -204, info: 'odd' })
    const [lead] = whyOf(await world.ask('/push why alice', locale)).findings
    expect(lead).toMatchObject({ code: 'vendor-not-delivered', owner: 'developer' })
    expect(lead?.remedy).toMatch(/ticket with Tencent|腾讯云提工单/)
  })

  test('but what it only passes on is the vendor’s', async () => {
    const world = await field()
    await push(world, 'alice', { platform: 3, code: -198, info: 'code: 80300007, all the tokens are invalid' })
    const { card } = await world.ask('/push why alice')
    expect(card.text).toMatch(/❌ Huawei/u)
  })
})
