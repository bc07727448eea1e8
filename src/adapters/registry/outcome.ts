import type { Problem } from './fields.ts'

/** How a request ended: what is counted. */
export type Outcome = 'stored' | 'forgotten' | keyof typeof REFUSALS

interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 422 | 503
  message: string
  headers?: Readonly<Record<string, string>>
}

const REALM = 'Bearer realm="im-doctor registry"'
const CLOSE = { connection: 'close' }
const LATER = { 'retry-after': '1' }

const REFUSALS = {
  'unknown-app': { status: 404, message: 'no such app is configured' },
  'wrong-method': { status: 405, message: 'only PUT and DELETE', headers: { allow: 'PUT, DELETE' } },
  'not-set-up': { status: 403, message: 'the registry of this app is not set up' },
  'no-token': {
    status: 401,
    message: "send Authorization: Bearer and the app's registry token",
    headers: { 'www-authenticate': REALM },
  },
  'wrong-token': {
    status: 401,
    message: 'this is not the registry token of this app',
    headers: { 'www-authenticate': `${REALM}, error="invalid_token"` },
  },
  encoded: { status: 415, message: 'the body must not be compressed', headers: { 'accept-encoding': 'identity' } },
  'too-large': { status: 413, message: 'the body is over 64 KiB', headers: CLOSE },
  'too-slow': { status: 408, message: 'the body took too long to arrive', headers: CLOSE },
  aborted: { status: 400, message: 'the body did not arrive' },
  'not-json': { status: 400, message: 'the body is no JSON in UTF-8' },
  'wrong-shape': { status: 422, message: 'nothing was stored: see problems' },
  busy: { status: 503, message: 'too many requests at the same time: send it again', headers: LATER },
  unavailable: {
    status: 503,
    message: 'the store did not answer in time: send it again, which does no harm if it was stored after all',
    headers: LATER,
  },
} as const satisfies Record<string, Refusal>

export interface Answer {
  status: 200 | 204 | Refusal['status']
  /** Null: none. */
  body: string | null
  headers: Record<string, string>
}

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const JSON_BODY = { 'content-type': 'application/json; charset=utf-8' }

/** @param problems with `wrong-shape`: why nothing was stored; with `stored`: what was stored and will not work */
export function answerOf(outcome: Outcome, app: string, problems?: readonly Problem[]): Answer {
  if (outcome === 'stored' && problems !== undefined && problems.length > 0)
    return { status: 200, body: JSON.stringify({ warnings: problems }), headers: { ...HEADERS, ...JSON_BODY } }
  if (outcome === 'stored' || outcome === 'forgotten') return { status: 204, body: null, headers: { ...HEADERS } }
  const { status, message, headers }: Refusal = REFUSALS[outcome]
  const remedy = outcome === 'not-set-up' ? tokenRemedy(app) : undefined
  return {
    status,
    body: JSON.stringify({ error: outcome, message, remedy, problems }),
    headers: { ...HEADERS, ...JSON_BODY, ...headers },
  }
}

export const tokenRemedy = (app: string): string =>
  `set apps.${app}.registry.token to a secret that the app's backend sends as its bearer token`
