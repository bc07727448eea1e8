import type { Card } from './card.ts'
import { commandForm } from './cards/command-form.ts'
import { plainRich, type Reader } from './cards/plain-text.ts'
import {
  defectCard,
  deniedCard,
  deniedText,
  nearestCommands,
  problemCard,
  problemText,
  rightCommand,
} from './cards/problem-card.ts'
import type { Command } from './command.ts'
import type { Ending } from './ending.ts'
import type { Credential } from './policy/credential-forms.ts'
import { secretIn } from './policy/pasted-secret.ts'
import type { UsageProblem } from './problem.ts'
import type { Reply } from './reply.ts'
import type { Request } from './request.ts'
import { textsFor, type Texts } from './texts/texts.ts'

/** @param leak what got out with the request: then its answer is for the asker alone, and says so */
export function replyOf(
  ending: Ending,
  request: Request,
  commands: readonly Command[],
  { now, leak }: { now: number; leak: Credential | null },
): Reply {
  const reply = replyTo(ending, request, commands, { now, secret: leak !== null || secretIn(request.input) })
  if (leak === null) return reply
  const hidden = { ...reply, visibility: 'private', confidential: true } as const
  if (saysLeaked(ending, reply)) return hidden
  const text = textsFor(reply.locale).conversation.leaked(leak)
  const said = plainRich(text, { locale: reply.locale, timeZone: reply.timeZone, now })
  return {
    ...hidden,
    error: reply.error === null ? null : `${reply.error} ${said}`,
    card: { ...reply.card, blocks: [...reply.card.blocks, { kind: 'text', text }] },
  }
}

/** Whether an answer says by itself that what was typed counts as leaked. */
const saysLeaked = ({ outcome }: Ending, { result }: Reply): boolean =>
  outcome.kind === 'usage'
    ? outcome.problem.kind === 'arguments' &&
      outcome.problem.errors.some(({ problem }) => problem.kind === 'credential')
    : JSON.stringify(result ?? null).includes('"looks-like-secret-key"')

function replyTo(
  { command, locale, outcome }: Ending,
  { id, timeZone }: Request,
  commands: readonly Command[],
  { now, secret }: { now: number; secret: boolean },
): Reply {
  const texts = textsFor(locale)
  const reader = { locale, timeZone, now }
  /** What holds nothing of anybody's may be read by all, unless it answers something that does. */
  const openly = (card: Card, isOpen: boolean) => {
    const confidential = secret || !isOpen
    return { card, confidential, publicCard: confidential ? null : card }
  }
  const common = {
    command: command?.id ?? null,
    locale,
    timeZone,
    result: null,
    error: null,
    visibility: 'private',
  } as const
  switch (outcome.kind) {
    case 'ok': {
      const { card, publicCard = null, result } = outcome
      const visibility = command?.visibility ?? 'private'
      const shown = openly(card, visibility === 'public' || command?.courteous === true)
      return { ...common, status: 'ok', visibility, result, ...shown, publicCard: publicCard ?? shown.publicCard }
    }
    case 'share':
      return { ...common, status: 'ok', visibility: 'public', ...openly(outcome.card, true) }
    case 'usage':
      return {
        ...common,
        status: 'usage',
        error: usageError(outcome.problem, command, commands, texts, reader),
        ...openly(problemCard(outcome.problem, command, commands, texts), true),
      }
    case 'denied':
      return {
        ...common,
        status: 'denied',
        error: plainRich(deniedText(outcome.reason, texts), reader),
        ...openly(deniedCard(outcome.reason, texts), outcome.reason.kind !== 'too-fast'),
      }
    case 'upstream':
      return {
        ...common,
        status: 'upstream',
        error: outcome.error,
        result: outcome.result ?? null,
        ...openly(outcome.card, command?.visibility === 'public'),
      }
    case 'defect':
      return {
        ...common,
        status: 'upstream',
        error: plainRich(texts.conversation.defect(id), reader),
        ...openly(defectCard(id, texts), true),
      }
  }
}

/** One line that says what is wrong and shows the right form. */
function usageError(
  problem: UsageProblem,
  asked: Command | null,
  commands: readonly Command[],
  texts: Texts,
  reader: Reader,
): string {
  const command = rightCommand(problem, asked)
  const forms = command === null ? nearestCommands(problem, commands) : [command]
  const said = plainRich(problemText(problem, texts), reader)
  if (forms.length === 0) return said
  const shown = forms.map(commandForm).join('; ')
  // A sentence that ends with a colon already leads to them.
  const lead = command === null ? shown : plainRich(texts.conversation.rightForm(shown), reader)
  return `${said} ${lead}`
}
