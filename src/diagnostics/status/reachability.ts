import type { StateEvent } from '../events/event.ts'
import type { ImApp, PushMode } from '../im/im-app.ts'
import { isBrowser, mayPushBrowsers } from '../im/web-push.ts'
import { platformClass, samePlatform } from '../im/platform-class.ts'
import type { Client, UserState } from '../im/user-state.ts'

const DAY = 86_400_000
/** After so long without a connection the server calls a user Offline. */
export const STATE_KEPT_FOR = 7 * DAY
/** Users of the push service are reached for longer than their state says. */
export const PUSH_SERVICE_REACH = 30 * DAY
/** An older SDK tells of a kick by a login and, right after it, a logout. */
const SAME_MOMENT = 10_000

/** Whether an offline push can reach a user by their state alone, and why. `at`: since when, UNIX milliseconds. */
export type Reachability =
  | { can: 'yes'; reason: 'push-online'; platforms: readonly string[] }
  | { can: 'yes'; reason: 'push-online-beside-others'; platforms: readonly string[] }
  | { can: 'unknown'; reason: 'online'; platforms: readonly string[] }
  | { can: 'unknown'; reason: 'no-detail' }
  | { can: 'unknown'; reason: 'state-unknown' }
  | { can: 'no'; reason: 'account-not-found' }
  /** `unlikely`: a browser may get web pushes. `closedAt`: when the last of these was left; null: they are Online. */
  | { can: 'no' | 'unlikely'; reason: 'no-mobile-client'; platforms: readonly string[]; closedAt: number | null }
  | { can: 'no'; reason: 'kicked'; at: number; kicked: readonly string[]; by: string | null }
  /** `lastPush`: all that is known of a login is that a phone was pushed then. */
  | {
      can: 'no'
      reason: 'logged-out'
      at: number | null
      platform: string | null
      lastSeen: number | null
      lastPush: number | null
    }
  | { can: 'no'; reason: 'never-seen' }
  | { can: 'no' | 'unlikely'; reason: 'stale'; at: number }

/**
 * By the state that the server tells and the last change of it that a webhook brought.
 *
 * @param pushedAt when a phone of theirs was last pushed, UNIX milliseconds; null: not known
 * @see https://cloud.tencent.com/document/product/269/3602
 */
export function reachability(
  user: UserState,
  change: StateEvent | null,
  push: PushMode,
  now: number,
  pushedAt: number | null = null,
): Reachability {
  const last = change !== null && isOfConnection(change) ? change : null
  if (!user.exists) return { can: 'no', reason: 'account-not-found' }
  const pushable = user.clients.filter(
    ({ platform, state }) => state === 'PushOnline' && platformClass(platform) !== 'desktop',
  )
  if (pushable.length > 0) {
    const beside = user.clients.some(({ state }) => state === 'Online')
    return { can: 'yes', reason: beside ? 'push-online-beside-others' : 'push-online', platforms: names(pushable) }
  }
  const phones = user.clients.filter(({ platform, state }) => state === 'Online' && platformClass(platform) === 'phone')
  if (phones.length > 0) return { can: 'unknown', reason: 'online', platforms: names(phones) }
  const unclear = user.clients.some(({ platform, state }) => state === 'Unknown' && platformClass(platform) === 'phone')
  if (unclear) return { can: 'unknown', reason: 'state-unknown' }
  switch (user.state) {
    case 'PushOnline':
      return { can: 'yes', reason: 'push-online', platforms: [] }
    case 'Online': {
      const others = user.clients.filter(({ state }) => state === 'Online')
      // Without detail the phone that threw the other out may be what is Online.
      const isDesktop = others.length > 0 || platformClass(last?.platform ?? '') !== 'phone'
      const kick = last === null || !isDesktop ? null : kickOf(last, user.clients)
      if (kick !== null) return kick
      return others.length === 0
        ? { can: 'unknown', reason: 'no-detail' }
        : { can: 'no', reason: 'no-mobile-client', platforms: names(others), closedAt: null }
    }
    case 'Offline':
      return offline(last, push, now, pushedAt)
    case 'Unknown':
      return { can: 'unknown', reason: 'state-unknown' }
  }
}

/** The same for an app, whose browsers may be pushed, too: whether they are, nothing tells. */
export function reachabilityIn(
  app: Pick<ImApp, 'push' | 'region'>,
  user: UserState,
  { change, pushedAt }: { change: StateEvent | null; pushedAt: number | null },
  now: number,
): Reachability {
  const reach = reachability(user, change, app.push, now, pushedAt)
  const isPerhaps =
    reach.reason === 'no-mobile-client' &&
    mayPushBrowsers(app) &&
    reach.platforms.some(isBrowser) &&
    (reach.closedAt === null || change?.action !== 'logout')
  return isPerhaps ? { ...reach, can: 'unlikely' } : reach
}

const names = (clients: readonly Client[]): readonly string[] => clients.map(({ platform }) => platform)

function offline(last: StateEvent | null, push: PushMode, now: number, pushedAt: number | null): Reachability {
  // Only a phone that was logged in is pushed.
  if (pushedAt !== null && (last === null || isOfDesktop(last)))
    return { can: 'no', reason: 'logged-out', at: null, platform: null, lastSeen: null, lastPush: pushedAt }
  if (last === null) return { can: 'no', reason: 'never-seen' }
  // A desktop is never pushed, so it cannot be what no longer is.
  if (isOfDesktop(last))
    return { can: 'no', reason: 'no-mobile-client', platforms: [last.platform ?? ''], closedAt: last.at }
  if (last.action === 'logout')
    return { can: 'no', reason: 'logged-out', at: last.at, platform: last.platform, lastSeen: null, lastPush: null }
  const kick = kickOf(last, [])
  if (kick !== null) return kick
  const age = now - last.at
  // Not yet stale, and Offline all the same: signed out, or signed out by the server, without a webhook that says so.
  if (age <= STATE_KEPT_FOR)
    return { can: 'no', reason: 'logged-out', at: null, platform: null, lastSeen: last.at, lastPush: null }
  const reached = push === 'timpush' && age <= PUSH_SERVICE_REACH
  return { can: reached ? 'unlikely' : 'no', reason: 'stale', at: last.at }
}

/** A login that threw out a phone which has not come back. */
function kickOf(last: StateEvent, clients: readonly Client[]): Reachability | null {
  if (last.action !== 'login') return null
  const gone = last.kicked.filter(
    (platform) =>
      platformClass(platform) === 'phone' &&
      !clients.some((client) => client.state !== 'Offline' && samePlatform(client.platform, platform)),
  )
  return gone.length === 0 ? null : { can: 'no', reason: 'kicked', at: last.at, kicked: gone, by: last.platform }
}

/**
 * The change that tells most of why a user is where they are. What a desktop does says nothing of the phone, unless it throws
 * it out; and a kick, told by an older SDK, hides behind its logout.
 *
 * @param states newest first
 */
export function tellingState(states: readonly StateEvent[]): StateEvent | null {
  const ofConnection = states.filter(isOfConnection)
  const ofPhone = ofConnection.filter(tellsOfPhone)
  const [newest, before] = ofPhone.length > 0 ? ofPhone : ofConnection
  if (newest === undefined) return null
  const isKick =
    newest.action === 'logout' &&
    before?.action === 'login' &&
    before.kicked.length > 0 &&
    newest.at - before.at <= SAME_MOMENT &&
    (newest.platform === null || before.kicked.some((platform) => samePlatform(platform, newest.platform ?? '')))
  return isKick && before !== undefined ? before : newest
}

/** Whoever sets a custom status need not be connected for it: a server may do so for them. */
export const isOfConnection = ({ action }: StateEvent): boolean => action !== 'unknown'

/** It tells of a desktop alone, which threw out no phone either. */
export const isOfDesktop = ({ platform, kicked }: StateEvent): boolean =>
  platform !== null &&
  platformClass(platform) === 'desktop' &&
  kicked.every((thrownOut) => platformClass(thrownOut) !== 'phone')

const tellsOfPhone = (event: StateEvent): boolean => !isOfDesktop(event)
