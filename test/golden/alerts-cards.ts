import type { Card } from '../../src/bot/card.ts'
import { alertListCard } from '../../src/bot/cards/alerts/alert-list-card.ts'
import { incidentCard } from '../../src/bot/cards/alerts/incident-card.ts'
import { moreAlertsCard } from '../../src/bot/cards/alerts/more-alerts-card.ts'
import { newsCard, watchOverCard } from '../../src/bot/cards/watches/watch-cards.ts'
import { watchListCard } from '../../src/bot/cards/watches/watch-list-card.ts'
import type { Incident } from '../../src/bot/ports/incidents.ts'
import type { Watch } from '../../src/bot/ports/watches.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import type { WatchNews } from '../../src/bot/watches/watch-news.ts'
import type { Alarm } from '../../src/diagnostics/alerts/alarm.ts'
import { reachability } from '../../src/diagnostics/status/reachability.ts'
import { actor } from '../support/bot.ts'
import { HOUR, MINUTE, NOW, pushEvent, REACHABLE } from '../support/push-case.ts'

const incident = (subject: string, alarms: readonly Alarm[], changes: Partial<Incident> = {}): Incident => ({
  id: '12',
  app: 'prod',
  subject,
  alarms,
  openedAt: NOW - 2 * HOUR,
  changedAt: NOW - HOUR,
  quietSince: null,
  closedAt: null,
  acknowledgedBy: null,
  silencedUntil: null,
  version: 3,
  ...changes,
})

const LOSS: Alarm = {
  code: 'loss-rate',
  vendor: 'apns',
  rate: 0.342,
  baseline: 0.021,
  attempted: 12_345,
  lost: 4_222,
  leading: { answer: '-203', info: '', count: 4_000 },
}
const DEAD: Alarm = {
  code: 'dead-tokens',
  vendor: 'xiaomi',
  count: 512,
  usual: 40,
  leading: { answer: '20301', info: '', count: 512 },
}
const NEW: Alarm = { code: 'new-code', vendor: 'apns', answer: '-203', count: 310, info: '' }
const UNLISTED: Alarm = { code: 'new-code', vendor: 'oppo', answer: '77777', count: 11, info: '' }
const REJECTED: Alarm = {
  code: 'credential-rejected',
  vendor: 'apns',
  certificateId: '11',
  answer: 'InvalidProviderToken',
  info: '',
  count: null,
}
const REJECTED_BY_CALLBACK: Alarm = { ...REJECTED, certificateId: null, answer: '-197', count: 45 }
const ENDING: Alarm = { code: 'certificate-expiring', certificateId: '11', vendor: 'apns', days: 3 }
const SILENT: Alarm = { code: 'webhooks-silent', lastReceived: NOW - 3 * HOUR, expected: 340 }
const REFUSED: Alarm = { code: 'signature-refused', administrator: 'administrator', answer: '70009', info: '' }

const LIST = [
  incident('api', [REFUSED], { id: '14' }),
  incident('vendor:apns', [LOSS, NEW], { acknowledgedBy: 'slack:U1' }),
  incident('certificate:11', [ENDING], { id: '9', silencedUntil: NOW + 4 * HOUR }),
]

const WATCH: Watch = {
  id: '3',
  app: 'prod',
  userId: 'alice',
  to: { platform: 'slack', id: 'C1', thread: null },
  locale: 'en',
  timeZone: null,
  createdBy: 'slack:U1',
  createdAt: NOW - 24 * HOUR,
  until: NOW,
  seen: { reachable: false, eventsTo: NOW - HOUR, told: 0, toldAt: null },
}

const REACHED: WatchNews = {
  reachable: {
    state: REACHABLE,
    last: null,
    reach: reachability(REACHABLE, null, 'timpush', NOW),
    push: null,
    exists: true,
    can: 'yes',
  },
  failures: [],
}
const FAILED: WatchNews = { reachable: null, failures: [pushEvent(MINUTE, { code: -203, info: '' })] }
const SEVERAL: WatchNews = {
  reachable: null,
  failures: [
    pushEvent(MINUTE, { code: -203, info: '' }),
    pushEvent(2 * MINUTE, { code: -203, info: '' }),
    pushEvent(3 * MINUTE, { code: 77_777, info: '' }),
  ],
}

type Cards = Readonly<Record<string, (locale: Locale) => Card>>

const shown =
  (each: Incident) =>
  (locale: Locale): Card =>
    incidentCard(each, textsFor(locale), locale, NOW)

const HERE = { actor: actor('U1'), place: { kind: 'channel', id: 'C1', thread: null } } as const

/** Cards of alerts and watches, by the golden file that keeps them. */
export const ALERT_CARDS: Readonly<Record<string, Cards>> = {
  alerts: {
    'loss-rate': shown(incident('vendor:apns', [LOSS, NEW])),
    'dead-tokens': shown(incident('vendor:xiaomi', [DEAD])),
    unlisted: shown(incident('vendor:oppo', [UNLISTED])),
    'credential-rejected': shown(incident('vendor:apns', [REJECTED, REJECTED_BY_CALLBACK])),
    'certificate-expiring': shown(incident('certificate:11', [ENDING])),
    'certificate-expired': shown(incident('certificate:11', [{ ...ENDING, days: -2 }])),
    'webhooks-silent': shown(incident('webhooks', [SILENT])),
    'signature-refused': shown(incident('api', [REFUSED])),
    taken: shown(incident('vendor:apns', [LOSS], { acknowledgedBy: 'slack:U1', silencedUntil: NOW + HOUR })),
    quiet: shown(incident('webhooks', [SILENT], { quietSince: NOW - 5 * MINUTE })),
    over: shown(incident('vendor:apns', [LOSS], { quietSince: NOW - 15 * MINUTE, closedAt: NOW })),
    more: (locale) => moreAlertsCard(LIST, 'prod', textsFor(locale)),
    list: (locale) => alertListCard(LIST, textsFor(locale), NOW),
    none: (locale) => alertListCard([], textsFor(locale), NOW),
  },
  watches: {
    reachable: (locale) => newsCard(WATCH, REACHED, textsFor(locale), locale),
    failed: (locale) => newsCard(WATCH, FAILED, textsFor(locale), locale),
    several: (locale) => newsCard(WATCH, SEVERAL, textsFor(locale), locale),
    over: (locale) => watchOverCard(WATCH, null, textsFor(locale), locale),
    'over-with-failures': (locale) => watchOverCard(WATCH, SEVERAL, textsFor(locale), locale),
    list: (locale) => watchListCard([WATCH], HERE, textsFor(locale)),
    none: (locale) => watchListCard([], HERE, textsFor(locale)),
  },
}
