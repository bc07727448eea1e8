import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../src/adapters/simulator/start-simulator.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { EXAMPLE_KEY, testApp } from '../support/bot.ts'
import { run } from '../support/command-line.ts'
import { folderWith } from '../support/config-file.ts'
import { start, type Doctor } from '../support/doctor.ts'
import { rawRequest } from '../support/http.ts'
import { eventsOf, whyOf } from '../support/push-results.ts'
import type { JsonReply } from '../support/push-world.ts'

const TOKEN = 'the-token-of-the-console-0123456789'
/** The demo app's SDKAppID brings the simulated Tencent IM its cast. */
const APP = testApp('prod', { sdkAppId: 1_400_000_000, webhookToken: new Secret(TOKEN) })
const OK = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}'
const STATE = 'State.StateChange'

const simulators: Simulator[] = []

afterEach(() => Promise.all(simulators.splice(0).map((each) => each.close())))

/** A folder with a configuration of one app, whose calls go to a simulated Tencent IM. */
async function prepare(): Promise<{ folder: string; simulator: Simulator; sendTo: (doctor: Doctor) => void }> {
  let door: string | null = null
  const simulator = await startSimulator({ apps: [APP], now: Date.now, webhookUrlOf: () => door })
  simulators.push(simulator)
  const yaml = `
apps:
  prod:
    sdkAppId: ${APP.sdkAppId}
    secretKey: ${EXAMPLE_KEY}
    baseUrl: ${simulator.url}
    webhook: { token: ${TOKEN} }
store: ./data
http: { host: 127.0.0.1, port: 0 }
log: { level: trace }
`
  return {
    folder: folderWith({ 'im-doctor.yaml': yaml }),
    simulator,
    sendTo: ({ url }) => {
      door = `${url}webhooks/im/prod`
    },
  }
}

async function ask(folder: string, text: string): Promise<JsonReply> {
  // From another folder, as a script of the team would.
  const elsewhere = folderWith({})
  const { out, err } = await run(['ask', '--json', '--config', join(folder, 'im-doctor.yaml'), text], {
    folder: elsewhere,
  })
  if (out === '') throw new Error(err)
  return JSON.parse(out) as JsonReply
}

interface Delivery {
  app?: string
  token?: string
  /** Seconds from now. */
  shifted?: number
  sdkAppId?: number
  sign?: string
  command?: string
  body?: string
}

/** One webhook, signed as Tencent does where nothing else is said. */
function deliver({ url }: Doctor, userId: string, changes: Delivery = {}) {
  const { app = 'prod', token = TOKEN, shifted = 0, sdkAppId = APP.sdkAppId, command = STATE } = changes
  const at = Date.now()
  const requestTime = String(Math.floor(at / 1_000) + shifted)
  const address = new URL(`webhooks/im/${app}`, url)
  const query = {
    SdkAppid: String(sdkAppId),
    CallbackCommand: command,
    contenttype: 'json',
    ClientIP: '127.0.0.1',
    OptPlatform: 'iOS',
    Sign: changes.sign ?? signOf(token, requestTime),
    RequestTime: requestTime,
  }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  const body = JSON.stringify({
    CallbackCommand: command,
    EventTime: at,
    Info: { Action: 'Logout', To_Account: userId, Reason: 'Unregister' },
  })
  return rawRequest(address.href, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: changes.body ?? body,
  })
}

const signOf = (token: string, time: string): string =>
  createHash('sha256')
    .update(token + time)
    .digest('hex')

async function died(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const exit = once(child, 'exit')
  child.kill(signal)
  return exit
}

describe('the running program', () => {
  test('what was acknowledged outlives kill -9, and is known to `ask` beside the program', {
    timeout: 60_000,
  }, async () => {
    const { folder } = await prepare()
    const first = await start(folder)
    const answer = await deliver(first, 'alice')
    expect([answer.status, answer.body]).toEqual([200, OK])
    expect(await died(first.child, 'SIGKILL')).toEqual([null, 'SIGKILL'])

    const second = await start(folder)
    const told = await ask(folder, '/push history alice')
    expect(told).toMatchObject({ command: 'push.history', status: 'ok' })
    expect(eventsOf(told)).toMatchObject([{ kind: 'logout', platform: 'iOS', message: 'Unregister' }])

    // The other way round too: both write to one store.
    expect((await deliver(second, 'alice')).status).toBe(200)
    expect(eventsOf(await ask(folder, '/push history alice'))).toHaveLength(2)
    expect(await died(second.child, 'SIGTERM')).toEqual([0, null])
    expect(eventsOf(await ask(folder, '/push history alice'))).toHaveLength(2)
  })

  test('takes what Tencent sends, refuses all else, and gives no secret away', { timeout: 60_000 }, async () => {
    const { folder, simulator, sendTo } = await prepare()
    const doctor = await start(folder)
    const { url, wrote } = doctor

    const ready = await fetch(new URL('readyz', url))
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready', store: true }])

    const MEBIBYTE = 1024 * 1024
    const refusals: readonly (readonly [string, number, Delivery])[] = [
      ['a wrong Sign', 401, { token: 'another token' }],
      ['a Sign that is none', 401, { sign: 'x' }],
      ['a RequestTime of five minutes ago', 401, { shifted: -302 }],
      ['a RequestTime of five minutes to come', 401, { shifted: 302 }],
      ['another app’s SdkAppid', 403, { sdkAppId: 1_400_000_001 }],
      ['a body over 1 MiB', 413, { body: `{"CallbackCommand":"${STATE}","x":"${'x'.repeat(MEBIBYTE)}"}` }],
      ['no JSON', 400, { body: 'Info=Logout' }],
      ['an unknown app', 404, { app: 'staging' }],
    ]
    for (const [name, status, delivery] of refusals) {
      const answer = await deliver(doctor, 'mallory', delivery)
      expect([name, answer.status]).toEqual([name, status])
      expect(answer.body).not.toContain(OK)
    }
    for (const shifted of [-290, 290]) expect((await deliver(doctor, 'bystander', { shifted })).status).toBe(200)
    expect((await deliver(doctor, 'x', { command: 'Some.NewCommand' })).status).toBe(200)

    // A whole past, as Tencent would have told it.
    sendTo(doctor)
    await simulator.replayHistory()

    const [refused, known, diagnosed] = await askAll(folder, [
      '/push history mallory',
      '/push history bystander',
      'why does bob get no push?',
    ])
    expect(eventsOf(refused)).toEqual([])
    expect(eventsOf(known).length).toBeGreaterThan(0)
    expect(diagnosed.status).toBe('ok')
    expect(whyOf(diagnosed)).toMatchObject({ app: 'prod', verdict: 'cannot-receive', cause: 'token-invalid' })

    // The program itself asks Tencent too, with the administrator's UserSig.
    const before = simulator.requests.length
    const asked = await fetch(new URL('api/ask', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url.slice(0, -1) },
      body: JSON.stringify({ input: { kind: 'words', text: '/push why bob' }, locale: 'en', timeZone: null }),
    })
    expect(await asked.text()).toContain('bob gets no push: invalid token')
    expect(simulator.requests.length).toBeGreaterThan(before)

    const metrics = await (await fetch(new URL('metrics', url))).text()
    const counted = (labels: string) =>
      Number(new RegExp(`^im_doctor_webhooks_total\\{${labels}\\} (\\d+)$`, 'm').exec(metrics)?.[1])
    expect(counted(`app="prod",command="${STATE}",outcome="stored"`)).toBeGreaterThan(10)
    expect(counted('app="prod",command="Push.OfflinePush",outcome="stored"')).toBeGreaterThan(1)
    expect(counted('app="prod",command="none",outcome="wrong-sign"')).toBe(2)
    expect(counted('app="prod",command="none",outcome="stale"')).toBe(2)
    expect(counted('app="prod",command="none",outcome="wrong-app"')).toBe(1)
    expect(counted('app="prod",command="none",outcome="too-large"')).toBe(1)
    expect(counted('app="prod",command="none",outcome="not-json"')).toBe(1)
    expect(counted('app="other",command="none",outcome="unknown-app"')).toBe(1)
    expect(counted('app="prod",command="other",outcome="unknown"')).toBe(1)
    expect(metrics).toMatch(
      /^im_doctor_tencent_calls_total\{endpoint="v4\/openim\/query_online_status",outcome="ok"\} \d+$/m,
    )

    expect(await died(doctor.child, 'SIGTERM')).toEqual([0, null])
    const log = wrote()
    expect(log).toContain('webhook refused')
    expect(log).toContain('push.why')
    for (const secret of [TOKEN, EXAMPLE_KEY, 'Sign=', 'usersig=']) expect(log).not.toContain(secret)
    // Neither a Sign nor a UserSig, nor a token of a device.
    expect(log).not.toMatch(/\b[0-9a-f]{64}\b/)
    expect(log).not.toMatch(/eJ[\w*-]{30,}/)
    for (const secret of [TOKEN, EXAMPLE_KEY]) expect(metrics).not.toContain(secret)
  })
})

/** One process for all of them. */
async function askAll(
  folder: string,
  questions: readonly string[],
): Promise<readonly [JsonReply, JsonReply, JsonReply]> {
  const { out } = await run(['ask', '--stdin', '--config', join(folder, 'im-doctor.yaml')], {
    folder: folderWith({}),
    input: `${questions.join('\n')}\n`,
  })
  const replies = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonReply)
  const [one, two, three] = replies
  if (one === undefined || two === undefined || three === undefined) throw new Error(out)
  return [one, two, three]
}
