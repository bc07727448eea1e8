import type { AnyPushFinding, EvidenceItem, FindingParams } from '../../../diagnostics/push/push-finding.ts'
import type { Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { withoutTokens } from './without-tokens.ts'

/** A finding as sentences. */
export function pushFindingWords(finding: AnyPushFinding, texts: Texts): { message: Rich; remedy: Rich } {
  const write = texts.push.findings[finding.code] as (params: FindingParams[typeof finding.code]) => {
    message: Rich
    remedy: Rich
  }
  return write(withoutTokens(finding.params) as FindingParams[typeof finding.code])
}

/** One fact as a line. */
export function evidenceWords(item: EvidenceItem, texts: Texts): Rich {
  const write = texts.push.evidence[item.kind] as (item: EvidenceItem) => Rich
  return write(withoutTokens(item) as EvidenceItem)
}
