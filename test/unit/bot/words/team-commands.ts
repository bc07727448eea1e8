import { optionalDuration, optionalSince, optionalText, requiredText } from '../../../../src/bot/argument.ts'
import { type Command, defineCommand } from '../../../../src/bot/command.ts'
import { COMMANDS } from '../../../../src/bot/registry.ts'

const rest = { role: 'operator', visibility: 'public', form: true, examples: [] } as const
const app = () => optionalText({ place: 'option' }, { suggestions: 'apps' })
const word = () => requiredText({ place: 'word' })

/** Says what it was given. */
const run = (input: object) =>
  ({ kind: 'ok', result: input, card: { tone: 'info', title: 'done', blocks: [], actions: [] } }) as const

const TEAM: readonly Command[] = [
  defineCommand({
    ...rest,
    id: 'im.report',
    family: 'im',
    group: 'report',
    name: 'now',
    isDefault: true,
    args: { app: app(), since: optionalSince(), lang: optionalText({ place: 'option' }) },
    examples: ['report', 'report now --app prod'],
    run,
  }),
  defineCommand({
    ...rest,
    family: 'im',
    group: 'report',
    name: 'schedule',
    args: {
      when: word(),
      channel: word(),
      app: app(),
      tz: optionalText({ place: 'option' }),
      lang: optionalText({ place: 'option' }),
    },
    examples: ['report schedule "every weekday 09:00" #push-ops'],
    run,
  }),
  defineCommand({ ...rest, family: 'im', group: 'report', name: 'list', args: {}, form: false, run }),
  defineCommand({ ...rest, family: 'im', group: 'report', name: 'remove', args: { id: word() }, run }),
  defineCommand({
    ...rest,
    family: 'im',
    group: 'watch',
    name: 'add',
    isDefault: true,
    args: { user: word(), for: optionalDuration(), app: app() },
    examples: ['watch alice', 'watch add alice --for 2h'],
    run,
  }),
  defineCommand({ ...rest, family: 'im', group: 'watch', name: 'list', args: {}, form: false, run }),
  defineCommand({ ...rest, family: 'im', group: 'watch', name: 'stop', args: { id: word() }, run }),
  // Without a default, which a group need not have.
  defineCommand({ ...rest, family: 'im', group: 'alert', name: 'list', args: {}, form: false, run }),
  defineCommand({
    ...rest,
    family: 'im',
    group: 'alert',
    name: 'silence',
    args: { id: word(), for: optionalDuration() },
    examples: ['alert silence 3 --for 4h'],
    run,
  }),
  defineCommand({
    ...rest,
    family: 'push',
    group: 'case',
    name: 'show',
    isDefault: true,
    args: { id: word() },
    examples: ['case 12'],
    run,
  }),
  defineCommand({
    ...rest,
    family: 'push',
    group: 'case',
    name: 'close',
    args: { id: word(), cause: optionalText({ place: 'word' }) },
    examples: ['case close 12 logged-out'],
    run,
  }),
]

/** The commands of one and two words that there are, and made-up ones of three. */
export const WITH_TEAM: readonly Command[] = [...COMMANDS.filter(({ group }) => group === null), ...TEAM]
