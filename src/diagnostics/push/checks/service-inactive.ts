import type { Judge } from '../judge.ts'
import { failuresOf } from '../probe-failures.ts'
import { pushFinding } from '../push-finding.ts'

/** The app, or its push service, is stopped, expired or not bought: then no push is sent at all. */
export const serviceInactive: Judge = (each) => {
  const [refusal] = failuresOf(each, 'service-inactive')
  if (refusal === undefined) return []
  return [
    pushFinding('service-inactive', { effect: 'undecided', confidence: 'certain', severity: 'error' }, refusal, [
      { kind: 'refusal', refusal },
    ]),
  ]
}
