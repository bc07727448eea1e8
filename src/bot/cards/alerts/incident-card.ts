import type { Alarm } from '../../../diagnostics/alerts/alarm.ts'
import { readAlarms } from '../../alerts/read-alarms.ts'
import type { Action, Block, Card, Tone } from '../../card.ts'
import type { Incident } from '../../ports/incidents.ts'
import { moment, rich, type Rich } from '../../rich.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { personWords } from '../cases/case-card.ts'
import { lastingButton } from '../lasting-button.ts'
import { alarmTitle, alarmWords } from './alarm-words.ts'

/** Alarms that are written out; there are seldom more of one subject. */
const MOST = 4

/** An incident as it stands: what and where, what to do and who must, and whether somebody does. */
export function incidentCard(incident: Incident, texts: Texts, locale: Locale, now: number): Card {
  const { alerts } = texts
  const alarms = readAlarms(incident.alarms)
  const isOver = incident.closedAt !== null
  const what = incidentTitle(incident, texts)
  return {
    tone: isOver ? 'good' : toneOf(alarms),
    title: isOver ? alerts.overTitle(incident.app, what) : alerts.title(incident.app, what),
    blocks: [
      ...alarms.slice(0, MOST).map((alarm) => alarmBlock(alarm, isOver, texts, locale)),
      {
        kind: 'fields',
        fields: [
          { label: alerts.since, value: rich`${moment(incident.openedAt)}` },
          { label: alerts.state, value: stateWords(incident, texts, now) },
        ],
      },
    ],
    actions: buttons(incident, alarms, texts, now),
  }
}

/** What it is about, in a few words. */
export function incidentTitle({ alarms: stored }: Incident, texts: Texts): string {
  const { names, moreAlarms } = texts.alerts
  const [first, ...others] = readAlarms(stored)
  if (first === undefined) return names.unknown
  return alarmTitle(first, texts) + (others.length > 0 ? moreAlarms(others.length) : '')
}

const isWarning = (alarm: Alarm): boolean => alarm.code === 'certificate-expiring' && alarm.days >= 0

const toneOf = (alarms: readonly Alarm[]): Tone => (alarms.every(isWarning) ? 'warn' : 'bad')

function alarmBlock(alarm: Alarm, isOver: boolean, texts: Texts, locale: Locale): Block {
  const { text, remedy } = alarmWords(alarm, texts, locale)
  // What is over asks nothing of anybody.
  if (isOver) return { kind: 'text', text }
  const severity = isWarning(alarm) ? 'warning' : 'error'
  const tone = isWarning(alarm) ? 'warn' : 'bad'
  return { kind: 'finding', tone, label: texts.conversation.severities[severity], text, remedy, codes: null }
}

/** In one line: who has it, whether it is quiet or silenced, or since when it is over. */
export function stateWords(incident: Incident, texts: Texts, now: number): Rich {
  const { alerts } = texts
  const { acknowledgedBy, quietSince, openedAt, closedAt } = incident
  const taken = acknowledgedBy === null ? [] : [alerts.taken(personWords(acknowledgedBy))]
  if (closedAt !== null) {
    const end = quietSince ?? closedAt
    return joined([alerts.over(moment(end), Math.max(1, (end - openedAt) / 1000)), ...taken])
  }
  const silenced = silencedUntil(incident, now)
  return joined([
    ...(taken.length === 0 ? [[alerts.open]] : taken),
    ...(silenced === null ? [] : [alerts.silenced(moment(silenced))]),
    ...(quietSince === null ? [] : [alerts.quiet(moment(quietSince))]),
  ])
}

/** UNIX milliseconds; null: it is not, or not any more. */
export const silencedUntil = ({ silencedUntil: until }: Incident, now: number): number | null =>
  until !== null && until > now ? until : null

const joined = (parts: readonly Rich[]): Rich => parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]))

/** The command's default, written out: the button says it. */
const SILENCE = '4h'

function buttons(incident: Incident, alarms: readonly Alarm[], texts: Texts, now: number): readonly Action[] {
  const { id, app, acknowledgedBy, closedAt } = incident
  const words = texts.alerts.buttons
  const isOpen = closedAt === null
  const isOfVendor = incident.subject.startsWith('vendor:') && alarms.length > 0
  const actions = [
    ...(isOpen && acknowledgedBy === null
      ? [lastingButton(words.acknowledge, 'im.alert.acknowledge', { id }, 'primary')]
      : []),
    ...(isOpen && silencedUntil(incident, now) === null
      ? [lastingButton(words.silence, 'im.alert.silence', { id, for: SILENCE })]
      : []),
    ...(isOfVendor ? [lastingButton(words.report, 'im.report', { app })] : []),
  ]
  return actions
}
