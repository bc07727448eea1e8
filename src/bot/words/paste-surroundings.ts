import type { Locale } from '../texts/locale.ts'
import { isListedCode } from './questions/error-questions.ts'

/** The error code that was pasted along, which the answer points to. */
export const codeBeside = (text: string): string | null =>
  text
    .match(/(?<![\w.*/+=&-])-?(?:\d{5,6}|6\d{3})(?![\w*+/-])/g)
    ?.slice(0, 20)
    .find(isListedCode) ?? null

/** Code and data are in no language: it takes four words of English in a row. */
export const pasteLocale = (text: string): Locale | null =>
  /\p{Script=Han}/u.test(text) ? 'zh' : /\b[a-z]{1,12}(?: [a-z'’]{1,12}){3}\b/.test(text) ? 'en' : null
