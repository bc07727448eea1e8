import type { Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { pushFinding, type AnyPushFinding } from '../push-finding.ts'
import type { DeviceProbe } from '../probes/device-tokens.ts'
import { isFailing, isTakenBeside, probeAnswer, probeItem, tokenProbes } from '../token-probes.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The vendor, or the way to it, does not work. */
export const vendorOutage: Judge = (each) => [...failingNow(each), ...vendorFindings(each, 'vendor-outage')]

/** Its server answers our own question with a failure of its own; a network that fails may be ours. */
const failingNow = (each: Case): readonly AnyPushFinding[] =>
  tokenProbes(each)
    .filter(isFailing)
    .map((probe) =>
      pushFinding(
        'vendor-outage',
        isTakenBeside(each, probe)
          ? { effect: 'none', confidence: 'possible', severity: 'warning' }
          : { effect: 'unlikely', confidence: 'possible' },
        { ...probeAnswer(probe), code: statusOf(probe) },
        [probeItem(probe)],
      ),
    )

const statusOf = ({ reply }: DeviceProbe): string | null =>
  reply?.kind === 'unanswered' && reply.http !== null ? String(reply.http) : null
