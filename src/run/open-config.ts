import type { terminalTexts } from '../adapters/terminal/texts.ts'
import type { Locale } from '../bot/texts/locale.ts'
import { toConfig, type Config } from '../config/config.ts'
import { loadConfig, type ConfigSource } from '../config/load-config.ts'
import { problemSentence } from '../config/texts.ts'

export type TerminalTexts = (typeof terminalTexts)[Locale]

/** Exit status for a configuration that cannot be used: EX_CONFIG of sysexits.h. */
export const WRONG_CONFIG = 78

/** The configuration, or null after all that is wrong with it was printed to standard error. */
export function openConfig(path: string | undefined, texts: TerminalTexts, locale: Locale): Config | null {
  const loaded = loadConfig(path, process.env)
  if (loaded.kind === 'loaded') return toConfig(loaded.file, loaded.source)
  console.error(texts.configWrong(sourceName(loaded.source, texts)))
  for (const problem of loaded.problems) console.error(`  ${problemSentence(problem, locale)}`)
  return null
}

export function sourceName(source: ConfigSource, texts: TerminalTexts): string {
  switch (source.kind) {
    case 'file':
      return texts.fromFile(source.path)
    case 'environment':
      return texts.fromEnvironment
    case 'none':
      return texts.fromNowhere
  }
}
