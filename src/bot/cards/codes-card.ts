import type { CodeEntry } from '../../diagnostics/codes/entry.ts'
import type { Block, Card } from '../card.ts'
import { code, rich, strong } from '../rich.ts'
import type { Locale } from '../texts/locale.ts'
import { COMMA, inBrackets } from '../texts/punctuation.ts'
import type { Texts } from '../texts/texts.ts'
import { shown as cut } from '../words/shown.ts'

const SHOWN_IN_FULL = 4

/** What a code means, once for every place it can come from. */
export function codesCard(matches: readonly CodeEntry[], texts: Texts, locale: Locale): Card {
  const shown = [...new Set(matches.map((entry) => entry.code))].slice(0, 3).join(', ')
  const blocks: Block[] =
    matches.length > 1 ? [{ kind: 'text', text: [texts.errors.manyMeanings(matches.length)] }] : []
  for (const [index, entry] of matches.slice(0, SHOWN_IN_FULL).entries()) {
    if (index > 0) blocks.push({ kind: 'divider' })
    blocks.push(...explained(entry, texts, locale))
  }
  const rest = matches.slice(SHOWN_IN_FULL)
  if (rest.length > 0) blocks.push({ kind: 'divider' }, shortList(rest, texts, locale))
  return { tone: 'info', title: texts.errors.title(shown), blocks, actions: [] }
}

export function unknownCodeCard(given: string, nearest: readonly CodeEntry[], texts: Texts, locale: Locale): Card {
  const shown = cut(given)
  const blocks: Block[] = [{ kind: 'text', text: texts.errors.unknown(shown) }]
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
