import { plainRich } from '../cards/plain-text.ts'
import type { Context, Outcome } from '../command.ts'

/** The answer where the bot's own store cannot be opened. */
export function noWorld(
  problem: string,
  { texts, locale, timeZone, now }: Context,
): Extract<Outcome, { kind: 'upstream' }> {
  const text = texts.push.store(problem)
  return {
    kind: 'upstream',
    error: plainRich(text, { locale, timeZone, now }),
    card: { tone: 'bad', title: texts.push.storeTitle, blocks: [{ kind: 'text', text }], actions: [] },
  }
}
