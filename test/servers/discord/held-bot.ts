import type { Bot } from '../../../src/bot/bot.ts'
import type { Card, Tone } from '../../../src/bot/card.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import type { Progress, Request } from '../../../src/bot/request.ts'

/** A question that waits for the test to answer it. */
export interface Question {
  request: Request
  tell(text: string, more?: Partial<Progress>): void
  reply(text: string, more?: Partial<Reply>): void
}

const cardOf = (text: string, tone: Tone = 'info'): Card => ({
  tone,
  title: text,
  blocks: [{ kind: 'text', text: [`about ${text}`] }],
  actions: [],
})

/** Plans a private answer for all but slash commands outside of `usersig`; answers when the test says so. */
export function heldBot(): { bot: Bot; questions: Question[] } {
  const questions: Question[] = []
  let keys = 0
  const answer: Bot['answer'] = (request) => {
    const locale = request.locale ?? 'en'
    return new Promise((resolve) => {
      questions.push({
        request,
        tell: (text, more) =>
          request.onProgress?.({ card: cardOf(text), visibility: 'public', locale, timeZone: null, ...more }),
        reply: (text, more) =>
          resolve({
            command: 'push.why',
            status: 'ok',
            visibility: 'public',
            result: null,
            error: null,
            card: cardOf(text, 'good'),
            publicCard: null,
            confidential: true,
            locale,
            timeZone: null,
            ...more,
          }),
      })
    })
  }
  const bot: Bot = {
    commands: [],
    language: 'en',
    plan: (input) => {
      const open = input.kind === 'call' && !input.intent.command.startsWith('usersig.')
      return { kind: 'answer', visibility: open ? 'public' : 'private' }
    },
    answer,
    keep: () => `key-${++keys}`,
    suggest: () => [],
  }
  return { bot, questions }
}
