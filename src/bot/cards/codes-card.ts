import type { CodeEntry } from '../../diagnostics/codes/entry.ts'
import type { CodeAnswer } from '../../diagnostics/codes/find-codes.ts'
import type { Block, Card } from '../card.ts'
import { code, rich, strong } from '../rich.ts'
import type { Locale } from '../texts/locale.ts'
import { COMMA, inBrackets } from '../texts/punctuation.ts'
import type { Texts } from '../texts/texts.ts'
import { shown as cut } from '../words/shown.ts'

/** More than so many are shown by their meaning alone. */
const SHOWN_IN_FULL = 3
/** Codes named in a title. */
const TITLE_CODES = 3

/** What a code means, once for every place it can come from. */
export function codesCard(matches: readonly CodeEntry[], texts: Texts, locale: Locale): Card {
  const codes = [...new Set(matches.map((entry) => entry.code))]
  const shown = codes.slice(0, TITLE_CODES).join(', ') + (codes.length > TITLE_CODES ? ', …' : '')
  const lead = codes.length > 1 ? texts.errors.severalCodes(codes.length) : texts.errors.manyMeanings(matches.length)
  const blocks: Block[] = matches.length > 1 ? [{ kind: 'text', text: [lead] }] : []
  for (const [index, entry] of matches.slice(0, SHOWN_IN_FULL).entries()) {
    if (index > 0) blocks.push({ kind: 'divider' })
    blocks.push(...explained(entry, texts, locale))
  }
  const rest = matches.slice(SHOWN_IN_FULL)
  if (rest.length > 0) blocks.push({ kind: 'divider' }, shortList(rest, texts, locale))
  return { tone: 'info', title: texts.errors.title(shown), blocks, actions: [] }
}

/** A code that is not listed: by its number it may still be known whose it is. */
export function unknownCodeCard(
  { code: given, nearest, area, vendor }: Extract<CodeAnswer, { kind: 'unknown' }>,
  texts: Texts,
  locale: Locale,
): Card {
  const shown = cut(given)
  const blocks: Block[] = [{ kind: 'text', text: texts.errors.unknown(shown) }]
  if (area !== undefined) {
    const place = [...(vendor === undefined ? [] : [texts.errors.vendors[vendor]]), texts.errors.areas[area]]
    blocks.push({ kind: 'text', text: [texts.errors.likelyFrom(place.join(COMMA[locale]))] })
  }
  if (nearest.length > 0) blocks.push({ kind: 'text', text: [texts.errors.nearest] }, shortList(nearest, texts, locale))
  return { tone: 'warn', title: texts.errors.unknownTitle(shown), blocks, actions: [] }
}

function explained(entry: CodeEntry, texts: Texts, locale: Locale): readonly Block[] {
  const { owner } = entry
  const { meaning, cause, remedy } = entry[locale]
  return [
    { kind: 'text', text: rich`${code(entry.code)} ${strong(meaning)}` },
    {
      kind: 'fields',
      fields: [
        { label: texts.errors.area, value: [origin(entry, texts, locale)] },
        { label: texts.errors.cause, value: [cause] },
        { label: texts.errors.remedy, value: [remedy] },
        ...(owner === null ? [] : [{ label: texts.errors.owner, value: [texts.push.owners[owner]] }]),
      ],
    },
  ]
}

const origin = ({ area, vendor, confirmed }: CodeEntry, texts: Texts, locale: Locale): string =>
  [
    vendor === undefined ? texts.errors.areas[area] : texts.errors.vendors[vendor],
    ...(confirmed === false ? [texts.errors.unconfirmed] : []),
  ].join(COMMA[locale])

const shortList = (entries: readonly CodeEntry[], texts: Texts, locale: Locale): Block => ({
  kind: 'fields',
  fields: entries.map((entry) => ({
    label: entry.code + inBrackets(origin(entry, texts, locale), locale),
    value: [entry[locale].meaning],
  })),
})
