import type { Card } from '../../card.ts'
import type { Incident } from '../../ports/incidents.ts'
import { code, moment, relative, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { personWords } from '../cases/case-card.ts'
import { incidentTitle, silencedUntil } from './incident-card.ts'

const MOST = 20

/** What is wrong at the moment, newest first. */
export function alertListCard(incidents: readonly Incident[], texts: Texts, now: number): Card {
  const { list } = texts.alerts
  const rest = incidents.length - MOST
  if (incidents.length === 0)
    return { tone: 'good', title: list.title, blocks: [{ kind: 'text', text: [list.none] }], actions: [] }
  return {
    tone: 'bad',
    title: list.title,
    blocks: [
      { kind: 'table', columns: list.columns, rows: incidents.slice(0, MOST).map((each) => row(each, texts, now)) },
      ...(rest > 0 ? [{ kind: 'note' as const, text: [list.more(rest)] }] : []),
      { kind: 'note', text: list.take(`/im alert acknowledge ${incidents[0]?.id ?? ''}`) },
    ],
    actions: [],
  }
}

function row(incident: Incident, texts: Texts, now: number): readonly Rich[] {
  const { alerts } = texts
  const { id, app, acknowledgedBy, openedAt } = incident
  const silenced = silencedUntil(incident, now)
  const state = acknowledgedBy === null ? [alerts.list.openState] : alerts.taken(personWords(acknowledgedBy))
  return [
    rich`${code(id)}`,
    [alerts.title(app, incidentTitle(incident, texts))],
    silenced === null ? state : [...state, ' · ', ...alerts.silenced(moment(silenced))],
    rich`${relative(openedAt)}`,
  ]
}
