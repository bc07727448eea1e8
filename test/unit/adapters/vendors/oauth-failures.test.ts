import { afterEach, describe, expect, it } from 'vitest'
import { createFcm } from '../../../../src/adapters/vendors/fcm.ts'
import { createHonor } from '../../../../src/adapters/vendors/honor.ts'
import { createHuawei } from '../../../../src/adapters/vendors/huawei.ts'
import { createHuaweiHarmony } from '../../../../src/adapters/vendors/huawei-harmony.ts'
import { FCM_LOGIN, FCM_SEND, FcmServer, fcmAccount } from '../../../servers/vendors/fcm-server.ts'
import { HONOR_LOGIN, HONOR_SEND, HonorServer, honorClient } from '../../../servers/vendors/honor-server.ts'
import {
  HARMONY_SEND,
  HUAWEI_LOGIN,
  HUAWEI_SEND,
  HuaweiServer,
  harmonyAccount,
  huaweiClient,
} from '../../../servers/vendors/huawei-server.ts'
import { type OauthRig, startOauthRig, TEST_TEXT } from '../../../servers/vendors/oauth-rig.ts'
import type { OauthScript, OauthVendorServer } from '../../../servers/vendors/oauth-vendor-server.ts'

const TOKEN = `IQAAAACy${'0aZ_-'.repeat(24)}`
const { title, text } = TEST_TEXT

interface Vendor {
  name: string
  login: string | null
  send: string
  start: (bound?: number) => Promise<OauthRig<OauthVendorServer>>
}

const VENDORS: readonly Vendor[] = [
  {
    name: 'FCM',
    login: FCM_LOGIN,
    send: FCM_SEND,
    async start(bound = 5_000) {
      const server = (now: () => number) => new FcmServer(now)
      const rig = await startOauthRig({ server, driver: createFcm, credential: fcmAccount, token: TOKEN, bound })
      rig.server.expected = { token: TOKEN, dryRun: false, title, text }
      return rig
    },
  },
  {
    name: 'Huawei',
    login: HUAWEI_LOGIN,
    send: HUAWEI_SEND,
    async start(bound = 5_000) {
      const server = (now: () => number) => new HuaweiServer(now)
      const rig = await startOauthRig({ server, driver: createHuawei, credential: huaweiClient, token: TOKEN, bound })
      rig.server.expected = { token: TOKEN, dryRun: false, title, text }
      return rig
    },
  },
  {
    name: 'HarmonyOS',
    login: null,
    send: HARMONY_SEND,
    async start(bound = 5_000) {
      const server = (now: () => number) => new HuaweiServer(now)
      const of = { server, driver: createHuaweiHarmony, credential: harmonyAccount, token: TOKEN, bound }
      const rig = await startOauthRig(of)
      rig.server.expected = { token: TOKEN, dryRun: false, title, text }
      return rig
    },
  },
  {
    name: 'Honor',
    login: HONOR_LOGIN,
    send: HONOR_SEND,
    async start(bound = 5_000) {
      const server = (now: () => number) => new HonorServer(now)
      const rig = await startOauthRig({ server, driver: createHonor, credential: honorClient, token: TOKEN, bound })
      rig.server.expected = { token: TOKEN, title, text }
      return rig
    },
  },
]

const FAULTS: readonly [string, OauthScript, object][] = [
  ['a reset', { kind: 'reset' }, { reason: 'broken', http: null }],
  ['a cut answer', { kind: 'cut' }, { reason: 'broken', http: null }],
  ['HTTP 500', { kind: 'raw', status: 500, body: '<html>' }, { reason: 'broken', http: 500 }],
  ['HTTP 502', { kind: 'raw', status: 502, body: '' }, { reason: 'broken', http: 502 }],
  [
    'HTTP 429',
    { kind: 'raw', status: 429, headers: { 'retry-after': '7' }, body: 'slow down' },
    { reason: 'busy', http: 429, retryAfterMs: 7_000 },
  ],
  ['no JSON', { kind: 'raw', body: 'Welcome to nginx!' }, { reason: 'broken', http: 200 }],
  ['other JSON', { kind: 'json', body: [{ welcome: null }] }, { reason: 'broken', http: 200 }],
  ['nothing', { kind: 'raw', body: '' }, { reason: 'broken', http: 200 }],
  ['a page of a gateway', { kind: 'raw', status: 407, body: '<html>' }, { reason: 'broken', http: 407 }],
  ['a redirect', { kind: 'raw', status: 302, headers: { location: '/' }, body: '' }, { reason: 'broken', http: 302 }],
]

let rig: OauthRig<OauthVendorServer>

afterEach(() => rig.stop())

describe.each(VENDORS)('$name', ({ login, send, start }) => {
  it.each(FAULTS)('%s, of a test push: no answer, and no second push', async (_, fault, expected) => {
    rig = await start()
    rig.server.script(send, fault)
    expect(await rig.sendTest()).toMatchObject({ kind: 'unanswered', ...expected })
    expect(rig.server.callsOf(send)).toHaveLength(1)
  })

  it('silence ends in time, and no second push', async () => {
    rig = await start(400)
    if (login !== null) await rig.probeCredential()
    rig.server.script(send, { kind: 'hang' })
    expect(await rig.sendTest()).toMatchObject({ kind: 'unanswered', reason: 'timeout', http: null })
    expect(rig.server.callsOf(send)).toHaveLength(1)
  })

  it('an asker who gives up hears so at once', async () => {
    rig = await start()
    rig.server.script(send, { kind: 'hang' })
    const control = new AbortController()
    const reply = rig.sendTest(control.signal)
    await rig.server.called(login === null ? 1 : 2)
    control.abort()
    expect(await reply).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
  })

  it('an asker who has given up is asked about nothing', async () => {
    rig = await start()
    expect(await rig.sendTest(AbortSignal.abort())).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    expect(await rig.probeCredential(AbortSignal.abort())).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    expect(rig.server.calls).toEqual([])
  })

  it('a server that is not there is unreachable', async () => {
    rig = await start()
    await rig.server.stop()
    expect(await rig.probeCredential()).toMatchObject({ kind: 'unanswered', reason: 'unreachable', http: null })
    await rig.server.start()
  })

  if (login === null) return

  it.each(FAULTS)('%s, of a login: no answer, and nothing is sent', async (_, fault, expected) => {
    rig = await start()
    rig.server.script(login, fault, fault, fault, fault)
    expect(await rig.sendTest()).toMatchObject({ kind: 'unanswered', ...expected })
    expect(await rig.probeCredential()).toMatchObject({ kind: 'unanswered', ...expected })
    expect(rig.server.callsOf(send)).toEqual([])
  })

  it('a login that failed once with the connection is tried again', async () => {
    rig = await start()
    rig.server.script(login, { kind: 'reset' })
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
  })

  it('several at once share one login', async () => {
    rig = await start()
    const replies = await Promise.all([rig.sendTest(), rig.sendTest(), rig.sendTest()])
    expect(replies.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(rig.server.callsOf(login)).toHaveLength(1)
  })
})
