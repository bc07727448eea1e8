import { PROBES, type Evidence, type ProbeName } from '../../../diagnostics/push/evidence.ts'
import type { Card } from '../../card.ts'
import type { Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'

/** How far a diagnosis has come: what was asked, with a mark for each answer. */
export function whyProgress(user: string, answered: Partial<Evidence>, texts: Texts): Card {
  const { progress, probes } = texts.push
  const done = PROBES.filter((name) => answered[name] !== undefined)
  const waiting = PROBES.filter((name) => answered[name] === undefined)
  const marks: Rich = done
    .filter((name) => answered[name]?.kind !== 'skipped')
    .flatMap((name, index) => [index > 0 ? ' · ' : '', `${markOf(answered, name)} ${probes[name]}`])
  return {
    tone: 'info',
    title: progress.title(user),
    blocks: [
      { kind: 'text', text: progress.text(done.length, PROBES.length) },
      ...(marks.length === 0 ? [] : [{ kind: 'text' as const, text: marks }]),
      ...(waiting.length === 0
        ? []
        : [{ kind: 'note' as const, text: progress.waiting(waiting.map((name) => probes[name])) }]),
    ],
    actions: [],
  }
}

const markOf = (answered: Partial<Evidence>, name: ProbeName): string => (answered[name]?.kind === 'seen' ? '☑️' : '❔')
