import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { findCodes } from '../../../diagnostics/codes/find-codes.ts'
import type { Owner } from '../../../diagnostics/finding.ts'
import { readVendorAnswer } from '../../../diagnostics/push/vendor-cause.ts'
import type { Locale } from '../../texts/locale.ts'
import { withoutStop } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'

export interface CodeWords {
  /** As a person would look it up. */
  code: string
  /** Without a full stop; null: nobody knows. */
  meaning: string | null
  /** Null: the catalogue does not list it. */
  remedy: string | null
  owner: Owner
}

/** What a failed push's code means and who has to act, by the catalogue. */
export function codeWords(
  { vendor, answer, info }: { vendor: Vendor | null; answer: string; info: string },
  texts: Texts,
  locale: Locale,
): CodeWords {
  const { cause, code, owner } = readVendorAnswer(vendor, answer, info)
  const found = findCodes(vendor === null ? { text: code } : { text: code, vendor })
  const entry = found.kind === 'found' ? found.matches.find((each) => each.code === code) : undefined
  if (entry !== undefined) {
    const { meaning, remedy } = entry[locale]
    return { code, meaning: withoutStop(meaning), remedy, owner }
  }
  return { code, meaning: cause === 'vendor-not-delivered' ? null : texts.push.causes[cause], remedy: null, owner }
}
