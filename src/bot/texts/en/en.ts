import { areas, vendors } from './codes.ts'
import { commands, families } from './commands.ts'
import { apps, conversation, errors, help } from './conversation.ts'
import { push } from './push.ts'
import { status } from './status.ts'
import { groups, teamCommands } from './team-commands.ts'
import { usersig } from './usersig.ts'
import { alerts } from './alerts.ts'
import { asked } from './asked.ts'
import { cases } from './cases.ts'
import { report } from './report.ts'
import { schedules } from './schedules.ts'
import { watches } from './watches.ts'

export const en = {
  commands: { ...commands, ...teamCommands },
  groups,
  families,
  conversation,
  help,
  apps,
  errors: { ...errors, areas, vendors },
  usersig,
  push,
  status,
  report,
  schedules,
  alerts,
  watches,
  cases,
  asked,
}
