import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { logTrouble } from './adapters/logging/log-trouble.ts'
import type { Bot } from './bot/bot.ts'
import type { Duty, Exclusively } from './bot/duties/duty.ts'
import { createExclusively } from './bot/duties/exclusively.ts'
import { runDuties } from './bot/duties/run-duties.ts'
import type { OnTrouble } from './bot/duties/on-trouble.ts'
import type { Posting } from './bot/posting/post-once.ts'
import type { Deliveries } from './bot/ports/deliveries.ts'
import type { World } from './bot/ports/world.ts'
import { appsOf } from './compose-bot.ts'
import { wait, type WorldHandle } from './compose-world.ts'
import type { Config } from './config/config.ts'

/** Whether other processes may run over the same store. */
export const isShared = ({ store, apps }: Config): boolean => apps !== null && /^postgres(ql)?:/i.test(store.reveal())

export interface TeamWork {
  /** What one replica does for all; null: there is but one. */
  exclusively: Exclusively | null
  /** Reports, alerts and watches, and requests that another replica left, until the signal ends. Never rejects. */
  run(bot: Pick<Bot, 'answer'>, signal: AbortSignal): Promise<void>
}

/** The work that nobody asks for: done by this process, or by whichever replica holds the lease for it. */
export function composeTeam(config: Config, world: WorldHandle, log: Logger): TeamWork {
  const onTrouble = logTrouble(log, Date.now)
  const exclusively = isShared(config)
    ? createExclusively({
        leases: {
          take: async (...asked) => (await world.store()).leases.take(...asked),
          release: async (...asked) => (await world.store()).leases.release(...asked),
        },
        owner: randomUUID(),
        clock: Date.now,
        wait,
        onTrouble,
      })
    : null
  const alone: Exclusively = (_name, work, signal) => work(signal)
  return {
    exclusively,
    async run(bot, signal) {
      const opened = await openWorld(world, signal)
      if (opened === null) return
      const posting = postingOf(opened, onTrouble)
      const duties = [
        ...(await dutiesOf(config, opened, posting)),
        ...(isShared(config) ? [await unfinishedDuty(config, bot, world, posting)] : []),
      ]
      const work = (lost: AbortSignal) => runDuties(duties, { clock: Date.now, wait, onTrouble }, lost)
      await (exclusively ?? alone)('team', work, signal).catch((error: unknown) =>
        log.error({ err: error }, 'the work for the team ended'),
      )
    },
  }
}

const OPEN_AGAIN_MS = 30_000

/** Tried until it goes well: whoever runs the bot has been told why it does not. */
async function openWorld(world: WorldHandle, signal: AbortSignal): Promise<World | null> {
  while (!signal.aborted) {
    const opened = await world.open()
    if (opened.ok) return opened.world
    await wait(OPEN_AGAIN_MS, signal)
  }
  return null
}

const postingOf = ({ team: { posts, channels } }: World, onTrouble: OnTrouble): Posting => ({
  posts,
  channels,
  clock: Date.now,
  newOwner: randomUUID,
  onTrouble,
  wait,
})

/** Requests that any replica took, in a store that is opened when first needed. */
export const sharedDeliveries = (world: WorldHandle): Deliveries => ({
  first: async (...asked) => (await world.store()).deliveries.first(...asked),
  done: async (id) => (await world.store()).deliveries.done(id),
  abandoned: async (before) => (await world.store()).deliveries.abandoned(before),
})

async function unfinishedDuty(
  { language }: Config,
  bot: Pick<Bot, 'answer'>,
  world: WorldHandle,
  posting: Posting,
): Promise<Duty> {
  const { createUnfinishedDuty } = await import('./bot/unfinished/unfinished-duty.ts')
  return createUnfinishedDuty({
    deliveries: sharedDeliveries(world),
    answer: (request) => bot.answer(request),
    posting,
    language,
  })
}

/** Loaded here, so that they cost the start nothing. */
async function dutiesOf(config: Config, world: World, posting: Posting): Promise<readonly Duty[]> {
  const [{ createReportDuty }, { createAlertDuty }, { createWatchDuty }, { makeReport }] = await Promise.all([
    import('./bot/schedules/report-duty.ts'),
    import('./bot/alerts/alert-duty.ts'),
    import('./bot/watches/watch-duty.ts'),
    import('./bot/reports/make-report.ts'),
  ])
  const { im, events, devices, vendors, team } = world
  const { figures, incidents, schedules, fixedSchedules, watches, alertChannels } = team
  const { clock, onTrouble } = posting
  const apps = appsOf(config)
  return [
    createReportDuty({
      schedules,
      fixed: fixedSchedules,
      apps,
      posting,
      makeReport: async (order, signal) => (await makeReport({ ...order, clock }, world, signal)).card,
    }),
    createAlertDuty({
      im,
      events,
      figures,
      vendors,
      apps: apps.all,
      rules: config.alerts.rules,
      channelsFor: alertChannels,
      incidents,
      posting,
      clock,
      onTrouble,
    }),
    createWatchDuty({ im, events, devices, apps: apps.all, watches, posting, clock, onTrouble }),
  ]
}
