import { cardPayload } from '../../src/adapters/discord/render-reply.ts'
import { renderCard } from '../../src/adapters/slack/render-card.ts'
import { renderPlainly } from '../../src/adapters/slack/render-plainly.ts'
import { answerView } from '../../src/adapters/slack/render-view.ts'
import type { Card } from '../../src/bot/card.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import { MessageBody } from '../servers/discord/check-message.ts'
import { problemsInBlocks, problemsInText, problemsInView } from '../servers/slack/check-blocks.ts'
import { NOW } from '../support/push-case.ts'

/** A card as a platform gets it, with all that the platform would refuse of it. */
interface Drawn {
  message: unknown
  problems: readonly unknown[]
}

function onSlack(card: Card, locale: Locale): Drawn {
  const reader = { locale, timeZone: 'Asia/Shanghai', now: NOW }
  const buttons = card.actions.map(({ label, style }, index) => ({ label, style, key: `key-${index}` }))
  const message = renderCard(card, { reader, surface: 'message', buttons })
  const modal = renderCard(card, { reader, surface: 'modal', buttons })
  const problems = [
    ...problemsInText(message.text),
    ...problemsInBlocks(message.blocks, 'message'),
    ...problemsInView(answerView(modal.blocks, '{}', locale)),
    ...problemsInBlocks(renderPlainly(card, reader, buttons).blocks, 'message'),
  ]
  return { message, problems }
}

function onDiscord(card: Card, locale: Locale): Drawn {
  let keys = 0
  const message = cardPayload({ keep: () => `key-${keys++}` }, card, locale, null)
  return { message, problems: MessageBody.safeParse(message).error?.issues ?? [] }
}

/** How each platform draws a card. */
export const PLATFORMS = { slack: onSlack, discord: onDiscord } as const

type PlatformName = keyof typeof PLATFORMS

export const PLATFORM_NAMES = ['slack', 'discord'] as const satisfies readonly PlatformName[]
