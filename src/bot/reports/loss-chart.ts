import type { LossSeries, ReportFigures } from '../../diagnostics/figures/report-figures.ts'
import { shareWords } from '../cards/report/figure-words.ts'
import { vendorName } from '../cards/report/vendor-name.ts'
import type { LossChart } from '../ports/chart.ts'
import type { Texts } from '../texts/texts.ts'
import { formatMoment } from '../texts/duration.ts'
import { lossRate } from './loss-rate.ts'
import { minuteWords } from './minute-words.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Loss by vendor over time in a reader's words and zone; null: nothing was counted, so that there is nothing to draw. */
export function lossChart(
  { app, period, series }: ReportFigures,
  texts: Texts,
  timeZone: string | null,
): LossChart | null {
  const { chart } = texts.report
  const lines = series.vendors
    .map((vendor, index) => ({
      name: vendorName(vendor, texts),
      values: series.steps.map((step) => percent(step.attempted[index] ?? null, step.lost[index] ?? null)),
    }))
    .filter(({ values }) => values.some((value) => value !== null))
  if (lines.length === 0) return null
  return {
    title: chart.title(app),
    subtitle: chart.subtitle(minuteWords(period.from, timeZone, false), minuteWords(period.to, timeZone)),
    axis: chart.axis,
    empty: chart.empty,
    steps: series.steps.map(({ from }) => stepLabel(from, series, timeZone)),
    lines,
  }
}

/** Of no attempt there is no share. */
function percent(attempted: number | null, lost: number | null): number | null {
  const rate = lossRate({ attempted, lost })
  return rate === null ? null : 100 * rate
}

/** The hour within two days, the day with it within a week, else the day. */
function stepLabel(from: number, { stepMs }: LossSeries, timeZone: string | null): string {
  const [date = '', time = ''] = formatMoment(from, timeZone).split(' ')
  const day = date.slice(5)
  const hour = time.slice(0, 5)
  if (stepMs <= HOUR) return hour
  return stepMs < DAY ? `${day} ${hour}` : day
}

/** The same in words, for whoever does not see it. */
export function chartAlt({ lines }: LossChart, texts: Texts): string {
  const { chart } = texts.report
  const told = lines.map(({ name, values }) => {
    const known = values.filter((value) => value !== null)
    const words = (value: number | undefined) => shareWords((value ?? 0) / 100)
    return chart.altLine(name, words(Math.min(...known)), words(Math.max(...known)), words(known.at(-1)))
  })
  return chart.alt(told.join(''))
}
