import type { Card } from '../../card.ts'
import type { Incident } from '../../ports/incidents.ts'
import { code, rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { lastingButton } from '../lasting-button.ts'
import { incidentTitle } from './incident-card.ts'

const MOST = 10

/** Incidents of one app that got no card of their own, because so many came at once; empty: all are over. */
export function moreAlertsCard(incidents: readonly Incident[], app: string, texts: Texts): Card {
  const { alerts } = texts
  if (incidents.length === 0) {
    const title = alerts.overTitle(app, alerts.more.over)
    return { tone: 'good', title, blocks: [{ kind: 'text', text: [alerts.list.none] }], actions: [] }
  }
  const lines = incidents
    .slice(0, MOST)
    .map((incident) => rich`\n• ${code(incident.id)} ${incidentTitle(incident, texts)}`)
  const rest = incidents.length - MOST
  return {
    tone: 'bad',
    title: alerts.more.title(app, incidents.length),
    blocks: [
      { kind: 'text', text: [...alerts.more.lead('/im alert list'), ...lines.flat()] },
      ...(rest > 0 ? [{ kind: 'note' as const, text: [alerts.list.more(rest)] }] : []),
    ],
    actions: [lastingButton(alerts.list.title, 'im.alert.list', { app })],
  }
}
