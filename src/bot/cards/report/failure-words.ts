import { findCodes } from '../../../diagnostics/codes/find-codes.ts'
import type { CodeEntry } from '../../../diagnostics/codes/entry.ts'
import type { FailureCount } from '../../../diagnostics/figures/report-figures.ts'
import type { ImFailure } from '../../../diagnostics/im/im-failure.ts'
import type { Locale } from '../../texts/locale.ts'
import { withoutStop } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'

/** What the catalogue knows of a code that pushes failed with; null: nothing. */
export function failureEntry({ vendor, code }: Pick<FailureCount, 'vendor' | 'code'>): CodeEntry | null {
  const found = findCodes({ text: code, ...(vendor === null ? {} : { vendor }) })
  return found.kind === 'found' ? (found.matches[0] ?? null) : null
}

export const failureMeaning = (failure: FailureCount, locale: Locale): string =>
  withoutStop(failureEntry(failure)?.[locale].meaning ?? '')

/** Tencent's own code where it gave one, else what happened. */
export const imFailureWords = ({ code, kind }: ImFailure, texts: Texts): string =>
  code === null ? texts.report.failure[kind] : String(code)
