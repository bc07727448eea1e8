import type { Block, Card, Field } from '../card.ts'
import type { Schedule } from '../ports/schedules.ts'
import { code, rich, type Rich } from '../rich.ts'
import { describeWhen } from '../schedules/describe-when.ts'
import { nextSlot } from '../schedules/slots.ts'
import type { Locale } from '../texts/locale.ts'
import type { Texts } from '../texts/texts.ts'
import { personWords } from './cases/case-card.ts'
import { runButton } from './push/push-buttons.ts'

type Shown = Omit<Schedule, 'createdAt'>

interface Reader {
  texts: Texts
  locale: Locale
  /** UNIX milliseconds. */
  now: number
}

const MOST_SHOWN = 20

/** What was scheduled. `before`: it was already. `name`: of the channel, where it was looked up. */
export function scheduledCard(
  schedule: Shown,
  { name, checked, before }: { name: string | null; checked: boolean; before: boolean },
  { texts, locale, now }: Reader,
): Card {
  const { schedules } = texts
  const channel = name === null ? channelWords(schedule) : rich`${code(`#${name.replace(/^#/, '')}`)}`
  const fields: readonly Field[] = [
    { label: schedules.fields.app, value: rich`${code(schedule.app)}` },
    { label: schedules.fields.when, value: [describeWhen(schedule.cron, locale)] },
    { label: schedules.fields.zone, value: [schedule.timeZone] },
    { label: schedules.fields.channel, value: channel },
    { label: schedules.fields.language, value: [schedules.languages[schedule.locale]] },
    { label: schedules.fields.next, value: nextWords(schedule, texts, now) },
  ]
  const notes: readonly Rich[] = [
    ...(before ? [schedules.before] : []),
    ...(checked ? [] : [schedules.unchecked]),
    ...(schedule.createdBy === null ? [] : [schedules.stop(schedule.id)]),
  ]
  return {
    tone: before ? 'info' : 'good',
    title: before ? schedules.titleBefore(schedule.id) : schedules.title(schedule.id),
    blocks: [{ kind: 'fields', fields }, ...notes.map((text): Block => ({ kind: 'note', text }))],
    actions: [runButton(schedules.buttons.list, 'im.report.list', {})],
  }
}

export function scheduleListCard(all: readonly Shown[], { texts, locale, now }: Reader): Card {
  const { schedules } = texts
  const rows = all
    .slice(0, MOST_SHOWN)
    .map((schedule) => [
      rich`${code(schedule.id)}`,
      [schedule.app],
      rich`${describeWhen(schedule.cron, locale)}, ${schedule.timeZone}`,
      channelWords(schedule),
      nextWords(schedule, texts, now),
      schedule.createdBy === null ? [schedules.fromFile] : personWords(schedule.createdBy),
    ])
  const blocks: readonly Block[] =
    all.length === 0
      ? [
          { kind: 'text', text: schedules.none },
          { kind: 'note', text: schedules.noneHint },
        ]
      : [
          { kind: 'table', columns: schedules.columns, rows },
          ...(all.length > MOST_SHOWN
            ? [{ kind: 'note' as const, text: schedules.more(all.length - MOST_SHOWN) }]
            : []),
        ]
  return { tone: 'info', title: schedules.listTitle, blocks, actions: [] }
}

export function removedCard(schedule: Shown, { texts, locale }: Reader): Card {
  const { schedules } = texts
  return {
    tone: 'good',
    title: schedules.removedTitle(schedule.id),
    blocks: [{ kind: 'text', text: schedules.removed(describeWhen(schedule.cron, locale)) }],
    actions: [runButton(schedules.buttons.list, 'im.report.list', {})],
  }
}

const channelWords = ({ to }: Shown): Rich => rich`${to.platform} ${code(to.id)}`

function nextWords(schedule: Shown, { schedules }: Texts, now: number): Rich {
  const next = nextSlot(schedule, now)
  return next === null ? schedules.never : schedules.next(next)
}
