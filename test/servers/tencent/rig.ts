import { createTencent, type Tencent } from '../../../src/adapters/tencent/create-tencent.ts'
import type { Bounds } from '../../../src/adapters/tencent/bounds.ts'
import type { ImApp } from '../../../src/diagnostics/im/im-app.ts'
import type { Answer } from '../../../src/diagnostics/im/im-failure.ts'
import type { ImService } from '../../../src/diagnostics/ports/im-service.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { type Call, type Script, TencentServer } from './tencent-server.ts'

const MOMENT = 1_750_000_100_000

/** An app of one administrator, in China. */
export const imApp = (changes: Partial<ImApp> = {}): ImApp => ({
  name: 'prod',
  sdkAppId: 1_400_000_010,
  secretKey: new Secret('5b1c'.repeat(16)),
  previousSecretKeys: [],
  administrators: ['administrator'],
  region: 'china',
  baseUrl: null,
  push: 'timpush',
  certificates: [],
  webhookToken: null,
  ...changes,
})

export interface TencentRig {
  server: TencentServer
  tencent: Tencent
  service: ImService
  app: ImApp
  clock: { now: number }
  /** What was told of this machine's clock. */
  skews: (number | null)[]
  observed: { endpoint: string; outcome: string; milliseconds: number }[]
  /** What the client asked of the shared store, and what that answers. */
  slots: {
    taken: [name: string, everyMs: number, now: number, atMostMs: number][]
    answer: () => Promise<number | null>
  }
  /** The next answers of an endpoint, as plain objects. */
  answers(endpoint: string, ...bodies: readonly unknown[]): void
  scripts(endpoint: string, ...scripts: readonly Script[]): void
  last(): Call
  /** Rejects when a call was made that no test expects, or that Tencent would not take. */
  stop(): Promise<void>
}

export interface TencentRigOptions {
  app?: Partial<ImApp>
  bounds?: Partial<Bounds>
  random?: () => number
  baseUrlOf?: (url: string) => (app: ImApp) => string | null
  machineClock?: () => number
}

/** The real client against a real server on loopback, with pauses that no test has to wait for and bounds that a busy machine does not reach. */
export async function startTencent({
  app: changes = {},
  bounds,
  random,
  baseUrlOf,
  machineClock,
}: TencentRigOptions = {}): Promise<TencentRig> {
  const clock = { now: MOMENT }
  const apps: ImApp[] = []
  const server = await new TencentServer(() => ({ apps, now: clock.now })).start()
  const app: ImApp = imApp({ baseUrl: server.url, ...changes })
  apps.push(app)
  const observed: TencentRig['observed'] = []
  const skews: TencentRig['skews'] = []
  const slots: TencentRig['slots'] = { taken: [], answer: () => Promise.resolve(0) }
  const tencent = createTencent({
    slots: {
      take(...order) {
        slots.taken.push(order)
        return slots.answer()
      },
    },
    now: () => clock.now,
    random: random ?? (() => 4_294_967_295),
    observe: { called: (endpoint, outcome, milliseconds) => observed.push({ endpoint, outcome, milliseconds }) },
    ...(baseUrlOf === undefined ? {} : { baseUrlOf: baseUrlOf(server.url) }),
    ...(machineClock === undefined ? {} : { machineClock }),
    onSkew: (skewMs) => skews.push(skewMs),
    bounds: { call: 19_000, attempt: 15_000, pauses: [1, 1], calm: 0, ...bounds },
  })
  return {
    server,
    tencent,
    service: tencent.service,
    app,
    clock,
    observed,
    skews,
    slots,
    answers: (endpoint, ...bodies) =>
      server.script(endpoint, ...bodies.map((body) => ({ kind: 'json' as const, body }))),
    scripts: (endpoint, ...scripts) => server.script(endpoint, ...scripts),
    last: () => server.calls.at(-1)!,
    async stop() {
      await tencent.close()
      await server.stop()
      if (server.complaints.length > 0) throw new Error(server.complaints.join('\n'))
    },
  }
}

export const never = (): AbortSignal => new AbortController().signal

/** As the server writes its answers. */
export const ok = (fields: object = {}) => ({ ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0, ...fields })
export const fail = (code: number, info = 'Err_TEST', fields: object = {}) => ({
  ActionStatus: 'FAIL',
  ErrorInfo: info,
  ErrorCode: code,
  ...fields,
})

export function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

export function failureOf(answer: Answer<unknown>) {
  if (answer.ok) throw new Error(`an answer: ${JSON.stringify(answer.value)}`)
  return answer.failure
}
