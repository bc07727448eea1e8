import type { Judge } from '../judge.ts'
import { failuresOf } from '../probe-failures.ts'
import { pushFinding } from '../push-finding.ts'

/** The app lives in another data centre than the one that was asked. */
export const wrongRegion: Judge = (each) => {
  const [refusal] = failuresOf(each, 'wrong-region')
  if (refusal === undefined) return []
  return [
    pushFinding(
      'wrong-region',
      { effect: 'undecided', confidence: 'certain', severity: 'error' },
      { ...refusal, region: each.question.app.region },
      [{ kind: 'refusal', refusal }],
    ),
  ]
}
