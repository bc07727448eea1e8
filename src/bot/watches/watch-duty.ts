import { MOST_STATES, type ImService } from '../../diagnostics/ports/im-service.ts'
import type { EventStore } from '../../diagnostics/ports/event-store.ts'
import { seen } from '../../diagnostics/push/evidence.ts'
import { askStore } from '../../diagnostics/push/probe.ts'
import { askStatus, type StatusPorts, type UserStatus } from '../../diagnostics/status/ask-status.ts'
import { reasonOf } from '../duties/bounded.ts'
import type { Duty } from '../duties/duty.ts'
import { newsCard, watchOverCard } from '../cards/watches/watch-cards.ts'
import type { Card } from '../card.ts'
import { postOnce, type Posting, type PostResult } from '../posting/post-once.ts'
import type { Watch, Watches } from '../ports/watches.ts'
import type { App } from '../services.ts'
import { textsFor } from '../texts/texts.ts'
import { failedPushes, rememberTold, type ToldFailures } from './failed-pushes.ts'
import { isReachable, isTooSoon, watchNews, type WatchLook } from './watch-news.ts'

interface WatchDutyOptions {
  apps: readonly App[]
  im: ImService
  events: EventStore
  devices: StatusPorts['devices']
  watches: Watches
  posting: Posting
  /** UNIX milliseconds. */
  clock: () => number
  onTrouble: Posting['onTrouble']
}

const EVERY_MS = 30_000
const STORE_MS = 10_000
/** The store is asked for so many users at a time. */
const AT_ONCE = 10
/** So long it is tried to say that a watch is over, milliseconds. */
const CLOSING_MS = 60 * 60_000
/** Where nothing happens it is written down only now and then up to when events were looked through. */
const NOTE_EVERY_MS = 5 * 60_000

interface Run {
  options: WatchDutyOptions
  told: ToldFailures
  now: number
  signal: AbortSignal
}

/** Looks at every watched user, and tells the channel of each watch what is new. */
export function createWatchDuty(options: WatchDutyOptions): Duty {
  const told: ToldFailures = new Map()
  return {
    name: 'watches',
    everyMs: EVERY_MS,
    async run(now, signal) {
      const active = await options.watches.active()
      const isActive = new Set(active.map(({ id }) => id))
      for (const id of told.keys()) if (!isActive.has(id)) told.delete(id)
      const states = await statesOf(active, options, signal)
      for (let index = 0; index < active.length && !signal.aborted; index += AT_ONCE)
        await Promise.all(
          active.slice(index, index + AT_ONCE).map((watch) =>
            lookAt(watch, states.get(stateName(watch)) ?? null, { options, told, now, signal }).catch(
              // One watch's trouble is not another's.
              (error: unknown) => options.onTrouble('watches', { watch: watch.id, reason: reasonOf(error) }),
            ),
          ),
        )
    },
  }
}

const stateName = ({ app, userId }: Pick<Watch, 'app' | 'userId'>): string => `${app} ${userId}`

/** Of all watched users, one call for an app. Those whose state cannot be told are left out. */
async function statesOf(
  active: readonly Watch[],
  { apps, im, events, devices, clock }: WatchDutyOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, UserStatus>> {
  const found = new Map<string, UserStatus>()
  await Promise.all(
    apps.map(async (app) => {
      const users = [...new Set(active.filter((watch) => watch.app === app.name).map(({ userId }) => userId))]
      const userIds = users.slice(0, MOST_STATES)
      if (userIds.length === 0) return
      const { users: told, failure } = await askStatus({ app, userIds }, { im, events, devices }, { clock, signal })
      if (failure !== null) return
      userIds.forEach((userId, index) => {
        const status = told[index]
        if (status !== undefined) found.set(stateName({ app: app.name, userId }), status)
      })
    }),
  )
  return found
}

async function lookAt(watch: Watch, status: UserStatus | null, run: Run): Promise<void> {
  const { options, told, now, signal } = run
  const app = options.apps.find(({ name }) => name === watch.app)
  const asked =
    app === undefined
      ? null
      : seen(
          await askStore({ clock: options.clock, signal, boundMs: STORE_MS }, () =>
            failedPushes(options.events, app.sdkAppId, watch, told, now),
          ),
        )
  const look: WatchLook = { status, failures: asked }
  const news = watchNews(watch, look)
  const texts = textsFor(watch.locale)
  if (now >= watch.until) {
    const result = await post(watch, () => watchOverCard(watch, news, texts, watch.locale), run)
    if (result.kind !== 'later' || now - watch.until >= CLOSING_MS) await options.watches.end(watch.id)
    return
  }
  if (news === null) return noteQuiet(watch, look, run)
  // It is kept for the next message.
  if (isTooSoon(watch, now)) return
  const result = await post(watch, () => newsCard(watch, news, texts, watch.locale), run)
  if (result.kind === 'later') return
  if (result.kind === 'ended' && result.end === 'refused') {
    // The channel is gone, or the bot is no longer in it.
    await options.watches.end(watch.id)
    return
  }
  rememberTold(told, watch, news.failures, now)
  await options.watches.note(watch.id, {
    reachable: reachableNow(watch, status),
    eventsTo: asked === null ? watch.seen.eventsTo : now,
    told: watch.seen.told + 1,
    toldAt: now,
  })
}

/** What cannot be told is as it was. */
const reachableNow = (watch: Watch, status: UserStatus | null): boolean | null =>
  (status === null ? null : isReachable(status)) ?? watch.seen.reachable

async function noteQuiet(watch: Watch, { status, failures }: WatchLook, { options, told, now }: Run): Promise<void> {
  const reachable = reachableNow(watch, status)
  const isOld = failures !== null && now - watch.seen.eventsTo >= NOTE_EVERY_MS
  if (reachable === watch.seen.reachable && !isOld) return
  const eventsTo = failures === null ? watch.seen.eventsTo : now
  if (failures !== null) rememberTold(told, watch, [], now)
  await options.watches.note(watch.id, { ...watch.seen, reachable, eventsTo })
}

function post(watch: Watch, card: () => Card, { options, signal }: Run): Promise<PostResult> {
  const {
    locale,
    timeZone,
    to,
    id,
    seen: { told },
  } = watch
  return postOnce(
    options.posting,
    to,
    `watch:${id}:${told + 1}`,
    async () => ({ card: card(), locale, timeZone }),
    signal,
  )
}
