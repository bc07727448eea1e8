import type { AppDay } from '../im/app-day.ts'
import type { Span } from '../ports/im-service.ts'

const DAY = 86_400_000

/**
 * The days of a period. No page says in which zone Tencent counts days, so that they are not cut: a day belongs to the period in
 * which its noon (UTC) lies, which gives a report of a day one day. A period without a noon has the day of its end.
 */
export function daysIn({ from, to }: Span, days: readonly AppDay[]): readonly AppDay[] {
  const noonOf = ({ date }: AppDay) => Date.parse(`${date}T12:00:00Z`)
  const inside = days.filter((day) => noonOf(day) >= from && noonOf(day) < to)
  const hasNoon = Math.floor((to - DAY / 2 - 1) / DAY) >= Math.ceil((from - DAY / 2) / DAY)
  return hasNoon ? inside : days.filter(({ date }) => date === new Date(to).toISOString().slice(0, 10))
}
