import { historyOf } from '../case-facts.ts'
import { seen } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

/** A push was made and went to no device at all, and nothing else tells of one. */
export const noDeviceBound: Judge = (each) => {
  const { trace, taskTrace } = each.evidence
  const traces = [seen(trace), seen(taskTrace)].filter((found) => found !== null)
  if (traces.length === 0 || traces.some((found) => found.length > 0)) return []
  // What went to a vendor, also in vain, went to a device; and a code of Tencent's tells more.
  const wasHanded = (historyOf(each)?.events ?? []).some(
    (event) =>
      event.kind === 'push' &&
      (event.code === 0 || (event.delivery === 'offline' && (event.platform !== 0 || event.code < 0))),
  )
  if (wasHanded) return []
  return [
    pushFinding(
      'no-device-bound',
      { effect: 'blocks', confidence: 'very-likely' },
      { test: seen(taskTrace) !== null },
      [{ kind: 'empty-trace', at: each.now }],
    ),
  ]
}
