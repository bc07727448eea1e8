import { Resvg } from '@resvg/resvg-js'
import { FONT_FAMILY } from './chart-fonts.ts'
import { CHART_SIZE } from './chart-svg.ts'

/** SVG as PNG at two pixels a unit, with these fonts and no others: it looks the same on every machine. */
export function drawPng(svg: string, fontFiles: string[]): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: 2 * CHART_SIZE.width },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
    logLevel: 'off',
  })
  return drawing.render().asPng()
}
