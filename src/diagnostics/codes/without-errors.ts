import { enumerators } from './catalogue/enumerators.ts'
import type { CodeIndex } from './code-index.ts'
import { numbersIn } from './code-numbers.ts'
import { knownSentences } from './known-sentences.ts'
import { isTelling, WORD } from './read-codes.ts'

/** The text without what it says of errors: known sentences, names of codes, numbers and what calls them codes. */
export function withoutErrors(text: string, index: CodeIndex): string {
  const spans = [
    ...knownSentences(text).map(
      ({ at, end }) => [at, end + (VALUE.exec(text.slice(end, end + 100))?.[0].length ?? 0)] as const,
    ),
    ...[...text.matchAll(METHOD)].map(({ 0: name, index: at }) => [at, at + name.length] as const),
    ...numbersIn(text)
      .filter(({ kind }) => kind !== 'loose')
      .map(({ from, at, digits }) => [from, endOfMessage(text, at + digits.length)] as const),
    ...[...text.matchAll(WORD)]
      .filter(
        ([word]) => enumerators.has(word.toUpperCase()) || (isTelling(word) && index.words.has(word.toLowerCase())),
      )
      .map(({ 0: word, index: at }) => [at, at + word.length] as const),
  ].toSorted(([one], [other]) => one - other)
  let rest = ''
  let place = 0
  for (const [from, to] of spans) {
    rest += `${text.slice(place, Math.max(place, from))} `
    place = Math.max(place, to)
  }
  return rest + text.slice(place)
}

/** What a sentence was said of: `Invalid package name:com.example.app`. */
const VALUE = /^\s?[:：=(]\s?[\w.@-]{1,80}/
/** Calls and callbacks of SDKs: `setToken`, `onForceOffline`. */
const METHOD = /(?<![A-Za-z0-9_])(?:get|set|on|send|init|turn|do)[A-Z][A-Za-z]{2,40}(?![A-Za-z0-9_])/g

/** `, message: interface not support`, up to the end of the sentence. */
const MESSAGE =
  /^["' ,;|]{0,4}(?:err(?:or)?_?)?(?:message|msg|desc|description|info|reason)["']? ?[:=：] ?(?:"[^"]{0,300}"|[^\n"',;.。，；|]{1,200})/i

const endOfMessage = (text: string, end: number): number =>
  end + (MESSAGE.exec(text.slice(end, end + 340))?.[0].length ?? 0)
