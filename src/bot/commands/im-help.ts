import { optionalText } from '../argument.ts'
import { helpCard, helpOfCommand, helpOfGroup } from '../cards/help-card.ts'
import { type Command, defineCommand, findCommand, pathOf } from '../command.ts'
import { commandsCalled } from '../words/called.ts'
import { closest } from '../words/closest.ts'
import { shown } from '../words/shown.ts'

export const imHelp = defineCommand({
  family: 'im',
  name: 'help',
  args: { command: optionalText({ place: 'rest' }, { maxLength: 60, suggestions: 'commands' }) },
  role: 'viewer',
  visibility: 'private',
  courteous: true,
  form: false,
  examples: ['help', 'help usersig verify'],
  run({ command: given }, { services: { commands }, texts, locale }) {
    const wanted = given === undefined ? [] : wordsOf(given)
    const own = given === undefined ? commands : commandsCalled(commands, wanted)
    const [first] = own
    if (first !== undefined) {
      const { group } = first
      const isGroup = group !== null && own.every((each) => each.group === group)
      const card =
        own.length === 1
          ? helpOfCommand(first, texts, locale)
          : isGroup
            ? helpOfGroup({ group, commands: own }, texts, locale)
            : helpCard(own, texts, locale)
      return { kind: 'ok', result: { commands: own.map(described) }, card }
    }
    const near = closest(
      wanted.join(' '),
      commands.map((each) => pathOf(each).join(' ')),
    )
    const ids = near.map((path) => findCommand(commands, path.replaceAll(' ', '.'))?.id ?? '')
    return { kind: 'usage', problem: { kind: 'unknown-command', given: shown(given ?? ''), closest: ids } }
  },
})

/** `/im watch add`, `im.watch.add` → the three words. */
const wordsOf = (given: string): readonly string[] =>
  given
    .toLowerCase()
    .replace(/^\/+/, '')
    .split(/[\s./]+/)
    .filter(Boolean)

const described = (command: Command) => ({
  command: command.id,
  role: command.role,
  visibility: command.visibility,
  arguments: Object.entries(command.args).map(([name, { place, required }]) => ({ name, place, required })),
  examples: command.examples.map((example) => `/${command.family} ${example}`),
})
