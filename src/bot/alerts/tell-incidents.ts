import type { AlertChannel } from '../ports/channels.ts'
import type { AlertRules } from '../../diagnostics/alerts/rules.ts'
import { incidentCard } from '../cards/alerts/incident-card.ts'
import { moreAlertsCard } from '../cards/alerts/more-alerts-card.ts'
import type { Posting } from '../posting/post-once.ts'
import type { Incident } from '../ports/incidents.ts'
import { textsFor } from '../texts/texts.ts'
import type { AlertMemory } from './alert-memory.ts'
import { postKey, showPost, type Shown } from './show-post.ts'

const HOUR = 3_600_000

/** After so long nobody looks at the card of what is over. */
const SHOWN_FOR = 24 * HOUR

interface Telling {
  rules: AlertRules
  posting: Posting
  memory: AlertMemory
  now: number
}

/**
 * Makes the cards of one app's incidents show how they stand, in each of its channels: one card each, but in an hour no more than
 * the rules allow. The rest stand together in one more card.
 *
 * @param incidents open and lately closed ones, newest first
 */
export async function tellIncidents(
  incidents: readonly Incident[],
  channels: readonly AlertChannel[],
  telling: Telling,
  signal: AbortSignal,
): Promise<void> {
  const { rules, now } = telling
  const beyond = beyondLimit(incidents, rules.cardsPerHour)
  const current = incidents.filter(({ closedAt }) => closedAt === null || now - closedAt < SHOWN_FOR)
  await Promise.all(
    channels.map(async (channel) => {
      const own = current.toReversed().map((each) => ownCard(each, channel, beyond.has(each.id), now))
      const more = waves(incidents.filter(({ id }) => beyond.has(id))).map((wave) => moreCard(wave, channel, now))
      const cards = [...own, ...more]
      // One after the other: a channel takes about one message a second.
      for (const card of cards) await showPost(card, channel, telling.posting, telling.memory, signal)
    }),
  )
}

const isSilenced = ({ silencedUntil }: Incident, now: number): boolean => silencedUntil !== null && silencedUntil > now

const mayBeTold = (incident: Incident, now: number): boolean =>
  incident.closedAt === null && incident.quietSince === null && !isSilenced(incident, now)

function ownCard(incident: Incident, { to, locale }: AlertChannel, isBeyond: boolean, now: number): Shown {
  return {
    key: postKey(`incident:${incident.id}`, to),
    version: `${incident.version}${isSilenced(incident, now) ? ' silenced' : ''}`,
    mayPost: !isBeyond && mayBeTold(incident, now),
    card: () => incidentCard(incident, textsFor(locale), locale, now),
  }
}

/** `wave` oldest first: the card is named after its first, so that it is one however many of them come and go. */
function moreCard(wave: readonly [Incident, ...Incident[]], { to, locale }: AlertChannel, now: number): Shown {
  const [{ id, app }] = wave
  const told = wave.filter((incident) => mayBeTold(incident, now))
  return {
    key: postKey(`more:${id}`, to),
    version: told.map((incident) => incident.id).join(' '),
    mayPost: told.length > 0,
    card: () => moreAlertsCard(told, app, textsFor(locale)),
  }
}

/** What came in one go: none of it an hour or more after the one before. */
function waves(newestFirst: readonly Incident[]): readonly (readonly [Incident, ...Incident[]])[] {
  const found: [Incident, ...Incident[]][] = []
  let last = -HOUR
  for (const incident of newestFirst.toReversed()) {
    const wave = found.at(-1)
    if (wave === undefined || incident.openedAt - last >= HOUR) found.push([incident])
    else wave.push(incident)
    last = incident.openedAt
  }
  return found
}

/** Those before which so many others of the app were opened within an hour; the same in every process. */
function beyondLimit(incidents: readonly Incident[], most: number): ReadonlySet<string> {
  const oldestFirst = incidents.toReversed()
  const beyond = oldestFirst.filter(({ openedAt }, index) => {
    const before = oldestFirst.slice(0, index).filter((other) => openedAt - other.openedAt < HOUR)
    return before.length >= most
  })
  return new Set(beyond.map(({ id }) => id))
}
