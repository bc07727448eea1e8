import type { Block, Card } from '../../card.ts'
import { minuteWords } from '../../reports/minute-words.ts'
import type { ReportFacts, ReportView } from '../../reports/report-facts.ts'
import { formatDuration } from '../../texts/duration.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { askedFields } from './asked-fields.ts'
import { failureBlocks } from './failure-blocks.ts'
import { headline, whyNoAlert } from './headline.ts'
import { healthFields } from './health-fields.ts'
import { pushBlocks } from './push-blocks.ts'
import { receiptBlocks } from './receipt-blocks.ts'
import { sourceNote } from './source-note.ts'

export interface ReportReader {
  texts: Texts
  locale: Locale
  /** IANA name; null: UTC. */
  timeZone: string | null
}

/**
 * The digest of a team: first the one thing that matters, then figures, failures, and how all around is.
 *
 * @param picture the chart; null: it could not be drawn, or there is nothing to draw
 */
export function reportCard(
  facts: ReportFacts,
  picture: { png: Uint8Array; alt: string } | null,
  view: ReportView,
  { texts, locale, timeZone }: ReportReader,
): Card {
  const { figures } = facts
  const { report } = texts
  const { tone, text } = headline(figures, texts, locale, facts.alerts?.alarms)
  const blocks: Block[] = [{ kind: 'text', text }]
  const noAlert = whyNoAlert(facts, texts)
  if (noAlert !== null) blocks.push({ kind: 'note', text: noAlert })
  if (view.lateMs !== null) blocks.push({ kind: 'note', text: report.late(formatDuration(view.lateMs / 1000, locale)) })
  blocks.push(...pushBlocks(figures, texts), ...receiptBlocks(figures, texts))
  if (picture !== null) blocks.push({ kind: 'image', name: 'push-loss.png', ...picture })
  blocks.push(
    ...failureBlocks(figures, texts, locale),
    { kind: 'fields', fields: healthFields(figures, view, texts, locale) },
    { kind: 'fields', fields: askedFields(facts, texts, locale) },
    { kind: 'note', text: sourceNote(figures, picture !== null, texts) },
  )
  if (view.simulated) blocks.push({ kind: 'note', text: texts.conversation.simulated })
  const { from, to } = figures.period
  return {
    tone,
    title: report.title(figures.app, minuteWords(from, timeZone, false), minuteWords(to, timeZone)),
    blocks,
    actions: [],
  }
}
