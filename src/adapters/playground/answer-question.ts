import type { Logger } from 'pino'
import type { Bot } from '../../bot/bot.ts'
import type { Actor, Progress, Request } from '../../bot/request.ts'
import type { Reply } from '../../bot/reply.ts'
import { within } from '../within.ts'
import type { Html } from './html.ts'
import { PLAYGROUND_LIMITS } from './limits.ts'
import { patience } from './patience.ts'
import type { Question } from './read-question.ts'
import { renderCard } from './render-card.ts'
import { renderForm } from './render-form.ts'
import { playgroundTexts } from './texts.ts'

export interface AnswerDeps {
  bot: Bot
  log: Logger
  /** UNIX milliseconds. */
  now: () => number
  /** Unique, and safe in an HTML id. */
  newId: () => string
}

export type Answer =
  | { kind: 'form'; html: Html }
  | { kind: 'reply'; html: Html }
  /** `text` is a sentence for the person. */
  | { kind: 'failed'; text: string; status: 500 | 504 }

/** Who waits for an answer, and how. */
export interface Asking {
  /** Names the request in logs and its card on the page. */
  id: string
  /** Aborted when the page is gone. */
  signal: AbortSignal
  /** Null for one that takes the whole answer only. */
  onProgress: ((progress: Progress) => void) | null
}

/** Only this machine reaches the playground, so whoever asks is its owner. */
const OWNER: Actor = { platform: 'playground', id: 'owner', groups: [], owner: true }

/** The same road as from the chat platforms: plan, then a form or the bot's answer. Never rejects. */
export async function answerQuestion(question: Question, asking: Asking, deps: AnswerDeps): Promise<Answer> {
  const { bot, log } = deps
  const { id, onProgress } = asking
  const texts = playgroundTexts(question.locale)
  const waiting = patience(asking.signal, PLAYGROUND_LIMITS.patience)
  try {
    const plan = bot.plan(question.input, question.locale)
    if (plan.kind === 'form') return { kind: 'form', html: renderForm(plan.form, id, question.locale) }
    const request: Request = {
      id,
      actor: OWNER,
      // One person and one page: the place and who asks are the conversation, without a thread.
      place: { kind: 'direct', id: 'playground', thread: null },
      input: question.input,
      locale: question.locale,
      timeZone: question.timeZone,
      signal: waiting.signal,
      onProgress,
    }
    const reply = await within(bot.answer(request), PLAYGROUND_LIMITS.answer, 'late' as const)
    if (reply === 'late') {
      log.error({ request: id }, 'no answer in time at the playground')
      return { kind: 'failed', text: texts.tooLate(id), status: 504 }
    }
    if (reply === null) throw new Error('two requests of the playground had the same id')
    return { kind: 'reply', html: renderReply(reply, id, deps) }
  } catch (error) {
    log.error({ err: error, request: id }, 'defect at the playground')
    return { kind: 'failed', text: texts.defect(id), status: 500 }
  } finally {
    waiting.end()
  }
}

function renderReply({ card, visibility, locale, timeZone }: Reply, id: string, { bot, now }: AnswerDeps): Html {
  const buttons = card.actions.map((action) => ({
    label: action.label,
    style: action.style,
    key: bot.keep(action, OWNER),
  }))
  const audience = playgroundTexts(locale).audience[visibility]
  return renderCard(card, { id, buttons, audience }, { locale, timeZone, now: now() })
}

/** As the reply will be, but without buttons: what is not finished has nothing to press. */
export function renderProgress({ card, visibility, locale, timeZone }: Progress, id: string, now: number): Html {
  const audience = playgroundTexts(locale).audience[visibility]
  return renderCard(card, { id, buttons: [], audience }, { locale, timeZone, now })
}
