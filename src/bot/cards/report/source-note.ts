import type { ReportFigures } from '../../../diagnostics/figures/report-figures.ts'
import type { Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { imFailureWords } from './failure-words.ts'

/** Whose figures these are, since when, and with what they are compared. */
export function sourceNote({ push }: ReportFigures, hasChart: boolean, texts: Texts): Rich {
  const { source: words, compared } = texts.report
  const { source, since, failure, totalsBefore } = push
  // After none at all, no change can be told.
  const isCompared = source !== null && totalsBefore.attempted !== 0
  const after = isCompared ? (totalsBefore.attempted === null ? words.noBefore : compared) : []
  const parts: readonly Rich[] = [
    words[source ?? 'none'],
    since === null ? [] : words.since(since),
    failure === null ? [] : words.notUsed(imFailureWords(failure, texts)),
    [words.end],
    after,
    hasChart && source === 'statistics' ? words.chart : [],
  ]
  return parts.flat()
}
