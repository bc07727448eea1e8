export interface TimeOfDay {
  /** 0 to 23. */
  hour: number
  /** 0 to 59. */
  minute: number
}

const DIGITS = '零一二三四五六七八九'

/** `12`, or Chinese up to ninety-nine: 十二, 三十, 两; null: neither. */
export function smallNumber(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word)
  const digits = word.replaceAll('两', '二').replaceAll('〇', '零')
  const match = /^(?:([一二三四五六七八九])?(十))?零?([零一二三四五六七八九])?$/u.exec(digits)
  if (match === null || digits === '') return null
  const [, tens, ten, ones] = match
  return (ten === undefined ? 0 : 10 * (tens === undefined ? 1 : DIGITS.indexOf(tens))) + DIGITS.indexOf(ones ?? '零')
}

const LATE = new Set(['pm', 'afternoon', 'evening', 'night', '下午', '傍晚', '晚上', '晚间', '晚', '夜里', '夜间'])
const AT_NIGHT = new Set(['night', '晚上', '晚间', '晚', '夜里', '夜间', '凌晨'])

/** The time of a day of 24 hours; `part` is the part of the day that was said with it. Null: there is no such time. */
export function timeOfDay(hour: number, minute: number, part: string | null): TimeOfDay | null {
  if (!(minute >= 0 && minute < 60 && hour >= 0 && hour <= 24)) return null
  if (hour === 24) return minute === 0 && part === null ? { hour: 0, minute } : null
  const clock = part === 'am' || part === 'pm'
  if (clock && (hour < 1 || hour > 12)) return null
  if (part === null || hour > 12) return { hour, minute }
  if (hour === 12) return { hour: part === 'am' || AT_NIGHT.has(part) ? 0 : 12, minute }
  const late = LATE.has(part) || (part === '中午' && hour <= 2)
  return { hour: late ? hour + 12 : hour, minute }
}
