import type { Reachability } from '../../../diagnostics/status/reachability.ts'
import type { LastPush } from '../../../diagnostics/status/last-push.ts'
import type { Cause } from '../../../diagnostics/push/cause.ts'
import { isOfTencent } from '../../../diagnostics/push/tencent-codes.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'
import { vendors } from './codes.ts'
import { push as pushTexts } from './push.ts'

const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items)

type ReasonTexts = {
  readonly [Reason in Reachability['reason']]: (reach: Extract<Reachability, { reason: Reason }>) => Rich
}

const WEB_PUSH = '; a web push may reach the browser'

const reasons: ReasonTexts = {
  'push-online': ({ platforms }) =>
    rich`app in background${platforms.length === 0 ? '' : ` on ${list(platforms)}`}, still logged in`,
  'push-online-beside-others': ({ platforms }) =>
    rich`app in background on ${list(platforms)}, still logged in; another device is Online, and whether that holds the push back is not documented`,
  online: ({ platforms }) =>
    rich`${list(platforms)} is Online: pushed only in the background, and only if the app reported it`,
  'no-detail': () => rich`Online, but on what the server does not say`,
  'state-unknown': () => rich`the state is not known`,
  'account-not-found': () => rich`Tencent does not know this account`,
  'no-mobile-client': ({ platforms, can, closedAt }) =>
    closedAt === null
      ? rich`logged in on ${list(platforms)} only, on no phone${can === 'unlikely' ? WEB_PUSH : ''}`
      : rich`last on ${list(platforms)} ${relative(closedAt)}, no phone login on record${can === 'unlikely' ? WEB_PUSH : ''}`,
  kicked: ({ kicked, by, at }) =>
    rich`${list(kicked)} thrown out by a login${by === null ? '' : ` on ${by}`} ${relative(at)}`,
  'logged-out': ({ at, lastPush }) =>
    lastPush !== null
      ? rich`logged out after the push of ${moment(lastPush)}`
      : at === null
        ? rich`probably signed out`
        : rich`signed out ${relative(at)}`,
  'never-seen': () => rich`never logged in, or signed out`,
  stale: ({ at, can }) =>
    can === 'unlikely'
      ? rich`last connected ${relative(at)}; the push service may still reach up to 30 days`
      : rich`last connected ${relative(at)}, too long ago`,
}

/** Of a push that was refused nothing was accepted. */
const failedFor = (cause: Cause): string =>
  cause === 'vendor-not-delivered' ? 'refused, and the code is not listed' : pushTexts.causes[cause]

/** "; last push delivered by APNs 39 minutes ago". */
function lastPush(push: LastPush): Rich {
  switch (push.kind) {
    case 'arrived': {
      const { at, vendor, opened } = push.arrival
      return rich`; last push ${opened ? 'opened' : 'delivered'}${vendor === null ? '' : ` by ${vendors[vendor]}`}${at === null ? '' : rich` ${relative(at)}`}`
    }
    case 'accepted': {
      const { at, vendor } = push.answer
      return rich`; last push accepted by ${vendor === null ? 'the vendor' : vendors[vendor]}${at === null ? '' : rich` ${relative(at)}`}, delivery not confirmed`
    }
    case 'failed': {
      const { at, vendor, code: answer } = push.answer
      const by = isOfTencent(answer) ? 'Tencent' : vendor === null ? 'the vendor' : vendors[vendor]
      return rich`; but the last push failed${at === null ? '' : rich` ${relative(at)}`}: ${failedFor(push.cause)} (${by}${answer === null ? '' : rich` ${code(answer)}`})`
    }
    case 'blocked':
      return rich`; but by the trace of the last push: ${pushTexts.causes[push.cause]}`
  }
}

export const status = {
  title: (user: string, state: string) => `${user}: ${state}`,
  titleMany: (count: number) => `State of ${count} users`,
  reasons,
  can: { yes: 'state allows pushes', no: 'no', unlikely: 'unlikely', unknown: 'unknown' },
  lastPush,
  canLabel: 'Offline push now',
  reasonLabel: 'Why',
  clientsLabel: 'Logged in on',
  clients: (all: readonly string[]) => all.join(', '),
  noClients: 'nothing',
  lastLabel: 'Last change',
  last: (action: string, platform: string | null, at: number): Rich =>
    rich`${action}${platform === null ? '' : ` on ${platform}`}, ${moment(at)}`,
  columns: ['User', 'State', 'Logged in on', 'Push', 'Why'],
  more: (count: number): Rich => rich`${count} more users are not shown; a script gets them all (--json).`,
  counts: (reachable: number, all: number): Rich =>
    rich`For ${strong(`${reachable} of ${all}`)} the state allows an offline push now.`,
  failed: 'Tencent did not tell the states',
  notFound: 'no such account',
}
