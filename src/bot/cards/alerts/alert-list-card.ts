import type { NotYetJudged } from '../../../diagnostics/alerts/not-yet-judged.ts'
import type { Card } from '../../card.ts'
import type { Incident } from '../../ports/incidents.ts'
import { code, moment, relative, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { personWords } from '../cases/case-card.ts'
import { incidentTitle, silencedUntil } from './incident-card.ts'

const MOST = 20

/** What cannot be judged yet in an app. */
export interface AppNotYetJudged {
  app: string
  found: readonly NotYetJudged[]
}

/** What is wrong now, newest first, and what cannot be told yet: where nothing is judged, nothing found says little. */
export function alertListCard(
  incidents: readonly Incident[],
  texts: Texts,
  now: number,
  notYet: readonly AppNotYetJudged[] = [],
): Card {
  const { list } = texts.alerts
  const rest = incidents.length - MOST
  const open = notYet.flatMap(({ app, found }) =>
    found.map((each) => ({ kind: 'note' as const, text: notYetWords(app, each, texts) })),
  )
  if (incidents.length === 0)
    return {
      tone: open.length === 0 ? 'good' : 'info',
      title: list.title,
      blocks: [{ kind: 'text', text: [open.length === 0 ? list.none : list.noneFound] }, ...open],
      actions: [],
    }
  return {
    tone: 'bad',
    title: list.title,
    blocks: [
      { kind: 'table', columns: list.columns, rows: incidents.slice(0, MOST).map((each) => row(each, texts, now)) },
      ...(rest > 0 ? [{ kind: 'note' as const, text: [list.more(rest)] }] : []),
      { kind: 'note', text: list.take(`/im alert acknowledge ${incidents[0]?.id ?? ''}`) },
      ...open,
    ],
    actions: [],
  }
}

function notYetWords(app: string, each: NotYetJudged, { alerts }: Texts): Rich {
  const { notYet } = alerts.list
  switch (each.code) {
    case 'no-webhooks':
      return notYet['no-webhooks'](app)
    case 'no-history':
      return notYet['no-history'](app, each)
    case 'no-rhythm':
      return notYet['no-rhythm'](app, moment(each.from))
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
