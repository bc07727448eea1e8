import type { Cause } from './cause.ts'
import { tracedDevices, vendorTracks } from './case-facts.ts'
import type { CheckName } from './check-groups.ts'
import type { Conclusion } from './conclude.ts'
import type { Case } from './evidence.ts'
import type { AnyPushFinding } from './push-finding.ts'
import { endedAtTencent } from './tencent-codes.ts'

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

/** The chain with a mark at the break. What lies behind it is open, and so is what nothing shows to have been passed. */
export function chainOf(
  each: Case,
  { verdict, findings, checks }: Pick<Conclusion, 'verdict' | 'findings' | 'checks'>,
): readonly { link: Link; mark: Mark }[] {
  const [lead] = findings
  const markOf = (link: Link): Mark => (wasPassed(link, each, checks) ? 'good' : 'open')
  if (verdict === 'can-receive') return LINKS.map((link) => ({ link, mark: markOf(link) }))
  if (lead === undefined) return LINKS.map((link) => ({ link, mark: 'open' }))
  const at = LINKS.indexOf(linkOf(lead))
  const broken: Mark = lead.effect === 'blocks' ? 'broken' : 'doubtful'
  return LINKS.map((link, index) => {
    if (index === at) return { link, mark: broken }
    const isOpen = index > at || (link === 'vendor' && WITHOUT_VENDOR.has(lead.code))
    return { link, mark: isOpen ? 'open' : markOf(link) }
  })
}

function linkOf({ code, params }: AnyPushFinding): Link {
  const answer = 'answer' in params ? params.answer : 'vendor' in params ? params : null
  return endedAtTencent(answer?.code ?? null) ? 'im' : LINK_OF[code]
}

/** By a push that went this far, or by a check that was passed. Nobody sees what the user saw. */
function wasPassed(link: Link, each: Case, checks: Conclusion['checks']): boolean {
  const isPassed = (name: CheckName) => checks.some((check) => check.name === name && check.outcome === 'pass')
  const tracks = vendorTracks(each)
  const devices = tracedDevices(each)
  const wasPushed = tracks.length > 0 || devices.length > 0
  switch (link) {
    case 'sender':
      return wasPushed || isPassed('message')
    case 'im':
      return wasPushed || isPassed('state')
    case 'vendor':
      return isPassed('vendor') || devices.some(({ stages }) => stages.vendor.ok === true)
    case 'device':
      return tracks.some(({ delivered }) => delivered) || devices.some(({ stages }) => stages.device.ok === true)
    case 'user':
      return false
  }
}
