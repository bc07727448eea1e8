import type { AppDay } from '../im/app-day.ts'
import { type Count, QUARTER } from '../ports/event-figures.ts'
import type { Span } from '../ports/im-service.ts'
import type { WebhookHealth } from './report-figures.ts'
import { sumKnown } from './sum-known.ts'
import { webhookGaps } from './webhook-gaps.ts'

export interface WebhookFacts {
  period: Span
  /** UNIX milliseconds. */
  now: number
  /** `received`, by quarters; null: not known. */
  received: readonly Count[] | null
  /** From when on anything was counted, UNIX milliseconds; null: never, or not known. */
  since: number | null
  /** When the last webhook came, UNIX milliseconds; null: never, or not known. */
  lastReceived: number | null
  /** Of the period. */
  days: readonly AppDay[]
}

/** Whether webhooks come in, by our own count, and whether Tencent got its answers, by its own. */
export function webhookHealth({ period, now, received, since, lastReceived, days }: WebhookFacts): WebhookHealth {
  const counts = (received ?? []).filter(({ of }) => of.kind === 'received')
  const within = since === null ? null : { from: Math.max(period.from, since), to: Math.min(period.to, now) }
  const isKnown = received !== null && within !== null && within.from < within.to
  return {
    lastReceived,
    received: isKnown ? counts.reduce((sum, { count }) => sum + count, 0) : null,
    gaps: isKnown ? webhookGaps(counts, within) : [],
    sent: sumKnown(days.map(({ callbackRequests }) => callbackRequests)),
    answered: sumKnown(days.map(({ callbackResponses }) => callbackResponses)),
  }
}

/** The whole quarters of a period: what is asked for by quarters has to begin with one. */
export const quartersOf = ({ from, to }: Span): Span => ({ from: Math.ceil(from / QUARTER) * QUARTER, to })
