import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFcm } from '../../../../src/adapters/vendors/fcm.ts'
import { fcm } from '../../../../src/diagnostics/codes/catalogue/fcm.ts'
import type { CodeEntry } from '../../../../src/diagnostics/codes/entry.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { FCM_LOGIN, FCM_SEND, FcmServer, fcmAccount } from '../../../servers/vendors/fcm-server.ts'
import { type OauthRig, startOauthRig, TEST_TEXT } from '../../../servers/vendors/oauth-rig.ts'
import type { OauthScript } from '../../../servers/vendors/oauth-vendor-server.ts'
import { replyTo } from './reply-to.ts'

const TOKEN = `dGhpcyBpcyBhIHRlc3Q:APA91b${'Qx_-9'.repeat(27)}`
const FCM_ERROR = 'type.googleapis.com/google.firebase.fcm.v1.FcmError'
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest'

let rig: OauthRig<FcmServer>

const start = async () => {
  rig = await startOauthRig({
    server: (now) => new FcmServer(now),
    driver: createFcm,
    credential: fcmAccount,
    token: TOKEN,
    secrets: [fcmAccount('').privateKey.reveal()],
  })
  rig.server.expected = { token: TOKEN, dryRun: true, title: null, text: null }
}

beforeEach(start)
afterEach(() => rig.stop())

const expectTest = () => {
  rig.server.expected = { token: TOKEN, dryRun: false, title: TEST_TEXT.title, text: TEST_TEXT.text }
}

function failure(status: number, name: string | undefined, details: readonly unknown[], message = 'No.'): OauthScript {
  return { kind: 'json', status, body: { error: { code: status, message, status: name, details } } }
}

/** As Google writes it. */
function scriptOf({ code, http = 500 }: CodeEntry): { path: string; script: OauthScript } {
  if (code.startsWith('invalid_'))
    return { path: FCM_LOGIN, script: { kind: 'json', status: http, body: { error: code, error_description: 'No.' } } }
  const bare = ['NOT_FOUND', 'RESOURCE_EXHAUSTED', 'UNAUTHENTICATED', 'PERMISSION_DENIED']
  if (bare.includes(code)) return { path: FCM_SEND, script: failure(http, code, []) }
  if (code === 'SERVICE_DISABLED') {
    const info = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: code, domain: 'googleapis.com' }
    return { path: FCM_SEND, script: failure(http, 'PERMISSION_DENIED', [{ '@type': 'x', links: [] }, info]) }
  }
  if (code === 'INVALID_ARGUMENT/message.token') {
    const fields = { '@type': BAD_REQUEST, fieldViolations: [{ field: 'message.token', description: 'Invalid' }] }
    const details = [fields, { '@type': FCM_ERROR, errorCode: 'INVALID_ARGUMENT' }]
    return { path: FCM_SEND, script: failure(http, 'INVALID_ARGUMENT', details) }
  }
  return { path: FCM_SEND, script: failure(http, undefined, [{ '@type': FCM_ERROR, errorCode: code }]) }
}

describe('every listed code', () => {
  const listed = fcm.map((entry): [string, CodeEntry] => [entry.code, entry])

  it('is there', () => expect(listed.length).toBeGreaterThan(15))

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
    expect(rig.server.callsOf(FCM_SEND).length).toBeLessThanOrEqual(1)
  })
})

describe('the credential', () => {
  it('is taken when Google grants a token; nothing else is asked', async () => {
    rig.server.expected = null
    expect(await rig.probeCredential()).toMatchObject({ kind: 'accepted', notifications: null })
    expect(rig.server.calls.map(({ path }) => path)).toEqual([FCM_LOGIN])
  })

  it('is asked about anew each time', async () => {
    await rig.probeToken()
    rig.server.script(FCM_LOGIN, { kind: 'json', status: 400, body: { error: 'invalid_grant' } })
    expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', code: 'invalid_grant', about: 'credential' })
  })

  it.each([
    [-5, '5 min behind'],
    [90, '90 min ahead'],
  ])('of a clock %i minutes off: says so', async (off, told) => {
    rig.server.aheadMs = off * 60_000
    const body = { error: 'invalid_grant', error_description: 'Token must be a short-lived token.' }
    rig.server.script(FCM_LOGIN, { kind: 'json', status: 400, body })
    const info = `the clock of this machine is ${told}; Token must be a short-lived token.`
    expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', code: 'invalid_grant', info })
  })

  it('of a clock seconds off: says nothing of it', async () => {
    rig.server.aheadMs = 45_000
    rig.server.script(FCM_LOGIN, { kind: 'json', status: 400, body: { error: 'invalid_grant' } })
    expect(await rig.probeCredential()).toMatchObject({ info: '' })
  })
})

describe('the login', () => {
  it('is kept for as long as it is good', async () => {
    await rig.probeToken()
    rig.clock.now += 50 * 60_000
    await rig.probeToken()
    expect(rig.server.callsOf(FCM_LOGIN)).toHaveLength(1)
    rig.clock.now += 10 * 60_000
    await rig.probeToken()
    expect(rig.server.callsOf(FCM_LOGIN)).toHaveLength(2)
  })

  it('that is not taken any more is made anew, once, for a dry run', async () => {
    await rig.probeToken()
    rig.server.script(FCM_SEND, failure(401, 'UNAUTHENTICATED', []))
    expect(await rig.probeToken()).toMatchObject({ kind: 'accepted' })
    expect(rig.server.callsOf(FCM_LOGIN)).toHaveLength(2)
    rig.server.script(FCM_SEND, failure(401, 'UNAUTHENTICATED', []), failure(401, 'UNAUTHENTICATED', []))
    expect(await rig.probeToken()).toMatchObject({ kind: 'refused', code: 'UNAUTHENTICATED', http: 401 })
    expect(rig.server.callsOf(FCM_SEND)).toHaveLength(5)
  })

  it('that is not taken any more ends a test push; the next one has a new login', async () => {
    await rig.probeToken()
    expectTest()
    rig.server.script(FCM_SEND, failure(401, 'UNAUTHENTICATED', []))
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: 'credential' })
    expect(rig.server.callsOf(FCM_SEND)).toHaveLength(2)
    expect(await rig.sendTest()).toMatchObject({ kind: 'accepted', info: 'projects/chat-prod/messages/1' })
    expect(rig.server.callsOf(FCM_LOGIN)).toHaveLength(2)
  })

  it('is not made for a key that nothing can be signed with', async () => {
    await rig.stop()
    for (const pem of ['', 'not a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n']) {
      rig = await startOauthRig({
        server: (now) => new FcmServer(now),
        driver: createFcm,
        credential: (url) => ({ ...fcmAccount(url), privateKey: new Secret(pem) }),
        token: TOKEN,
      })
      expect(await rig.probeCredential()).toMatchObject({ kind: 'refused', about: 'credential', http: null })
      expect(rig.server.calls).toEqual([])
    }
  })
})

describe('what a refusal says', () => {
  it('names the field', async () => {
    const fields = { '@type': BAD_REQUEST, fieldViolations: [{ field: 'message.android.ttl', description: 'Bad TTL' }] }
    rig.server.script(FCM_SEND, failure(400, 'INVALID_ARGUMENT', [fields, 7, { '@type': FCM_ERROR }]))
    expect(await rig.probeToken()).toMatchObject({
      kind: 'refused',
      about: 'payload',
      code: 'INVALID_ARGUMENT',
      info: 'No.; message.android.ttl: Bad TTL',
    })
  })

  it('knows a bad token by the sentence alone', async () => {
    const message = 'The registration token is not a valid FCM registration token'
    const details = [{ '@type': FCM_ERROR, errorCode: 'INVALID_ARGUMENT' }]
    rig.server.script(FCM_SEND, failure(400, 'INVALID_ARGUMENT', details, message))
    expect(await rig.probeToken()).toMatchObject({ about: 'token', code: 'INVALID_ARGUMENT/message.token' })
  })

  it('tells what Apple said', async () => {
    expectTest()
    const apple = { '@type': 'type.googleapis.com/google.firebase.fcm.v1.ApnsError', statusCode: 403 }
    const details = [
      { ...apple, reason: 'InvalidProviderToken' },
      { '@type': FCM_ERROR, errorCode: 'THIRD_PARTY_AUTH_ERROR' },
    ]
    rig.server.script(FCM_SEND, failure(401, 'UNAUTHENTICATED', details))
    expect(await rig.sendTest()).toMatchObject({
      code: 'THIRD_PARTY_AUTH_ERROR',
      about: 'credential',
      info: 'APNs 403 InvalidProviderToken; No.',
    })
  })

  it('prefers a status to "unspecified"', async () => {
    const details = [{ '@type': FCM_ERROR, errorCode: 'UNSPECIFIED_ERROR' }]
    rig.server.script(FCM_SEND, failure(403, 'PERMISSION_DENIED', details))
    expect(await rig.probeToken()).toMatchObject({ kind: 'refused', code: 'PERMISSION_DENIED', about: 'permission' })
  })

  it('leaves open what an unlisted code is about', async () => {
    rig.server.script(FCM_SEND, failure(409, 'ABORTED', []))
    expect(await rig.probeToken()).toMatchObject({ kind: 'refused', code: 'ABORTED', about: null, http: 409 })
  })

  it('holds no secret that the vendor repeats, and is short', async () => {
    await rig.probeToken()
    const message = `${TOKEN} ${rig.server.logins.at(-1)} ${'long '.repeat(200)}`
    rig.server.script(FCM_SEND, failure(400, 'INVALID_ARGUMENT', [], message))
    const reply = await rig.probeToken()
    expect(reply.info).toMatch(/^\[secret\] \[secret\] long/)
    expect(reply.info.length).toBeLessThanOrEqual(300)
  })
})
