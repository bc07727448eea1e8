import type { Command } from '../command.ts'
import type { Form } from '../form.ts'
import type { Locale } from '../texts/locale.ts'
import { textsFor } from '../texts/texts.ts'
import { commandTexts } from './command-form.ts'

/** Discord takes no more in one form. */
const MOST_FIELDS = 5

/**
 * The form of a command, with what was already given filled in. What has no room in it is typed: the last of the declared
 * arguments, and flags, which say yes to what the form has not shown yet.
 */
export function formFor(command: Command, given: Readonly<Record<string, unknown>>, locale: Locale): Form {
  const own = commandTexts(command.id, locale)
  const { submit, cancel } = textsFor(locale).conversation.form
  return {
    command: command.id,
    title: own.form,
    submit,
    cancel,
    fields: Object.entries(command.args)
      .filter(([, { place }]) => place !== 'flag')
      .slice(0, MOST_FIELDS)
      .map(([name, { required, secret, place, maxLength }]) => ({
        name,
        label: own.args[name]?.field ?? name,
        hint: own.args[name]?.hint ?? null,
        required,
        multiline: secret || place === 'list',
        maxLength,
        value: typeof given[name] === 'string' && !secret ? given[name] : null,
      })),
  }
}
