import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createDrawChart } from '../../../../src/adapters/chart/create-draw-chart.ts'
import type { LossChart } from '../../../../src/bot/ports/chart.ts'
import { CHINESE, EMPTY, EMPTY_CHINESE, ENGLISH, NINE_LINES } from './charts.ts'

/** Threads of the sources start far slower than those of the built program. */
vi.setConfig({ testTimeout: 60_000 })

const drawing = createDrawChart({ boundMs: 30_000 })
afterAll(() => drawing.close())

const NEVER = new AbortController().signal

async function drawn(chart: LossChart): Promise<PNG> {
  const png = await drawing.draw(chart, NEVER)
  if (png === null) throw new Error('no picture')
  return PNG.sync.read(Buffer.from(png))
}

/** Share of pixels that differ to the eye, 0 to 1. */
const difference = (one: PNG, other: PNG): number =>
  pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.2 }) / (one.width * one.height)

/** `UPDATE_PICTURES=1` draws them anew; look at them then. */
function expected(name: string, picture: PNG): PNG {
  const file = new URL(`./expected/${name}.png`, import.meta.url)
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(new URL('.', file), { recursive: true })
    writeFileSync(file, PNG.sync.write(picture))
  }
  if (!existsSync(file)) throw new Error(`no picture to compare with: ${name}`)
  return PNG.sync.read(readFileSync(file))
}

/** Edges of letters differ a little from one build of the renderer to the next. */
const TOLERANCE = 0.002

describe('a chart', () => {
  it.each([
    ['english', ENGLISH],
    ['chinese', CHINESE],
    ['nine-lines', NINE_LINES],
    ['empty', EMPTY],
    ['empty-chinese', EMPTY_CHINESE],
  ])('looks as it did: %s', async (name, chart) => {
    const picture = await drawn(chart)
    expect([picture.width, picture.height]).toEqual([1600, 800])
    expect(difference(picture, expected(name, picture))).toBeLessThan(TOLERANCE)
  })

  it('shows a change of its numbers, so that the comparison can fail', async () => {
    const other = {
      ...ENGLISH,
      lines: ENGLISH.lines.map(({ name, values }) => ({ name, values: values.toReversed() })),
    }
    expect(difference(await drawn(other), await drawn(ENGLISH))).toBeGreaterThan(TOLERANCE)
  })

  it('leaves a gap where there is no data, and shows a value that stands alone', async () => {
    const of = (values: (value: number | null, step: number) => number | null): LossChart => ({
      ...ENGLISH,
      lines: ENGLISH.lines.map((line) => (line.name === 'FCM' ? { ...line, values: line.values.map(values) } : line)),
    })
    const [gaps, whole, withoutOne] = [
      await drawn(ENGLISH),
      await drawn(of((value) => value ?? 6)),
      await drawn(of((value, step) => (step === 10 ? null : value))),
    ]
    expect(orange(whole)).toBeGreaterThan(orange(gaps) + 1000)
    expect(orange(gaps)).toBeGreaterThan(orange(withoutOne) + 100)
  })
})

/** How many pixels have the colour of the second line. */
function orange({ data }: PNG): number {
  let count = 0
  for (let at = 0; at < data.length; at += 4) {
    if (data[at]! > 180 && data[at + 1]! > 50 && data[at + 1]! < 110 && data[at + 2]! < 40) count++
  }
  return count
}

describe('Chinese characters', () => {
  /** The title alone, as tightly as its ink stands. */
  async function title(text: string): Promise<{ columns: number; ink: number; picture: PNG }> {
    const picture = await drawn({ ...EMPTY_CHINESE, title: text, subtitle: '', empty: '' })
    let ink = 0
    const columns = new Set<number>()
    for (let at = 0; at < picture.data.length; at += 4) {
      if (picture.data[at]! > 128) continue
      ink++
      columns.add((at / 4) % picture.width)
    }
    return { ink, columns: columns.size, picture }
  }

  it('are drawn each in its own way', async () => {
    const [one, other] = [await title('推送损耗'), await title('回调统计')]
    expect(one.ink).toBeGreaterThan(1000)
    expect(difference(one.picture, other.picture)).toBeGreaterThan(0.0005)
  })

  it('are no boxes, of which all look the same', async () => {
    // No font has characters for private use.
    const [missing, alsoMissing] = [await title('\ue000'), await title('\ue001')]
    expect(difference(missing.picture, alsoMissing.picture)).toBe(0)
    const vendors = [...'华为小米荣耀魅族损耗']
    const inks: number[] = []
    for (const character of vendors) {
      const drawnAs = await title(character)
      expect({ character, differs: difference(drawnAs.picture, missing.picture) > 0 }).toEqual({
        character,
        differs: true,
      })
      inks.push(drawnAs.ink)
    }
    expect(new Set(inks).size).toBeGreaterThan(vendors.length / 2)
  })

  it('stand beside Latin letters of the same font', async () => {
    const [letters, both] = [await title('prod'), await title('损耗 prod')]
    expect(letters.ink).toBeGreaterThan(300)
    expect(both.ink).toBeGreaterThan(letters.ink + 300)
  })
})
