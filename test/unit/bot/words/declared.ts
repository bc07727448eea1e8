import { optionalFlag, optionalSince, optionalText, requiredList, requiredText } from '../../../../src/bot/argument.ts'
import { type Command, defineCommand } from '../../../../src/bot/command.ts'

const rest = { role: 'viewer', visibility: 'public', form: false, examples: [] } as const
const run = () => ({ kind: 'usage', problem: { kind: 'nothing-asked' } }) as const

/** Commands of each shape, for tests of how words are read. */
export const WHY: Command = defineCommand({
  ...rest,
  family: 'push',
  name: 'why',
  args: {
    user: requiredText({ place: 'word' }),
    app: optionalText({ place: 'option' }),
    message: optionalText({ place: 'option' }),
    from: optionalText({ place: 'option' }),
    group: optionalText({ place: 'option' }),
    since: optionalSince(),
  },
  run,
})

export const CHECK: Command = defineCommand({
  ...rest,
  family: 'push',
  name: 'check',
  args: {
    user: requiredText({ place: 'word' }),
    certificate: optionalText({ place: 'word' }),
    app: optionalText({ place: 'option' }),
    yes: optionalFlag(),
  },
  run,
})

export const HISTORY: Command = defineCommand({
  ...rest,
  family: 'push',
  name: 'history',
  args: { user: requiredText({ place: 'word' }), since: optionalSince() },
  run,
})

export const STATUS: Command = defineCommand({
  ...rest,
  family: 'im',
  name: 'status',
  args: { user: requiredList({ most: 500, each: 32 }), app: optionalText({ place: 'option' }) },
  run,
})
