import type { Cause } from './cause.ts'
import type { Conclusion } from './conclude.ts'

/** The way of a push. */
export const LINKS = ['sender', 'im', 'vendor', 'device', 'user'] as const
export type Link = (typeof LINKS)[number]

/** `broken`: here it ends. `doubtful`: here it may end. `open`: nothing is known, as of all that lies behind a break. */
export type Mark = 'good' | 'broken' | 'doubtful' | 'open'

const LINK_OF: Readonly<Record<Cause, Link>> = {
  'online-only-message': 'sender',
  'push-disabled-by-sender': 'sender',
  'custom-message-without-description': 'sender',
  'message-not-found': 'sender',
  'admin-sig-rejected': 'im',
  'wrong-region': 'im',
  'service-inactive': 'im',
  'account-not-found': 'im',
  'message-dropped': 'im',
  'blocked-sender': 'im',
  'group-type-never-pushes': 'im',
  'do-not-disturb': 'im',
  kicked: 'im',
  'logged-out': 'im',
  'offline-stale': 'im',
  'never-logged-in': 'im',
  'no-mobile-client': 'im',
  'no-device-bound': 'im',
  'certificate-missing': 'im',
  'token-missing': 'im',
  'rate-limited': 'im',
  'upstream-unreachable': 'im',
  'certificate-environment': 'vendor',
  'certificate-mismatch': 'vendor',
  'credential-rejected': 'vendor',
  'token-invalid': 'vendor',
  quota: 'vendor',
  'message-category': 'vendor',
  'content-rejected': 'vendor',
  'vendor-outage': 'vendor',
  'notification-off': 'device',
  'vendor-not-delivered': 'device',
  'no-background-report': 'device',
  foreground: 'device',
}

/** Of a phone that is connected: nothing was handed to a vendor, so it has not passed. */
const WITHOUT_VENDOR: ReadonlySet<Cause> = new Set(['foreground', 'no-background-report'])

/** The chain with a mark at the break. What lies before a break was passed; what lies behind it is open. */
export function chainOf({
  verdict,
  findings,
}: Pick<Conclusion, 'verdict' | 'findings'>): readonly { link: Link; mark: Mark }[] {
  const [lead] = findings
  if (verdict === 'can-receive') return LINKS.map((link) => ({ link, mark: link === 'user' ? 'open' : 'good' }))
  if (lead === undefined) return LINKS.map((link) => ({ link, mark: 'open' }))
  const at = LINKS.indexOf(LINK_OF[lead.code])
  const mark: Mark = lead.effect === 'blocks' ? 'broken' : 'doubtful'
  const markOf = (link: Link, index: number): Mark => {
    if (index === at) return mark
    return index > at || (link === 'vendor' && WITHOUT_VENDOR.has(lead.code)) ? 'open' : 'good'
  }
  return LINKS.map((link, index) => ({ link, mark: markOf(link, index) }))
}
