import type { Severity } from '../../../diagnostics/finding.ts'
import type { AnyPushFinding, EvidenceItem } from '../../../diagnostics/push/push-finding.ts'
import type { Block, Tone } from '../../card.ts'
import { rich, strong, type Rich } from '../../rich.ts'
import type { Locale } from '../../texts/locale.ts'
import { inBrackets } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'
import { evidenceWords, pushFindingWords } from './finding-words.ts'

const SEVERITY_TONE: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', note: 'info' }

/** One finding with how sure it is, what to do, and who has to. */
export function findingBlock(finding: AnyPushFinding, texts: Texts, locale: Locale): Block {
  const { message, remedy } = pushFindingWords(finding, texts)
  const { push, conversation } = texts
  return {
    kind: 'finding',
    tone: SEVERITY_TONE[finding.severity],
    label: `${conversation.severities[finding.severity]}${inBrackets(push.confidence[finding.confidence], locale)}`,
    text: message,
    // Whoever reads it can check again.
    remedy:
      finding.owner === null || 'refusals' in finding.params
        ? remedy
        : [...remedy, locale === 'zh' ? '' : ' ', ...push.who(finding.owner)],
    codes: null,
  }
}

/** What a finding rests on, fact by fact; nothing where there are none. */
export function evidenceList(items: readonly EvidenceItem[], texts: Texts): readonly Block[] {
  if (items.length === 0) return []
  const lines = items.map((item) => evidenceWords(item, texts))
  return [{ kind: 'text', text: listed(texts.push.evidenceLabel, lines) }]
}

const listed = (label: string, lines: readonly Rich[]): Rich =>
  lines.reduce<Rich>((all, line) => [...all, '\n• ', ...line], rich`${strong(label)}`)
