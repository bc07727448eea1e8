import type { ReportFigures } from '../../../diagnostics/figures/report-figures.ts'
import type { Block } from '../../card.ts'
import type { Texts } from '../../texts/texts.ts'

const MOST_VENDORS = 4

/** The vendors whose deliveries cannot be counted, each with what to do. */
export const receiptBlocks = ({ withoutReceipts }: ReportFigures, texts: Texts): readonly Block[] =>
  withoutReceipts.length === 0
    ? []
    : [
        {
          kind: 'text',
          text: withoutReceipts
            .slice(0, MOST_VENDORS)
            .reduce(
              (all, { vendor, setup }) => [...all, '\n• ', ...texts.push.receipts.missing(vendor, setup)],
              texts.push.receipts.lead,
            ),
        },
      ]
