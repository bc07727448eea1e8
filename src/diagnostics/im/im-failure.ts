/** Why a call to Tencent's server API brought nothing. A value: no call of the client throws. */
export interface ImFailure {
  /** As in `v4/openim/query_online_status`. */
  endpoint: string
  /**
   * `refused`: Tencent answered with an ErrorCode. `rate-limited`: the same, or HTTP 429, because of too many calls.
   * `unreachable`: no connection. `timeout`: no answer in time. `http`: a status that is not 2xx. `garbage`: an answer that
   * is not JSON, or not of the documented shape. `cancelled`: the asker gave up.
   */
  kind: 'refused' | 'rate-limited' | 'unreachable' | 'timeout' | 'http' | 'garbage' | 'cancelled'
  /** Tencent's ErrorCode; null where it gave none. */
  code: number | null
  httpStatus: number | null
  /** Tencent's or the network's own words, at most 300 characters; no secret is in them. */
  info: string
  attempts: number
  /** How far this machine's clock is from Tencent's, milliseconds, positive: ahead; left out where it is near enough. */
  skewMs?: number
}

/** `skewMs` as in a failure. */
export type Answer<Value> = { ok: true; value: Value; skewMs?: number } | { ok: false; failure: ImFailure }
