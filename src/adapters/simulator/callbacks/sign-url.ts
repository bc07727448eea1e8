import { createHash } from 'node:crypto'
import type { ImApp } from '../../../diagnostics/im/im-app.ts'

export interface CallbackAddress {
  base: string
  command: string
  /** `OptPlatform`; null where the URL names no client. */
  client: string | null
  /** UNIX milliseconds. */
  now: number
}

/**
 * The URL of a webhook. `Sign` is the SHA-256 of token and time in lower-case hex; neither body nor path is signed.
 * @see https://trtc.io/document/34354
 */
export function signUrl({ sdkAppId, webhookToken }: ImApp, { base, command, client, now }: CallbackAddress): string {
  const url = new URL(base)
  url.searchParams.set('SdkAppid', String(sdkAppId))
  url.searchParams.set('CallbackCommand', command)
  url.searchParams.set('contenttype', 'json')
  if (client !== null) {
    url.searchParams.set('ClientIP', '127.0.0.1')
    url.searchParams.set('OptPlatform', client)
  }
  if (webhookToken !== null) {
    const requestTime = String(Math.floor(now / 1_000))
    const sign = createHash('sha256')
      .update(webhookToken.reveal() + requestTime)
      .digest('hex')
    url.searchParams.set('Sign', sign)
    url.searchParams.set('RequestTime', requestTime)
  }
  return url.href
}
