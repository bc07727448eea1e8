import type { Command, Family, Group } from '../command.ts'
import { overview } from '../overview.ts'
import { closest } from './closest.ts'

/** Commands to offer for a word after a family that names none of them: what it nearly names, else an overview. */
export function nearNames(
  commands: readonly Command[],
  family: Family,
  given: string,
  next: string,
): readonly string[] {
  const members = commands.filter((command) => command.family === family)
  const near = closest(given, [...new Set(members.map(({ group, name }) => group ?? name))])
  if (near.length > 0) return idsOf(near.flatMap((word) => named(members, word, next)))
  // "/im schedule": its group was left out.
  const inner = closest(given, [...new Set(members.map(({ name }) => name))])
  if (inner.length > 0) return idsOf(members.filter(({ name }) => inner.includes(name)))
  const word = given.toLowerCase()
  const elsewhere = commands.filter(({ family: other, group, name }) => other !== family && (group ?? name) === word)
  return idsOf([...overview(elsewhere), ...overview(members)])
}

/** Commands of a group that a word nearly names, nearest first; none is a fair answer. */
export const nearInGroup = (commands: readonly Command[], family: Family, group: Group, given: string) => {
  const members = commands.filter((command) => command.family === family && command.group === group)
  const names = closest(
    given,
    members.map(({ name }) => name),
  )
  return { near: idsOf(names.flatMap((near) => members.filter(({ name }) => name === near))), all: idsOf(members) }
}

function named(members: readonly Command[], word: string, next: string): readonly Command[] {
  const single = members.filter(({ group, name }) => group === null && name === word)
  const inGroup = members.filter(({ group }) => group === word)
  const [meant] = closest(
    next,
    inGroup.map(({ name }) => name),
    1,
  )
  const exact = inGroup.filter(({ name }) => name === meant)
  return [...single, ...(exact.length > 0 ? exact : overview(inGroup))]
}

const idsOf = (commands: readonly Command[]): readonly string[] => [...new Set(commands.map(({ id }) => id))]
