import type { terminalTexts } from '../adapters/terminal/texts.ts'
import type { Locale } from '../bot/texts/locale.ts'
import { toConfig, type Config } from '../config/config.ts'
import { loadConfig, type ConfigSource } from '../config/load-config.ts'
import { problemSentence } from '../config/texts.ts'

export type TerminalTexts = (typeof terminalTexts)[Locale]

/** Exit status for a configuration that cannot be used: EX_CONFIG of sysexits.h. */
export const WRONG_CONFIG = 78

export interface OpenedConfig {
  config: Config
  /** What can work but is probably not meant, as sentences. No secret is in them. */
  warnings: readonly string[]
}

/** The configuration, or null after all that is wrong with it was printed to standard error. */
export function openConfig(path: string | undefined, texts: TerminalTexts, locale: Locale): OpenedConfig | null {
  const loaded = loadConfig(path, process.env)
  const warnings = loaded.warnings.map((warning) => problemSentence(warning, locale))
  if (loaded.kind === 'loaded') return { config: toConfig(loaded.file, loaded.source), warnings }
  const { source } = loaded
  console.error(texts.configWrong(source.kind === 'none' ? texts.noneFound : sourceName(source, texts)))
  for (const problem of loaded.problems) console.error(`  ${problemSentence(problem, locale)}`)
  for (const warning of warnings) console.error(`  ${texts.configWarning(warning)}`)
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
