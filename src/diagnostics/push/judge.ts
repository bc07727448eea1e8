import type { Case } from './evidence.ts'
import type { AnyPushFinding } from './push-finding.ts'

/** Says whether one cause is at work: pure, of any evidence whatsoever, and never throwing. */
export type Judge = (each: Case) => readonly AnyPushFinding[]
