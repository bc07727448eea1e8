import type { ImApp } from '../../diagnostics/im/im-app.ts'
import { addressOf, baseOf } from './address.ts'
import type { AdminSig, AdminSigs } from './admin-sigs.ts'
import { bounded } from './bounded.ts'
import type { Bounds } from './bounds.ts'
import type { Call, Order, Scope } from './call.ts'
import { ENDPOINTS } from './endpoints.ts'
import { judge, type Judged, type Problem } from './judge.ts'
import { pause } from './pause.ts'
import { isSignatureRefused } from './refusal-codes.ts'
import { scrub, withoutAddress } from './scrub.ts'
import type { Transport } from './transport.ts'
import type { Turns } from './turns.ts'

export interface CallDeps {
  transport: Transport
  sigs: AdminSigs
  turns: Turns
  bounds: Bounds
  /** An unsigned 32-bit number. */
  random: () => number
  baseUrlOf: (app: ImApp) => string | null
  observe: { called(endpoint: string, outcome: string, milliseconds: number): void }
  /** Told the time of each answer that has one, UNIX milliseconds; gives how far this machine's clock is from it. */
  compareClock: (date: number | null) => number | null
}

/** What is known of a call while it runs. Where time or turns run out between attempts, the last one says more than that. */
interface Progress {
  attempts: number
  last: Problem | null
  /** By the newest answer that told its time. */
  skewMs: number | null
}

const UINT32 = 4_294_967_296

export function createCall({
  transport,
  sigs,
  turns,
  bounds,
  random,
  baseUrlOf,
  observe,
  compareClock,
}: CallDeps): Call {
  async function once<Value>(
    app: ImApp,
    order: Order<Value>,
    way: { base: string; admin: AdminSig; progress: Progress },
    signal: AbortSignal,
  ): Promise<Judged<Value>> {
    const { endpoint, body } = order
    const { base, admin, progress } = way
    const url = addressOf(base, {
      endpoint,
      sdkAppId: app.sdkAppId,
      identifier: admin.administrator,
      usersig: admin.sig.reveal(),
      random: random(),
    })
    // A kept connection may be closed by the server at the moment of the call, which only a reader can mend by a second.
    const post = { url, body: JSON.stringify(body), ownConnection: !ENDPOINTS[endpoint].reads }
    const sent = await bounded(signal, bounds.attempt, (signal) => transport.post(post, signal))
    if (sent.ended !== 'done') return failed(sent.ended === 'timeout' ? TIMEOUT : CANCELLED)
    if ('date' in sent.value) progress.skewMs = compareClock(sent.value.date)
    const secrets = [admin.sig, app.secretKey, ...app.previousSecretKeys]
    // Where a team's own proxy stands is nobody's business in chat.
    const shown = app.baseUrl === null ? (said: string) => said : (said: string) => withoutAddress(said, base)
    return judge(sent.value, order, (said) => shown(scrub(said, secrets)))
  }

  async function repeatedly<Value>(
    app: ImApp,
    order: Order<Value>,
    scope: Scope,
    progress: Progress,
  ): Promise<Judged<Value>> {
    const { endpoint } = order
    const { reads } = ENDPOINTS[endpoint]
    const base = baseOf(app, baseUrlOf(app))
    if (base === null) return failed(NO_ADDRESS)
    let repeats = 0
    let renewed = false
    for (;;) {
      const wait = await turns.take(app.sdkAppId, endpoint)
      if (wait === null || performance.now() + wait >= scope.until) return failed(progress.last ?? NO_TURN)
      if (!(await pause(wait, scope.signal))) return failed(CANCELLED)
      const admin = sigs.of(app)
      if ('refused' in admin) return failed(newProblem('refused', `no UserSig can be made: ${admin.refused}`))
      progress.attempts++
      const judged = await once(app, order, { base, admin, progress }, scope.signal)
      if (judged.ok) return judged
      const { problem } = judged
      if (problem.kind === 'rate-limited') turns.slowDown(app.sdkAppId, endpoint)
      if (!reads) return judged
      progress.last = problem
      if (problem.code !== null && isSignatureRefused(problem.code) && !renewed) {
        renewed = true
        sigs.forget(app, admin)
        continue
      }
      if (repeats >= judged.repeats) return judged
      const rest = (bounds.pauses[repeats] ?? 0) * (0.5 + random() / UINT32)
      repeats++
      if (performance.now() + rest >= scope.until) return judged
      if (!(await pause(rest, scope.signal))) return failed(CANCELLED)
    }
  }

  return async (app, order, scope) => {
    const started = performance.now()
    const progress: Progress = { attempts: 0, last: null, skewMs: null }
    const over = await bounded(scope.signal, scope.until - started, (signal) =>
      repeatedly(app, order, { ...scope, signal }, progress),
    )
    const judged =
      over.ended === 'done' ? over.value : failed(over.ended === 'timeout' ? (progress.last ?? TIMEOUT) : CANCELLED)
    const { endpoint } = order
    observe.called(endpoint, judged.ok ? 'ok' : judged.problem.kind, performance.now() - started)
    const skew = progress.skewMs === null ? {} : { skewMs: progress.skewMs }
    if (judged.ok) return { ...judged, ...skew }
    return { ok: false, failure: { endpoint, ...judged.problem, attempts: progress.attempts, ...skew } }
  }
}

const newProblem = (kind: Problem['kind'], info: string): Problem => ({ kind, code: null, httpStatus: null, info })

const NO_TURN = newProblem('rate-limited', 'not asked: the limit of this endpoint leaves no room in time')
const NO_ADDRESS = newProblem('unreachable', 'no usable address is configured for this app')
const TIMEOUT = newProblem('timeout', 'no answer in time')
const CANCELLED = newProblem('cancelled', 'given up by the asker')

const failed = (problem: Problem): Judged<never> => ({ ok: false, problem, repeats: 0 })
