import { NO_TEAM } from '../support/team.ts'
import type { Card } from '../../src/bot/card.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import type { Device } from '../../src/diagnostics/devices/device.ts'
import type { ImEvent } from '../../src/diagnostics/events/event.ts'
import { call, request, testBot } from '../support/bot.ts'
import { NOW } from '../support/push-case.ts'
import { fakeDevices, fakeEvents, fakePorts } from '../support/push-ports.ts'

interface Known {
  events?: readonly ImEvent[]
  devices?: readonly Device[]
}

/** A card as its command makes it, with its buttons, of a healthy user of whom so much is known. */
export async function commandCard(
  command: string,
  args: Readonly<Record<string, unknown>>,
  locale: Locale,
  { events = [], devices = [] }: Known = {},
): Promise<Card> {
  const ports = fakePorts({ events: fakeEvents(events), devices: fakeDevices(devices) })
  const conversations = { remember: async () => {}, recall: async () => null }
  const { bot, defects } = testBot({
    now: () => NOW,
    world: async () => ({ ok: true, world: { ...ports, conversations, team: NO_TEAM, wait: async () => {} } }),
  })
  const reply = await bot.answer(request(call(command, args), { locale }))
  if (reply === null || defects.length > 0) throw new Error('no answer', { cause: defects[0] })
  return reply.card
}
