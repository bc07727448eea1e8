import { afterEach, describe, expect, it } from 'vitest'
import { baseOf } from '../../../../src/adapters/tencent/address.ts'
import { REGIONS } from '../../../../src/config/schema.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import {
  fail,
  failureOf,
  imApp,
  never,
  ok,
  startTencent,
  type TencentRig,
  valueOf,
} from '../../../servers/tencent/rig.ts'

const CHECK = 'v4/im_open_login_svc/account_check'
const BATCH = 'v4/timpush/batch'
const IMPORTED = ok({ ResultItem: [{ UserID: 'alice', ResultCode: 0, ResultInfo: '', AccountStatus: 'Imported' }] })
const ORDER = { userId: 'alice', registrationId: null, caseNumber: 'IMD-1', title: 'Test', text: 'A test', random: 7 }
const HOUR = 3_600_000

let rig: TencentRig

afterEach(() => rig?.stop())

const check = () => rig.service.accountExists(rig.app, 'alice', never())

/** The signatures of all calls so far. */
const sigs = () => rig.server.calls.map(({ query }) => query.get('usersig'))

it('calls as the administrator, with a signature that is good', async () => {
  rig = await startTencent({ app: { administrators: ['ops admin&co', 'other'] } })
  rig.answers(CHECK, IMPORTED)
  expect(valueOf(await check())).toBe(true)
  expect(Object.fromEntries(rig.last().query)).toEqual({
    sdkappid: String(rig.app.sdkAppId),
    identifier: 'ops admin&co',
    usersig: expect.stringMatching(/^eJ/),
    random: '4294967295',
    contenttype: 'json',
  })
  expect(rig.last()).toMatchObject({ prefix: '', body: { CheckItem: [{ UserID: 'alice' }] } })
  expect(rig.observed).toEqual([{ endpoint: CHECK, outcome: 'ok', milliseconds: expect.any(Number) }])
})

it('keeps its signature for half a day, and no longer', async () => {
  rig = await startTencent()
  rig.answers(CHECK, IMPORTED, IMPORTED, IMPORTED)
  await check()
  rig.clock.now += 11 * HOUR
  await check()
  rig.clock.now += 2 * HOUR
  await check()
  const [first, second, third] = sigs()
  expect(second).toBe(first)
  expect(third).not.toBe(second)
})

it('makes another one after the clock was set back', async () => {
  rig = await startTencent()
  rig.answers(CHECK, IMPORTED, IMPORTED)
  await check()
  rig.clock.now -= HOUR
  await check()
  expect(new Set(sigs()).size).toBe(2)
})

it('makes another one for another key', async () => {
  rig = await startTencent()
  rig.answers(CHECK, IMPORTED, IMPORTED)
  await check()
  const old = rig.app.secretKey
  // Both keys are good at the server, as while a team changes them.
  Object.assign(rig.app, { secretKey: new Secret('a'.repeat(64)), previousSecretKeys: [old] })
  await check()
  expect(new Set(sigs()).size).toBe(2)
})

it.each([70001, 70003, 70009])('signs anew once after %i', async (code) => {
  rig = await startTencent()
  rig.answers(CHECK, IMPORTED, fail(code), IMPORTED)
  await check()
  rig.clock.now += HOUR
  expect(valueOf(await check())).toBe(true)
  const [first, second, third] = sigs()
  expect(second).toBe(first)
  expect(third).not.toBe(second)
})

it('does not go on signing anew', async () => {
  rig = await startTencent()
  rig.answers(CHECK, fail(70009), fail(70009))
  expect(failureOf(await check())).toMatchObject({ kind: 'refused', code: 70009, attempts: 2 })
})

it('calls nobody where no signature can be made', async () => {
  rig = await startTencent({ app: { administrators: ['an administrator with far too long a name'] } })
  expect(failureOf(await check())).toMatchObject({
    kind: 'refused',
    code: null,
    attempts: 0,
    info: expect.stringContaining('user-id-too-long'),
  })
})

it('does not open a connection for each call', async () => {
  rig = await startTencent()
  rig.answers(CHECK, ...Array.from({ length: 12 }, () => IMPORTED))
  for (let calls = 0; calls < 12; calls++) expect(valueOf(await check())).toBe(true)
  // A connection may still be finishing the call before.
  expect(new Set(rig.server.calls.map(({ port }) => port)).size).toBeLessThanOrEqual(3)
})

it('sends a test push over a connection of its own, which no server is about to close', async () => {
  rig = await startTencent()
  rig.answers(CHECK, IMPORTED)
  rig.answers(BATCH, ok({ TaskId: 'batch_1' }), ok({ TaskId: 'batch_2' }))
  await check()
  await rig.service.sendTestPush(rig.app, ORDER, never())
  await rig.service.sendTestPush(rig.app, ORDER, never())
  expect(new Set(rig.server.calls.map(({ port }) => port)).size).toBe(3)
})

it('opens no more connections than allowed', async () => {
  rig = await startTencent({ bounds: { connections: 2 } })
  rig.answers(CHECK, ...Array.from({ length: 12 }, () => IMPORTED))
  const answers = await Promise.all(Array.from({ length: 12 }, check))
  expect(answers.map(valueOf)).toEqual(Array.from({ length: 12 }, () => true))
  expect(new Set(rig.server.calls.map(({ port }) => port)).size).toBe(2)
})

it('does not follow a redirect, which would take the signature elsewhere', async () => {
  rig = await startTencent()
  rig.scripts(CHECK, { kind: 'raw', status: 307, headers: { location: `${rig.server.url}/v4/elsewhere` }, body: '' })
  expect(failureOf(await check())).toMatchObject({ kind: 'http', httpStatus: 307, attempts: 1 })
  expect(rig.server.calls).toHaveLength(1)
})

it('asks at each call where a simulated app is', async () => {
  let known = false
  rig = await startTencent({
    app: { baseUrl: 'http://127.0.0.1:1' },
    baseUrlOf: (url) => () => (known ? `${url}/simulated/` : null),
  })
  rig.answers(CHECK, IMPORTED)
  expect(failureOf(await check())).toMatchObject({ kind: 'unreachable' })
  known = true
  expect(valueOf(await check())).toBe(true)
  expect(rig.last().prefix).toBe('/simulated')
})

describe('where calls go', () => {
  it('knows a host for every region that can be configured', () => {
    const hosts = REGIONS.map((region) => baseOf(imApp({ region }), null))
    expect(hosts.filter((host) => host === null)).toEqual([])
    expect(new Set(hosts).size).toBe(REGIONS.length)
  })

  it.each([
    ['china', null, null, 'https://console.tim.qq.com'],
    ['singapore', null, null, 'https://adminapisgp.im.qcloud.com'],
    ['riyadh', null, null, 'https://adminapiksa.im.qcloud.com'],
    ['atlantis', null, null, null],
    ['china', 'http://localhost:9', null, 'http://localhost:9'],
    ['china', 'https://proxy.example/im//', null, 'https://proxy.example/im'],
    ['china', 'https://proxy.example/?a=b#c', null, 'https://proxy.example'],
    ['china', 'https://proxy.example', 'http://localhost:9/sim', 'http://localhost:9/sim'],
    ['china', 'ftp://proxy.example', null, null],
    ['china', 'nonsense', null, null],
  ])('%s, base %s, override %s: %s', (region, baseUrl, override, expected) => {
    expect(baseOf(imApp({ region, baseUrl }), override)).toBe(expected)
  })

  it('says so where nobody knows', async () => {
    rig = await startTencent({ app: { baseUrl: null, region: 'atlantis' } })
    expect(failureOf(await check())).toMatchObject({ kind: 'unreachable', attempts: 0 })
  })
})
