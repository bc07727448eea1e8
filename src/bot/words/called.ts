import { commandTexts } from '../cards/command-form.ts'
import { type Command, type Group, pathOf } from '../command.ts'
import { LOCALES } from '../texts/locale.ts'
import { textsFor } from '../texts/texts.ts'

/** Whether a command goes by that name, in either language. */
export const isCalled = ({ id, name }: Command, word: string): boolean =>
  name === word.toLowerCase() || LOCALES.some((locale) => commandTexts(id, locale).name === word)

/** Whether a group goes by that name, in either language. */
export const isGroupCalled = (group: Group, word: string): boolean =>
  group === word.toLowerCase() || LOCALES.some((locale) => textsFor(locale).groups[group].name === word)

/** Commands whose names hold these words in this order: `watch` and `im watch` are all of the group, `watch add` is one. */
export const commandsCalled = (commands: readonly Command[], words: readonly string[]): readonly Command[] =>
  words.length === 0 ? [] : commands.filter((command) => holds(command, words))

function holds(command: Command, words: readonly string[]): boolean {
  let next = 0
  for (const part of pathOf(command)) {
    const word = words[next]
    if (word === undefined) return true
    if (isPartCalled(command, part, word)) next++
  }
  return next === words.length
}

function isPartCalled(command: Command, part: string, word: string): boolean {
  if (part === word.toLowerCase()) return true
  if (part === command.group) return isGroupCalled(command.group, word)
  return part === command.name && isCalled(command, word)
}
