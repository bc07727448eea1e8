import { parentPort, workerData } from 'node:worker_threads'
import { layFonts } from './chart-fonts.ts'
import { chartSvg } from './chart-svg.ts'
import type { DrawOrder, Drawn } from './draw-order.ts'
import { drawPng } from './draw-png.ts'

// The thread that `createDrawChart` starts. Whatever it throws ends it, and the one who waits is told.
const { folder }: { folder: string } = workerData
const fonts = layFonts(folder)

parentPort?.on('message', ({ id, chart }: DrawOrder) => {
  const png = Uint8Array.from(drawPng(chartSvg(chart), fonts))
  const drawn: Drawn = { id, png }
  parentPort?.postMessage(drawn, [png.buffer])
})
