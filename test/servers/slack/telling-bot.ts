import type { Bot } from '../../../src/bot/bot.ts'
import type { Card } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import type { Progress, Request } from '../../../src/bot/request.ts'

/** A request that the bot is working on, until the test lets it answer. */
export interface Working {
  request: Request
  tell(text: string, changes?: Partial<Progress>): void
  reply(text: string, changes?: Partial<Reply>): void
}

export interface TellingBot {
  bot: Bot
  working: Working[]
}

const card = (title: string): Card => ({ tone: 'info', title, blocks: [], actions: [] })

/** A bot whose every answer takes as long as a test wants, and tells what the test says of its progress. */
export function tellingBot(): TellingBot {
  const working: Working[] = []
  const seen = new Set<string>()
  let keys = 0
  const bot: Bot = {
    commands: [],
    language: 'en',
    plan: () => ({ kind: 'answer', visibility: 'public' }),
    keep: () => `key-${++keys}`,
    suggest: () => [],
    answer(request) {
      if (seen.has(request.id)) return Promise.resolve(null)
      seen.add(request.id)
      return new Promise((resolve) => {
        const { locale, timeZone } = request
        const reader = { locale: locale ?? 'en', timeZone }
        working.push({
          request,
          tell: (text, changes) =>
            request.onProgress?.({ card: card(text), visibility: 'public', ...reader, ...changes }),
          reply(text, changes) {
            const made: Reply = {
              command: 'push.why',
              status: 'ok',
              visibility: 'public',
              result: null,
              error: null,
              card: card(text),
              publicCard: null,
              confidential: true,
              ...reader,
            }
            resolve({ ...made, ...changes })
          },
        })
      })
    },
  }
  return { bot, working }
}
