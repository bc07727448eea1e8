import type { Locale } from './locale.ts'

/** What stands between a label and its value. Chinese takes the full-width colon, without a blank. */
export const COLON: Readonly<Record<Locale, string>> = { en: ': ', zh: '：' }

/** What stands between the parts of a list. */
export const COMMA: Readonly<Record<Locale, string>> = { en: ', ', zh: '、' }

/** An addition in brackets, with what sets it off from the word before. */
export const inBrackets = (text: string, locale: Locale): string => (locale === 'zh' ? `（${text}）` : ` (${text})`)

/** A sentence within one of ours. */
export const withoutStop = (sentence: string): string => sentence.replace(/[.。]$/, '')
