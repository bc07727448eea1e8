/** What a delivery may bring, and how long each step of its answer may take; bytes, milliseconds, characters. */
export interface WebhookLimits {
  /** The contract's limit. */
  bodyBytes: number
  /** From the arrival of the headers until the body must be there. */
  bodyTime: number
  /** From the arrival until the answer: Tencent gives up after 2 s. */
  answerTime: number
  /** How far `RequestTime` may be from now, in either direction: nothing else keeps a captured URL from being replayed. */
  clockSkew: number
  /** Events of one delivery; documented are 100. */
  events: number
  /** Events on their way to the store. A store that hangs must not fill the memory. */
  pendingEvents: number
}

export const WEBHOOK_LIMITS: WebhookLimits = {
  bodyBytes: 1024 * 1024,
  bodyTime: 1_500,
  answerTime: 1_800,
  clockSkew: 300_000,
  events: 1_000,
  pendingEvents: 50_000,
}
