import type { Argument } from '../argument.ts'
import { type Command, pathOf } from '../command.ts'
import type { Locale } from '../texts/locale.ts'
import { textsFor } from '../texts/texts.ts'

export interface CommandTexts {
  name: string
  summary: string
  form: string
  args: Readonly<Record<string, { field: string; label: string; hint: string } | undefined>>
}

/** The texts of a command by its id; declared commands all have them, as a test holds. */
export function commandTexts(id: string, locale: Locale): CommandTexts {
  const texts = (textsFor(locale).commands as Readonly<Record<string, CommandTexts | undefined>>)[id]
  if (texts === undefined) throw new Error(`no texts for the command ${id}`)
  return texts
}

/** What is typed to name a command: `/usersig verify`, `/im watch add`. */
export const typedName = (command: Pick<Command, 'family' | 'group' | 'name'>): string =>
  `/${pathOf(command).join(' ')}`

/** How to type a command: `/usersig verify <user> <sig> [--app APP] [--at TIME]`, `/im status <user…> [--app APP]`. */
export function commandForm(command: Command): string {
  const parts = Object.entries(command.args).map(([name, argument]) => {
    const typed = typedAs(name, argument)
    if (argument.place === 'option' || argument.place === 'flag') return argument.required ? typed : `[${typed}]`
    return argument.required ? `<${typed}>` : `[${typed}]`
  })
  return [typedName(command), ...parts].join(' ')
}

function typedAs(name: string, { place, placeholder }: Argument): string {
  switch (place) {
    case 'word':
    case 'rest':
      return name
    case 'list':
      return `${name}…`
    case 'option':
      return `--${name} ${placeholder ?? name.toUpperCase()}`
    case 'flag':
      return `--${name}`
  }
}
