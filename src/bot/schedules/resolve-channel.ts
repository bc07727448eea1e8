import { bounded } from '../duties/bounded.ts'
import { CHAT_PLATFORMS, type ChannelRef, type Channels } from '../ports/channels.ts'
import type { World } from '../ports/world.ts'
import type { ScheduleProblem } from '../problem.ts'
import type { Actor, Place } from '../request.ts'
import { readChannel } from '../words/channel.ts'
import { shown } from '../words/shown.ts'

export type ResolvedChannel =
  /** `name`: as the platform tells it. `checked`: it was looked up. */
  | { kind: 'channel'; to: ChannelRef; name: string | null; checked: boolean }
  | { kind: 'problem'; problem: ScheduleProblem }

/** The longest that a platform may take to look a channel up, milliseconds. */
const PATIENCE_MS = 8_000

interface Asked {
  channels: Channels
  place: Place
  actor: Actor
  wait: World['wait']
}

/** The channel that is meant, looked up where its platform is connected. From a terminal none is, and it is taken as it is. */
export async function resolveChannel(
  text: string,
  { channels, place, actor, wait }: Asked,
  signal: AbortSignal,
): Promise<ResolvedChannel> {
  const platforms = CHAT_PLATFORMS.filter((platform) => channels[platform] !== undefined)
  const read = readChannel(text, { place, actor, platforms })
  if (read.kind === 'not-here') return problem({ kind: 'no-channel-here' })
  if (read.kind === 'unreadable') return problem({ kind: 'not-a-channel', given: shown(text) })
  // What was said there shows that it is there.
  if (read.kind === 'here') return { kind: 'channel', to: read.to, name: null, checked: true }
  const { platform, text: given } = read
  const to = { platform, id: given, thread: null }
  const writer = channels[platform]
  if (writer === undefined)
    return platforms.length > 0
      ? problem({ kind: 'not-connected', platform })
      : { kind: 'channel', to, name: null, checked: false }
  const asked = await bounded(wait, PATIENCE_MS, signal, (end) => writer.resolve(given, end))
  const answer = asked.kind === 'value' ? asked.value : ({ kind: 'unchecked' } as const)
  if (answer.kind === 'unknown') return problem({ kind: 'unseen-channel', given: shown(given), code: answer.code })
  if (answer.kind === 'unchecked') return { kind: 'channel', to, name: null, checked: false }
  return { kind: 'channel', to: { ...to, id: answer.id }, name: answer.name, checked: true }
}

const problem = (of: ScheduleProblem): ResolvedChannel => ({ kind: 'problem', problem: of })
