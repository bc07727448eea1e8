import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { createDrawChart } from '../../../../src/adapters/chart/create-draw-chart.ts'
import type { DrawingTimes } from '../../../../src/adapters/chart/drawing-thread.ts'
import type { LossChart } from '../../../../src/bot/ports/chart.ts'
import { CHINESE, ENGLISH, NINE_LINES } from './charts.ts'

/** Threads of the sources start far slower than those of the built program. */
vi.setConfig({ testTimeout: 60_000 })
const PATIENCE = { timeout: 10_000 }

const temporary = mkdtempSync(join(tmpdir(), 'im-doctor-test-'))
process.env['TMPDIR'] = temporary
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const NEVER = new AbortController().signal

function drawing(times: Partial<DrawingTimes> = {}) {
  const made = createDrawChart({ boundMs: 30_000, ...times })
  onTestFinished(() => made.close())
  return made
}

/** What cannot be drawn: the thread dies of it. */
const BROKEN = { ...ENGLISH, lines: null } as unknown as LossChart

/** Of the drawing threads of this test. */
const folders = () => readdirSync(temporary).filter((name) => name.startsWith('im-doctor-chart-'))

it('does not stop anything else meanwhile', async () => {
  const { draw } = drawing()
  let ticks = 0
  const timer = setInterval(() => ticks++, 5)
  onTestFinished(() => clearInterval(timer))
  expect(await draw(NINE_LINES, NEVER)).not.toBeNull()
  expect(ticks).toBeGreaterThan(5)
})

it('draws what waits, one after the other, and refuses more than nine at a time', async () => {
  const { draw } = drawing()
  const drawn = await Promise.all(Array.from({ length: 12 }, () => draw(CHINESE, NEVER)))
  expect(drawn.map((png) => png !== null)).toEqual([...Array(9).fill(true), ...Array(3).fill(false)])
  expect(await draw(CHINESE, NEVER)).not.toBeNull()
})

it('gives nothing where the thread dies, and draws again after that', async () => {
  const { draw } = drawing()
  const [broken, next] = await Promise.all([draw(BROKEN, NEVER), draw(ENGLISH, NEVER)])
  expect(broken).toBeNull()
  expect(next).not.toBeNull()
})

it('ends the thread of a drawing that takes too long', async () => {
  const { draw } = drawing({ boundMs: 1 })
  expect(await draw(ENGLISH, NEVER)).toBeNull()
  await vi.waitFor(() => expect(folders()).toEqual([]), PATIENCE)
})

it('gives up when the asker does', async () => {
  const { draw } = drawing()
  const control = new AbortController()
  const asked = draw(ENGLISH, control.signal)
  control.abort()
  expect(await asked).toBeNull()
  expect(await draw(ENGLISH, control.signal)).toBeNull()
})

it('ends its thread when nobody has asked for a while, with all that it laid down, and starts it again', async () => {
  const { draw } = drawing({ idleMs: 20 })
  expect(await draw(ENGLISH, NEVER)).not.toBeNull()
  await vi.waitFor(() => expect(folders()).toEqual([]), PATIENCE)
  expect(await draw(ENGLISH, NEVER)).not.toBeNull()
})

it('draws nothing once it is closed', async () => {
  const made = drawing()
  const asked = made.draw(ENGLISH, NEVER)
  await made.close()
  expect(await asked).toBeNull()
  expect(await made.draw(ENGLISH, NEVER)).toBeNull()
})
