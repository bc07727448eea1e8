import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createVendors } from '../../../../src/adapters/vendors/create-vendors.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import type { VendorReply } from '../../../../src/diagnostics/vendors/vendor-reply.ts'
import { type Echo, type EchoedCall, EchoingServer } from '../../../servers/vendors/echoing-server.ts'
import { everyCredential } from './every-credential.ts'

const NOW = Date.UTC(2026, 10, 25, 9, 40)
const LOGINS = new Set(['/token', '/oauth2/v3/token', '/auth/token', '/server/v1/auth', '/message/auth'])
const LOGIN_TOKEN = 'login+token/5ecret.of-the_vendor=='
const never = () => new AbortController().signal

const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Echo => ({
  kind: 'answer',
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** A login in the words of all vendors at once. */
const login = answer({
  access_token: LOGIN_TOKEN,
  expires_in: 3600,
  code: 0,
  data: { auth_token: LOGIN_TOKEN },
  result: 0,
  authToken: LOGIN_TOKEN,
})

/** An answer of every vendor at once, with the same text wherever one may stand. */
const saying = (text: string, { path, words: all }: EchoedCall, codes: object) => {
  // Apple's reasons are too short for all of it: the device token, which comes last.
  const words = path.startsWith('/3/device/') ? (all.at(-1) ?? '') : text
  return {
    message: words,
    msg: words,
    desc: words,
    description: words,
    error_description: words,
    requestId: words,
    name: words,
    reason: words,
    ...codes,
  }
}

const refusing = (words: string, call: EchoedCall) =>
  saying(words, call, {
    code: 80300007,
    result: 80300007,
    error: LOGINS.has(call.path)
      ? 'invalid_client'
      : { status: 'INVALID_ARGUMENT', message: words, details: [{ '@type': words, errorCode: words }] },
  })

const approving = (words: string, call: EchoedCall) => {
  const code = /^\/v[13]\//.test(call.path) && call.path.includes('messages') ? '80000000' : 0
  const own = call.path.startsWith('/garcia') || call.path.startsWith('/api/v1') ? 200 : code
  return saying(words, call, {
    code: own,
    result: 0,
    data: { sendResult: true, requestId: words, list: [words] },
    value: { [words]: words },
  })
}

const badCodes = (words: string, call: EchoedCall) =>
  saying(words, call, { code: words, result: words, error: words, sub_error: words, invalidUser: { status: words } })

const WORLDS: readonly (readonly [string, (words: string, call: EchoedCall) => Echo])[] = [
  ['takes it', (words, call) => answer(approving(words, call))],
  ['refuses it', (words, call) => answer(refusing(words, call))],
  ['refuses it with 400', (words, call) => answer(refusing(words, call), 400)],
  ['refuses it with 401', (words, call) => answer(refusing(words, call), 401)],
  ['dropped the token', (words, call) => answer({ ...refusing(words, call), timestamp: NOW }, 410)],
  ['repeats it as a code', (words, call) => answer(badCodes(words, call))],
  ['repeats it as a code, with 400', (words, call) => answer(badCodes(words, call), 400)],
  ['repeats it as a list', (words) => answer([words])],
  ['writes a page', (words) => answer(`<html>${words}`, 403)],
  ['writes JSON with slashes escaped', (words) => answer(JSON.stringify([words]).replaceAll('/', '\\/'), 404)],
  ['writes a form', (words) => answer(new URLSearchParams({ words }).toString(), 404)],
  ['says too often', (words, call) => answer(refusing(words, call), 429, { 'retry-after': '9' })],
  ['fails', (words, call) => answer(refusing(words, call), 503)],
  ['sends elsewhere', (words) => answer(words, 302, { location: `/?${encodeURIComponent(words)}` })],
  ['speaks no HTTP', (words) => ({ kind: 'bytes', bytes: words })],
  ['hangs up', () => ({ kind: 'reset' })],
  ['says nothing', () => ({ kind: 'hang' })],
  ['gives a login of no known shape', () => answer({ auth_token: LOGIN_TOKEN, x: { authToken: LOGIN_TOKEN } })],
]

const server = new EchoingServer()
const written: string[] = []

beforeAll(async () => {
  await server.start()
})
afterAll(() => server.stop())
afterEach(() => {
  vi.restoreAllMocks()
  written.length = 0
})

/** All that a program can say by itself. */
function listen(): void {
  const hear = (...said: readonly unknown[]) => {
    written.push(said.map((each) => (typeof each === 'string' ? each : inspect(each, { depth: 9 }))).join(' '))
    return true
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, method).mockImplementation(hear)
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  vi.spyOn(process, 'emitWarning').mockImplementation(hear)
}

/** What nobody may read in a call: a JWT, a signature, an access token. */
const secretsOf = ({ words }: EchoedCall): readonly string[] =>
  words.filter((word) => /^(?:eyJ[\w-]+\.[\w-]+\.[\w-]+|[0-9a-f]{32}|[0-9a-f]{64})$/.test(word))

/** The beginning is enough, since what a vendor says is cut somewhere. */
const beginning = (secret: string) => secret.slice(0, 12).toLowerCase()

// Once for their names; the server has no address yet.
describe.each(everyCredential('', '').map(({ name }) => name))('%s', (name) => {
  it.each(WORLDS)('tells nothing secret when the vendor %s', async (_, told) => {
    listen()
    const kind = everyCredential(server.url, server.http2Url).find((each) => each.name === name)!
    const { credential } = kind
    const token = new Secret(kind.token)
    const text = { title: 'Test', text: 'Hello' }
    const replies: VendorReply[] = []
    const from = server.calls.length
    for (const isLoginGood of [true, false]) {
      // In both orders, since only the first 300 characters are told.
      for (const order of [(words: readonly string[]) => words, (words: readonly string[]) => words.toReversed()]) {
        server.answer = (call) =>
          isLoginGood && LOGINS.has(call.path) ? login : told(order(call.words).join(' | '), call)
        const world = createVendors({ now: () => NOW, http: { pause: 1, call: 150 } })
        replies.push(
          ...(await Promise.all([
            world.vendors.probeCredential(credential, never()),
            world.vendors.probeToken(credential, token, never()),
            world.vendors.sendTest(credential, token, text, never()),
          ])),
        )
        await world.close()
      }
    }
    expect(server.calls.length).toBeGreaterThan(from)
    // OPPO may name a phone without its region.
    const phone = kind.token.replace(/^OPPO_CN_/, '')
    const sent = server.calls.slice(from).flatMap(secretsOf)
    const secrets = [...kind.secrets, kind.token, phone, LOGIN_TOKEN, ...sent].filter((word) => !/^0+$/.test(word))
    const said = `${JSON.stringify(replies)} ${inspect(replies)} ${written.join('\n')}`.toLowerCase()
    const forms = [...new Set(secrets)].flatMap((secret) => [secret, encodeURIComponent(secret)]).map(beginning)
    expect(forms.filter((form) => said.includes(form))).toEqual([])
    expect(replies).toHaveLength(12)
  })
})
