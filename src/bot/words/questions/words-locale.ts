import type { Locale } from '../../texts/locale.ts'
import type { QuestionArgs } from '../questions.ts'

export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Words of the trade, the same in both languages. */
const TRADE = /\b(?:error|err|err_?code|error_?code|code|user ?sig|sig|im)\b/gi

/** The language of words; null where there are none in either script. */
export const wordsLocale = (text: string): Locale | null =>
  isHan(text) ? 'zh' : /[A-Za-z]{2}/.test(text.replace(TRADE, ' ')) ? 'en' : null

/** The language of a sentence that could not be read: one word tells nothing, two English ones do. */
export function sentenceLocale(text: string): Locale | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  return /\b[a-z]{1,12}['’]?[a-z]{0,3} [a-z]{1,12}\b/i.test(text) ? 'en' : null
}

/** The language of a question by its own words, not by the names and values in it. */
export function languageOf(text: string, args: QuestionArgs): Locale | null {
  return wordsLocale(
    Object.values(args)
      .flat()
      .reduce((rest, value) => rest.replace(value, () => ' '), text),
  )
}
