import type { Logger } from 'pino'
import type { Locale } from '../../bot/texts/locale.ts'
import type { ExpiringMap } from '../expiring-map.ts'
import type { InFlight } from '../in-flight.ts'
import type { SurfaceDeps } from '../surface.ts'
import type { HeldIntents } from './held-intents.ts'
import type { MemberRoles } from './member-roles.ts'
import type { SpareRest } from './spare-calls.ts'
import { describeFailure, isPlatformFailure, isTokenRefused } from './platform-failure.ts'
import { tokenRefused } from './start-errors.ts'

/** What every listener is given. */
export interface DiscordContext extends Omit<SurfaceDeps, 'exclusively'> {
  /** Languages of people seen in interactions: a message does not say its author's. */
  locales: ExpiringMap<Locale>
  held: HeldIntents
  /** First responses on their way. */
  acknowledging: InFlight
  /** For those who write directly. */
  roles: Pick<MemberRoles, 'of'>
  /** For calls that may be lost. */
  spare: SpareRest
  /** Aborted when a stop has waited long enough for the work in flight. */
  givingUp: AbortSignal
}

/** Logs a failure without anything secret, counts it, and ends the process when the token is no longer good. */
export function reportFailure(context: DiscordContext, log: Logger, call: string, error: unknown): void {
  const failure = describeFailure(error)
  if (isPlatformFailure(error)) {
    log.warn({ call, failure }, 'discord call failed')
    context.observe.platformError('discord', call, failure.code)
  } else {
    log.error({ call, failure }, 'discord handler failed')
  }
  if (isTokenRefused(error)) context.onFatal(tokenRefused())
}
