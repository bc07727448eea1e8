import type { Command } from './command.ts'

/** One command of each group, the one that is meant by its name alone, and all that stand alone: what a person can take in. */
export const overview = (commands: readonly Command[]): readonly Command[] =>
  commands.filter((command) => command.group === null || command === firstOf(commands, command))

function firstOf(commands: readonly Command[], { family, group }: Command): Command | undefined {
  const own = commands.filter((each) => each.family === family && each.group === group)
  return own.find(({ isDefault }) => isDefault) ?? own[0]
}
