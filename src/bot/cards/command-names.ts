import type { Command } from '../command.ts'
import { pathOf } from '../command.ts'

/** Names to offer while a person types one: `push why`, groups such as `im watch`, then what is in the groups. */
export function commandNames(commands: readonly Command[]): readonly string[] {
  const short = commands.map(({ family, group, name }) => `${family} ${group ?? name}`)
  return [...new Set([...short, ...commands.map((command) => pathOf(command).join(' '))])]
}
