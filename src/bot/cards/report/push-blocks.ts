import type { PushTotals, ReportFigures } from '../../../diagnostics/figures/report-figures.ts'
import type { Block, Field } from '../../card.ts'
import { lossRate } from '../../reports/loss-rate.ts'
import type { Texts } from '../../texts/texts.ts'
import { changeWords, countWords, shareWords } from './figure-words.ts'
import { vendorName } from './vendor-name.ts'

/** Cards are read on phones. */
const MOST_VENDORS = 8

const FIGURES = ['attempted', 'accepted', 'delivered', 'clicked'] as const

/** Totals with their change, and a line for each vendor. */
export function pushBlocks({ push }: ReportFigures, texts: Texts): readonly Block[] {
  const { totals, totalsBefore, byVendor, source } = push
  if (source === null) return []
  const { report } = texts
  const fields = [
    ...FIGURES.map(
      (name): Field => ({ label: report.totals[name], value: [figure(name, totals, totalsBefore, texts)] }),
    ),
    { label: report.totals.lost, value: [lostWords(totals, totalsBefore, texts)] },
  ]
  const shown = byVendor.slice(0, MOST_VENDORS)
  const rest = byVendor.length - shown.length
  return [
    { kind: 'fields', fields },
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: report.columns,
            rows: shown.map((each) => [
              [vendorName(each.vendor, texts)],
              [count(each.attempted, texts)],
              [count(each.delivered, texts)],
              [lostOfVendor(each, texts)],
            ]),
          },
        ]),
    ...(rest > 0 ? [{ kind: 'note' as const, text: report.moreVendors(rest) }] : []),
  ]
}

const count = (value: number | null, texts: Texts): string => (value === null ? texts.report.noData : countWords(value))

export function figure(name: (typeof FIGURES)[number], totals: PushTotals, before: PushTotals, texts: Texts): string {
  const change = changeWords(totals[name], before[name])
  return `${count(totals[name], texts)}${change === null ? '' : texts.report.changed(change)}`
}

/** Of losses the share is what tells: a count grows with all pushes. */
export function lostWords(totals: PushTotals, before: PushTotals, texts: Texts): string {
  const [share, shareBefore] = [lossRate(totals), lossRate(before)]
  if (share === null) return count(totals.lost, texts)
  const told = texts.report.rate(shareWords(share), shareBefore === null ? null : shareWords(shareBefore))
  return `${count(totals.lost, texts)}${told}`
}

function lostOfVendor(totals: PushTotals, texts: Texts): string {
  const share = lossRate(totals)
  return share === null
    ? count(totals.lost, texts)
    : `${count(totals.lost, texts)}${texts.report.changed(shareWords(share))}`
}
