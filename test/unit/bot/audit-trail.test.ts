import { describe, expect, test } from 'vitest'
import { createAuditTrail } from '../../../src/bot/audit-trail.ts'
import type { AuditLine } from '../../../src/bot/ports/audit.ts'
import type { Trail } from '../../../src/bot/ports/trail.ts'
import { request, testBot, words } from '../../support/bot.ts'

const LINE: AuditLine = {
  request: 'r-1',
  platform: 'slack',
  actor: 'U1',
  place: 'channel:C1',
  role: 'viewer',
  command: 'push.why',
  status: 'ok',
  milliseconds: 41,
  facts: { app: 'prod', verdict: 'cannot-receive', cause: 'logged-out' },
}

/** A trail in memory; `append` may be made to fail, or to wait. */
function memoryTrail(append?: () => Promise<void>) {
  const stored: { line: AuditLine; at: number }[] = []
  const trail: Trail = {
    async append(line, at) {
      await append?.()
      stored.push({ line, at })
    },
    asked: async () => [],
  }
  return { trail, stored }
}

function trailing(open: () => Promise<Trail | null>) {
  const logged: AuditLine[] = []
  const troubles: number[] = []
  const clock = { now: 1_000 }
  const audit = createAuditTrail({
    log: { write: (line) => logged.push(line) },
    trail: open,
    now: () => clock.now,
    onTrouble: (lost) => troubles.push(lost),
  })
  return { audit, logged, troubles, clock }
}

describe('every line', () => {
  test('is in the log at once, and in the store after a flush, with its time', async () => {
    const { trail, stored } = memoryTrail()
    const { audit, logged, clock } = trailing(async () => trail)
    audit.write(LINE)
    clock.now = 2_000
    audit.write({ ...LINE, request: 'r-2' })
    expect(logged.map(({ request: id }) => id)).toEqual(['r-1', 'r-2'])
    await audit.flush()
    expect(stored).toEqual([
      { line: LINE, at: 1_000 },
      { line: { ...LINE, request: 'r-2' }, at: 2_000 },
    ])
  })

  test('is in the log alone where there is no store', async () => {
    const { audit, logged, troubles } = trailing(async () => null)
    audit.write(LINE)
    await audit.flush()
    expect(logged).toEqual([LINE])
    expect(troubles).toEqual([])
  })

  test('is stored though the log cannot be written', async () => {
    const { trail, stored } = memoryTrail()
    const full = () => {
      throw new Error('disk full')
    }
    const audit = createAuditTrail({
      log: { write: full },
      trail: async () => trail,
      now: () => 0,
      onTrouble: () => {},
    })
    expect(() => audit.write(LINE)).toThrow('disk full')
    await audit.flush()
    expect(stored).toHaveLength(1)
  })
})

describe('a store that is away', () => {
  test('costs no line of the log, and is told once a minute with how many it lost', async () => {
    const { audit, logged, troubles, clock } = trailing(() => Promise.reject(new Error('connection refused')))
    for (let count = 0; count < 5; count++) audit.write(LINE)
    await audit.flush()
    expect(logged).toHaveLength(5)
    expect(troubles.reduce((sum, lost) => sum + lost, 0)).toBe(5)
    expect(troubles.length).toBeLessThanOrEqual(2)
    clock.now += 60_000
    audit.write(LINE)
    await audit.flush()
    expect(troubles.at(-1)).toBe(1)
  })

  test('does not gather lines without end', async () => {
    let asked = 0
    let letGo = () => {}
    const hanging = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const { trail, stored } = memoryTrail(() => {
      asked++
      return hanging
    })
    const { audit, logged, troubles } = trailing(async () => trail)
    for (let count = 0; count < 1_500; count++) audit.write(LINE)
    expect(logged).toHaveLength(1_500)
    letGo()
    await audit.flush()
    expect(asked).toBe(1_000)
    expect(stored).toHaveLength(1_000)
    expect(troubles.reduce((sum, lost) => sum + lost, 0)).toBe(500)
    audit.write(LINE)
    await audit.flush()
    expect(stored).toHaveLength(1_001)
  })

  test('that answers nothing at all holds up neither a command nor the end for long', async () => {
    const { trail } = memoryTrail(() => new Promise<void>(() => {}))
    const { audit, troubles } = trailing(async () => trail)
    const { bot } = testBot({ audit })
    expect(await bot.answer(request(words('im apps')))).toMatchObject({ status: 'ok' })
    await audit.flush()
    expect(troubles).toEqual([1])
  }, 8_000)
})
