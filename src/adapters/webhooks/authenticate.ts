import { createHash, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../../diagnostics/secret.ts'
import type { CallbackQuery } from './query.ts'

/** What the door has to know of an app. */
export interface WebhookApp {
  name: string
  sdkAppId: number
  /** Null: nothing is taken. */
  webhookToken: Secret | null
}

type Refused = 'no-token' | 'wrong-app' | 'wrong-sign' | 'stale'

const SHA256_HEX = /^[0-9a-f]{64}$/i
const UNIX_SECONDS = /^\d{1,12}$/

/**
 * Whether Tencent sent this, just now and for this app; null: it did. The signature covers only its own time, so the time
 * is what keeps a URL that someone has seen from being sent again with another body.
 * @param now UNIX milliseconds
 * @param clockSkew milliseconds
 * @see https://trtc.io/document/34354
 */
export function authenticate(app: WebhookApp, query: CallbackQuery, now: number, clockSkew: number): Refused | null {
  if (app.webhookToken === null) return 'no-token'
  if (query.sdkAppId !== String(app.sdkAppId)) return 'wrong-app'
  const { sign, requestTime } = query
  if (sign === null || requestTime === null || !SHA256_HEX.test(sign) || !UNIX_SECONDS.test(requestTime))
    return 'wrong-sign'
  const expected = createHash('sha256').update(app.webhookToken.reveal()).update(requestTime).digest()
  if (!timingSafeEqual(expected, Buffer.from(sign, 'hex'))) return 'wrong-sign'
  return Math.abs(now - Number(requestTime) * 1_000) <= clockSkew ? null : 'stale'
}
