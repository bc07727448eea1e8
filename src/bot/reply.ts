import type { Card } from './card.ts'
import type { Locale } from './texts/locale.ts'

export type Visibility = 'private' | 'public'
export type Status = 'ok' | 'usage' | 'denied' | 'upstream'

/** The answer to a Request. */
export interface Reply {
  /** Id of the command that answered, null where the words named none. */
  command: string | null
  status: Status
  /** `private`: for the asker's eyes only. */
  visibility: Visibility
  /**
   * Whether a private answer must not be read by others: it may hold a signature or a token, or what was asked did. Without that it
   * is private out of courtesy, and may stand where it was asked when the surface cannot show it to the asker alone.
   */
  confidential: boolean
  /** The machine-readable result of the contract; null where there is none. */
  result: unknown
  /** One plain sentence, with the right form, for every status but `ok`. */
  error: string | null
  card: Card
  /** What may stand where all can read when the asker cannot be reached privately; holds no signature and no token. */
  publicCard: Card | null
  /** The language the card is written in. */
  locale: Locale
  timeZone: string | null
}
