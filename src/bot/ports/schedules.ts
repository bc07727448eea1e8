import type { Locale } from '../texts/locale.ts'
import type { ChannelRef } from './channels.ts'

/** When and where a report is posted. */
export interface Schedule {
  /** A number; of the configuration file's `config-` and some letters. */
  id: string
  /** Name of the app. */
  app: string
  /** Five fields. @see https://man7.org/linux/man-pages/man5/crontab.5.html */
  cron: string
  /** IANA name. */
  timeZone: string
  locale: Locale
  to: ChannelRef
  /** `platform:id` of who asked for it; null: the configuration file. */
  createdBy: string | null
  /** Since when it is known, UNIX milliseconds: no slot before it is ever posted. */
  createdAt: number
}

/** Rejects when the store cannot be reached. */
export interface Schedules {
  add(schedule: Omit<Schedule, 'id'>): Promise<Schedule>
  /** Those that were added, oldest first. */
  list(): Promise<readonly Schedule[]>
  /** False: there is none by this id. */
  remove(id: string): Promise<boolean>
  /** Since when a schedule of the configuration file is known: `now`, if this is the first time. UNIX milliseconds. */
  knownSince(id: string, now: number): Promise<number>
}
