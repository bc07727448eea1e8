import { CAUSES, type Cause } from '../../diagnostics/push/cause.ts'

/** What a case really was: a cause, one that has no name here, or nothing at all. */
export const TRUE_CAUSES = [...CAUSES, 'other', 'no-fault'] as const

export type TrueCause = Cause | 'other' | 'no-fault'

export const isTrueCause = (text: string | null): text is TrueCause =>
  (TRUE_CAUSES as readonly (string | null)[]).includes(text)
