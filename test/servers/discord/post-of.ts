import type { Action, Block, Card } from '../../../src/bot/card.ts'
import type { ChannelPost, ChannelRef } from '../../../src/bot/ports/channels.ts'

/** The smallest PNG there is: one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const PICTURE: Block = { kind: 'image', png: PNG, name: 'loss.png', alt: 'Loss by vendor: apns 2 %, fcm 40 %' }

export const channel = (id: string, thread: string | null = null): ChannelRef => ({ platform: 'discord', id, thread })

/** A report, as the bot posts it. */
export function postOf(key: string, blocks: readonly Block[] = [], actions: readonly Action[] = []): ChannelPost {
  const card: Card = {
    tone: 'info',
    title: 'Team report',
    blocks: [{ kind: 'text', text: ['12 pushes were lost'] }, ...blocks],
    actions,
  }
  return { key, card, locale: 'en', timeZone: null }
}
