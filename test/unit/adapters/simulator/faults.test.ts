import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Rig, START, startRig, urlOf } from './rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

const ENDPOINT = 'openim/query_online_status'
const BODY = { To_Account: ['alice'] }
const post = (signal: AbortSignal | null = null) =>
  fetch(urlOf(rig.simulator.url, ENDPOINT, START), { method: 'POST', body: JSON.stringify(BODY), signal })

test('a code in place of the answer, for as long as it was said', async () => {
  rig.simulator.fault({ endpoint: ENDPOINT, kind: 'error-code', value: 60_026, times: 2 })
  const codes = [await rig.call(ENDPOINT, BODY), await rig.call(ENDPOINT, BODY), await rig.call(ENDPOINT, BODY)]
  expect(codes.map(({ ErrorCode }) => ErrorCode)).toEqual([60_026, 60_026, 0])
})

test('until it is taken back, and only where it was said', async () => {
  const heal = rig.simulator.fault({ endpoint: /^v4\/openim\//, kind: 'error-code' })
  expect(await rig.call(ENDPOINT, BODY)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 91_000 })
  const check = { CheckItem: [{ UserID: 'alice' }] }
  expect(await rig.call('im_open_login_svc/account_check', check)).toMatchObject({ ErrorCode: 0 })
  heal()
  expect(await rig.call(ENDPOINT, BODY)).toMatchObject({ ErrorCode: 0 })
})

test('a status that is not 200', async () => {
  rig.simulator.fault({ endpoint: `v4/${ENDPOINT}`, kind: 'http-status', value: 503 })
  const response = await post()
  expect(response.status).toBe(503)
  expect(response.headers.get('content-type')).toBe('text/html')
})

test('an answer that is no JSON', async () => {
  rig.simulator.fault({ endpoint: ENDPOINT, kind: 'garbage' })
  const response = await post()
  expect(response.status).toBe(200)
  await expect(response.json()).rejects.toThrow(SyntaxError)
})

test('a connection that is cut', async () => {
  rig.simulator.fault({ endpoint: ENDPOINT, kind: 'reset' })
  await expect(post()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
})

test('no answer at all, until the asker gives up', async () => {
  rig.simulator.fault({ endpoint: ENDPOINT, kind: 'hang' })
  const patience = new AbortController()
  const asked = post(patience.signal).catch((error: unknown) => error)
  await expect.poll(() => rig.simulator.requests.length).toBe(1)
  patience.abort()
  expect(await asked).toMatchObject({ name: 'AbortError' })
})

test('no answer at all does not keep the simulator from closing', async () => {
  rig.simulator.fault({ endpoint: ENDPOINT, kind: 'hang' })
  const asked = post().catch((error: unknown) => error)
  await expect.poll(() => rig.simulator.requests.length).toBe(1)
  await rig.simulator.close()
  expect(await asked).toBeInstanceOf(TypeError)
})

test('a late answer', async () => {
  rig.simulator.fault({ endpoint: ENDPOINT, kind: 'slow', value: 5_000 })
  let answered = false
  const asked = rig.call(ENDPOINT, BODY).then((answer) => {
    answered = true
    return answer
  })
  await expect.poll(() => rig.simulator.requests.length).toBe(1)
  rig.time.advance(4_999)
  expect(answered).toBe(false)
  rig.time.advance(1)
  expect(await asked).toMatchObject({ ErrorCode: 0 })
})
