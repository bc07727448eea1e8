import { HTTP_BOUNDS, type HttpBounds } from '../http-bounds.ts'

/** Milliseconds and bytes. */
export interface ApnsBounds extends Omit<HttpBounds, 'connections'> {
  /** A connection that nobody uses is closed after so long. */
  idle: number
  /** After so long without a use, a connection must show that it is alive before it carries a push. */
  quiet: number
  /** How long it may take to show it. */
  ping: number
}

export const APNS_BOUNDS: ApnsBounds = { ...HTTP_BOUNDS, idle: 300_000, quiet: 10_000, ping: 2_000 }
