import type { Command } from '../command.ts'
import type { Form } from '../form.ts'
import type { Locale } from '../texts/locale.ts'
import { textsFor } from '../texts/texts.ts'
import { commandTexts } from './command-form.ts'

/** The form of a command, with what was already given filled in. Discord takes at most five fields; no command has more. */
export function formFor(command: Command, given: Readonly<Record<string, unknown>>, locale: Locale): Form {
  const own = commandTexts(command.id, locale)
  const { submit, cancel } = textsFor(locale).conversation.form
  return {
    command: command.id,
    title: own.form,
    submit,
    cancel,
    fields: Object.entries(command.args).map(([name, { required, secret, maxLength }]) => ({
      name,
      label: own.args[name]?.field ?? name,
      hint: own.args[name]?.hint ?? null,
      required,
      multiline: secret,
      maxLength,
      value: typeof given[name] === 'string' && !secret ? given[name] : null,
    })),
  }
}
