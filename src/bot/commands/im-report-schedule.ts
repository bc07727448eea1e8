import { optionalText, requiredText } from '../argument.ts'
import { scheduledCard } from '../cards/schedules-card.ts'
import { defineCommand, type Context, type Outcome } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import type { Schedule } from '../ports/schedules.ts'
import type { InvalidReason, ScheduleProblem } from '../problem.ts'
import { judgeCron } from '../schedules/judge-cron.ts'
import { resolveChannel } from '../schedules/resolve-channel.ts'
import { scheduleResult } from '../schedules/schedule-result.ts'
import { readTimeZone } from '../schedules/time-zone.ts'
import { LOCALES, type Locale } from '../texts/locale.ts'
import { readLanguage } from '../words/language.ts'
import { shown } from '../words/shown.ts'
import { cronOf, parseWhen } from '../words/when.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

const COMMAND = 'im.report.schedule'

/** Each is looked at every few seconds, and each report asks Tencent for its counts. */
const MOST = 100

type Read<Value> = { kind: 'value'; value: Value } | Extract<Outcome, { kind: 'usage' }>

export const imReportSchedule = defineCommand({
  family: 'im',
  group: 'report',
  name: 'schedule',
  args: {
    when: requiredText({ place: 'word' }, { maxLength: 100 }),
    channel: requiredText({ place: 'word' }, { maxLength: 120 }),
    app: appArgument(),
    tz: optionalText({ place: 'option' }, { maxLength: 60 }),
    lang: optionalText({ place: 'option' }, { maxLength: 20 }),
  },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: [
    'report schedule "every weekday 09:00" #push-ops --tz Asia/Shanghai --lang zh',
    'report schedule "every monday 10:00" here',
  ],
  async run({ when, channel, app, tz, lang }, context) {
    const { actor, place, locale: own, signal, now } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const cron = readCron(when)
    if (cron.kind === 'usage') return cron
    const zone = readZone(tz, context)
    if (zone.kind === 'usage') return zone
    const locale = readLocale(lang, own)
    if (locale.kind === 'usage') return locale
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { team, wait } = opened.world
    const found = await resolveChannel(channel, { team, place, actor, wait }, signal)
    if (found.kind === 'problem') return refuse('channel', found.problem)
    const wanted = {
      app: chosen.app.name,
      cron: cron.value,
      timeZone: zone.value,
      locale: locale.value,
      to: found.to,
      createdBy: personOf(actor),
      createdAt: now,
    }
    const stored = await askStored(context, () => team.schedules.list())
    if (stored.kind !== 'read') return stored
    const before = [...team.fixedSchedules, ...stored.value].find((each) => isSame(each, wanted))
    if (before === undefined && stored.value.length >= MOST) return refuse('when', { kind: 'too-many', maximum: MOST })
    const added = await askStored(context, async () => before ?? (await team.schedules.add(wanted)))
    if (added.kind !== 'read') return added
    const { name, checked } = found
    return {
      kind: 'ok',
      result: scheduleResult(added.value, now, own),
      card: scheduledCard(added.value, { name, checked, before: before !== undefined }, context),
      audit: { app: chosen.app.name, schedule: added.value.id, cron: cron.value },
    }
  },
})

/** Two of these would post the same report twice. */
const isSame = (one: Omit<Schedule, 'createdAt'>, other: Omit<Schedule, 'id'>): boolean =>
  one.app === other.app &&
  one.cron === other.cron &&
  one.timeZone === other.timeZone &&
  one.locale === other.locale &&
  one.to.platform === other.to.platform &&
  one.to.id === other.to.id

function readCron(text: string): Read<string> {
  const when = parseWhen(text)
  const given = shown(text)
  if (when === null) return refuse('when', { kind: 'not-a-when', given })
  const cron = cronOf(when)
  const judged = judgeCron(cron)
  if (judged === 'good') return { kind: 'value', value: cron }
  return refuse('when', { kind: judged === 'invalid' ? 'not-a-when' : judged, given })
}

function readZone(text: string | undefined, { timeZone }: Context): Read<string> {
  if (text === undefined) return { kind: 'value', value: timeZone ?? 'UTC' }
  const read = readTimeZone(text)
  if (read.kind === 'zone') return { kind: 'value', value: read.timeZone }
  const given = shown(text)
  return refuse('tz', read.kind === 'offset' ? { kind: 'offset', given } : { ...read, kind: 'unknown-zone', given })
}

function readLocale(text: string | undefined, own: Locale): Read<Locale> {
  const locale = text === undefined ? own : readLanguage(text)
  return locale === null
    ? invalid('lang', { kind: 'not-one-of', given: shown(text ?? ''), known: LOCALES })
    : { kind: 'value', value: locale }
}

const refuse = (argument: string, problem: ScheduleProblem) => invalid(argument, { kind: 'schedule', problem })

const invalid = (argument: string, reason: InvalidReason): Extract<Outcome, { kind: 'usage' }> => ({
  kind: 'usage',
  problem: { kind: 'invalid-value', command: COMMAND, argument, reason },
})
