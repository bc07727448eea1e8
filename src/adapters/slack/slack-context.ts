import type { Logger } from 'pino'
import type { Bot } from '../../bot/bot.ts'
import type { ExpiringMap } from '../expiring-map.ts'
import type { InFlight } from '../in-flight.ts'
import type { SurfaceObserver } from '../surface.ts'
import type { People } from './people.ts'
import type { UploadPictures } from './pictures.ts'
import type { Respond } from './respond.ts'
import type { Seal } from './seal.ts'
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
  uploadPictures: UploadPictures
  /** For signatures found in messages, and for where a form was opened from: its modal may be answered by another process. */
  seal: Seal
  /** Buttons whose card has been made public, so that a second press does not post it twice. */
  shared: ExpiringMap<true>
}
