import type { PushEvent } from '../../events/event.ts'
import { NEWS_FOR, type History } from '../evidence.ts'

/**
 * The push to ask Tencent's trace for: the one of the message that is asked about, else the last that failed with no later
 * success of the same vendor, else the last.
 */
export function pushToTrace(history: History | null, ofMessage: readonly PushEvent[], now: number): string | null {
  const known = [...ofMessage, ...(history?.events ?? [])].filter(
    (event): event is PushEvent => event.kind === 'push' && event.pushId !== null && event.at > now - NEWS_FOR,
  )
  const isHealed = ({ platform, at, pushId }: PushEvent) =>
    known.some((other) => other.platform === platform && other.code === 0 && other.at >= at && other.pushId !== pushId)
  const asked = known.find((event) => ofMessage.includes(event))
  const failed = known.find((event) => event.code !== 0 && !isHealed(event))
  return (asked ?? failed ?? known[0])?.pushId ?? null
}
