import { LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { LossChart } from '../../bot/ports/chart.ts'
import { chartOption } from './chart-option.ts'

use([LineChart, TitleComponent, GridComponent, LegendComponent, LabelLayout, SVGRenderer])

/** In units of the drawing; the picture has two pixels a unit. */
export const CHART_SIZE = { width: 800, height: 400 } as const

/** The chart as SVG, drawn without a browser. */
export function chartSvg(chart: LossChart): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...CHART_SIZE })
  try {
    drawing.setOption(chartOption(chart))
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}
