import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMO_GLOBAL, type Rig, startRig } from './rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

const TRACES: readonly (readonly [string, Record<string, unknown>])[] = [
  ['timpush/normal_push_trace', { PushID: 'x' }],
  ['timpush/all_member_push_trace', { TaskID: 'x', UserID: 'alice' }],
  ['timpush/normal_push_loss', { StartTime: 1_795_000_000, EndTime: 1_795_000_001 }],
]

describe('calls a second', () => {
  test.each(TRACES)('%s: one', async (endpoint, body) => {
    const codes: unknown[] = []
    const ask = async () => codes.push((await rig.call(endpoint, body))['ErrorCode'])
    await ask()
    rig.time.advance(900)
    await ask()
    rig.time.advance(100)
    await ask()
    expect(codes).toEqual([0, 60_007, 0])
  })

  test('each app and each endpoint has its own', async () => {
    const [endpoint, body] = TRACES[0]!
    await rig.call(endpoint, body)
    expect(await rig.call(endpoint, body, { app: DEMO_GLOBAL })).toMatchObject({ ErrorCode: 0 })
    expect(await rig.call(TRACES[1]![0], TRACES[1]![1])).toMatchObject({ ErrorCode: 0 })
  })

  test('other endpoints: two hundred', async () => {
    const body = { To_Account: ['alice'] }
    const codes = new Map<unknown, number>()
    for (let call = 0; call < 201; call++) {
      const { ErrorCode: code } = await rig.call('openim/query_online_status', body)
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect([...codes]).toEqual([
      [0, 200],
      [60_007, 1],
    ])
  })

  test('a call that was refused for its signature is not counted', async () => {
    const [endpoint, body] = TRACES[0]!
    await rig.call(endpoint, body, { usersig: 'wrong' })
    expect(await rig.call(endpoint, body)).toMatchObject({ ErrorCode: 0 })
  })
})

test('the record keeps the last thousand requests', async () => {
  const ask = (name: string) => fetch(`${rig.simulator.url}/v4/a/${name}`, { method: 'POST' })
  await ask('first')
  for (let hundred = 0; hundred < 10; hundred++) await Promise.all(Array.from({ length: 100 }, () => ask('other')))
  expect(rig.simulator.requests).toHaveLength(1_000)
  expect(rig.simulator.requests.map(({ endpoint }) => endpoint)).not.toContain('v4/a/first')
})

test('a body without end is refused, and not kept', async () => {
  const answer = await rig.call('openim/query_online_status', { To_Account: ['x'.repeat(300_000)] })
  expect(answer).toMatchObject({ ErrorCode: 60_003 })
  expect(rig.simulator.requests.at(-1)?.body).toBeUndefined()
})
