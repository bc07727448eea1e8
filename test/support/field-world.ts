import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { openStore, type Store } from '../../src/adapters/sql/open-store.ts'
import { createTencent, type Tencent } from '../../src/adapters/tencent/create-tencent.ts'
import { replyJson } from '../../src/adapters/terminal/ask.ts'
import { createWebhooks } from '../../src/adapters/webhooks/create-webhooks.ts'
import type { App } from '../../src/bot/services.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { actor, request, testBot, words } from './bot.ts'
import { FIELD_APPS } from './field-cases.ts'
import { logToMemory } from './http.ts'
import { fakeVendors } from './push-ports.ts'
import type { JsonReply } from './push-world.ts'
import { teamOf } from './team.ts'

const WEBHOOK_TOKEN = 'field-webhook-token'

/** What Tencent answers to a call; a text: a page of HTML with status 404; undefined: as for a healthy user. */
export type Answering = (endpoint: string, body: Record<string, unknown>) => object | string | undefined

/** As the server refuses: HTTP 200, the code as a string, members in another order, and some that no page lists. */
export const refusal = (code: number, info: string) => ({
  RequestId: 'b1c2',
  ErrorInfo: info,
  ErrorCode: String(code),
  ActionStatus: 'FAIL',
})

const ok = (fields: object) => ({ ...fields, RequestId: 'a0b1', ErrorCode: 0, ActionStatus: 'OK', ErrorInfo: '' })

/** One phone that waits for pushes, in an order of members that is not ours. */
export const waiting = (userId: string, platform = 'iPhone') => ({
  Detail: [{ Status: 'PushOnline', Platform: platform }],
  Status: 'PushOnline',
  To_Account: userId,
})

export const stateOf = (...users: readonly object[]) => ok({ QueryResult: users })
export const answerOf = ok

/** Whoever is asked about in a group. */
const MEMBERS = ['alice', 'rcv', 'user3', 'tim517']

function healthy(endpoint: string, body: Record<string, unknown>): object {
  const first = (name: string) => (body[name] as readonly string[])[0] ?? ''
  switch (endpoint) {
    case 'openim/query_online_status':
      return stateOf(...(body['To_Account'] as readonly string[]).map((userId) => waiting(userId)))
    case 'im_open_login_svc/account_check': {
      const [{ UserID }] = body['CheckItem'] as readonly [{ UserID: string }]
      return ok({ ResultItem: [{ AccountStatus: 'Imported', ResultInfo: '', ResultCode: 0, UserID }] })
    }
    case 'sns/black_list_check':
      return ok({
        BlackListCheckItem: [
          { Relation: 'BlackCheckResult_Type_NO', To_Account: first('To_Account'), ResultCode: '0' },
        ],
      })
    case 'openconfigsvr/getnospeaking':
      return { ErrorCode: 0, GroupmsgNospeakingTime: '0', C2CmsgNospeakingTime: 0, ErrorInfo: '' }
    case 'group_open_http_svc/get_group_info':
      return ok({ GroupInfo: [{ Type: 'Public', GroupId: first('GroupIdList'), ErrorCode: 0 }] })
    case 'group_open_http_svc/get_group_member_info':
      return ok({
        MemberNum: MEMBERS.length,
        MemberList: MEMBERS.map((Member_Account) => ({ MsgFlag: 'AcceptAndNotify', Member_Account })),
      })
    case 'openim/admin_getroammsg':
      return ok({ Complete: 1, MsgCnt: 0, MsgList: [] })
    case 'group_open_http_svc/group_msg_get_simple':
      return ok({ IsFinished: 1, RspMsgList: [] })
    case 'timpush/normal_push_trace':
    case 'timpush/all_member_push_trace':
      return ok({ InstanceTrace: [] })
    default:
      return ok({})
  }
}

export interface FieldWorld {
  now: number
  app: App
  /** In an app of one's own: `answering` comes before the healthy answers. */
  ask(text: string, locale?: Locale): Promise<JsonReply>
  /** Posts a callback to the door; resolves when it is taken. */
  tell(command: string, body: Record<string, unknown>): Promise<void>
  /** Endpoints that were called, in order. */
  called: string[]
  close(): Promise<void>
}

/** The real client, store and webhook door against a server that answers as Tencent does, and is not our simulator. */
export async function openFieldWorld(
  answering: Answering = () => undefined,
  changes: Partial<App> = {},
): Promise<FieldWorld> {
  const now = Date.UTC(2026, 10, 30, 9)
  const called: string[] = []
  const tencentServer = createServer((incoming, response) => {
    let text = ''
    incoming.setEncoding('utf8')
    incoming.on('data', (chunk: string) => (text += chunk))
    incoming.on('end', () => {
      const endpoint = new URL(incoming.url ?? '', 'http://x').pathname.replace('/v4/', '')
      called.push(endpoint)
      const body = JSON.parse(text) as Record<string, unknown>
      const answer = answering(endpoint, body) ?? healthy(endpoint, body)
      if (typeof answer === 'string') response.writeHead(404, { 'content-type': 'text/html' }).end(answer)
      else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    })
  })
  const url = await listening(tencentServer)
  const [prod] = FIELD_APPS
  if (prod === undefined) throw new Error('no field app')
  const app: App = { ...prod, baseUrl: url, webhookToken: new Secret(WEBHOOK_TOKEN), ...changes }
  const store: Store = await openStore({ url: ':memory:', now: () => now })
  const { routes } = createWebhooks({
    apps: [app],
    append: (sdkAppId, events, receivedAt) => store.events.append(sdkAppId, events, receivedAt),
    now: () => now,
    log: logToMemory().log,
    observe: { webhook: () => {} },
  })
  const listener = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  const doorServer = createServer((incoming, response) => void listener(incoming, response))
  const door = await listening(doorServer)
  let randoms = 0
  const tencent: Tencent = createTencent({
    slots: { take: () => Promise.resolve(0) },
    now: () => now,
    random: () => ++randoms,
    observe: { called: () => {} },
    bounds: { pauses: [1, 1], calm: 0 },
  })
  const { events, devices, testPushes, conversations } = store
  const world = {
    ok: true as const,
    world: {
      im: tencent.service,
      events,
      devices,
      testPushes,
      vendors: fakeVendors(),
      conversations,
      team: teamOf(store, {}),
      wait: () => Promise.resolve(),
    },
  }
  const bots = { en: makeBot('en'), zh: makeBot('zh') }
  function makeBot(language: Locale) {
    return testBot({ apps: [app], now: () => now, language, world: () => Promise.resolve(world) })
  }
  return {
    now,
    app,
    called,
    async ask(text, locale = 'en') {
      const made = bots[locale]
      const asked = request(words(text), { actor: actor('owner', { platform: 'terminal', owner: true }), locale })
      const place = { kind: 'channel', id: `C-${asked.id}`, thread: null } as const
      const reply = await made.bot.answer({ ...asked, place })
      if (reply === null) throw new Error('no reply')
      if (made.defects.length > 0) throw new Error('a command failed', { cause: made.defects[0] })
      return JSON.parse(JSON.stringify(replyJson(reply, now))) as JsonReply
    },
    async tell(command, body) {
      const time = String(Math.floor(now / 1_000))
      const sign = createHash('sha256')
        .update(WEBHOOK_TOKEN + time)
        .digest('hex')
      const query = new URLSearchParams({
        SdkAppid: String(app.sdkAppId),
        CallbackCommand: command,
        contenttype: 'json',
      })
      query.set('Sign', sign)
      query.set('RequestTime', time)
      query.set('OptPlatform', 'RESTAPI')
      const response = await fetch(`${door}/webhooks/im/${app.name}?${query.toString()}`, {
        method: 'POST',
        body: JSON.stringify({ ...body, CallbackCommand: command }),
      })
      if (!response.ok) throw new Error(`the door said ${response.status}`)
    },
    async close() {
      await tencent.close()
      for (const server of [tencentServer, doorServer]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
      await store.close()
    },
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
