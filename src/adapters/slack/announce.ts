import { sentence, type Outbox } from './outbox.ts'
import { TIMES } from './limits.ts'
import type { SlackContext } from './slack-context.ts'
import { slackTexts } from './texts.ts'

/** The word that work goes on, for answers that take long and do not tell how far they have come. */
export interface Announcement {
  /** Says it now, where it has not been said. Never rejects. */
  now(): Promise<void>
  /** Does not say it by itself any more, and lets nothing overtake it. Never rejects. */
  hush(): Promise<void>
}

export function announce(
  { people, bot }: SlackContext,
  { user, outbox }: { user: string; outbox: Outbox },
): Announcement {
  let said: Promise<void> | null = null
  const say = (): Promise<void> => {
    const { checking } = slackTexts(people.known(user)?.locale ?? bot.language)
    said ??= outbox.signOfLife(sentence(checking)).catch(() => {})
    return said
  }
  const timer = setTimeout(() => void say(), TIMES.signOfLife)
  return {
    now: say,
    async hush() {
      clearTimeout(timer)
      await said
    },
  }
}
