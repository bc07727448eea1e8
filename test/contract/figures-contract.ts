import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Store } from '../../src/adapters/sql/open-store.ts'
import type { ImEvent } from '../../src/diagnostics/events/event.ts'
import { vendorOfPlatform } from '../../src/diagnostics/im/push-platform.ts'
import { type Count, type Counted, QUARTER } from '../../src/diagnostics/ports/event-figures.ts'
import { readVendorAnswer } from '../../src/diagnostics/push/vendor-cause.ts'
import { APP, blockBy, messageTo, pushTo, stateOf } from '../support/stored.ts'
import { NOW } from './store-contract.ts'

const START = Math.floor(NOW / QUARTER) * QUARTER
const KINDS = ['push', 'state', 'message', 'received'] as const
const EVER = { from: 0, to: NOW * 2 }

const when = fc.integer({ min: START - 4 * QUARTER, max: START + 12 * QUARTER })
const text = fc.oneof(fc.constant(''), fc.string({ maxLength: 60, unit: 'binary' }))
const anEvent: fc.Arbitrary<ImEvent> = fc.oneof(
  fc
    .record({
      at: when,
      delivery: fc.constantFrom('offline' as const, 'online' as const),
      chat: fc.constantFrom('direct' as const, 'group' as const, 'task' as const),
      platform: fc.integer({ min: 0, max: 2 }),
      stage: fc.integer({ min: 1, max: 2 }),
      code: fc.constantFrom(0, -22, 410),
      info: text,
    })
    .map((push) => pushTo('alice', push.at, push)),
  fc
    .record({
      at: when,
      action: fc.constantFrom('login' as const, 'logout' as const, 'disconnect' as const, 'unknown' as const),
      reason: fc.oneof(fc.constant(null), text),
      kicked: fc.array(fc.constant('iPad'), { maxLength: 2 }),
    })
    .map((state) => stateOf('alice', state.at, state)),
  fc
    .record({
      at: when,
      result: fc.constantFrom(0, 10_017),
      onlineOnly: fc.boolean(),
      dropped: fc.boolean(),
      info: text,
    })
    .map((message) => messageTo('alice', message.at, message)),
  when.map((at) => blockBy('alice', at)),
)
const delivery = fc.record({ events: fc.array(anEvent, { maxLength: 12 }), receivedAt: when })

function countedOf(event: ImEvent): Counted[] {
  switch (event.kind) {
    case 'push': {
      const { kind, delivery: how, chat, platform, stage, code, info } = event
      const reason =
        code === 0 || info === '' ? code : readVendorAnswer(vendorOfPlatform(platform), `${code}`, info).code
      const known = String(reason) === String(code) ? {} : { reason: String(reason) }
      return [{ kind, delivery: how, chat, platform, stage, code, ...known }]
    }
    case 'state': {
      const { kind, action, reason, kicked } = event
      return [{ kind, action, reason: reason === null ? null : reason.slice(0, 40), kicked: kicked.length > 0 }]
    }
    case 'message': {
      const { kind, result, onlineOnly, dropped } = event
      return [{ kind, result, onlineOnly, dropped }]
    }
    case 'block':
      return []
  }
}

/** What a plain walk over the events counts, by step and facts. */
function plainly(
  told: readonly { event: ImEvent; receivedAt: number }[],
  span: { from: number; to: number },
  stepMs: number | null,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { event, receivedAt } of told)
    for (const [of, at] of [
      ...countedOf(event).map((counted) => [counted, event.at] as const),
      [{ kind: 'received' } as Counted, receivedAt] as const,
    ]) {
      const quarter = at - (at % QUARTER)
      if (quarter < span.from || quarter >= span.to) continue
      const from = stepMs === null ? span.from : span.from + Math.floor((quarter - span.from) / stepMs) * stepMs
      const key = keyOf({ of, from })
      sums.set(key, (sums.get(key) ?? 0) + 1)
    }
  return sums
}

const keyOf = ({ of, from }: Pick<Count, 'of' | 'from'>) =>
  JSON.stringify([from, Object.entries(of).toSorted(([one], [other]) => (one < other ? -1 : 1))])

export function figuresContract(opener: () => Promise<Store>): void {
  const open = async () => {
    const store = await opener()
    onTestFinished(() => store.close())
    return store
  }

  describe('figures', () => {
    it('are what counting the stored events one by one gives, redeliveries and all', async () => {
      const store = await open()
      let app = APP
      await fc.assert(
        fc.asyncProperty(
          fc.array(delivery, { maxLength: 6 }),
          fc.constantFrom(null, QUARTER, 3 * QUARTER, 4 * QUARTER),
          fc.integer({ min: -6, max: 2 }),
          async (deliveries, stepMs, offset) => {
            const mine = ++app
            const appended = deliveries.map(({ events, receivedAt }) => store.events.append(mine, events, receivedAt))
            await Promise.all(appended)
            for (const { events, receivedAt } of deliveries)
              await store.events.append(mine, [...events, ...events], receivedAt + 9 * QUARTER)
            const told = deliveries.flatMap(({ events, receivedAt }) => events.map((event) => ({ event, receivedAt })))
            const span = { from: START + offset * QUARTER, to: START + 9 * QUARTER }
            const counts = await store.figures.counts(mine, span, { kinds: KINDS, stepMs })
            expect(new Map(counts.map((count) => [keyOf(count), count.count]))).toEqual(plainly(told, span, stepMs))
            expect(counts.map(({ from }) => from)).toEqual(counts.map(({ from }) => from).toSorted((a, b) => a - b))
          },
        ),
        { numRuns: 30 },
      )
    })

    it('count an event once that comes twice in one delivery, and in two at the same time', async () => {
      const { events, figures } = await open()
      const push = pushTo('alice', NOW)
      await Promise.all([events.append(APP, [push, push], NOW), events.append(APP, [push], NOW)])
      await events.append(APP, [push], NOW)
      const counts = await figures.counts(APP, EVER, { kinds: ['push', 'received'], stepMs: null })
      expect(counts.map(({ count }) => count)).toEqual([1, 1])
    })

    it('come with the first 200 characters of what was told, and null where nothing was', async () => {
      const { events, figures } = await open()
      await events.append(APP, [pushTo('alice', NOW, { code: 0, info: '' })], NOW)
      await events.append(APP, [pushTo('alice', NOW, { code: 7, info: '' })], NOW)
      await events.append(APP, [pushTo('alice', NOW, { code: 7, info: '坏\0'.repeat(200) })], NOW)
      const counts = await figures.counts(APP, EVER, { kinds: ['push'], stepMs: null })
      expect(counts.map(({ of, count, sample }) => [of.kind === 'push' && of.code, count, sample])).toEqual([
        [0, 1, null],
        [7, 2, '坏\uFFFD'.repeat(100)],
      ])
    })

    it('are kept for each app, and only what was asked for is told', async () => {
      const { events, figures } = await open()
      await events.append(APP, [pushTo('alice', NOW), stateOf('alice', NOW)], NOW)
      expect(await figures.counts(APP + 1, EVER, { kinds: KINDS, stepMs: null })).toEqual([])
      expect(await figures.counts(APP, EVER, { kinds: [], stepMs: null })).toEqual([])
      const states = await figures.counts(APP, EVER, { kinds: ['state'], stepMs: null })
      expect(states.map(({ of }) => of.kind)).toEqual(['state'])
    })

    it('begin with the quarter in which anything came in first', async () => {
      const { events, figures } = await open()
      expect(await figures.since(APP)).toBeNull()
      await events.append(APP, [stateOf('alice', NOW - 50 * QUARTER)], START + 2 * QUARTER + 5)
      await events.append(APP, [blockBy('alice', NOW)], START + 5)
      expect(await figures.since(APP)).toBe(START)
      expect(await figures.since(APP + 1)).toBeNull()
    })

    it('of an append that fails count nothing', async () => {
      const { events, figures } = await open()
      await expect(events.append(APP, [stateOf('alice', NOW), stateOf('alice', Number.NaN)], NOW)).rejects.toThrow(
        'not a time',
      )
      expect(await figures.since(APP)).toBeNull()
    })

    it('stay for 92 days when events do not, and longer when they do', async () => {
      const store = await open()
      const day = 86_400_000
      const never = new AbortController().signal
      for (const days of [1, 91, 93, 200])
        await store.events.append(APP, [stateOf('alice', NOW - days * day)], NOW - days * day)
      const kept = async () => (await store.figures.counts(APP, EVER, { kinds: ['received'], stepMs: QUARTER })).length
      await store.prune(NOW - 100 * day, never)
      expect(await kept()).toBe(3)
      await store.prune(NOW - 2 * day, never)
      expect(await kept()).toBe(2)
    })
  })
}
