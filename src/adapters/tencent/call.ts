import type { RefusalKind } from '../../diagnostics/im/classify-refusal.ts'
import type { ImApp } from '../../diagnostics/im/im-app.ts'
import type { Answer } from '../../diagnostics/im/im-failure.ts'
import type { Endpoint } from './endpoints.ts'
import type { Reading } from './reading.ts'

/** One question to one endpoint. `clean` takes secrets out of what the server says, and bounds it. */
export interface Order<Value> {
  endpoint: Endpoint
  body: Readonly<Record<string, unknown>>
  /** Makes sense of an answer with code 0. */
  read(body: unknown, clean: (said: string) => string): Reading<Value>
  /** Makes sense of a refusal that is an answer all the same, as "no such account" is; null: it is a failure. */
  readRefusal?(refusal: { code: number; kind: RefusalKind }, body: unknown): Reading<Value> | null
}

/** How long one question may take, over all its calls. */
export interface Scope {
  signal: AbortSignal
  /** In milliseconds of `performance.now()`. */
  until: number
}

export type Call = <Value>(app: ImApp, order: Order<Value>, scope: Scope) => Promise<Answer<Value>>
