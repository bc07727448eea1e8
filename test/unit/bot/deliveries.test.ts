import { describe, expect, test } from 'vitest'
import type { Deliveries } from '../../../src/bot/ports/deliveries.ts'
import { actor, request, testBot, words } from '../../support/bot.ts'

function memoryDeliveries() {
  const seen = new Set<string>()
  const deliveries: Deliveries = {
    first: async (id) => {
      const isFirst = !seen.has(id)
      seen.add(id)
      return isFirst
    },
    done: async () => {},
    abandoned: async () => [],
  }
  return { deliveries, seen }
}

const APPS = words('im apps')

describe('two replicas over one store', () => {
  test('answer a request once, whichever is sent it again', async () => {
    const { deliveries } = memoryDeliveries()
    const [one, other] = [testBot({ deliveries }), testBot({ deliveries })]
    expect(await one.bot.answer(request(APPS, { id: 'event-1' }))).toMatchObject({ status: 'ok' })
    expect(await other.bot.answer(request(APPS, { id: 'event-1' }))).toBeNull()
    expect(await one.bot.answer(request(APPS, { id: 'event-1' }))).toBeNull()
    expect([...one.audit, ...other.audit]).toHaveLength(1)
  })

  test('that are sent it at the same moment too', async () => {
    const { deliveries } = memoryDeliveries()
    const bots = [testBot({ deliveries }), testBot({ deliveries })]
    const replies = await Promise.all(bots.map(({ bot }) => bot.answer(request(APPS, { id: 'event-2' }))))
    expect(replies.filter((reply) => reply !== null)).toHaveLength(1)
  })

  test('take an id of Slack and the same of Discord for two requests', async () => {
    const { deliveries } = memoryDeliveries()
    for (const platform of ['slack', 'discord'] as const) {
      const { bot } = testBot({ deliveries })
      expect(await bot.answer(request(APPS, { id: '42', actor: actor('U1', { platform }) }))).not.toBeNull()
    }
  })

  test('ask nobody about a terminal, which says nothing twice', async () => {
    const { deliveries, seen } = memoryDeliveries()
    for (const platform of ['terminal', 'playground'] as const) {
      const { bot } = testBot({ deliveries })
      await bot.answer(request(APPS, { id: 'same', actor: actor('owner', { platform, owner: true }) }))
    }
    expect(seen.size).toBe(0)
  })
})

describe('a store that is away', () => {
  test('costs nobody the answer, and this process still answers once', async () => {
    const refused = () => Promise.reject(new Error('connection refused'))
    const deliveries: Deliveries = { first: refused, done: refused, abandoned: refused }
    const { bot, defects } = testBot({ deliveries })
    expect(await bot.answer(request(APPS, { id: 'event-3' }))).toMatchObject({ status: 'ok' })
    expect(await bot.answer(request(APPS, { id: 'event-3' }))).toBeNull()
    expect(defects).toEqual([])
  })

  const silent = () => new Promise<never>(() => {})

  test('is waited for two seconds, not longer', { timeout: 4_000 }, async () => {
    const { bot } = testBot({ deliveries: { first: silent, done: silent, abandoned: silent } })
    expect(await bot.answer(request(APPS))).toMatchObject({ status: 'ok' })
  })
})
