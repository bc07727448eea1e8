import { afterEach, describe, expect, it } from 'vitest'
import { SurfaceStartError } from '../../src/adapters/surface.ts'
import type { Bot } from '../../src/bot/bot.ts'
import { mention, slash } from '../servers/slack/payloads.ts'
import { SlackRig, until, type RigOptions } from '../servers/slack/slack-rig.ts'
import { testBot } from '../support/bot.ts'

let rig: SlackRig

afterEach(() => rig.close())

const open = async (options: Partial<RigOptions>): Promise<SlackRig> => {
  rig = await SlackRig.open({ mode: 'http', bot: testBot().bot, ...options })
  return rig
}

const started = async (options: Partial<RigOptions>): Promise<SlackRig> => {
  await (await open(options)).surface.start()
  return rig
}

/** The real bot, but every answer waits for the gate. */
function gatedBot(): { bot: Bot; release: () => void } {
  const { bot } = testBot()
  let release = (): void => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  return { release, bot: { ...bot, answer: (request) => gate.then(() => bot.answer(request)) } }
}

async function refusal(starting: Promise<void>): Promise<SurfaceStartError> {
  const error = await starting.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof SurfaceStartError)) throw new Error(`no SurfaceStartError: ${String(error)}`)
  return error
}

describe('a start that Slack refuses', () => {
  it('names the bot token', async () => {
    await open({ botToken: 'xoxb-wrong' })
    const { message, remedy } = await refusal(rig.surface.start())
    expect(message).toContain('invalid_auth')
    expect(remedy).toContain('SLACK_BOT_TOKEN')
    expect(`${message} ${remedy}`).not.toContain('xoxb-wrong')
    expect(rig.surface.ready()).toBe(false)
  })

  it('names the app-level token', async () => {
    await open({ mode: 'socket', appToken: 'xapp-wrong' })
    expect((await refusal(rig.surface.start())).remedy).toContain('SLACK_APP_TOKEN')
  })

  it('names the network when Slack cannot be reached', async () => {
    await open({})
    for (let attempt = 0; attempt < 3; attempt++) rig.server.failNext('auth.test', { kind: 'cut' })
    const { message, remedy } = await refusal(rig.surface.start())
    expect(message).toContain('cannot be reached')
    expect(remedy).toContain('SLACK_API_URL')
  })

  it('is tried again where the failure may pass', async () => {
    await open({})
    rig.server.failNext('auth.test', { kind: 'status', status: 503 })
    await rig.surface.start()
    expect(rig.surface.ready()).toBe(true)
  })
})

describe.each(['http', 'socket'] as const)('a stop in %s mode', (mode) => {
  it('waits for the answer that is being worked on', async () => {
    const { bot, release } = gatedBot()
    await started({ mode, bot })
    await rig.send('events_api', mention('what does 70009 mean?'))
    const stopped = rig.surface.stop(Date.now() + 8000)
    expect(rig.surface.ready()).toBe(false)
    release()
    await stopped
    expect(rig.shown.map(({ method }) => method)).toEqual(['chat.postMessage'])
  })

  it('gives up at the deadline', async () => {
    await started({ mode, bot: gatedBot().bot })
    await rig.send('events_api', mention('what does 70009 mean?'))
    await rig.surface.stop(Date.now() + 50)
    expect(rig.logs.join('\n')).toContain('work in flight')
  })
})

describe('http mode', () => {
  it('turns requests away once it stops', async () => {
    await started({})
    await rig.surface.stop(Date.now() + 1000)
    expect((await rig.send('events_api', mention('im help'))).status).toBe(503)
  })

  const body = JSON.stringify(mention('im help'))
  const json = { 'content-type': 'application/json' }
  const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset

  it.each([
    ['from the future', 401, () => rig.post(body, json, seconds(301))],
    ['that is stale', 401, () => rig.post(body, json, seconds(-301))],
    ['with a wrong signature', 401, () => rig.post(body, { ...json, 'x-slack-signature': 'v0=00' })],
    ['that is too large', 413, () => rig.post(`"${'x'.repeat(1_100_000)}"`, json)],
    ['that is no JSON', 400, () => rig.post('{', json)],
    ['that holds null', 400, () => rig.post('null', json)],
    [
      'with a payload of null',
      400,
      () => rig.post('payload=null', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
  ])('refuses a request %s', async (_, status, send) => {
    await started({})
    expect((await send()).status).toBe(status)
    expect(rig.shown).toEqual([])
  })

  it('proves to Slack that the address is ours', async () => {
    await started({})
    expect(await rig.post('{"type":"url_verification","challenge":"abc"}', json)).toEqual({
      status: 200,
      body: { challenge: 'abc' },
    })
    const check = await rig.post('ssl_check=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(check.status).toBe(200)
  })
})

describe('socket mode', () => {
  const socket = () => [...rig.server.sockets][0]

  it.each([
    ['renews the connection', () => socket()?.send('{"type":"disconnect","reason":"refresh_requested"}')],
    ['cuts it', () => socket()?.terminate()],
  ])('is back soon after Slack %s', async (_, disturb) => {
    await started({ mode: 'socket' })
    const before = socket()
    disturb()
    await until('a new socket', () => rig.server.sockets.size === 1 && socket() !== before && rig.surface.ready())
    await rig.send('slash_commands', slash(rig.server, '/im', 'error 70009'))
    expect((await rig.show(1)).says).toContain('70009')
  })

  it('tries again when a renewal fails in passing', async () => {
    await started({ mode: 'socket' })
    rig.server.failNext('apps.connections.open', { kind: 'status', status: 500 })
    const before = socket()
    before?.terminate()
    await until('a new socket', () => rig.server.sockets.size === 1 && socket() !== before && rig.surface.ready())
    expect(rig.fatal).toEqual([])
  })

  it('ends with a clear reason when the renewal is refused', async () => {
    await started({ mode: 'socket' })
    rig.server.failNext('apps.connections.open', { kind: 'error', error: 'invalid_auth' })
    socket()?.terminate()
    await until('the end', () => rig.fatal.length > 0)
    expect(rig.fatal[0]?.remedy).toContain('SLACK_APP_TOKEN')
    expect(rig.surface.ready()).toBe(false)
  })

  it('survives the notice that events are held back, and messages that are none', async () => {
    await started({ mode: 'socket' })
    await rig.server.deliver('events_api', { type: 'app_rate_limited', team_id: 'T0', minute_rate_limited: 1 })
    socket()?.send('{"type":"events_api","envelope_id":"x","payload":null}')
    socket()?.send('no JSON')
    await rig.send('slash_commands', slash(rig.server, '/im', 'error 70009'))
    expect((await rig.show(1)).says).toContain('70009')
  })

  it('closes its connection when it stops', async () => {
    await started({ mode: 'socket' })
    await rig.surface.stop(Date.now() + 3000)
    await until('the close', () => rig.server.sockets.size === 0)
    expect(rig.surface.ready()).toBe(false)
  })
})

describe('a token that is taken back', () => {
  it('ends with a clear reason, once', async () => {
    await started({})
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'token_revoked' })
    rig.server.failNext('auth.test', { kind: 'error', error: 'token_revoked' })
    await rig.send('events_api', mention('what does 70009 mean?'))
    await until('the end', () => rig.fatal.length > 0)
    expect(rig.fatal[0]?.remedy).toContain('SLACK_BOT_TOKEN')
  })

  it('goes on where only one call was refused', async () => {
    await started({})
    rig.server.failNext('chat.postMessage', { kind: 'error', error: 'invalid_auth' })
    await rig.send('events_api', mention('what does 70009 mean?'))
    await until('the check', () => rig.server.calls.filter(({ method }) => method === 'auth.test').length === 2)
    expect(rig.fatal).toEqual([])
  })
})
