import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHuawei } from '../../../../src/adapters/vendors/huawei.ts'
import { huawei } from '../../../../src/diagnostics/codes/catalogue/huawei.ts'
import type { CodeEntry } from '../../../../src/diagnostics/codes/entry.ts'
import { HUAWEI_LOGIN, HUAWEI_SEND, HuaweiServer, huaweiClient } from '../../../servers/vendors/huawei-server.ts'
import { type OauthRig, startOauthRig, TEST_TEXT } from '../../../servers/vendors/oauth-rig.ts'
import type { OauthScript } from '../../../servers/vendors/oauth-vendor-server.ts'
import { replyTo } from './reply-to.ts'

const TOKEN = `IQAAAACy${'0aZ_-'.repeat(24)}`

let rig: OauthRig<HuaweiServer>

beforeEach(async () => {
  rig = await startOauthRig({
    server: (now) => new HuaweiServer(now),
    driver: createHuawei,
    credential: huaweiClient,
    token: TOKEN,
    secrets: [huaweiClient('').clientSecret.reveal()],
  })
  rig.server.expected = { token: TOKEN, dryRun: true, title: null, text: null }
})
afterEach(() => rig.stop())

const expectTest = () => {
  rig.server.expected = { token: TOKEN, dryRun: false, title: TEST_TEXT.title, text: TEST_TEXT.text }
}

const refusal = (code: string | number, status = 200, msg: unknown = 'No.'): OauthScript => ({
  kind: 'json',
  status,
  body: { code, msg, requestId: '1' },
})

function scriptOf({ code, kind, http = kind === 'server' ? 500 : 200 }: CodeEntry): {
  path: string
  script: OauthScript
} {
  const [error, sub] = code.split('/').map(Number)
  if (code === '1302' || sub !== undefined) {
    const body = { error, ...(sub === undefined ? {} : { sub_error: sub }), error_description: 'No.' }
    return { path: HUAWEI_LOGIN, script: { kind: 'json', status: http, body } }
  }
  if (code === '503') return { path: HUAWEI_SEND, script: { kind: 'raw', status: 503, body: '' } }
  return { path: HUAWEI_SEND, script: refusal(code, http) }
}

describe('every listed code', () => {
  const listed = huawei
    .filter(({ area, code }) => area === 'push-vendor' && code !== '80000000')
    .map((entry): [string, CodeEntry] => [entry.code, entry])

  it('is there', () => expect(listed.length).toBeGreaterThan(25))

  it.each(listed)('%s, of a dry run', async (_, entry) => {
    const { path, script } = scriptOf(entry)
    rig.server.script(path, script, script)
    expect(await rig.probeToken()).toMatchObject(replyTo(entry))
  })

  it.each(listed)('%s, of a test push, which is never repeated', async (_, entry) => {
    expectTest()
    const { path, script } = scriptOf(entry)
    rig.server.script(path, script, script)
    expect(await rig.sendTest()).toMatchObject(replyTo(entry))
    expect(rig.server.callsOf(HUAWEI_SEND).length).toBeLessThanOrEqual(1)
  })
})

describe('the credential', () => {
  it('is taken when Huawei grants a token; nothing else is asked', async () => {
    rig.server.expected = null
    expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
    expect(rig.server.calls.map(({ path }) => path)).toEqual([HUAWEI_LOGIN])
  })

  it('is refused without its secret being told', async () => {
    const secret = huaweiClient('').clientSecret.reveal()
    const description = `invalid client_secret ${secret}, ${encodeURIComponent(secret)}`
    const body = { error: 1101, sub_error: 12304, error_description: description }
    rig.server.script(HUAWEI_LOGIN, { kind: 'json', status: 400, body })
    expect(await rig.probeCredential()).toMatchObject({
      kind: 'refused',
      code: '1101/12304',
      info: 'invalid client_secret [secret], [secret]',
    })
  })
})

describe('the login', () => {
  it('with escaped slashes is read as JSON', async () => {
    const token = 'abc/def+ghi=='
    rig.server.logins.push(token)
    const body = '{"access_token":"abc\\/def+ghi==","expires_in":3600,"token_type":"Bearer"}'
    rig.server.script(HUAWEI_LOGIN, { kind: 'raw', body })
    expect(await rig.probeToken()).toMatchObject({ kind: 'accepted', info: '157440955549500001002006' })
  })

  it.each(['80200001', '80200003', 80200005])(
    'that is refused as %s is made anew, once, for a dry run',
    async (code) => {
      await rig.probeToken()
      rig.server.script(HUAWEI_SEND, refusal(code, 401))
      expect(await rig.probeToken()).toMatchObject({ kind: 'accepted' })
      rig.server.script(HUAWEI_SEND, refusal(code, 401), refusal(code, 401))
      expect(await rig.probeToken()).toMatchObject({ kind: 'refused', code: String(code), about: 'credential' })
      expect(rig.server.callsOf(HUAWEI_SEND)).toHaveLength(5)
    },
  )

  it('that is refused ends a test push', async () => {
    await rig.probeToken()
    expectTest()
    rig.server.script(HUAWEI_SEND, refusal('80200003', 401))
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', code: '80200003' })
    expect(rig.server.callsOf(HUAWEI_SEND)).toHaveLength(2)
  })

  it('without a lifetime or with a strange one still serves', async () => {
    for (const lifetime of [undefined, '3600', -1, 'soon']) {
      const token = `t${String(lifetime)}`
      rig.server.logins.push(token)
      rig.server.script(HUAWEI_LOGIN, { kind: 'json', body: { access_token: token, expires_in: lifetime } })
      expect(await rig.probeToken()).toMatchObject({ kind: 'accepted' })
      rig.clock.now += 3_600_000
    }
  })

  it('is not kept for longer than Huawei grants, less five minutes', async () => {
    rig.server.logins.push('short')
    rig.server.script(HUAWEI_LOGIN, { kind: 'json', body: { access_token: 'short', expires_in: 600 } })
    await rig.probeToken()
    rig.clock.now += 299_000
    await rig.probeToken()
    expect(rig.server.callsOf(HUAWEI_LOGIN)).toHaveLength(1)
    rig.clock.now += 2_000
    await rig.probeToken()
    expect(rig.server.callsOf(HUAWEI_LOGIN)).toHaveLength(2)
  })

  it('that would not fit into a header is no login', async () => {
    rig.server.script(HUAWEI_LOGIN, { kind: 'json', body: { access_token: 'a\r\nx: y', expires_in: 3600 } })
    expect(await rig.probeToken()).toMatchObject({ kind: 'unanswered', reason: 'broken', http: 200 })
  })
})

it('tells no token of the list of bad ones', async () => {
  const msg = JSON.stringify({ success: 0, failure: 1, illegal_tokens: [TOKEN] })
  rig.server.script(HUAWEI_SEND, refusal('80100000', 200, msg))
  expect(await rig.probeToken()).toMatchObject({
    kind: 'refused',
    about: 'token',
    code: '80100000',
    info: '{"success":0,"failure":1,"illegal_tokens":["[secret]"]}',
  })
})

it('takes a fault of Huawei for no answer, whatever the status', async () => {
  rig.server.script(HUAWEI_SEND, refusal('81000001', 200, 'System inner error'))
  const expected = { kind: 'unanswered', reason: 'broken', http: 200, info: 'System inner error' }
  expect(await rig.probeToken()).toMatchObject(expected)
})

it('sends the words of a test push', async () => {
  expectTest()
  expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', notifications: null, otherEnvironment: false })
})
