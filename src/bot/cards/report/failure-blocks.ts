import type { FailureCount, ReportFigures } from '../../../diagnostics/figures/report-figures.ts'
import type { Block } from '../../card.ts'
import type { Inline, Rich } from '../../rich.ts'
import type { Locale } from '../../texts/locale.ts'
import { withoutStop } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'
import { infoWithoutTokens } from '../push/without-tokens.ts'
import { failureEntry } from './failure-words.ts'
import { countWords } from './figure-words.ts'
import { vendorName } from './vendor-name.ts'

const MOST_SHOWN = 5
/** Of those that matter most one reads what to do; of the rest `im error` tells. */
const MOST_EXPLAINED = 3
const MOST_INFO = 80

/** What pushes failed for, with its change, and who has to act. */
export function failureBlocks(
  { topFailures: failures, failureKinds }: Pick<ReportFigures, 'topFailures' | 'failureKinds'>,
  texts: Texts,
  locale: Locale,
): readonly Block[] {
  if (failures.length === 0) return []
  const { failures: words } = texts.report
  const lines = failures
    .slice(0, MOST_SHOWN)
    .flatMap((failure, index) => lineOf(failure, index < MOST_EXPLAINED, texts, locale))
  const rest = failureKinds - MOST_SHOWN
  return [
    { kind: 'text', text: [words.lead, ...lines] },
    ...(rest > 0 ? [{ kind: 'note' as const, text: words.more(rest) }] : []),
  ]
}

function lineOf(failure: FailureCount, isExplained: boolean, texts: Texts, locale: Locale): Rich {
  const { failures: words } = texts.report
  const { vendor, code, count, before, info, owner } = failure
  const entry = failureEntry(failure)?.[locale]
  const meaning = entry === undefined ? infoWithoutTokens(info, MOST_INFO) : withoutStop(entry.meaning)
  const told: Inline[] = ['\n', ...words.line(countWords(count), vendorName(vendor, texts), code, meaning)]
  if (before !== null) told.push(words.before(countWords(before)))
  return [...told, '\n', ...words.who(owner, isExplained ? (entry?.remedy ?? '') : '')]
}
