import type { Card } from './card.ts'
import type { Command, Outcome } from './command.ts'
import type { Role } from './policy/role.ts'
import type { Locale } from './texts/locale.ts'

/** What a request came to, before it is made an audit line and a Reply. */
export interface Ending {
  command: Command | null
  locale: Locale
  role: Role | 'none'
  outcome: Outcome | { kind: 'share'; card: Card } | { kind: 'defect' }
}
