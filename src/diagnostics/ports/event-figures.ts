import type { PushEvent, StateEvent } from '../events/event.ts'
import type { Span } from './im-service.ts'

/** Figures are kept by the quarter of an hour: every zone's days begin with one. Milliseconds. */
export const QUARTER = 900_000

/** What is counted of events: the few facts that a report or an alert goes by. */
export type Counted =
  /** `reason`: the vendor's own word or number, where `code` is only a status of HTTP or the like; not told of older ones. */
  | ({ kind: 'push'; reason?: string } & Pick<PushEvent, 'delivery' | 'chat' | 'platform' | 'stage' | 'code'>)
  | { kind: 'state'; action: StateEvent['action']; reason: string | null; kicked: boolean }
  | { kind: 'message'; result: number; onlineOnly: boolean; dropped: boolean }
  /** Events of any kind, by when they came in. */
  | { kind: 'received' }

export interface Count {
  of: Counted
  /** Where its step begins, UNIX milliseconds. */
  from: number
  count: number
  /** What came with one of them in words, at most 200 characters; null: nothing did. */
  sample: string | null
}

/**
 * How often what happened, counted as events are stored, so that a question costs the same however many there are.
 * Rejects when the store cannot be reached.
 */
export interface EventFigures {
  /**
   * Counts of the quarters that begin in `span` (its end is not part of it), oldest step first.
   * @param stepMs a multiple of QUARTER, counted from `span.from`; null: the whole span is one step
   */
  counts(
    sdkAppId: number,
    span: Span,
    of: { kinds: readonly Counted['kind'][]; stepMs: number | null },
  ): Promise<readonly Count[]>
  /** Where the first quarter begins in which anything came in, UNIX milliseconds; null: nothing ever did. */
  since(sdkAppId: number): Promise<number | null>
}
