import type { Locale } from '../texts/locale.ts'
import type { ChannelRef } from './channels.ts'

/** What was last seen of a watched user. */
export interface WatchSeen {
  /** Whether they could be reached; null: not yet known. */
  reachable: boolean | null
  /** Up to when stored events were looked through, UNIX milliseconds. */
  eventsTo: number
  /** How many messages it has posted; the next one's key is made of it. */
  told: number
  /** When it last posted, UNIX milliseconds; null: never. */
  toldAt: number | null
}

export interface Watch {
  /** A number. */
  id: string
  app: string
  userId: string
  to: ChannelRef
  locale: Locale
  timeZone: string | null
  /** `platform:id`. */
  createdBy: string
  createdAt: number
  /** UNIX milliseconds. */
  until: number
  seen: WatchSeen
}

/** Rejects when the store cannot be reached. */
export interface Watches {
  add(watch: Omit<Watch, 'id'>): Promise<Watch>
  /** Those that have not ended and were not stopped, oldest first. */
  active(): Promise<readonly Watch[]>
  /** False: there is none by this id. */
  end(id: string): Promise<boolean>
  note(id: string, seen: WatchSeen): Promise<void>
}
