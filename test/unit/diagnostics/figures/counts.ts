import type { Count, Counted } from '../../../../src/diagnostics/ports/event-figures.ts'

/** 2026-11-25T09:00:00Z. */
export const NOW = Date.UTC(2026, 10, 25, 9)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

type PushCounted = Extract<Counted, { kind: 'push' }>
type StateCounted = Extract<Counted, { kind: 'state' }>

/** Callbacks of one stage: with Apple, offline, and good, unless told otherwise. */
export const pushed = (
  stage: number,
  count: number,
  { from = NOW - HOUR, sample = null, ...changes }: Partial<PushCounted & Pick<Count, 'from' | 'sample'>> = {},
): Count => ({
  of: { kind: 'push', delivery: 'offline', chat: 'direct', platform: 1, stage, code: 0, ...changes },
  from,
  count,
  sample,
})

export const changed = (
  action: StateCounted['action'],
  count: number,
  changes: Partial<StateCounted & Pick<Count, 'from'>> = {},
): Count => {
  const { from = NOW - HOUR, ...of } = changes
  return { of: { kind: 'state', action, reason: null, kicked: false, ...of }, from, count, sample: null }
}

export const received = (from: number, count = 1): Count => ({ of: { kind: 'received' }, from, count, sample: null })
