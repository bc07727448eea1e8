import { PLATFORM_NAMES, type ChatPlatform } from '../../ports/channels.ts'
import type { ScheduleProblem } from '../../problem.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

const ordinal = (day: number): string => {
  const teen = day > 10 && day < 14
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`
}

const forms = rich`Write it like ${code('every weekday 09:00')}, ${code('every monday and thursday 10:00')}, ${code('every 2 hours')}, ${code('every month on the 1st at 9:00')}, or as cron in five fields, such as ${code('0 9 * * 1-5')}.`

export const schedules = {
  when: {
    everyDay: 'every day',
    workingDays: 'every weekday',
    weekend: 'every Saturday and Sunday',
    days: (days: readonly number[]) => `every ${list(days.map((day) => DAYS[day] ?? ''))}`,
    dayOfMonth: (day: number) => `on the ${ordinal(day)} of every month`,
    lastDay: 'on the last day of every month',
    at: (days: string, times: readonly string[]) => `${days} at ${list(times)}`,
    hours: (every: number) =>
      every === 1 ? 'every hour' : every === 24 ? 'every day at 00:00' : `every ${every} hours`,
    minutes: (every: number) => (every === 60 ? 'every hour' : `every ${every} minutes`),
    cron: (cron: string) => `by cron ${cron}`,
  },
  title: (id: string) => `Report ${id} is scheduled`,
  titleBefore: (id: string) => `Report ${id} is scheduled already`,
  before: rich`The same report was asked for before, so it is not posted twice.`,
  fields: { app: 'App', when: 'When', zone: 'Time zone', channel: 'Channel', next: 'Next', language: 'Language' },
  languages: { en: 'English', zh: 'Chinese' },
  next: (at: number): Rich => rich`${moment(at)} (${relative(at)})`,
  never: rich`never again`,
  unchecked: rich`Whether I may post in that channel could not be looked up from here. It shows with the first report.`,
  stop: (id: string): Rich => rich`To stop it: ${code(`/im report remove ${id}`)}`,
  listTitle: 'Scheduled reports',
  none: rich`No report is scheduled.`,
  noneHint: rich`For example: ${code('/im report schedule "every weekday 09:00" here')}`,
  columns: ['Report', 'App', 'When', 'Channel', 'Next', 'By'],
  fromFile: 'the configuration file',
  more: (count: number): Rich => rich`And ${count} more.`,
  removedTitle: (id: string) => `Report ${id} is stopped`,
  removed: (when: string): Rich => rich`It came ${strong(when)}. Nothing more is posted.`,
  buttons: { list: 'All scheduled reports', remove: 'Stop it' },
  problems: {
    'not-a-when': ({ given }: { given: string }) =>
      rich`I cannot read ${code(given)} as a time that comes again. ${forms}`,
    never: ({ given }: { given: string }) => rich`${code(given)} never comes: there is no such date. ${forms}`,
    'too-often': ({ given }: { given: string }) =>
      rich`${code(given)} is too often: a report comes at most every 5 minutes. ${forms}`,
    offset: ({ given }: { given: string }) =>
      rich`${code(given)} is an offset, and would be an hour wrong in summer or in winter. Name the zone by a city: ${code('Asia/Shanghai')}, ${code('Europe/Berlin')}, or ${code('UTC')}.`,
    'unknown-zone': ({ given, closest }: { given: string; closest: string | null }) =>
      rich`There is no time zone ${code(given)}. ${closest === null ? rich`Name it by a city: ${code('Asia/Shanghai')}, ${code('Europe/Berlin')}, or ${code('UTC')}.` : rich`Did you mean ${code(closest)}?`}`,
    'not-a-channel': ({ given }: { given: string }) =>
      rich`I cannot read ${code(given)} as a channel. Write ${code('#push-ops')}, the id of a channel, or ${code('here')}; ${code('slack:#push-ops')} where it could be either platform.`,
    'no-channel-here': () =>
      rich`Here is no channel that I could post in. Name one: ${code('slack:#push-ops')}, or the id of a channel.`,
    'not-configured': ({ platform, configured }: { platform: ChatPlatform; configured: readonly ChatPlatform[] }) =>
      rich`${PLATFORM_NAMES[platform]} isn't configured, so I can't post there. ${configured.length === 0 ? rich`Set ${code(platform)} in the configuration first.` : rich`Name a channel of ${configured.map((each) => PLATFORM_NAMES[each]).join(' or ')}, or set ${code(platform)} in the configuration.`}`,
    'which-platform': ({ given }: { given: string }) =>
      rich`Is ${code(given)} on Slack or on Discord? Write ${code(`slack:${given}`)} or ${code(`discord:${given}`)}.`,
    'unseen-channel': ({ given, code: reason }: { given: string; code: string }) =>
      rich`I cannot see ${code(given)} (${code(reason)}). If it exists, invite me there, then ask again.`,
    'too-many': ({ maximum }: { maximum: number }) =>
      rich`There are ${maximum} scheduled reports already. Stop some first: ${code('/im report list')}`,
    fixed: ({ given }: { given: string }) =>
      rich`Report ${code(given)} stands in the configuration file, under ${code('reports')}, and can only be removed there.`,
  } satisfies {
    [Kind in ScheduleProblem['kind']]: (problem: Extract<ScheduleProblem, { kind: Kind }>) => Rich
  },
}

export const scheduleProblem = (problem: ScheduleProblem): Rich =>
  (schedules.problems[problem.kind] as (problem: ScheduleProblem) => Rich)(problem)
