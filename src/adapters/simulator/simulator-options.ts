import type { ImApp } from '../../diagnostics/im/im-app.ts'

/** The part of a log that the simulator uses. */
export interface Log {
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** Rejects when the signal ends it. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

export interface SimulatorOptions {
  apps: readonly ImApp[]
  /** UNIX milliseconds. */
  now: () => number
  /** Where webhooks of the app go; null: nowhere. Asked for each webhook, so that it may become known later. */
  webhookUrlOf: (app: ImApp) => string | null
  log?: Log
  /** For the steps of a live push and the pauses between tries of a webhook; by default timers that keep no process alive. */
  wait?: Wait
}
