import { areas, vendors } from './codes.ts'
import { commands, families } from './commands.ts'
import { apps, conversation, errors, help } from './conversation.ts'
import { push } from './push.ts'
import { status } from './status.ts'
import { usersig } from './usersig.ts'

export const en = {
  commands,
  families,
  conversation,
  help,
  apps,
  errors: { ...errors, areas, vendors },
  usersig,
  push,
  status,
}
