import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { unwrapWoff } from './unwrap-woff.ts'

/** As the fonts name themselves. */
export const FONT_FAMILY = 'Noto Sans SC'

/** Latin first: the other one has no Latin letters, this one no Chinese characters. */
const SUBSETS = ['latin', 'chinese-simplified'] as const

/**
 * Lays the package's fonts in a folder in a form that the renderer reads: it takes files only, and no WOFF.
 *
 * @returns their paths
 */
export function layFonts(folder: string): string[] {
  const { resolve } = createRequire(import.meta.url)
  return SUBSETS.map((subset) => {
    const font = unwrapWoff(
      readFileSync(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${subset}-400-normal.woff`)),
    )
    if (font === null) throw new Error(`the font for ${subset} is damaged`)
    const path = join(folder, `${subset}.ttf`)
    writeFileSync(path, font)
    return path
  })
}
