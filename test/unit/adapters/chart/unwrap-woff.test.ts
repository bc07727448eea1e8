import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { unwrapWoff } from '../../../../src/adapters/chart/unwrap-woff.ts'

const FILE = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff'),
)

const sum = (table: Buffer): number => {
  const whole = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let total = 0
  for (let at = 0; at < whole.length; at += 4) total = (total + whole.readUInt32BE(at)) >>> 0
  return total
}

it('gives all tables back, each with the sum that it says', () => {
  const font = unwrapWoff(FILE)
  if (font === null) throw new Error('not unwrapped')
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index
    const [offset, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)]
    return {
      tag: font.toString('latin1', entry, entry + 4),
      told: font.readUInt32BE(entry + 4),
      offset,
      data: font.subarray(offset, offset + length),
    }
  })
  expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name']))
  expect(tables.every(({ offset }) => offset % 4 === 0)).toBe(true)
  // The sum of `head` leaves out a field of its own.
  const others = tables.filter(({ tag }) => tag !== 'head')
  expect(others.map(({ data }) => sum(data))).toEqual(others.map(({ told }) => told))
})

it.each([
  ['nothing', Buffer.alloc(0)],
  ['another kind of file', Buffer.from('wOF2'.padEnd(100, 'x'))],
  ['one that was cut', FILE.subarray(0, FILE.length / 2)],
  ['a header alone', FILE.subarray(0, 44)],
  ['tables that are not deflated', Buffer.concat([FILE.subarray(0, 600), Buffer.alloc(FILE.length - 600, 7)])],
])('takes no damage: %s', (_name, file) => {
  expect(unwrapWoff(file)).toBeNull()
})

it('does not make more of a table than it says', () => {
  const bomb = Buffer.from(FILE)
  bomb.writeUInt32BE(5, 44 + 12)
  expect(unwrapWoff(bomb)).toBeNull()
})
