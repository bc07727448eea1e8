import { incidentCard } from '../cards/alerts/incident-card.ts'
import type { Context } from '../command.ts'
import { bounded } from '../duties/bounded.ts'
import type { AlertChannel } from '../ports/channels.ts'
import type { Incident } from '../ports/incidents.ts'
import type { World } from '../ports/world.ts'
import { textsFor } from '../texts/texts.ts'
import { postKey } from './show-post.ts'

/** Whoever pressed a button waits for it, milliseconds. */
const PATIENCE_MS = 3_000

/**
 * Makes the cards of an incident show what a person just did with it, in every channel that has one. What does not go well is left
 * to the next look of the duty. Never rejects.
 */
export async function showAtOnce(incident: Incident, context: Context): Promise<void> {
  const { services, signal, now } = context
  const app = services.apps.all.find(({ name }) => name === incident.app)
  const opened = await services.world()
  if (app === undefined || !opened.ok) return
  const { world } = opened
  await bounded(world.wait, PATIENCE_MS, signal, async (ending) => {
    const channels = await world.team.alertChannels(app)
    await Promise.all(channels.map((channel) => showIn(channel, incident, world, now, ending)))
  })
}

async function showIn(
  { to, locale, timeZone }: AlertChannel,
  incident: Incident,
  { team }: World,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const key = postKey(`incident:${incident.id}`, to)
  const message = (await team.posts.find(key))?.message ?? null
  if (message === null) return
  const card = incidentCard(incident, textsFor(locale), locale, now)
  await team.channels[to.platform]?.edit(to, message, { key, card, locale, timeZone }, signal)
}
