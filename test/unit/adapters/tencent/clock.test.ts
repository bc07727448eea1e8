import { afterEach, describe, expect, test } from 'vitest'
import { clockSkew, dateOf } from '../../../../src/adapters/clock-skew.ts'
import { fail, never, ok, startTencent, type TencentRig } from '../../../servers/tencent/rig.ts'

const MINUTE = 60_000
const CHECK = 'v4/im_open_login_svc/account_check'

let rig: TencentRig
afterEach(() => rig.stop())

/** Asks over a clock that is off by so much, once for each answer that is scripted. */
async function ask(offs: readonly number[], ...bodies: readonly object[]) {
  let off = 0
  rig = await startTencent({ machineClock: () => Date.now() + off })
  rig.answers(CHECK, ...bodies)
  const answers = []
  for (const each of offs) {
    off = each
    answers.push(await rig.service.accountExists(rig.app, 'alice', never()))
  }
  return answers
}

const exists = ok({ ResultItem: [{ UserID: 'alice', ResultCode: 0, AccountStatus: 'Imported' }] })

describe('the clock of this machine', () => {
  test.each([
    ['five minutes ahead', 5 * MINUTE],
    ['five minutes behind', -5 * MINUTE],
    ['two days behind', -2 * 1_440 * MINUTE],
  ])('%s is told with the answer, in its direction', async (_, off) => {
    const [answer] = await ask([off], exists)
    expect(answer).toMatchObject({ ok: true, value: true })
    const skew = answer?.ok === true ? (answer.skewMs ?? 0) : 0
    expect(Math.abs(skew - off)).toBeLessThan(20_000)
    expect(rig.skews).toEqual([skew])
  })

  test('is told with a refusal', async () => {
    const [answer] = await ask([-10 * MINUTE], fail(70001, 'UserSig expired'), fail(70001, 'UserSig expired'))
    if (answer === undefined || answer.ok) throw new Error('no refusal')
    expect(answer.failure).toMatchObject({ kind: 'refused', code: 70001 })
    expect(answer.failure.skewMs).toBeLessThan(-9 * MINUTE)
  })

  test('that is right is told of in no way', async () => {
    const answers = await ask([0, 40_000, -40_000], exists, exists, exists)
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: true })))
    expect(rig.skews).toEqual([])
  })

  test('is told of once, and once more when it is right again', async () => {
    await ask([5 * MINUTE, 6 * MINUTE, 0, 0], exists, exists, exists, exists)
    expect(rig.skews).toEqual([expect.any(Number), null])
  })
})

describe('the comparison', () => {
  test.each([
    [null, 0, null],
    [0, 60_000, null],
    [0, 60_001, 60_001],
    [60_001, 0, -60_001],
  ])('%s at %s: %s', (date, now, skew) => {
    expect(clockSkew(date, now)).toBe(skew)
  })

  test.each([
    ['Tue, 01 Dec 2026 01:00:00 GMT', Date.UTC(2026, 11, 1, 1)],
    ['yesterday', null],
    [['a', 'b'], null],
    [undefined, null],
  ])('%s', (header, date) => {
    expect(dateOf(header)).toBe(date)
  })
})
