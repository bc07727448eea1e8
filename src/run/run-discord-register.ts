import { SurfaceStartError } from '../adapters/surface.ts'
import type { Locale } from '../bot/texts/locale.ts'
import { COMMANDS } from '../bot/registry.ts'
import { openConfig, WRONG_CONFIG, type TerminalTexts } from './open-config.ts'

/** `im-doctor discord register`: without a running bot. */
export async function runDiscordRegister({
  config: path,
  texts,
  locale,
}: {
  config?: string
  texts: TerminalTexts
  locale: Locale
}): Promise<number> {
  const opened = openConfig(path, texts, locale)
  if (opened === null) return WRONG_CONFIG
  const { config } = opened
  if (config.discord === null) {
    console.error(texts.noDiscord)
    return 2
  }
  const { registerFromSettings } = await import('../adapters/discord/register.ts')
  try {
    for (const { scope, outcome } of await registerFromSettings(config.discord, COMMANDS))
      console.log(texts.registered(scope === 'global' ? texts.globally : texts.guild(scope), outcome === 'written'))
    return 0
  } catch (error) {
    if (!(error instanceof SurfaceStartError)) throw error
    console.error(`${error.message}\n${error.remedy}`)
    return 4
  }
}
