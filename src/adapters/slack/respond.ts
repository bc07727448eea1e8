import type { Logger } from 'pino'
import { z } from 'zod'
import type { Secret } from '../../diagnostics/secret.ts'
import type { SurfaceObserver } from '../surface.ts'
import { TIMES } from './limits.ts'
import type { SlackMessage } from './render-card.ts'
import { keyMetadata } from './channel-api.ts'
import type { FindAnswer, Spot } from './find-answer.ts'
import { withRetries, type Called } from './retry.ts'
import { failure, httpFailure, networkFailure, type SlackFailure } from './slack-failure.ts'

export interface ResponseUrlMessage extends SlackMessage {
  response_type: 'ephemeral' | 'in_channel'
  replace_original?: boolean
  thread_ts?: string
}

/**
 * Posts to a `response_url`, which is a capability and therefore a secret. At most five uses in thirty minutes.
 *
 * @param spot where a message for all will be; null: not known
 */
export type Respond = (url: Secret, message: ResponseUrlMessage, spot: Spot | null) => Promise<Called<null>>

export interface RespondDeps {
  fetch: typeof globalThis.fetch
  find: FindAnswer
  newKey: () => string
  log: Logger
  observe: SurfaceObserver
}

/**
 * Bolt's own `respond` has no time-out, does not try again, and leaves the answer's body unread, which holds the
 * connection.
 */
export function createRespond({ fetch, find, newKey, log, observe }: RespondDeps): Respond {
  return async (url, message, spot) => {
    const key = newKey()
    const forAll = message.response_type === 'in_channel'
    const body = JSON.stringify(forAll ? { ...message, ...keyMetadata(key) } : message)
    const called = await withRetries<null>(() => post(fetch, url, body), {
      look: forAll ? () => find(spot, key, () => null) : null,
    })
    if (!called.ok) {
      observe.platformError('slack', 'response_url', called.failure.code)
      log.warn({ call: 'response_url', code: called.failure.code }, 'slack call failed')
    }
    return called
  }
}

async function post(fetch: typeof globalThis.fetch, url: Secret, body: string): Promise<Called<null>> {
  try {
    const response = await fetch(url.reveal(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMES.respond),
    })
    const said = await response.text()
    return response.ok ? { ok: true, value: null } : { ok: false, failure: refusal(response, said) }
  } catch (error) {
    return { ok: false, failure: networkFailure(error) }
  }
}

const refusalBody = z.object({ error: z.string().regex(/^[a-z0-9_]{1,60}$/) })

function refusal(response: Response, said: string): SlackFailure {
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? 1)
    return { ...failure('rate_limited', false), retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null }
  }
  if (response.status >= 500) return httpFailure(response.status)
  // The reason comes as JSON or as a bare word.
  const word = /^[a-z0-9_]{1,60}$/.exec(said.trim())?.[0]
  const parsed = refusalBody.safeParse(parseJson(said))
  return failure(word ?? (parsed.success ? parsed.data.error : `http_${response.status}`), false)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
