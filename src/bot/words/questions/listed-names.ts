import { nameOf } from './name.ts'
import type { Masked } from './quoted.ts'

const WORD = String.raw`@?[A-Za-z]\w{1,31}`
/** "bob/carol" and "bob+carol". */
const JOINED = new RegExp(String.raw`(?<![\w.:/@+-])${WORD}(?:[/+]${WORD}){1,20}(?![\w/@.+-])`, 'g')

const ONE = String.raw`@?[\w.\ue000-\uf8ff-]{1,40}`
/** "bob carol dave no push": one after the other, at the beginning, before words of several. */
const IN_A_ROW = new RegExp(
  String.raw`^(?<list>${ONE}(?: ${ONE}){1,20})(?= (?:no|not|don'?t|do not|can'?t|cannot|all|both|get no|are|aren'?t|have no)\b)`,
  'i',
)

/** Names that only a slash, a plus or a blank parts, parted by commas: all that stands there must be names. */
export function partNames(masked: Masked): Masked {
  const areNames = (words: readonly string[]) => words.every((word) => nameOf(word, masked) !== null)
  const part = (list: string, between: RegExp): string => {
    const words = list.split(between)
    return areNames(words) ? words.join(', ') : list
  }
  const text = masked.text
    .replace(JOINED, (list) => part(list, /[/+]/))
    .replace(IN_A_ROW, (list: string) => part(list, / /))
  return { ...masked, text }
}
