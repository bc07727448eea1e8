/** The codes of `@slack/web-api`, which is loaded only when Slack is configured. */
const SDK = {
  platform: 'slack_webapi_platform_error',
  http: 'slack_webapi_http_error',
  request: 'slack_webapi_request_error',
  rateLimited: 'slack_webapi_rate_limited_error',
} as const

/** A call to Slack that failed, without anything of what was sent. */
export interface SlackFailure {
  /** Slack's own code, as in `not_in_channel`; else `http_503`, `rate_limited`, `timeout`, or the code of the network. */
  code: string
  /** Whether Slack may have done what was asked all the same. */
  maybeDone: boolean
  /** Places in the blocks that Slack refused. */
  pointers: readonly string[]
  retryAfterMs: number | null
}

const BLOCKS_REFUSED = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'only_one_table_allowed',
  'invalid_arguments',
])

/** Slack does not take what a message is drawn with; drawn plainly it may. */
export const refusesBlocks = ({ code }: SlackFailure): boolean => BLOCKS_REFUSED.has(code)

/** Something between us and Slack answered in its place. */
export const NOT_SLACK = 'not_an_answer_of_slack'

/** Slack itself says of these that part of what was asked may have been done. */
const HALF_DONE = new Set([NOT_SLACK, 'internal_error', 'fatal_error'])

/** The connection was never made, so nothing can have been done. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Reads what the SDK throws by its codes, never by its sentences. */
export function failureOf(error: unknown): SlackFailure {
  const code = textOf(error, 'code')
  if (code === SDK.platform) {
    const data = fieldOf(error, 'data')
    const told = textOf(data, 'error') ?? ''
    // A maintenance page or a proxy's in place of an answer arrives here as the text of the page.
    const said = /^[a-z0-9_]{1,60}$/.test(told) ? told : NOT_SLACK
    return failure(said, HALF_DONE.has(said), pointersOf(data))
  }
  if (code === SDK.http) return httpFailure(Number(fieldOf(error, 'statusCode')))
  if (code === SDK.rateLimited) {
    const seconds = fieldOf(error, 'retryAfter')
    return { ...failure('rate_limited', false), retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : null }
  }
  return networkFailure(code === SDK.request ? fieldOf(error, 'original') : error)
}

/** A server that fails, or a proxy in front of it, may have passed on what was asked. */
export const httpFailure = (status: number): SlackFailure => failure(`http_${status}`, status >= 500)

/** For errors of `fetch`, which hides the reason in its causes. */
export function networkFailure(error: unknown): SlackFailure {
  const name = textOf(error, 'name')
  if (name === 'TimeoutError' || name === 'AbortError') return failure('timeout', true)
  for (let at: unknown = error, depth = 0; at !== undefined && depth < 5; at = fieldOf(at, 'cause'), depth++) {
    const code = textOf(at, 'code')
    if (code !== null && code !== SDK.request) return failure(code, !NEVER_SENT.has(code))
  }
  return failure(name ?? 'unknown', true)
}

export const failure = (code: string, maybeDone: boolean, pointers: readonly string[] = []): SlackFailure => ({
  code,
  maybeDone,
  pointers,
  retryAfterMs: null,
})

function pointersOf(data: unknown): readonly string[] {
  const messages = [fieldOf(fieldOf(data, 'response_metadata'), 'messages'), fieldOf(data, 'errors')].flat()
  return messages
    .filter((message) => typeof message === 'string')
    .flatMap((message) => /json-pointer:([\w/.-]+(?:\[\d+\][\w/.-]*)*)/.exec(message)?.[1] ?? [])
    .slice(0, 10)
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function textOf(value: unknown, name: string): string | null {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field : null
}
