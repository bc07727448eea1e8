/** How a delivery ended: what is counted. */
export type Outcome =
  | 'stored'
  /** Known, but for the events that could not be read. */
  | 'unreadable'
  /** A command of which nothing is kept. */
  | 'unknown'
  | keyof typeof REFUSALS

interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 503
  /** `ErrorInfo`. */
  info: string
  headers?: Readonly<Record<string, string>>
}

const REFUSALS = {
  'unknown-app': { status: 404, info: 'no such app' },
  'not-post': { status: 405, info: 'only POST', headers: { allow: 'POST' } },
  'no-token': { status: 403, info: 'webhooks are not set up for this app' },
  'wrong-app': { status: 403, info: 'SdkAppid is missing, or is not the one of this app' },
  'wrong-sign': { status: 401, info: 'Sign or RequestTime is missing or wrong' },
  stale: { status: 401, info: 'RequestTime is too far from now' },
  encoded: { status: 415, info: 'the body must not be compressed' },
  'too-large': { status: 413, info: 'the body is over 1 MiB' },
  'too-slow': { status: 408, info: 'the body took too long to arrive', headers: { connection: 'close' } },
  aborted: { status: 400, info: 'the body did not arrive' },
  'not-json': { status: 400, info: 'the body is no JSON object' },
  unavailable: { status: 503, info: 'the events could not be stored in time' },
} as const satisfies Record<string, Refusal>

const ACKNOWLEDGED = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}'
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}

export interface Answer {
  status: number
  body: string
  headers: Record<string, string | number>
}

const answer = (status: number, body: string, headers?: Refusal['headers']): Answer => ({
  status,
  body,
  headers: { ...HEADERS, 'content-length': Buffer.byteLength(body), ...headers },
})

const ACKNOWLEDGEMENT = answer(200, ACKNOWLEDGED)

/** @see https://trtc.io/document/34354 */
export function answerOf(outcome: Outcome): Answer {
  if (outcome === 'stored' || outcome === 'unreadable' || outcome === 'unknown') return ACKNOWLEDGEMENT
  const { status, info, headers }: Refusal = REFUSALS[outcome]
  return answer(status, JSON.stringify({ ActionStatus: 'FAIL', ErrorInfo: info, ErrorCode: 1 }), headers)
}
