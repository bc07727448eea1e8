import type { Span } from '../../diagnostics/ports/im-service.ts'
import type { Card } from '../card.ts'
import { reasonOf } from '../duties/bounded.ts'
import type { Duty } from '../duties/duty.ts'
import { missPost } from '../posting/miss-post.ts'
import { postOnce, type Posting, type PostResult } from '../posting/post-once.ts'
import type { Schedule, Schedules } from '../ports/schedules.ts'
import type { App, Apps } from '../services.ts'
import type { Locale } from '../texts/locale.ts'
import { inTurns } from './in-turns.ts'
import { lastSlot, nextSlot, slotName } from './slots.ts'

export interface ReportOrder {
  app: App
  /** From the slot before to this one: of working days, Monday's covers the time since Friday's. */
  period: Span
  locale: Locale
  timeZone: string
  /** How long after its time it is posted; null: on time. */
  lateMs: number | null
  /** UNIX milliseconds. */
  now: number
}

export type MakeReport = (order: ReportOrder, signal: AbortSignal) => Promise<Card>

interface Options {
  schedules: Schedules
  /** Those of the configuration file. */
  fixed: readonly Omit<Schedule, 'createdAt'>[]
  apps: Apps
  posting: Posting
  makeReport: MakeReport
  everyMs?: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Later than this, the report says so. */
const ON_TIME_MS = HOUR / 6

/** A report that is later than this is not posted any more; nor is one later than half the way to the next. */
const RECENT_MS = 6 * HOUR

/** Most reports that are made at a time: each asks Tencent for its counts. */
const AT_A_TIME = 4

/** What is known of the newest slot of a schedule, so that nobody is asked while nothing is due. */
interface Progress {
  /** UNIX milliseconds, as all here: when the next slot comes, and when this one is to be looked at again. */
  next: number
  until: number
}

/**
 * Posts each schedule's report for its newest slot. One that came while nothing ran is posted if it is recent enough, and says
 * so; of several that were missed only the newest is.
 */
export function createReportDuty(options: Options): Duty {
  const { schedules, fixed, apps, posting, makeReport, everyMs = 5_000 } = options
  const progress = new Map<string, Progress>()
  const known = new Map<string, number>()

  /** Since when those of the file are known never changes. */
  async function fixedSchedules(now: number): Promise<readonly Schedule[]> {
    const all: Schedule[] = []
    for (const schedule of fixed) {
      const createdAt = known.get(schedule.id) ?? (await schedules.knownSince(schedule.id, now))
      known.set(schedule.id, createdAt)
      all.push({ ...schedule, createdAt })
    }
    return all
  }

  function isDue(schedule: Schedule, now: number): boolean {
    const at = progress.get(schedule.id)
    if (at !== undefined && now < at.next) return at.until <= now
    const slot = lastSlot(schedule, now)
    return slot !== null && slot > schedule.createdAt
  }

  async function post(schedule: Schedule, app: App, slot: number, signal: AbortSignal): Promise<PostResult> {
    const { to, locale, timeZone } = schedule
    const key = `report:${schedule.id}:${slotName(slot)}`
    const late = posting.clock() - slot
    const half = ((nextSlot(schedule, slot) ?? Number.POSITIVE_INFINITY) - slot) / 2
    if (late > ON_TIME_MS && late > Math.min(RECENT_MS, half)) return missPost(posting, to, key, signal)
    const period = { from: lastSlot(schedule, slot - 1) ?? slot - DAY, to: slot }
    const make = async (ending: AbortSignal) => {
      const now = posting.clock()
      const lateMs = now - slot > ON_TIME_MS ? now - slot : null
      return { card: await makeReport({ app, period, locale, timeZone, lateMs, now }, ending), locale, timeZone }
    }
    return postOnce(posting, to, key, make, signal)
  }

  async function work(schedule: Schedule, now: number, signal: AbortSignal): Promise<void> {
    const slot = lastSlot(schedule, now)
    if (slot === null || signal.aborted) return
    const app = apps.all.find(({ name }) => name === schedule.app)
    if (app === undefined) posting.onTrouble('report.no-app', { schedule: schedule.id, app: schedule.app })
    const result = app === undefined ? null : await post(schedule, app, slot, signal)
    const next = nextSlot(schedule, slot) ?? Number.POSITIVE_INFINITY
    progress.set(schedule.id, { next, until: result?.kind === 'later' ? result.at : Number.POSITIVE_INFINITY })
  }

  return {
    name: 'reports',
    everyMs,
    async run(now, signal) {
      const all = [...(await fixedSchedules(now)), ...(await schedules.list())]
      const ids = new Set(all.map(({ id }) => id))
      for (const id of progress.keys()) if (!ids.has(id)) progress.delete(id)
      const due = all.filter((schedule) => isDue(schedule, now))
      await inTurns(due, AT_A_TIME, (schedule) =>
        work(schedule, now, signal).catch((error: unknown) =>
          posting.onTrouble('report', { schedule: schedule.id, reason: reasonOf(error) }),
        ),
      )
    },
  }
}
