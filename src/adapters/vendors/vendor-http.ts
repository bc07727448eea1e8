export interface HttpCall {
  method: 'GET' | 'POST'
  url: string
  headers: Readonly<Record<string, string>>
  body: string | null
  /**
   * `read`: asked once more after a broken connection or a 5xx. `once`: never repeated, over a connection of its own, since
   * it may show something on a phone.
   */
  repeat: 'read' | 'once'
}

export type HttpAnswer =
  /** Any status. `date` is the vendor's clock by its `Date` header, UNIX milliseconds; null: none. */
  | { kind: 'answer'; status: number; text: string; retryAfterMs: number | null; date: number | null }
  | { kind: 'unanswered'; reason: 'timeout' | 'unreachable' | 'broken' | 'cancelled'; info: string }

/** Pooled HTTP with every bound in place: connect 5 s, whole call 10 s, 1 MiB of answer, no redirect. Never rejects. */
export type VendorHttp = (call: HttpCall, signal: AbortSignal) => Promise<HttpAnswer>
