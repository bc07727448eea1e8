import { bounded } from '../duties/bounded.ts'
import type { ChannelRef } from '../ports/channels.ts'
import type { Team } from '../ports/team.ts'
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
  team: Pick<Team, 'channels' | 'platforms'>
  place: Place
  actor: Actor
  wait: World['wait']
}

/** The channel that is meant, looked up where this process is connected to its platform. A terminal is not: there it is taken as it is. */
export async function resolveChannel(
  text: string,
  { team: { channels, platforms }, place, actor, wait }: Asked,
  signal: AbortSignal,
): Promise<ResolvedChannel> {
  const read = readChannel(text, { place, actor, platforms })
  if (read.kind === 'not-here') return problem({ kind: 'no-channel-here' })
  if (read.kind === 'which-platform') return problem({ kind: 'which-platform', given: shown(read.text) })
  if (read.kind === 'unreadable') return problem({ kind: 'not-a-channel', given: shown(text) })
  // What was said there shows that it is there.
  if (read.kind === 'here') return { kind: 'channel', to: read.to, name: null, checked: true }
  const { platform, text: given } = read
  const to = { platform, id: given, thread: null }
  if (!platforms.includes(platform)) return problem({ kind: 'not-configured', platform, configured: platforms })
  const writer = channels[platform]
  if (writer === undefined) return { kind: 'channel', to, name: null, checked: false }
  const asked = await bounded(wait, PATIENCE_MS, signal, (end) => writer.resolve(given, end))
  const answer = asked.kind === 'value' ? asked.value : ({ kind: 'unchecked' } as const)
  if (answer.kind === 'unknown') return problem({ kind: 'unseen-channel', given: shown(given), code: answer.code })
  if (answer.kind === 'unchecked') return { kind: 'channel', to, name: null, checked: false }
  return { kind: 'channel', to: { ...to, id: answer.id }, name: answer.name, checked: true }
}

const problem = (of: ScheduleProblem): ResolvedChannel => ({ kind: 'problem', problem: of })
