import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHuaweiHarmony } from '../../../../src/adapters/vendors/huawei-harmony.ts'
import { huaweiHarmony } from '../../../../src/diagnostics/codes/catalogue/huawei-harmony.ts'
import type { CodeEntry } from '../../../../src/diagnostics/codes/entry.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { HARMONY_SEND, HuaweiServer, harmonyAccount } from '../../../servers/vendors/huawei-server.ts'
import { type OauthRig, startOauthRig, TEST_TEXT } from '../../../servers/vendors/oauth-rig.ts'
import type { OauthScript } from '../../../servers/vendors/oauth-vendor-server.ts'
import { replyTo } from './reply-to.ts'

const TOKEN = `MAMzLg${'0aZ_-'.repeat(24)}`

let rig: OauthRig<HuaweiServer>

const start = async (credential = harmonyAccount) => {
  rig = await startOauthRig({
    server: (now) => new HuaweiServer(now),
    driver: createHuaweiHarmony,
    credential,
    token: TOKEN,
    secrets: [harmonyAccount('').privateKey.reveal()],
  })
}

beforeEach(() => start())
afterEach(() => rig.stop())

const expectTest = () => {
  rig.server.expected = { token: TOKEN, dryRun: false, title: TEST_TEXT.title, text: TEST_TEXT.text }
}
const expectProbe = () => {
  rig.server.expected = { token: null, dryRun: true, title: null, text: null }
}

const refusal = (code: string, status = 200, msg: unknown = 'No.'): OauthScript => ({
  kind: 'json',
  status,
  body: { code, msg, requestId: '1' },
})
const reasons = (name: string, token = TOKEN) => ({ illegalTokens: { [name]: [token] }, failure: 1 })

function scriptOf({ code, kind, http = kind === 'server' ? 500 : 200 }: CodeEntry, token: string): OauthScript {
  const [head = '', reason] = code.split('/')
  if (reason !== undefined) return refusal(head, http, JSON.stringify(reasons(reason, token)))
  return code.length === 3 ? { kind: 'raw', status: http, body: '' } : refusal(code, http)
}

const listed = huaweiHarmony.map((entry): [string, CodeEntry] => [entry.code, entry])

it('lists many codes', () => expect(listed.length).toBeGreaterThan(25))

it.each(listed)('%s, of a test push, which is never repeated', async (_, entry) => {
  expectTest()
  rig.server.script(HARMONY_SEND, scriptOf(entry, TOKEN))
  expect(await rig.sendTest()).toMatchObject(replyTo(entry))
  expect(rig.server.calls).toHaveLength(1)
})

describe('the credential', () => {
  beforeEach(expectProbe)

  it.each(listed)('%s, of a message to no phone: what is about its token clears the credential', async (_, entry) => {
    const script = scriptOf(entry, 'no-such-token')
    rig.server.script(HARMONY_SEND, script, script)
    const expected = entry.kind === 'token' ? { kind: 'accepted' } : replyTo(entry)
    expect(await rig.probeCredential()).toMatchObject(expected)
  })

  it('is cleared by the answer that Huawei gives to a malformed token', async () => {
    rig.server.script(
      HARMONY_SEND,
      refusal('80300007', 400, JSON.stringify(reasons('tokenFormatError', 'no-such-token'))),
    )
    const info = 'only the token is refused: 80100000/tokenFormatError'
    expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted', info })
  })

  it('is signed anew each time', async () => {
    await rig.probeCredential()
    rig.clock.now += 2 * 3_600_000
    expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted' })
  })

  it('of a wrong clock: says so', async () => {
    rig.server.aheadMs = 3 * 60_000
    rig.server.script(HARMONY_SEND, refusal('80200005', 401, 'expired'))
    const info = 'the clock of this machine is 3 min ahead; expired'
    expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', about: 'credential', info })
  })

  it('of a key that nothing can be signed with is asked about nowhere', async () => {
    await rig.stop()
    await start((url) => ({ ...harmonyAccount(url), privateKey: new Secret('no key') }))
    expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', about: 'credential', http: null })
    expect(rig.server.calls).toEqual([])
  })
})

describe('a reason for one token', () => {
  beforeEach(expectTest)

  it.each([
    ['text', JSON.stringify(reasons('noRight'))],
    ['an object', reasons('noRight')],
  ])('is found in %s, and tells no token', async (_, msg) => {
    rig.server.script(HARMONY_SEND, refusal('80300007', 400, msg))
    const info = '80300007 {"illegalTokens":{"noRight":["[secret]"]},"failure":1}'
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'token', code: '80100000/noRight', info })
  })

  it('is not one that names no token', async () => {
    const msg = { illegalTokens: { appinfoError: [], noRight: [TOKEN] } }
    rig.server.script(HARMONY_SEND, refusal('80100000', 200, msg))
    expect(await rig.sendTest()).toMatchObject({ code: '80100000/noRight' })
  })

  it('that is not listed leaves the code as it is', async () => {
    rig.server.script(HARMONY_SEND, refusal('80300007', 400, reasons('somethingNew')))
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'token', code: '80300007' })
  })
})

it('sends a test push, and asks no login', async () => {
  expectTest()
  expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', info: '157440955549500001002006' })
  expect(rig.server.calls).toHaveLength(1)
})

it('has no quiet way to ask about a token, and asks nothing', async () => {
  expect(await rig.probeToken()).toMatchObject({ kind: 'unanswered' })
  expect(rig.server.calls).toEqual([])
})
