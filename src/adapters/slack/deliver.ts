import type { Card } from '../../bot/card.ts'
import type { Reader } from '../../bot/cards/plain-text.ts'
import type { Reply, Visibility } from '../../bot/reply.ts'
import type { Actor } from '../../bot/request.ts'
import type { Logger } from 'pino'
import { sentence, TOLD_ALREADY, type Outbox } from './outbox.ts'
import { NO_PICTURES, type Pictures } from './pictures.ts'
import type { Button } from './render-buttons.ts'
import { renderCard } from './render-card.ts'
import { renderPlainly } from './render-plainly.ts'
import type { SlackContext } from './slack-context.ts'
import { refusesBlocks, type SlackFailure } from './slack-failure.ts'
import { slackTexts } from './texts.ts'

export interface Delivery {
  actor: Actor
  outbox: Outbox
  log: Logger
  /** The press made a private card public, so it says who did. */
  sharing: boolean
  /** Slack's own buttons, after those of the card. */
  extraButtons: readonly Button[]
  /** Of the reply's card. */
  pictures: Pictures
}

/** Sends a reply the way it may be seen; true when the person has it, or has been told where to get it. */
export async function deliver(context: SlackContext, reply: Reply, delivery: Delivery): Promise<boolean> {
  const { outbox, log } = delivery
  const failed = await sendCard(context, reply, withWarning(context, reply, outbox), reply.visibility, delivery)
  if (failed === null || failed === TOLD_ALREADY) return true
  log.error({ code: failed.code, visibility: reply.visibility }, 'answer not delivered')
  const texts = slackTexts(reply.locale)
  if (reply.visibility === 'public') {
    // The person who asked gets a copy in any case.
    const told = failed.maybeDone ? texts.maybePosted : texts.notPosted
    const copy: Card = { ...reply.card, blocks: [...reply.card.blocks, { kind: 'note', text: [told] }] }
    return (await sendCard(context, reply, copy, 'private', { ...delivery, sharing: false })) === null
  }
  if (!outbox.mayGoPublic) return false
  if (reply.publicCard !== null) return (await sendCard(context, reply, reply.publicCard, 'public', delivery)) === null
  return (await outbox.send(sentence(texts.askPrivately), 'public')) === null
}

/** Whoever wrote a signature where others can read is told to take it away. */
function withWarning({ bot }: SlackContext, reply: Reply, outbox: Outbox): Card {
  const { command: id, visibility, confidential, card, locale } = reply
  const args = bot.commands.find((command) => command.id === id)?.args ?? {}
  const told =
    outbox.mayGoPublic && visibility === 'private' && confidential && Object.values(args).some(({ secret }) => secret)
  if (!told) return card
  return { ...card, blocks: [...card.blocks, { kind: 'note', text: [slackTexts(locale).publicPlace] }] }
}

async function sendCard(
  { bot, now }: SlackContext,
  { locale, timeZone }: Reply,
  card: Card,
  visibility: Visibility,
  { actor, outbox, log, sharing, extraButtons, pictures }: Delivery,
): Promise<SlackFailure | null> {
  const reader: Reader = { locale, timeZone, now: now() }
  const own = card.actions.map((action) => ({
    label: action.label,
    style: action.style,
    key: bot.keep(action, visibility === 'private' ? actor : null),
  }))
  const buttons = visibility === 'private' ? [...own, ...extraButtons] : own
  const { surface } = outbox
  const options = { reader, surface, buttons, ...(sharing ? { sharedBy: actor.id } : {}) }
  // Slack may refuse a message for its pictures alone.
  for (const shown of pictures.size > 0 ? [pictures, NO_PICTURES] : [NO_PICTURES]) {
    const failed = await outbox.send(renderCard(card, { ...options, pictures: shown }), visibility)
    if (failed === null || !refusesBlocks(failed)) return failed
    log.error({ code: failed.code, pointers: failed.pointers }, 'slack refused the blocks of a card')
  }
  return outbox.send(renderPlainly(card, reader, buttons), visibility)
}
