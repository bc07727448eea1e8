import { sentence, type Outbox } from './outbox.ts'
import { scrub } from './scrub.ts'
import type { SlackContext } from './slack-context.ts'
import { slackTexts } from './texts.ts'

/** Logs a mistake of ours and tells the person its number. Never rejects. */
export async function tellDefect(
  { log, bot, people }: SlackContext,
  { id, user, outbox }: { id: string; user: string; outbox: Outbox | null },
  error: unknown,
): Promise<void> {
  log.error({ request: id, ...defectFields(error) }, 'defect in the slack adapter')
  if (outbox === null) return
  const text = slackTexts(people.known(user)?.locale ?? bot.language).defect(id)
  await outbox.giveUp(sentence(text)).catch(() => null)
}

/** An error for the log, without the fields in which libraries keep what was sent. */
export function defectFields(error: unknown): { error: string; stack?: string } {
  if (!(error instanceof Error)) return { error: scrub(String(error)) }
  const stack = error.stack?.split('\n').slice(1, 8).join('\n')
  return { error: scrub(`${error.name}: ${error.message}`), ...(stack === undefined ? {} : { stack }) }
}
