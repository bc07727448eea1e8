import { z } from 'zod'
import { type PushStatistics, type PushTally, STATISTICS_WINDOW } from '../../../diagnostics/im/push-statistics.ts'
import type { Span } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { list, number, numberOrNull } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

/** Clocks differ, and a span that starts too early is refused as a whole. */
const MARGIN = 60_000

/** Fields by their names in lower case, for the page shows those of a platform in part only. */
const fields = z
  .looseObject({})
  .transform((raw) => new Map(Object.entries(raw).map(([name, field]) => [name.toLowerCase(), field])))

type Fields = z.output<typeof fields>

const TALLY = {
  total: ['totalcount', 'total'],
  sent: ['sentcount', 'sent'],
  delivered: ['deliveredcount', 'deliverycount', 'delivered'],
  clicked: ['clickcount', 'clickedcount', 'click'],
} as const satisfies Record<keyof PushTally, readonly string[]>

const NONE: PushTally = { total: null, sent: null, delivered: null, clicked: null }

const first = (from: Fields, names: readonly string[]): number | null =>
  names.map((name) => numberOrNull.parse(from.get(name) ?? null)).find((found) => found !== null) ?? null

const tallyOf = (from: Fields): PushTally => ({
  total: first(from, TALLY.total),
  sent: first(from, TALLY.sent),
  delivered: first(from, TALLY.delivered),
  clicked: first(from, TALLY.clicked),
})

const isTold = ({ total, sent, delivered, clicked }: PushTally): boolean =>
  [total, sent, delivered, clicked].some((count) => count !== null)

/** The counts stand beside the platform's number, or in an object of their own. */
const ofPlatform = fields.transform((from, context) => {
  const platform = number.safeParse(from.get('pushplatform') ?? from.get('platform'))
  if (!platform.success) {
    context.addIssue('no platform')
    return z.NEVER
  }
  const inner = [...from.values()].flatMap((field) => fields.safeParse(field).data ?? [])
  const tally = [from, ...inner].map(tallyOf).find(isTold) ?? NONE
  return { platform: platform.data, ...tally }
})

const platforms = list(ofPlatform)

/** What is said of a time that the server does not keep. */
export const NO_STATISTICS: PushStatistics = { all: NONE, platforms: [] }

/**
 * Null: nothing of the span lies in the days that the server keeps.
 * @param now UNIX milliseconds
 * @see https://trtc.io/zh/document/71895
 */
export function pushStatisticsOrder(span: Span, now: number): Order<PushStatistics> | null {
  const from = Math.max(span.from, now - STATISTICS_WINDOW + MARGIN)
  const to = Math.min(span.to, now)
  if (from >= to) return null
  return {
    endpoint: 'v4/timpush/normal_push_statistics',
    body: { StartTime: Math.ceil(from / 1_000), EndTime: Math.ceil(to / 1_000) },
    read(body) {
      const read = fields.safeParse(body)
      if (!read.success) return GARBAGE
      return value({ all: tallyOf(read.data), platforms: platforms.parse(read.data.get('platformstatistics')) })
    },
  }
}
