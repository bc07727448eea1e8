import { formatMoment } from '../texts/duration.ts'

/** "2026-11-25 22:02 GMT+8": a moment where seconds would be noise. `named` says whether the zone is. */
export function minuteWords(at: number, timeZone: string | null, named = true): string {
  const [date = '', time = '', zone = ''] = formatMoment(at, timeZone).split(' ')
  return [date, time.slice(0, 5), ...(named ? [zone] : [])].join(' ')
}
