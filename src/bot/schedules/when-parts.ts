import type { TimeOfDay } from './time-of-day.ts'

/** When something comes again and again, in its channel's zone. Hours are 0 to 23, ascending. */
export type When =
  /** `days`: 0 is Sunday; ascending, all seven are every day. */
  | { kind: 'days'; days: readonly number[]; hours: readonly number[]; minute: number }
  /** Null: the last day. A month that has no such day is left out. */
  | { kind: 'month'; day: number | null; hours: readonly number[]; minute: number }
  /** `every`: divides a day into equal parts. */
  | { kind: 'hours'; every: number }
  /** `every`: divides an hour into equal parts. */
  | { kind: 'minutes'; every: number }
  /** Five fields; not yet looked at. */
  | { kind: 'cron'; cron: string }

export const EVERY_DAY: readonly number[] = [0, 1, 2, 3, 4, 5, 6]
export const WORKING_DAYS: readonly number[] = [1, 2, 3, 4, 5]
export const WEEKEND: readonly number[] = [0, 6]

/** Puts together what was read of it; null where the times are not of the same minute, which one line of cron cannot say. */
export function onDays(days: ReadonlySet<number>, times: readonly TimeOfDay[]): Extract<When, { kind: 'days' }> | null {
  const clock = sameMinute(times)
  return clock === null || days.size === 0 ? null : { kind: 'days', days: [...days].sort((a, b) => a - b), ...clock }
}

/** The hours of times that are all of the same minute; null: they are not, or there are none. */
export function sameMinute(times: readonly TimeOfDay[]): { hours: readonly number[]; minute: number } | null {
  const minute = times[0]?.minute
  if (minute === undefined || times.some((time) => time.minute !== minute)) return null
  return { hours: [...new Set(times.map(({ hour }) => hour))].sort((a, b) => a - b), minute }
}

/** "every 2 hours"; null where the distance would not be the same all day. */
export const everyHours = (every: number | null): When | null =>
  every !== null && every >= 1 && 24 % every === 0 ? { kind: 'hours', every } : null

export const everyMinutes = (every: number | null): When | null =>
  every !== null && every >= 1 && 60 % every === 0 ? { kind: 'minutes', every } : null

/** From one day of the week to another, over its end where need be. */
export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7)
