import type { Logger } from 'pino'
import type { Bot } from '../bot/bot.ts'
import type { Exclusively } from '../bot/duties/duty.ts'

/** A place where people reach the bot, as the composition starts and stops it. */
export interface Surface {
  name: 'slack' | 'discord' | 'playground'
  /** Resolves when connected. Rejects with a SurfaceStartError when the platform refuses us. */
  start(): Promise<void>
  /** Whether people can reach the bot here now. */
  ready(): boolean
  /** Takes no new work, waits for work in flight until `deadline` (UNIX milliseconds), then closes. Never rejects. */
  stop(deadline: number): Promise<void>
}

/** What every chat surface is given. */
export interface SurfaceDeps {
  bot: Bot
  log: Logger
  /** UNIX milliseconds. */
  now: () => number
  observe: SurfaceObserver
  /** Called when the platform has cut us off for good (token revoked, intents refused): the process should end. */
  onFatal: (reason: SurfaceStartError) => void
  /** Where several processes run the same bot, for what one of them does for all. Null: this is the only one. */
  exclusively: Exclusively | null
}

export interface SurfaceObserver {
  /** Milliseconds from the arrival of an interaction to its acknowledgement. */
  acknowledged(surface: string, milliseconds: number): void
  /** A call to the platform that failed for good. `code` is the platform's own error code. */
  platformError(surface: string, call: string, code: string): void
}

/** The platform refused the start; `remedy` says which setting to mend, in one line, and no secret. */
export class SurfaceStartError extends Error {
  override readonly name = 'SurfaceStartError'
  readonly remedy: string
  /** Whether it may pass by itself: the platform could not be reached. */
  readonly passing: boolean

  constructor(message: string, remedy: string, passing = false) {
    super(message)
    this.remedy = remedy
    this.passing = passing
  }
}
