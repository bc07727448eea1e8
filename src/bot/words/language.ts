import { localeOf, type Locale } from '../texts/locale.ts'

const NAMES: Readonly<Record<string, Locale>> = {
  english: 'en',
  chinese: 'zh',
  英文: 'en',
  英语: 'en',
  中文: 'zh',
  汉语: 'zh',
}

/** `zh`, `zh-CN`, `Chinese`, `中文`; null: a language that nothing here is written in. */
export function readLanguage(text: string): Locale | null {
  const word = text.trim()
  return localeOf(word) ?? NAMES[word.toLowerCase()] ?? null
}
