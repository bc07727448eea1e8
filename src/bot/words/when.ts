import { parseChineseWhen } from '../schedules/chinese-when.ts'
import { parseEnglishWhen } from '../schedules/english-when.ts'
import { WORKING_DAYS, type When } from '../schedules/when-parts.ts'

const LONGEST = 100

const NICKNAMES: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
}

const NUMBERS = String.raw`[\d*][\d*,/-]*`
const DAYS_OF_MONTH = String.raw`[\d*?l][\d*,/?lw-]*`
const NAMES = String.raw`[\da-z*?][\da-z*,/?#-]*`
const CRON = new RegExp(`^${NUMBERS} ${NUMBERS} ${DAYS_OF_MONTH} ${NAMES} ${NAMES}$`)

/**
 * "every weekday 09:00", "mondays and thursdays at 10 am", "every 2 hours", "每个工作日 09:00", "每周一和周四下午3点", or cron in
 * five fields, which may still be one that never comes. Null: none of these.
 */
export function parseWhen(text: string): When | null {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (plain === '' || plain.length > LONGEST) return null
  const cron = NICKNAMES[plain] ?? (CRON.test(plain) ? plain.toUpperCase() : null)
  if (cron !== null) return { kind: 'cron', cron }
  return /\p{Script=Han}/u.test(plain) ? parseChineseWhen(plain) : parseEnglishWhen(plain)
}

/** Its five fields. */
export function cronOf(when: When): string {
  switch (when.kind) {
    case 'days':
      return `${when.minute} ${when.hours.join(',')} * * ${daysField(when.days)}`
    case 'month':
      return `${when.minute} ${when.hours.join(',')} ${when.day ?? 'L'} * *`
    case 'hours':
      return when.every === 1 ? '0 * * * *' : when.every === 24 ? '0 0 * * *' : `0 */${when.every} * * *`
    case 'minutes':
      return when.every === 60 ? '0 * * * *' : `*/${when.every} * * * *`
    case 'cron':
      return when.cron
  }
}

function daysField(days: readonly number[]): string {
  if (days.length === 7) return '*'
  return days.join(',') === WORKING_DAYS.join(',') ? '1-5' : days.join(',')
}
