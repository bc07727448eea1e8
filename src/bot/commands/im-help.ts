import { optionalText } from '../argument.ts'
import { helpCard, helpOfCommand } from '../cards/help-card.ts'
import { defineCommand, FAMILIES } from '../command.ts'
import { closest } from '../words/closest.ts'
import { shown } from '../words/shown.ts'

export const imHelp = defineCommand({
  family: 'im',
  name: 'help',
  args: { command: optionalText({ place: 'rest' }, { maxLength: 60, suggestions: 'commands' }) },
  role: 'viewer',
  visibility: 'private',
  form: false,
  examples: ['help', 'help usersig verify'],
  run({ command: given }, { services: { commands }, texts, locale }) {
    if (given === undefined) {
      return { kind: 'ok', result: { commands: commands.map(described) }, card: helpCard(commands, texts, locale) }
    }
    const wanted = given
      .toLowerCase()
      .replace(/^\/+/, '')
      .split(/[\s./]+/)
      .filter(Boolean)
    const family = FAMILIES.find((name) => name === wanted[0])
    const own = commands.filter(
      ({ family: of, name }) =>
        (wanted.length === 1 && (of === family || name === wanted[0])) || (of === wanted[0] && name === wanted[1]),
    )
    const [only] = own
    if (only !== undefined && own.length === 1)
      return { kind: 'ok', result: { commands: [described(only)] }, card: helpOfCommand(only, texts, locale) }
    if (own.length > 1)
      return { kind: 'ok', result: { commands: own.map(described) }, card: helpCard(own, texts, locale) }
    const near = closest(
      wanted.join(' '),
      commands.map((each) => `${each.family} ${each.name}`),
    )
    return {
      kind: 'usage',
      problem: {
        kind: 'unknown-command',
        given: shown(given),
        closest: near.map((each) => each.replace(' ', '.')),
      },
    }

    function described(command: (typeof commands)[number]) {
      return {
        command: command.id,
        role: command.role,
        visibility: command.visibility,
        arguments: Object.entries(command.args).map(([name, { place, required }]) => ({ name, place, required })),
        examples: command.examples.map((example) => `/${command.family} ${example}`),
      }
    }
  },
})
