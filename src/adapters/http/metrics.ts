import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { AuditLine } from '../../bot/ports/audit.ts'
import type { SurfaceObserver } from '../surface.ts'
import { boundedLabel } from './bounded-label.ts'

/** What the program counts. No label holds anything a person typed or is called. */
export interface Metrics extends SurfaceObserver {
  registry: Registry
  command(line: Pick<AuditLine, 'command' | 'status' | 'platform' | 'milliseconds'>): void
  defect(): void
  /** A request at the webhook door, by how it ended. */
  webhook(app: string, command: string, outcome: string): void
  /** A request to the device registry, by how it ended. */
  deviceRegistry(app: string, outcome: string): void
  /** A question to Tencent's server API, by how it ended. */
  called(endpoint: string, outcome: string, milliseconds: number): void
}

/** Around the contract's promises: acknowledged in under 1 s, answered within 25 s. */
const COMMAND_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 20, 25]
const CALL_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const ACKNOWLEDGE_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3]

/** Slack alone has some two hundred error codes; far fewer are ever seen. */
const MOST_CODES = 100
const MOST_NAMES = 30

/** A registry of its own, so that two programs in one process (as in tests) do not share counters. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const commands = new Counter({
    name: 'im_doctor_commands_total',
    help: 'Commands answered, by how they ended.',
    labelNames: ['command', 'status', 'platform'] as const,
    registers,
  })
  const commandSeconds = new Histogram({
    name: 'im_doctor_command_seconds',
    help: 'Time from a request to its answer, without what the platform takes.',
    labelNames: ['command'] as const,
    buckets: COMMAND_SECONDS,
    registers,
  })
  const acknowledgeSeconds = new Histogram({
    name: 'im_doctor_acknowledge_seconds',
    help: 'Time from the arrival of an interaction to its acknowledgement.',
    labelNames: ['surface'] as const,
    buckets: ACKNOWLEDGE_SECONDS,
    registers,
  })
  const platformErrors = new Counter({
    name: 'im_doctor_platform_errors_total',
    help: "Calls to a chat platform that failed for good, by the platform's own error code.",
    labelNames: ['surface', 'call', 'code'] as const,
    registers,
  })
  const defects = new Counter({
    name: 'im_doctor_defects_total',
    help: 'Requests that ended in a defect of this program.',
    registers,
  })
  const webhooks = new Counter({
    name: 'im_doctor_webhooks_total',
    help: 'Requests at the webhook door, by app, command and how they ended.',
    labelNames: ['app', 'command', 'outcome'] as const,
    registers,
  })
  const registrations = new Counter({
    name: 'im_doctor_registry_total',
    help: 'Requests to the device registry, by app and how they ended.',
    labelNames: ['app', 'outcome'] as const,
    registers,
  })
  const calls = new Counter({
    name: 'im_doctor_tencent_calls_total',
    help: "Questions to Tencent's server API, by how they ended.",
    labelNames: ['endpoint', 'outcome'] as const,
    registers,
  })
  const callSeconds = new Histogram({
    name: 'im_doctor_tencent_call_seconds',
    help: "Time that a question to Tencent's server API took, with its retries.",
    labelNames: ['endpoint'] as const,
    buckets: CALL_SECONDS,
    registers,
  })
  const endpointLabel = boundedLabel(MOST_NAMES)
  const outcomeLabel = boundedLabel(MOST_NAMES)
  const appLabel = boundedLabel(MOST_CODES)
  const webhookLabel = boundedLabel(MOST_NAMES)
  const commandLabel = boundedLabel(MOST_NAMES)
  const platformLabel = boundedLabel(MOST_NAMES)
  const surfaceLabel = boundedLabel(MOST_NAMES)
  const callLabel = boundedLabel(MOST_NAMES)
  const codeLabel = boundedLabel(MOST_CODES)

  return {
    registry,
    command({ command, status, platform, milliseconds }) {
      const name = commandLabel(command ?? 'none')
      commands.inc({ command: name, status, platform: platformLabel(platform) })
      commandSeconds.observe({ command: name }, milliseconds / 1000)
    },
    acknowledged(surface, milliseconds) {
      acknowledgeSeconds.observe({ surface: surfaceLabel(surface) }, milliseconds / 1000)
    },
    platformError(surface, call, code) {
      platformErrors.inc({ surface: surfaceLabel(surface), call: callLabel(call), code: codeLabel(code) })
    },
    defect() {
      defects.inc()
    },
    webhook(app, command, outcome) {
      webhooks.inc({ app: appLabel(app), command: webhookLabel(command), outcome: outcomeLabel(outcome) })
    },
    deviceRegistry(app, outcome) {
      registrations.inc({ app: appLabel(app), outcome: outcomeLabel(outcome) })
    },
    called(endpoint, outcome, milliseconds) {
      const name = endpointLabel(endpoint)
      calls.inc({ endpoint: name, outcome: outcomeLabel(outcome) })
      callSeconds.observe({ endpoint: name }, milliseconds / 1000)
    },
  }
}
