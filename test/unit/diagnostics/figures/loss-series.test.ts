import { describe, expect, it, test } from 'vitest'
import { lossSeries, stepOf } from '../../../../src/diagnostics/figures/loss-series.ts'
import { QUARTER } from '../../../../src/diagnostics/ports/event-figures.ts'
import { DAY, HOUR, MINUTE, NOW, pushed } from './counts.ts'

it.each([
  [MINUTE, HOUR],
  [DAY, HOUR],
  [2 * DAY, HOUR],
  [2 * DAY + MINUTE, 6 * HOUR],
  [7 * DAY, 6 * HOUR],
  [7 * DAY + MINUTE, DAY],
  [30 * DAY, DAY],
])('a period of %i ms has steps of %i', (length, step) => {
  expect(stepOf({ from: NOW - length, to: NOW })).toBe(step)
  expect(step % QUARTER).toBe(0)
})

describe('loss over time', () => {
  const period = { from: NOW - 4 * HOUR, to: NOW }
  const at = (hoursAgo: number) => ({ from: NOW - hoursAgo * HOUR })
  const counts = [
    pushed(1, 5, at(4)),
    pushed(1, 1, { ...at(4), code: 410 }),
    pushed(1, 9, { ...at(2), platform: 8 }),
    pushed(2, 2, { ...at(2), platform: 8, code: 3 }),
  ]

  test('has a figure for each vendor and step, in the order of the vendors', () => {
    expect(lossSeries(counts, { period, since: period.from, now: NOW })).toEqual({
      vendors: ['honor', 'apns'],
      stepMs: HOUR,
      steps: [
        { ...at(4), attempted: [0, 6], lost: [0, 1] },
        { ...at(3), attempted: [0, 0], lost: [0, 0] },
        { ...at(2), attempted: [9, 0], lost: [2, 0] },
        { ...at(1), attempted: [0, 0], lost: [0, 0] },
      ],
    })
  })

  test.each([
    [
      'began within',
      NOW - 2.5 * HOUR,
      [
        [null, 6],
        [0, 0],
        [9, 0],
        [0, 0],
      ],
    ],
    [
      'has not begun',
      null,
      [
        [null, 6],
        [null, null],
        [9, null],
        [null, null],
      ],
    ],
  ])('is no data where counting %s, save for what was told all the same', (_, since, expected) => {
    const { steps } = lossSeries(counts, { period, since, now: NOW })
    expect(steps.map(({ attempted }) => attempted)).toEqual(expected)
  })

  test('ends with the step that now lies in', () => {
    const { steps } = lossSeries(counts, { period, since: 0, now: NOW - 1.5 * HOUR })
    expect(steps.map(({ from }) => from)).toEqual([at(4), at(3), at(2)].map(({ from }) => from))
  })

  test('is no line where nothing was pushed', () => {
    expect(lossSeries([], { period, since: 0, now: NOW })).toMatchObject({
      vendors: [],
      steps: [{ attempted: [] }, {}, {}, {}],
    })
  })
})
