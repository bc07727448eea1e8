import type { LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

/** Options of the few parts of ECharts that are used. */
export type EChartsOption = ComposeOption<
  LineSeriesOption | TitleComponentOption | GridComponentOption | LegendComponentOption
>
