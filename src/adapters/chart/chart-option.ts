import type { LossChart } from '../../bot/ports/chart.ts'
import { FONT_FAMILY } from './chart-fonts.ts'
import type { EChartsOption } from './echarts-option.ts'
import { LINE_LOOKS } from './line-looks.ts'
import { markedPoints } from './marked-points.ts'

const INK = '#1f2933'
const FAINT = '#52606d'
const RULE = '#d5dbe1'

/** A ground of its own: the same picture stands in light and in dark windows. */
export const GROUND = '#fbfcfd'

const MARKER = 8

/** The chart as ECharts takes it, for a picture of 800 by 400 units that is drawn at twice that size. */
export function chartOption({ title, subtitle, axis, empty, steps, lines }: LossChart): EChartsOption {
  const isEmpty = lines.every(({ values }) => values.every((value) => value === null))
  const heading = {
    text: title,
    subtext: subtitle,
    left: 19,
    top: 16,
    itemGap: 6,
    textStyle: { color: INK, fontSize: 20, fontWeight: 'normal' as const },
    subtextStyle: { color: FAINT, fontSize: 14 },
  }
  const shared = {
    animation: false,
    backgroundColor: GROUND,
    textStyle: { fontFamily: FONT_FAMILY, color: INK },
  }
  if (isEmpty) {
    const middle = { color: FAINT, fontSize: 22, fontWeight: 'normal' as const }
    return { ...shared, title: [heading, { text: empty, left: 'center', top: 190, textStyle: middle }] }
  }
  const highest = Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return {
    ...shared,
    title: heading,
    grid: { left: 64, right: 32, top: 108, bottom: lines.length > 5 ? 100 : 76 },
    legend: {
      left: 19,
      right: 24,
      bottom: 14,
      itemGap: 18,
      itemWidth: 40,
      itemHeight: 11,
      textStyle: { color: INK, fontSize: 14 },
    },
    xAxis: {
      type: 'category',
      data: [...steps],
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: { color: FAINT, fontSize: 13, hideOverlap: true, margin: 10, interval: labelInterval(steps) },
    },
    yAxis: {
      type: 'value',
      name: axis,
      nameTextStyle: { color: FAINT, fontSize: 13, align: 'left', padding: [0, 0, 4, -40] },
      min: 0,
      // Else a loss of one in ten thousand would look like one of all.
      ...(highest < 5 ? { max: 5 } : {}),
      // Nothing is over 100%, and 30 by 30 would end at 120.
      ...(highest > 80 ? { max: 100, interval: 25 } : {}),
      splitNumber: 4,
      axisLabel: { color: FAINT, fontSize: 13, formatter: '{value}%' },
      splitLine: { lineStyle: { color: RULE } },
    },
    series: lines.map(({ name, values }, index) => {
      const { colour, dash, marker } = LINE_LOOKS[index % LINE_LOOKS.length] ?? LINE_LOOK
      const isMarked = markedPoints(values, index)
      return {
        type: 'line' as const,
        name,
        connectNulls: false,
        symbol: marker,
        symbolSize: MARKER,
        showAllSymbol: true,
        lineStyle: { color: colour, width: 2.5, type: dash },
        itemStyle: { color: colour, borderWidth: 2 },
        data: values.map((value, step) => ({ value: value ?? '-', symbolSize: isMarked[step] === true ? MARKER : 0 })),
      }
    }),
  }
}

const [LINE_LOOK = { colour: INK, dash: 'solid' as const, marker: 'circle' as const }] = LINE_LOOKS

/** Widest labels that still stand beside each other, in characters over the whole axis. */
const CHARACTERS = 80

/** How many labels are left out between two. */
function labelInterval(steps: readonly string[]): number {
  const widest = Math.max(...steps.map((step) => step.length + 3))
  return Math.max(0, Math.ceil((steps.length * widest) / CHARACTERS) - 1)
}
