import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from '../support/command-line.ts'
import { folderWith } from '../support/config-file.ts'

const KEY = 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb'
const MINUTE = 60_000

const STATE = { UserID: 'alice', State: 'PushOnline', Detail: [{ Platform: 'iPhone', Status: 'PushOnline' }] }
const OK = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
const FINE = { ...OK, QueryResult: [{ ...STATE, To_Account: 'alice', Status: 'PushOnline' }] }

/** A server that says the same to everything, at a time of its own. Returns its address. */
async function tencent(answer: object, offMs: number): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('date', new Date(Date.now() + offMs).toUTCString())
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Answer {
  status: string
  error?: string
  result: { findings: { code: string; severity: string; message: string; remedy: string }[] } | null
  card: { text: string }
}

async function ask(text: string, baseUrl: string): Promise<{ answer: Answer; err: string }> {
  const yaml = `apps: { prod: { sdkAppId: 1400000000, secretKey: ${KEY}, baseUrl: "${baseUrl}" } }\n`
  const { out, err } = await run(['ask', '--json', text], { folder: folderWith({ 'im-doctor.yaml': yaml }) })
  return { answer: JSON.parse(out) as Answer, err }
}

describe('a clock that is off', () => {
  test.each([
    [10 * MINUTE, /10 minutes behind Tencent's/],
    [-10 * MINUTE, /10 minutes ahead of Tencent's/],
  ])('by %i ms is a finding of /push why, and is logged once', async (offMs, said) => {
    const { answer, err } = await ask('/push why alice', await tencent(FINE, offMs))
    const found = answer.result?.findings.find(({ message }) => said.test(message))
    expect(found).toMatchObject({ code: 'admin-sig-rejected', severity: 'warning' })
    expect(found?.remedy).toMatch(/NTP/)
    expect(answer.card.text).toMatch(said)
    expect(err.match(/The clock of this machine is/g)).toHaveLength(1)
  })

  test('is the remedy where Tencent refuses the signature as expired', async () => {
    const refusal = { ActionStatus: 'FAIL', ErrorCode: 70001, ErrorInfo: 'UserSig expired' }
    const { answer } = await ask('/im status alice', await tencent(refusal, 40 * MINUTE))
    expect(answer).toMatchObject({ status: 'upstream' })
    expect(answer.error).toMatch(/clock of this machine is 40 minutes behind/)
  })

  test('that is right is not spoken of', async () => {
    const { answer, err } = await ask('/push why alice', await tencent(FINE, 20_000))
    expect(`${answer.card.text}${err}`).not.toMatch(/clock/i)
  })
})

test('what keeps from a baseUrl is said without its address', async () => {
  const { answer } = await ask('/im status alice', 'http://127.0.0.1:9')
  expect(answer.error).toMatch(/Nothing listens/)
  expect(answer.error).toContain('the configured baseUrl')
  expect(answer.error).not.toContain('127.0.0.1')
})
