import { expect, it } from 'vitest'
import { chartAlt, lossChart } from '../../../../src/bot/reports/loss-chart.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
import type { ReportFigures } from '../../../../src/diagnostics/figures/report-figures.ts'
import { DAY, HOUR, NOW } from '../../../support/push-case.ts'
import { REPORTS } from '../../../golden/report-material.ts'

const from = NOW - DAY
const figures: ReportFigures = {
  ...REPORTS.calm.figures,
  series: {
    vendors: ['huawei', 'apns', null],
    stepMs: HOUR,
    steps: [
      { from, attempted: [100, 10, null], lost: [25, 0, null] },
      { from: from + HOUR, attempted: [null, 0, null], lost: [null, 0, null] },
      { from: from + 2 * HOUR, attempted: [100, 10, null], lost: [50, 10, null] },
    ],
  },
}

it('draws shares, leaves gaps where there is none, and no line of a vendor that nobody told of', () => {
  const chart = lossChart(figures, textsFor('zh'), 'Asia/Shanghai')
  expect(chart?.lines).toEqual([
    { name: '华为', values: [25, null, 50] },
    { name: '苹果（APNs）', values: [0, null, 100] },
  ])
  expect(chart?.title).toBe('各厂商推送损耗：prod')
  expect(chart?.subtitle).toBe('2026-11-24 20:00 至 2026-11-25 20:00 GMT+8')
})

it.each([
  [HOUR, 'Asia/Shanghai', '20:00'],
  [HOUR, null, '12:00'],
  [6 * HOUR, 'Asia/Shanghai', '11-24 20:00'],
  [DAY, 'Pacific/Kiritimati', '11-25'],
])('steps of %d ms in %s begin with %s', (stepMs, timeZone, label) => {
  const chart = lossChart({ ...figures, series: { ...figures.series, stepMs } }, textsFor('en'), timeZone)
  expect(chart?.steps[0]).toBe(label)
})

it('says in words what it shows', () => {
  const chart = lossChart(figures, textsFor('en'), null)
  if (chart === null) throw new Error('no chart')
  expect(chartAlt(chart, textsFor('en'))).toBe(
    'Chart of pushes lost over time. Huawei: 25% to 50%, last 50%. Apple (APNs): 0% to 100%, last 100%.',
  )
})

it('is none where nothing was counted', () => {
  expect(lossChart(REPORTS['no-data'].figures, textsFor('en'), null)).toBeNull()
})
