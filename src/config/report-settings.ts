import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { ChannelRef, ChatPlatform } from '../bot/ports/channels.ts'
import type { Schedule } from '../bot/ports/schedules.ts'
import { judgeCron } from '../bot/schedules/judge-cron.ts'
import { readTimeZone } from '../bot/schedules/time-zone.ts'
import type { Locale } from '../bot/texts/locale.ts'
import { parseChannelSetting } from '../bot/words/channel.ts'
import { cronOf, parseWhen } from '../bot/words/when.ts'

type Issues = Pick<z.RefinementCtx, 'addIssue'>

/** Words or cron → cron of five fields. */
export function cronSetting(text: string, issues: Issues): string {
  const when = parseWhen(text)
  const cron = when === null ? '' : cronOf(when)
  const judged = when === null ? 'invalid' : judgeCron(cron)
  if (judged !== 'good') issues.addIssue({ code: 'custom', message: `when-${judged}` })
  return cron
}

/** The name of a time zone in any case → its IANA name. */
export function zoneSetting(text: string, issues: Issues): string {
  const read = readTimeZone(text)
  if (read.kind === 'zone') return read.timeZone
  issues.addIssue({ code: 'custom', message: read.kind === 'offset' ? 'zone-offset' : `zone:${read.closest ?? ''}` })
  return ''
}

interface ReportSetting {
  app?: string | undefined
  when: string
  channel: string
  tz?: string | undefined
  lang?: Locale | undefined
}

const ID_LENGTH = 8

/**
 * A report of the file as a schedule. Its id follows from what it says, so that it stays the same over restarts, and another
 * when something is changed.
 */
export function toSchedule(
  { app, when, channel, tz = 'UTC', lang }: ReportSetting,
  { defaultApp, language, platforms }: { defaultApp: string; language: Locale; platforms: readonly ChatPlatform[] },
): Omit<Schedule, 'createdAt'> {
  const said = {
    app: app ?? defaultApp,
    cron: when,
    timeZone: tz,
    locale: lang ?? language,
    to: toChannel(channel, platforms),
  }
  const id = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, ID_LENGTH)
  return { ...said, id: `config-${id}`, createdBy: null }
}

/** @throws Error where it cannot be read, which `check-together.ts` tells before */
export function toChannel(text: string, platforms: readonly ChatPlatform[]): ChannelRef {
  const to = parseChannelSetting(text, platforms)
  if (to === null) throw new Error('a channel that was checked cannot be read')
  return to
}
