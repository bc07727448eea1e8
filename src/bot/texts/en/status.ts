import type { Reachability } from '../../../diagnostics/status/reachability.ts'
import { moment, relative, rich, strong, type Rich } from '../../rich.ts'

const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items)

type ReasonTexts = {
  readonly [Reason in Reachability['reason']]: (reach: Extract<Reachability, { reason: Reason }>) => Rich
}

const reasons: ReasonTexts = {
  'push-online': ({ platforms }) =>
    rich`waits for pushes${platforms.length === 0 ? '' : ` on ${list(platforms)}`}: the connection is gone, the login stands`,
  'push-online-beside-others': ({ platforms }) =>
    rich`waits for pushes on ${list(platforms)}; another device is Online, and whether that holds the push back is documented nowhere`,
  online: ({ platforms }) =>
    rich`${list(platforms)} is Online: pushed only in the background, and only if the app reported it`,
  'no-detail': () => rich`Online, but on what the server does not say`,
  'state-unknown': () => rich`the state is not known`,
  'account-not-found': () => rich`Tencent does not know this account`,
  'no-mobile-client': ({ platforms, can }) =>
    rich`logged in on ${list(platforms)} only, on no phone${can === 'unlikely' ? '; a web push may reach the browser' : ''}`,
  kicked: ({ kicked, by, at }) =>
    rich`${list(kicked)} thrown out by a login${by === null ? '' : ` on ${by}`} ${relative(at)}`,
  'logged-out': ({ at }) => (at === null ? rich`signed out, it seems` : rich`signed out ${relative(at)}`),
  'never-seen': () => rich`never logged in, or signed out`,
  stale: ({ at, can }) =>
    can === 'unlikely'
      ? rich`last connected ${relative(at)}; the push service may still reach up to 30 days`
      : rich`last connected ${relative(at)}, too long ago`,
}

export const status = {
  title: (user: string, state: string) => `${user}: ${state}`,
  titleMany: (count: number) => `State of ${count} users`,
  reasons,
  can: { yes: 'yes', no: 'no', unlikely: 'hardly', unknown: 'cannot be told' },
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
    rich`${strong(`${reachable} of ${all}`)} can receive an offline push now.`,
  failed: 'Tencent did not tell the states',
  notFound: 'no such account',
}
