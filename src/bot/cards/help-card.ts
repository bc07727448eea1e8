import type { Block, Card, Field } from '../card.ts'
import { FAMILIES, type Command, type Group } from '../command.ts'
import { COMMA, inBrackets } from '../texts/punctuation.ts'
import type { Locale } from '../texts/locale.ts'
import type { Texts } from '../texts/texts.ts'
import { commandForm, commandTexts, typedName } from './command-form.ts'

/** All commands with what each does, by family; a group of commands has one line. */
export function helpCard(commands: readonly Command[], texts: Texts, locale: Locale): Card {
  const blocks: Block[] = [{ kind: 'text', text: texts.help.lead }]
  for (const family of FAMILIES) {
    const own = commands.filter((command) => command.family === family)
    if (own.length > 0) blocks.push({ kind: 'fields', fields: lines(own, texts, locale) })
  }
  const grouped = commands.find((command) => command.group !== null && !command.isDefault)
  if (grouped !== undefined)
    blocks.push({ kind: 'note', text: texts.help.grouped(typedName(grouped), `/im help ${grouped.group}`) })
  blocks.push(
    { kind: 'text', text: [texts.help.questionsLabel] },
    { kind: 'code', text: texts.help.questions.join('\n') },
    { kind: 'note', text: texts.help.threads },
  )
  return { tone: 'info', title: texts.help.title, blocks, actions: [] }
}

/** Of the commands of one family. */
function lines(commands: readonly Command[], texts: Texts, locale: Locale): readonly Field[] {
  return commands.flatMap((command) => {
    const { family, group } = command
    const mates = group === null ? [command] : commands.filter((each) => each.group === group)
    if (group === null || mates.length === 1) return [line(command, locale)]
    if (command !== mates[0]) return []
    const names = mates.map(({ name }) => name).join(COMMA[locale])
    return [{ label: `/${family} ${group}`, value: [texts.groups[group].summary + inBrackets(names, locale)] }]
  })
}

const line = (command: Command, locale: Locale): Field => ({
  label: typedName(command),
  value: [commandTexts(command.id, locale).summary],
})

/** The commands of one group: their forms, what each does, examples. */
export function helpOfGroup(
  { group, commands }: { group: Group; commands: readonly Command[] },
  texts: Texts,
  locale: Locale,
): Card {
  const blocks: Block[] = [
    { kind: 'text', text: [texts.groups[group].summary] },
    {
      kind: 'fields',
      fields: commands.map((command) => ({
        label: commandForm(command),
        value: [commandTexts(command.id, locale).summary],
      })),
    },
    { kind: 'code', text: commands.flatMap(examplesOf).join('\n') },
  ]
  const [first] = commands
  return { tone: 'info', title: texts.help.commandTitle(`/${first?.family} ${group}`), blocks, actions: [] }
}

/** One command: its form, its arguments, examples. */
export function helpOfCommand(command: Command, texts: Texts, locale: Locale): Card {
  const own = commandTexts(command.id, locale)
  const blocks: Block[] = [
    { kind: 'text', text: [own.summary] },
    { kind: 'text', text: texts.conversation.rightForm(commandForm(command)) },
  ]
  const args = Object.entries(command.args)
  if (args.length > 0) {
    blocks.push({
      kind: 'fields',
      fields: args.map(([name, { required }]) => ({
        label: name,
        value: [
          (own.args[name]?.hint ?? '') + inBrackets(required ? texts.help.required : texts.help.optional, locale),
        ],
      })),
    })
  }
  blocks.push({ kind: 'code', text: examplesOf(command).join('\n') })
  const small = [
    ...(command.role === 'viewer' ? [] : [texts.help.role(command.role)]),
    ...(command.visibility === 'private' ? [texts.help.privateAnswer] : []),
  ]
  if (small.length > 0) blocks.push({ kind: 'note', text: [small.join(locale === 'zh' ? '' : ' ')] })
  return { tone: 'info', title: texts.help.commandTitle(typedName(command)), blocks, actions: [] }
}

const examplesOf = ({ family, examples }: Command): readonly string[] =>
  examples.map((example) => `/${family} ${example}`)
