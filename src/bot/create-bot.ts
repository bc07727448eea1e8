import { VENDORS } from '../diagnostics/codes/entry.ts'
import type { Suggestions } from './argument.ts'
import type { Bot, Plan } from './bot.ts'
import { commandNames } from './cards/command-names.ts'
import { formFor } from './cards/form-for.ts'
import type { Command } from './command.ts'
import { createDispatch, type DispatchDeps } from './dispatch.ts'
import { createFindSecrets } from './policy/find-secrets.ts'
import { createKeptActions } from './policy/kept-actions.ts'
import type { Buttons } from './ports/buttons.ts'
import { readInput } from './read-input.ts'
import { COMMANDS } from './registry.ts'
import { appNames } from './services.ts'
import { closest } from './words/closest.ts'

export interface BotDeps extends Omit<DispatchDeps, 'commands' | 'kept' | 'secrets'> {
  /** Left out: all there are. */
  commands?: readonly Command[]
  /** Asked when a button is kept, and when one is pressed that memory does not know. Null: there is no store. */
  buttons: () => Promise<Buttons | null>
  /** A new key for a button: at most 64 characters, not to be guessed. */
  newKey: () => string
}

/** Discord takes at most 25 values in an autocomplete answer; no surface shows more in comfort. */
const MOST_SUGGESTIONS = 25

/** The bot: commands, policy and cards behind one small interface for all surfaces. */
export function createBot(deps: BotDeps): Bot {
  const { commands = COMMANDS, newKey, buttons } = deps
  const secrets = createFindSecrets(deps.apps.all)
  const kept = createKeptActions({ commands, newKey, buttons })

  function suggestions(list: Suggestions): readonly string[] {
    switch (list) {
      case 'apps':
        return appNames(deps.apps)
      case 'commands':
        return commandNames(commands)
      case 'vendors':
        return VENDORS
    }
  }

  return {
    commands,
    language: deps.language,
    answer: createDispatch({ ...deps, commands, kept, secrets }),
    keep: (action, owner) => kept.keep(action, owner, deps.now()),

    plan(input, locale): Plan {
      // What a press does is only looked up when it is answered; until then nothing of it may be seen by others.
      if (input.kind === 'press') return { kind: 'answer', visibility: 'private' }
      const asked = readInput(commands, input, appNames(deps.apps))
      if (asked.kind !== 'command') return { kind: 'answer', visibility: 'private' }
      const { command, args, bare } = asked
      const language = asked.locale ?? locale ?? deps.language
      if (bare && command.form) return { kind: 'form', form: formFor(command, args, language) }
      const isOpen = secrets.anyIn(input) === null
      return { kind: 'answer', visibility: isOpen ? command.visibility : 'private' }
    },

    suggest(list, typed) {
      const values = suggestions(list)
      const holding = values.filter((value) => value.toLowerCase().includes(typed.trim().toLowerCase()))
      return (holding.length > 0 ? holding : closest(typed, values, MOST_SUGGESTIONS)).slice(0, MOST_SUGGESTIONS)
    },
  }
}
