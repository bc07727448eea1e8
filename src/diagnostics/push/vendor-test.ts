import type { Device } from '../devices/device.ts'
import type { HeldCertificate } from '../vendors/probe-token.ts'
import type { VendorReply } from '../vendors/vendor-reply.ts'
import { conclude } from './conclude.ts'
import type { DiagnosisPorts } from './gather.ts'
import { seen } from './evidence.ts'
import { NO_EVIDENCE } from './no-evidence.ts'
import { askStore, askVendors } from './probe.ts'
import { certificateFor } from './probes/device-tokens.ts'
import type { TestPushOrdered, TestPushResult, TestPushRun, TestStage } from './test-push.ts'

export interface VendorTarget {
  device: Device
  certificate: HeldCertificate
}

/** The device that a vendor can be told to show a notification on: the newest with a token whose certificate is held. */
export function vendorTarget(
  { app, certificateId }: Pick<TestPushOrdered, 'app' | 'certificateId'>,
  devices: readonly Device[],
): VendorTarget | null {
  for (const device of devices.toSorted((one, other) => other.seenAt - one.seenAt)) {
    const certificate = device.token === null ? null : certificateFor(app.certificates, device)
    if (certificate !== null && (certificateId === null || certificate.id === certificateId))
      return { device, certificate }
  }
  return null
}

const RESERVE_MS = 3000
/** With the look at the devices before it, below the 25 seconds in which a final card is promised. */
const SEND_MS = 9000

/**
 * Has the vendor itself show one notification, past Tencent: once for each case number, and never again, whatever the answer.
 * Rejects when the store cannot be reached before anything was sent.
 */
export async function vendorTest(
  { app, userId, number, title, text }: TestPushOrdered,
  { device, certificate }: VendorTarget,
  { testPushes, vendors }: DiagnosisPorts,
  { clock, signal, onStages }: TestPushRun,
): Promise<TestPushResult> {
  const at = clock()
  const push = { caseNumber: number.text, userId, taskId: null, at }
  const reserving = { clock, signal, boundMs: RESERVE_MS }
  const reserved = await askStore(reserving, () => testPushes.reserve(app.sdkAppId, push))
  if (reserved.kind !== 'seen') throw new Error('the store did not reserve the test push')
  const { token } = device
  if (!reserved.value || token === null)
    return {
      ordered: { kind: 'unsure', failure: null },
      repeated: true,
      stages: stagesOf(null, at),
      outcome: 'pending',
      findings: [],
    }
  onStages(stagesOf(null, at))
  const sent = await askVendors({ clock, signal, boundMs: SEND_MS }, (ending) =>
    vendors.sendTest(certificate.credential, token, { title, text }, ending),
  )
  const reply = seen(sent)
  const stages = stagesOf(reply, clock())
  const way = vendors.ways(certificate.credential).test
  const tokens = reply === null ? [] : [{ device, certificate, way, reply, at: clock() }]
  const question = { app, userId, message: null, from: null, groupId: null, since: at }
  const evidence = { ...NO_EVIDENCE, tokens: { kind: 'seen', value: tokens, ms: 0 } } as const
  return {
    ordered: isKnown(reply) ? { kind: 'sent', taskId: null, at } : { kind: 'unsure', failure: null },
    repeated: false,
    stages,
    outcome: !isKnown(reply) ? 'pending' : reply?.kind === 'accepted' ? 'accepted' : 'failed',
    findings: conclude({ question, evidence, now: clock() }).findings,
  }
}

/** What took no answer may have been shown; what the vendor had no room for was not. */
const isKnown = (reply: VendorReply | null): boolean =>
  reply !== null && (reply.kind !== 'unanswered' || reply.reason === 'busy')

/** Tencent is not on this way, and a vendor tells of no delivery to us. */
function stagesOf(reply: VendorReply | null, at: number): readonly TestStage[] {
  const blank = { code: null, info: '', at: null, online: false }
  const vendor: TestStage =
    reply === null || !isKnown(reply)
      ? { name: 'vendor', outcome: 'unknown', ...blank, info: reply?.info ?? '' }
      : {
          name: 'vendor',
          outcome: reply.kind === 'accepted' ? 'pass' : 'fail',
          ...blank,
          code: codeOf(reply),
          info: reply.info,
          at,
        }
  return [
    { name: 'im', outcome: 'skipped', ...blank },
    vendor,
    { name: 'device', outcome: 'unknown', ...blank },
    { name: 'click', outcome: 'unknown', ...blank },
  ]
}

function codeOf(reply: VendorReply): string | null {
  if (reply.kind === 'refused') return reply.code
  return reply.kind === 'unanswered' && reply.http !== null ? String(reply.http) : null
}
