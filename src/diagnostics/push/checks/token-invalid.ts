import type { Case } from '../evidence.ts'
import { flawedTokens } from '../flawed-tokens.ts'
import type { Judge } from '../judge.ts'
import { pushFinding, type AnyPushFinding } from '../push-finding.ts'
import { refusals, vendorFindings } from '../vendor-findings.ts'

/** The app registered something else than the token; or the vendor no longer knows it: the app was removed, or its data cleared. */
export const tokenInvalid: Judge = (each) => {
  const flawed = flawedFindings(each)
  const told = new Set(flawed.map(({ params }) => 'vendor' in params && params.vendor))
  return [
    ...flawed,
    ...vendorFindings(each, 'token-invalid').filter(({ params }) => !('vendor' in params) || !told.has(params.vendor)),
  ]
}

function flawedFindings(each: Case): readonly AnyPushFinding[] {
  return flawedTokens(each).map(({ vendor, flaws, at, hasSoundSibling, evidence }) => {
    const refused = refusals(each).find(({ answer }) => answer.vendor === vendor)
    return pushFinding(
      'token-invalid',
      hasSoundSibling
        ? { effect: 'none', confidence: 'very-likely', severity: 'warning', owner: 'developer' }
        : { effect: 'blocks', confidence: 'very-likely', owner: 'developer' },
      { ...(refused?.answer ?? { vendor, code: null, info: '', at }), flaws },
      refused === undefined ? [evidence] : [refused.evidence, evidence],
    )
  })
}
