import type { Block, Card } from '../card.ts'
import type { Command, DenialReason } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import { overview } from '../overview.ts'
import type { Rich } from '../rich.ts'
import type { Texts } from '../texts/texts.ts'
import { MOST_OFFERED, USUAL } from '../words/suggest.ts'
import { commandForm } from './command-form.ts'

/** The sentence for a problem. */
export function problemText(problem: UsageProblem, texts: Texts): Rich {
  const write = texts.conversation.problems[problem.kind] as (problem: UsageProblem) => Rich
  return write(problem)
}

/** What went wrong, with the right form and examples: of the command meant, of the closest ones, or an overview. */
export function problemCard(
  problem: UsageProblem,
  asked: Command | null,
  commands: readonly Command[],
  texts: Texts,
): Card {
  const command = rightCommand(problem, asked)
  const shown = command === null ? nearestCommands(problem, commands) : [command]
  const blocks: Block[] = [{ kind: 'text', text: problemText(problem, texts) }]
  if (command !== null) blocks.push({ kind: 'text', text: texts.conversation.rightForm(commandForm(command)) })
  const lines = 'lines' in problem && command === null ? problem.lines : []
  const examples =
    lines.length > 0
      ? lines
      : shown.flatMap(({ family, examples: own }) =>
          own.slice(0, command === null ? 1 : 2).map((example) => `/${family} ${example}`),
        )
  if (examples.length > 0) blocks.push({ kind: 'code', text: examples.join('\n') })
  return { tone: 'info', title: titleOf(problem, texts), blocks, actions: [] }
}

/** The command whose form helps; null: none alone. Whoever asked for help of a command wants that one, not the form of help. */
export const rightCommand = (problem: UsageProblem, asked: Command | null): Command | null =>
  problem.kind === 'unknown-command' ? null : asked

/** The commands to offer where the words named none: the closest ones, else the most usual. */
export function nearestCommands(problem: UsageProblem, commands: readonly Command[]): readonly Command[] {
  if (problem.kind === 'button-out-of-date' || problem.kind === 'not-your-button' || problem.kind === 'bad-call')
    return []
  if (problem.kind === 'whose') return commands.filter(({ id }) => id === 'push.why')
  const ids = 'closest' in problem && Array.isArray(problem.closest) ? problem.closest : []
  const near = commands.filter(({ id }) => ids.includes(id))
  if (problem.kind === 'nothing-asked') return overview(commands)
  const usual = commands.filter(({ id }) => USUAL.includes(id))
  return [near, usual, overview(commands)].find((each) => each.length > 0)?.slice(0, MOST_OFFERED) ?? []
}

function titleOf(problem: UsageProblem, texts: Texts): string {
  const { titles } = texts.conversation
  if (problem.kind === 'nothing-asked') return titles.hello
  if (problem.kind === 'not-understood') return titles.notUnderstood
  if (problem.kind === 'whose') return titles.whose
  if (problem.kind === 'button-out-of-date' || problem.kind === 'not-your-button') return titles.button
  return titles.usage
}

export function deniedCard(reason: DenialReason, texts: Texts): Card {
  const { titles } = texts.conversation
  return {
    tone: 'warn',
    title: reason.kind === 'too-fast' ? titles.tooFast : titles.denied,
    blocks: [{ kind: 'text', text: deniedText(reason, texts) }],
    actions: [],
  }
}

export function deniedText(reason: DenialReason, texts: Texts): Rich {
  const { denied } = texts.conversation
  switch (reason.kind) {
    case 'role':
      return denied.role(reason.needed)
    case 'no-access-section':
      return denied['no-access-section']
    case 'too-fast':
      return denied['too-fast'](reason.retryAfterSeconds)
  }
}

export function defectCard(requestId: string, texts: Texts): Card {
  return {
    tone: 'bad',
    title: texts.conversation.titles.defect,
    blocks: [{ kind: 'text', text: texts.conversation.defect(requestId) }],
    actions: [],
  }
}
