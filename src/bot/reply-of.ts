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
import type { UsageProblem } from './problem.ts'
import type { Reply } from './reply.ts'
import type { Request } from './request.ts'
import { textsFor, type Texts } from './texts/texts.ts'

export function replyOf(
  { command, locale, outcome }: Ending,
  { id, timeZone }: Request,
  commands: readonly Command[],
  now: number,
): Reply {
  const texts = textsFor(locale)
  const reader = { locale, timeZone, now }
  const common = {
    command: command?.id ?? null,
    locale,
    timeZone,
    result: null,
    error: null,
    publicCard: null,
    visibility: 'private',
  } as const
  switch (outcome.kind) {
    case 'ok': {
      const { card, publicCard = null, result } = outcome
      return { ...common, status: 'ok', visibility: command?.visibility ?? 'private', result, card, publicCard }
    }
    case 'share':
      return { ...common, status: 'ok', visibility: 'public', card: outcome.card, publicCard: outcome.card }
    case 'usage':
      return {
        ...common,
        status: 'usage',
        error: usageError(outcome.problem, command, commands, texts, reader),
        card: problemCard(outcome.problem, command, commands, texts),
      }
    case 'denied':
      return {
        ...common,
        status: 'denied',
        error: plainRich(deniedText(outcome.reason, texts), reader),
        card: deniedCard(outcome.reason, texts),
      }
    case 'upstream':
      return { ...common, status: 'upstream', error: outcome.error, card: outcome.card, result: outcome.result ?? null }
    case 'defect':
      return {
        ...common,
        status: 'upstream',
        error: plainRich(texts.conversation.defect(id), reader),
        card: defectCard(id, texts),
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
