import { readFileSync } from 'node:fs'
import { COMMANDS } from '../../src/bot/registry.ts'
import { readRequest } from '../../src/bot/words/read-request.ts'
import { parseSince } from '../../src/bot/words/since.ts'

/** A question as people write them, and what it has to be read as. */
export interface LabelledQuestion {
  ask: string
  /** Nobody is named: it is asked whose, or how to ask. */
  asksBack?: true
  command?: string
  /** Only those that decide; `user` is always a list. */
  args?: Readonly<Record<string, string | readonly string[]>>
}

export type QuestionSet = 'tuned' | 'held'

export const questionsOf = (set: QuestionSet, locale: 'en' | 'zh'): readonly LabelledQuestion[] =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/questions/${set}.${locale}.json`, import.meta.url), 'utf8'),
  ) as readonly LabelledQuestion[]

/** What it was read as, where that is not the label; null: it is. */
export function misread({ ask, asksBack, command, args = {} }: LabelledQuestion): string | null {
  const reading = readRequest(COMMANDS, ask)
  if (reading.kind !== 'command') return asksBack === true ? null : reading.kind
  const got = `${reading.command.id} ${JSON.stringify(reading.args)}`
  if (asksBack === true || reading.command.id !== command) return got
  return Object.entries(args).every(([name, value]) => isSame(name, value, reading.args[name])) ? null : got
}

function isSame(name: string, wanted: string | readonly string[], given: unknown): boolean {
  if (name === 'user') return JSON.stringify([wanted].flat()) === JSON.stringify([given].flat())
  if (name === 'for' || name === 'ttl') return secondsOf(wanted) === secondsOf(given)
  return wanted === given
}

const secondsOf = (length: unknown): number | null => {
  const since = parseSince(String(length))
  return since?.kind === 'ago' ? since.seconds : null
}
