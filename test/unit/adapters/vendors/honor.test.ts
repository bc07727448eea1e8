import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHonor } from '../../../../src/adapters/vendors/honor.ts'
import { honor } from '../../../../src/diagnostics/codes/catalogue/honor.ts'
import type { CodeEntry } from '../../../../src/diagnostics/codes/entry.ts'
import { HONOR_LOGIN, HONOR_SEND, HonorServer, honorClient } from '../../../servers/vendors/honor-server.ts'
import { type OauthRig, startOauthRig, TEST_TEXT } from '../../../servers/vendors/oauth-rig.ts'
import type { OauthScript } from '../../../servers/vendors/oauth-vendor-server.ts'
import { replyTo } from './reply-to.ts'

const TOKEN = `BAEAAAAAB.${'0aZ_-'.repeat(18)}`
const OTHER = `BAEAAAAAB.${'1bY_-'.repeat(18)}`

let rig: OauthRig<HonorServer>

beforeEach(async () => {
  rig = await startOauthRig({
    server: (now) => new HonorServer(now),
    driver: createHonor,
    credential: honorClient,
    token: TOKEN,
    secrets: [honorClient('').clientSecret.reveal()],
  })
  rig.server.expected = { token: TOKEN, title: TEST_TEXT.title, text: TEST_TEXT.text }
})
afterEach(() => rig.stop())

const answer = (code: string | number, data: unknown, status = 200): OauthScript => ({
  kind: 'json',
  status,
  body: { code, message: 'No.', data },
})

function scriptOf({ code, kind, http = kind === 'server' ? 500 : 200 }: CodeEntry): {
  path: string
  script: OauthScript
} {
  if (code.endsWith('_client')) {
    const body = { error: code, error_description: 'No.' }
    return { path: HONOR_LOGIN, script: { kind: 'json', status: http === 200 ? 400 : http, body } }
  }
  const failures: Record<string, OauthScript> = {
    '200/sendResult=false': answer(200, { sendResult: false }),
    '200/failTokens': answer(200, { sendResult: false, failTokens: [TOKEN] }),
    '200/expireTokens': answer(200, { sendResult: true, failTokens: [], expireTokens: [OTHER, TOKEN] }),
  }
  return { path: HONOR_SEND, script: failures[code] ?? answer(Number(code), null, http) }
}

const listed = honor
  .filter(({ area }) => area === 'push-vendor')
  .map((entry): [string, CodeEntry] => [entry.code, entry])

it('lists many codes', () => expect(listed.length).toBeGreaterThan(15))

it.each(listed)('%s, of a test push, which is never repeated', async (_, entry) => {
  const { path, script } = scriptOf(entry)
  rig.server.script(path, script, script)
  expect(await rig.sendTest()).toMatchObject(replyTo(entry, path === HONOR_LOGIN ? 400 : undefined))
  expect(rig.server.callsOf(HONOR_SEND).length).toBeLessThanOrEqual(1)
})

it.each([401, 403])('%i without a body, which Honor sends too', async (status) => {
  rig.server.script(HONOR_SEND, { kind: 'raw', status, body: '' })
  expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'credential', code: String(status) })
})

it('403 on a page of a proxy is no word of Honor', async () => {
  rig.server.script(HONOR_SEND, { kind: 'raw', status: 403, body: '<html><h1>Forbidden by policy</h1></html>' })
  expect(await rig.sendTest()).toMatchObject({ kind: 'unanswered', reason: 'broken', http: 403 })
})

describe('success', () => {
  it.each<[string, OauthScript]>([
    ['200', answer(200, { sendResult: true, requestId: 'r1', failTokens: [], expireTokens: [] })],
    ['200 as text', answer('200', { requestId: 'r1', failTokens: null })],
    ['80000000, as at Huawei', answer(80000000, { sendResult: true, requestId: 'r1' })],
    ['200, and another token failed', answer(200, { sendResult: true, requestId: 'r1', failTokens: [OTHER] })],
  ])('%s', async (_, script) => {
    rig.server.script(HONOR_SEND, script)
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', info: 'r1', notifications: null })
  })

  it('200 without data', async () => {
    rig.server.script(HONOR_SEND, answer(200, undefined))
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
  })
})

describe('the credential', () => {
  it('is taken when Honor grants a token; nothing else is asked', async () => {
    rig.server.expected = null
    expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
    expect(rig.server.calls.map(({ path }) => path)).toEqual([HONOR_LOGIN])
  })

  it.each(['invalid_client', 'unauthorized_client'])('%s', async (error) => {
    rig.server.script(HONOR_LOGIN, { kind: 'json', status: 401, body: { error } })
    expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', about: 'credential', code: error, http: 401 })
  })
})

it('forgets a login that is not taken any more', async () => {
  await rig.sendTest()
  rig.server.script(HONOR_SEND, answer(401, undefined, 401))
  expect(await rig.sendTest()).toMatchObject({ kind: 'refused', code: '401' })
  expect(rig.server.callsOf(HONOR_LOGIN)).toHaveLength(1)
  expect(await rig.sendTest()).toMatchObject({ kind: 'accepted' })
  expect(rig.server.callsOf(HONOR_LOGIN)).toHaveLength(2)
})

it('has no quiet way to ask about a token, and asks nothing', async () => {
  expect(await rig.probeToken()).toMatchObject({ kind: 'unanswered' })
  expect(rig.server.calls).toEqual([])
})
