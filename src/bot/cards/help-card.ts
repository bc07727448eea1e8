import type { Block, Card } from '../card.ts'
import { FAMILIES, type Command } from '../command.ts'
import type { Locale } from '../texts/locale.ts'
import { inBrackets } from '../texts/punctuation.ts'
import type { Texts } from '../texts/texts.ts'
import { commandForm, commandTexts } from './command-form.ts'

/** All commands with what each does, by family. */
export function helpCard(commands: readonly Command[], texts: Texts, locale: Locale): Card {
  const blocks: Block[] = [{ kind: 'text', text: texts.help.lead }]
  for (const family of FAMILIES) {
    const own = commands.filter((command) => command.family === family)
    if (own.length === 0) continue
    blocks.push({
      kind: 'fields',
      fields: own.map((command) => ({
        label: `/${family} ${command.name}`,
        value: [commandTexts(command.id, locale).summary],
      })),
    })
  }
  blocks.push(
    { kind: 'text', text: [texts.help.questionsLabel] },
    { kind: 'code', text: texts.help.questions.join('\n') },
    { kind: 'note', text: texts.help.threads },
  )
  return { tone: 'info', title: texts.help.title, blocks, actions: [] }
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
  blocks.push({ kind: 'code', text: command.examples.map((example) => `/${command.family} ${example}`).join('\n') })
  const small = [
    ...(command.role === 'viewer' ? [] : [texts.help.role(command.role)]),
    ...(command.visibility === 'private' ? [texts.help.privateAnswer] : []),
  ]
  if (small.length > 0) blocks.push({ kind: 'note', text: [small.join(locale === 'zh' ? '' : ' ')] })
  return { tone: 'info', title: texts.help.commandTitle(`/${command.family} ${command.name}`), blocks, actions: [] }
}
