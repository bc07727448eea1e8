import { manifestYaml } from '../adapters/slack/manifest.ts'
import { COMMANDS } from '../bot/registry.ts'
import type { TerminalTexts } from './open-config.ts'

/** `im-doctor slack manifest`: to be pasted at api.slack.com/apps. */
export function runSlackManifest({ mode, url, texts }: { mode: string; url?: string; texts: TerminalTexts }): number {
  if (mode !== 'socket' && mode !== 'http') {
    console.error(texts.badMode)
    return 2
  }
  if (mode === 'http' && (url === undefined || !URL.canParse(url))) {
    console.error(texts.needsUrl)
    return 2
  }
  process.stdout.write(
    manifestYaml(COMMANDS, { mode, ...(url === undefined ? {} : { requestUrl: new URL('/slack/events', url).href }) }),
  )
  return 0
}
