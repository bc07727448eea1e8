export const LOCALES = ['en', 'zh'] as const

export type Locale = (typeof LOCALES)[number]

/** The language for a platform's locale tag (`zh-CN`, `zh-Hant-TW`, `en_GB`); null for a tag of another language. */
export function localeOf(tag: string | null | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  return LOCALES.find((locale) => locale === language) ?? null
}
