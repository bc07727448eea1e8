import { askedPushes, messageItem } from '../message-item.ts'
import { historyOf, lastState, pushSteps, reachOf, stateItems } from '../case-facts.ts'
import { seen, type Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

/** After so long without a heartbeat the server notices that a connection is dead, milliseconds. */
const NOTICED_AFTER = 400_000

/**
 * A message that came while the phone was Online, that nobody has opened since, and of which no push was tried: the app is
 * not in the foreground, yet did not say so. UNIX milliseconds of the message; null: nothing shows it.
 */
export function unreadWhileOnline(each: Case): number | null {
  if (reachOf(each)?.reach.reason !== 'online') return null
  const facts = seen(each.evidence.message)
  const last = lastState(each)
  const message = facts?.roaming.find(({ read }) => read === false)
  if (message === undefined || askedPushes(each).length > 0) return null
  const wasOnline = last === null || (last.action === 'login' && last.at <= message.at)
  const pushedSince = pushSteps(each).some(({ at }) => at >= message.at)
  return wasOnline && !pushedSince && each.now - message.at > NOTICED_AFTER ? message.at : null
}

export const noBackgroundReport: Judge = (each) => {
  const reach = reachOf(each)?.reach
  const at = unreadWhileOnline(each)
  if (reach?.reason !== 'online' || at === null) return []
  const tellsPushes = (historyOf(each)?.events ?? []).some(({ kind }) => kind === 'push')
  return [
    pushFinding(
      'no-background-report',
      // Where no callback ever told of a push, that none told of this one says little.
      { effect: tellsPushes ? 'unlikely' : 'undecided', confidence: 'possible' },
      { platforms: reach.platforms, at },
      [...stateItems(each), ...messageItem(each)],
    ),
  ]
}
