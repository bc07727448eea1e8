import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPushWorld, type PushWorld } from '../support/push-world.ts'

let world: PushWorld

beforeAll(async () => {
  world = await openPushWorld()
})

afterAll(() => world.close())

const ask = async (text: string) => (await world.bot.ask(text)).json

test('of two users both are answered about, each with the whole result', async () => {
  const { command, status, result, card } = await ask('alice and bob get no push')
  expect({ command, status }).toEqual({ command: 'push.why', status: 'ok' })
  expect(result).toMatchObject({
    users: [
      { userId: 'alice', verdict: 'can-receive' },
      { userId: 'bob', verdict: 'cannot-receive' },
    ],
    notAsked: [],
  })
  expect(card.text).toContain('alice')
  expect(card.text).toContain('bob')
})

test('of more than five the rest are named', async () => {
  const { result, card } = await ask('alice、bob、carol、u_1、u_2、u_3 都收不到推送')
  expect(result).toMatchObject({ users: { length: 5 }, notAsked: ['u_3'] })
  expect(card.text).toContain('u_3')
})

test('an unquoted Chinese word that is no UserID is asked back, a quoted one is judged', async () => {
  expect(await ask('张三收不到推送')).toMatchObject({ status: 'usage', result: null })
  expect(await ask('“张三” 收不到推送')).toMatchObject({ status: 'ok', result: { cause: 'account-not-found' } })
})

test('a plain word of a story that is no UserID is asked back, and of several left out', async () => {
  expect(await ask('our cashier keeps having trouble, there is no push after the release')).toMatchObject({
    status: 'usage',
    result: null,
    card: { text: expect.stringContaining('is not a UserID in') },
  })
  const { result, card } = await ask('for bob and cashier there is no push any more, nothing helps')
  expect(result).toMatchObject({ users: [{ userId: 'bob' }] })
  expect(card.text).toContain('No such UserID: cashier')
  // Asked for by name, it is judged.
  for (const text of ['/push why cashier', 'why does cashier get no push?', 'user_77 has not been getting any push'])
    expect(await ask(text)).toMatchObject({ status: 'ok', result: { cause: 'account-not-found' } })
})

test('a vendor question gets that vendor alone, a user beside it makes it about the user', async () => {
  expect(await ask('why do Xiaomi pushes fail?')).toMatchObject({
    command: 'push.vendor',
    status: 'ok',
    result: { vendor: 'xiaomi', totals: { attempted: expect.any(Number) }, topFailures: expect.any(Array) },
  })
  expect(await ask('why do Xiaomi pushes to alice fail?')).toMatchObject({
    command: 'push.why',
    result: { userId: 'alice' },
  })
})
