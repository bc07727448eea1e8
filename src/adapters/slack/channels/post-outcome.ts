import type { Posted } from '../../../bot/ports/channels.ts'
import { UNAUTHORIZED } from '../call-slack.ts'
import { isPassing } from '../retry.ts'
import type { SlackFailure } from '../slack-failure.ts'

/** Slack's own words for "not now", and ours for a call that was not made. */
const NOT_NOW = new Set(['aborted', 'service_unavailable', 'request_timeout', 'team_added_to_org', 'ratelimited'])

/** What a failed attempt to post means for whoever may make another. */
export function postOutcome(failed: SlackFailure): Exclude<Posted, { kind: 'posted' }> {
  const { code, maybeDone, retryAfterMs } = failed
  if (code === 'rate_limited') return { kind: 'later', code, afterMs: retryAfterMs }
  if (maybeDone) return { kind: 'unclear', code }
  return waits(code) ? { kind: 'later', code, afterMs: null } : { kind: 'refused', code }
}

/** Whether it surely left nothing, and may go well another time: no connection, a proxy that says no, a token to be renewed. */
const waits = (code: string): boolean =>
  NOT_NOW.has(code) || UNAUTHORIZED.has(code) || code.startsWith('http_') || /^[A-Z]/.test(code)

/** Whether Slack does not let us look, now and later: a scope that was not given, a channel that we are not in. */
export const isForbidden = (failed: SlackFailure): boolean =>
  !isPassing(failed) && !failed.maybeDone && !waits(failed.code)
