import type { Evidence } from './evidence.ts'

const SKIPPED = { kind: 'skipped' } as const

/** Nothing was asked: what a test push starts from, which adds only what it shows itself. */
export const NO_EVIDENCE: Evidence = {
  state: SKIPPED,
  account: SKIPPED,
  history: SKIPPED,
  message: SKIPPED,
  blocks: SKIPPED,
  mute: SKIPPED,
  group: SKIPPED,
  member: SKIPPED,
  trace: SKIPPED,
  taskTrace: SKIPPED,
  loss: SKIPPED,
  devices: SKIPPED,
  tokens: SKIPPED,
}
