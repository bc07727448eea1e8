import type { en } from './en/en.ts'
import { en as english } from './en/en.ts'
import type { Locale } from './locale.ts'
import { zh as chinese } from './zh/zh.ts'

/** Everything the bot says, in one language. English gives the shape; a key missing in another is a compile error. */
export type Texts = typeof en

const CATALOGUES: Readonly<Record<Locale, Texts>> = { en: english, zh: chinese }

export const textsFor = (locale: Locale): Texts => CATALOGUES[locale]
