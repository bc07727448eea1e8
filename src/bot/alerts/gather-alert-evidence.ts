import {
  rhythmSpan,
  type AlertEvidence,
  type CredentialEvidence,
  type PushEvidence,
  type WebhookEvidence,
} from '../../diagnostics/alerts/alert-evidence.ts'
import type { AlertRules } from '../../diagnostics/alerts/rules.ts'
import { apiHealth } from '../../diagnostics/figures/api-health.ts'
import { vendorCounts, type VendorCounts } from '../../diagnostics/figures/vendor-counts.ts'
import type { ImApp } from '../../diagnostics/im/im-app.ts'
import { QUARTER, type EventFigures } from '../../diagnostics/ports/event-figures.ts'
import type { EventStore } from '../../diagnostics/ports/event-store.ts'
import type { ImService, Span } from '../../diagnostics/ports/im-service.ts'
import type { PushVendors } from '../../diagnostics/ports/push-vendors.ts'
import { seen } from '../../diagnostics/push/evidence.ts'
import { askIm, askStore, type ProbeRun } from '../../diagnostics/push/probe.ts'
import { checkCertificates } from '../../diagnostics/vendors/check-certificates.ts'
import type { AppMemory } from './alert-memory.ts'

export interface AlertPorts {
  im: ImService
  events: EventStore
  figures: EventFigures
  vendors: PushVendors
}

export interface Look {
  rules: AlertRules
  now: number
  /** Since when something is wrong with a vendor of this app, UNIX milliseconds; null: nothing is. */
  wrongSince: number | null
}

const MINUTE = 60_000
const API_EVERY = 5 * MINUTE
const CREDENTIALS_EVERY = 60 * MINUTE
const DAY = 86_400_000

/** Asks everything at once, what costs something only once in a while. What does not answer in time was not seen. */
export async function gatherAlertEvidence(
  app: ImApp,
  ports: AlertPorts,
  memory: AppMemory,
  look: Look,
  run: ProbeRun,
): Promise<AlertEvidence> {
  const [pushes, webhooks, api, credentials] = await Promise.all([
    askStore(run, () => gatherPushEvidence(app, ports.figures, memory, look)),
    askStore(run, () => webhookEvidence(app, ports, look)),
    apiEvidence(app, ports.im, memory, look, run),
    credentialEvidence(app, ports.vendors, memory, look, run),
  ])
  return { pushes: seen(pushes), webhooks: seen(webhooks), api, credentials, certificates: app.certificates }
}

const quarterOf = (at: number): number => Math.floor(at / QUARTER) * QUARTER

/** The newest quarter has only begun, so that one more makes up for it. */
const LATEST_QUARTERS = 1

/** Pushes of the window and of the days before. Rejects when the store cannot be reached. */
export async function gatherPushEvidence(
  { sdkAppId }: ImApp,
  figures: EventFigures,
  memory: Pick<AppMemory, 'baseline'>,
  { rules, now, wrongSince }: Look,
): Promise<PushEvidence> {
  const windowMs = rules.windowMinutes * MINUTE
  const from = quarterOf(now - windowMs)
  const latestFrom = quarterOf(now) - LATEST_QUARTERS * QUARTER
  // While something is wrong, what was before it stays what is usual; until even that has been so for as long.
  const anchor = Math.max(wrongSince ?? now, now - rules.baselineDays * DAY)
  const to = quarterOf(anchor - windowMs)
  const before = { from: to - rules.baselineDays * DAY, to }
  const [counts, baseline] = await Promise.all([
    figures.counts(sdkAppId, { from, to: now }, { kinds: ['push'], stepMs: QUARTER }),
    baselineOf(sdkAppId, figures, memory, before),
  ])
  const latest = counts.filter((count) => count.from >= latestFrom)
  return { window: vendorCounts(counts), latest: vendorCounts(latest), baseline }
}

/** The past does not change, and there is much of it. */
async function baselineOf(
  sdkAppId: number,
  figures: EventFigures,
  memory: Pick<AppMemory, 'baseline'>,
  span: Span,
): Promise<readonly VendorCounts[]> {
  const of = `${span.from}-${span.to}`
  if (memory.baseline?.of === of) return memory.baseline.counts
  const counts = vendorCounts(await figures.counts(sdkAppId, span, { kinds: ['push'], stepMs: null }))
  memory.baseline = { of, counts }
  return counts
}

async function webhookEvidence(
  { sdkAppId }: ImApp,
  { events, figures }: AlertPorts,
  { rules, now }: Look,
): Promise<WebhookEvidence> {
  const lastReceived = await events.lastReceived(sdkAppId)
  const isSilent = lastReceived !== null && now - lastReceived >= rules.silenceMinutes * MINUTE
  // How it usually is matters only then.
  if (!isSilent) return { lastReceived, since: null, quarters: [] }
  const { from, to } = rhythmSpan(lastReceived)
  const [since, counts] = await Promise.all([
    figures.since(sdkAppId),
    figures.counts(sdkAppId, { from: quarterOf(from), to }, { kinds: ['received'], stepMs: QUARTER }),
  ])
  return { lastReceived, since, quarters: counts.map((each) => ({ from: each.from, count: each.count })) }
}

async function apiEvidence(
  app: ImApp,
  im: ImService,
  memory: AppMemory,
  { now }: Look,
  run: ProbeRun,
): Promise<AlertEvidence['api']> {
  const [administrator] = app.administrators
  if (administrator === undefined) return null
  if (memory.api === null || now - memory.api.at >= API_EVERY) {
    const health = apiHealth(await askIm(run, (signal) => im.userStates(app, [administrator], signal)))
    memory.api = { at: now, health }
  }
  return { administrator, health: memory.api.health }
}

async function credentialEvidence(
  app: ImApp,
  vendors: PushVendors,
  memory: AppMemory,
  { now }: Look,
  run: ProbeRun,
): Promise<readonly CredentialEvidence[]> {
  if (memory.credentials === null || now - memory.credentials.at >= CREDENTIALS_EVERY) {
    const checked = await checkCertificates(app, vendors, run.signal)
    const answered = checked.flatMap(({ certificate: { id, vendor }, reply }): readonly CredentialEvidence[] => {
      if (reply?.kind === 'accepted') return [{ certificateId: id, vendor, refusal: null }]
      if (reply?.kind !== 'refused') return []
      return [{ certificateId: id, vendor, refusal: { code: reply.code, info: reply.info } }]
    })
    memory.credentials = { at: now, seen: answered }
  }
  return memory.credentials.seen
}
