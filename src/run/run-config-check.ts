import type { Locale } from '../bot/texts/locale.ts'
import { openConfig, sourceName, WRONG_CONFIG, type TerminalTexts } from './open-config.ts'
import { appsOf } from '../compose-bot.ts'

/** `im-doctor config check`: what is wrong, or what the configuration comes to. Shows no secret. */
export function runConfigCheck({
  config: path,
  texts,
  locale,
}: {
  config?: string
  texts: TerminalTexts
  locale: Locale
}): number {
  const opened = openConfig(path, texts, locale)
  if (opened === null) return WRONG_CONFIG
  const { config, warnings } = opened
  const { summary } = texts
  const surfaces = [
    ...(config.slack === null ? [] : [`Slack (${config.slack.mode})`]),
    ...(config.discord === null ? [] : ['Discord']),
    ...(config.playground ? ['playground'] : []),
    'ask',
  ]
  console.log(texts.configRight(sourceName(config.source, texts)))
  for (const warning of warnings) console.log(`  ${texts.configWarning(warning)}`)
  console.log(
    `  ${summary.apps(
      appsOf(config)
        .all.map(({ name, sdkAppId }) => `${name} (${sdkAppId})`)
        .join(', '),
    )}`,
  )
  console.log(`  ${summary.surfaces(surfaces.join(', '))}`)
  console.log(`  ${summary.access(config.access.configured)}`)
  console.log(`  ${summary.language(config.language)}`)
  return 0
}
