import type { Logger } from 'pino'
import type { Bot } from '../../bot/bot.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { ExpiringMap } from '../expiring-map.ts'
import type { InFlight } from '../in-flight.ts'
import type { SurfaceObserver } from '../surface.ts'
import type { People } from './people.ts'
import type { Respond } from './respond.ts'
import type { SlackApi } from './slack-api.ts'
import type { UserGroups } from './user-groups.ts'

/** What every listener works with. */
export interface SlackContext {
  bot: Bot
  log: Logger
  now: () => number
  observe: SurfaceObserver
  api: SlackApi
  respond: Respond
  people: People
  groups: UserGroups
  inFlight: InFlight
  /** Where a form was opened from, by the key that its modal carries: the response url itself must not be in there. */
  origins: ExpiringMap<Secret>
  /** Signatures found in messages, for the button that opens a form with one, by the button's key. */
  foundSignatures: ExpiringMap<{ sig: Secret; owner: string }>
  /** Buttons whose card has been made public, so that a second press does not post it twice. */
  shared: ExpiringMap<true>
  newKey: () => string
}
