import type { VendorFigures } from '../../../diagnostics/figures/report-figures.ts'
import { certificateWarnings, daysLeft } from '../../../diagnostics/vendors/check-certificates.ts'
import type { Block, Card, Field, Tone } from '../../card.ts'
import { lossRate } from '../../reports/loss-rate.ts'
import { failureOf, spanOf } from '../../reports/report-result.ts'
import { code, rich, type Rich } from '../../rich.ts'
import { formatDuration } from '../../texts/duration.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { replyResult, replyWords } from '../push/reply-words.ts'
import { isoTime } from '../usersig-result.ts'
import { failureBlocks } from './failure-blocks.ts'
import { countWords, shareWords } from './figure-words.ts'
import { figure, lostWords } from './push-blocks.ts'
import { FEWEST_ATTEMPTS, MUCH, SOME } from './headline.ts'

interface View {
  texts: Texts
  locale: Locale
  simulated: boolean
  /** UNIX milliseconds. */
  now: number
}

/** A certificate that ends later than that is no news. */
const FAR_OFF_DAYS = 90

const FIGURES = ['attempted', 'accepted', 'delivered'] as const

/** How one vendor does: the share that is lost as the title, then figures, failures, credentials, receipts. */
export function vendorCard(figures: VendorFigures, { texts, locale, simulated, now }: View): Card {
  const { asked, report, push } = texts
  const { totals, totalsBefore, certificates, missingReceipts } = figures
  const blocks: Block[] = []
  if (figures.source === null)
    blocks.push({ kind: 'text', text: asked.vendor.howToCount(`/webhooks/im/${figures.app}`) })
  else {
    const fields: readonly Field[] = [
      ...FIGURES.map(
        (name): Field => ({ label: report.totals[name], value: [figure(name, totals, totalsBefore, texts)] }),
      ),
      { label: report.totals.lost, value: [lostWords(totals, totalsBefore, texts)] },
    ]
    blocks.push({ kind: 'fields', fields })
  }
  blocks.push(...failureBlocks(figures, texts, locale))
  if (certificates.length > 0)
    blocks.push({
      kind: 'fields',
      fields: certificates.map((each): Field => {
        const { id, expiresAt } = each.certificate
        const left = daysLeft(each.certificate, now)
        const ends: Rich =
          expiresAt === null || left === null || left > FAR_OFF_DAYS ? [] : [' · ', ...asked.vendor.ends(left)]
        return {
          label: asked.vendor.certificate,
          value: [
            ...rich`${code(id)}: `,
            ...(each.reply === null ? [push.vendor.notHeld] : replyWords(each.reply, texts)),
            ...ends,
          ],
        }
      }),
    })
  if (missingReceipts !== null)
    blocks.push({ kind: 'text', text: push.receipts.missing(figures.vendor, missingReceipts.setup) })
  const since = figures.since === null ? [] : report.source.since(figures.since)
  if (figures.source !== null)
    blocks.push({ kind: 'note', text: [...report.source[figures.source], ...since, report.source.end] })
  if (simulated) blocks.push({ kind: 'note', text: texts.conversation.simulated })
  return { tone: toneOf(figures, now), title: titleOf(figures, texts, locale), blocks, actions: [] }
}

/** The answer itself: what is lost, and what it was. */
function titleOf(
  { vendor, source, period, totals, totalsBefore }: VendorFigures,
  texts: Texts,
  locale: Locale,
): string {
  const { vendor: words } = texts.asked
  const name = texts.errors.vendors[vendor]
  const span = formatDuration(Math.round((period.to - period.from) / 1000), locale)
  if (source === null || totals.attempted === null) return words.noData(name, span)
  if (totals.attempted === 0) return words.noPushes(name, span)
  if (totals.lost === 0) return words.noneFailed(name, countWords(totals.attempted), span)
  const [share, before] = [lossRate(totals), lossRate(totalsBefore)]
  if (share === null) return words.noData(name, span)
  // Of few pushes a share says nothing.
  if (totals.attempted < FEWEST_ATTEMPTS)
    return words.fewLost(name, countWords(totals.lost ?? 0), countWords(totals.attempted), span)
  return words.loss(name, shareWords(share), before === null ? null : shareWords(before))
}

function toneOf({ source, totals, certificates }: VendorFigures, now: number): Tone {
  const warnings = certificates.flatMap((each) => certificateWarnings(each, now))
  const share = lossRate(totals) ?? 0
  const isMany = (totals.attempted ?? 0) >= FEWEST_ATTEMPTS
  if ((isMany && share >= MUCH) || warnings.some(({ code: warning }) => warning !== 'expires-soon')) return 'bad'
  if (share >= SOME || warnings.length > 0) return 'warn'
  return source === null || totals.attempted === null || totals.attempted === 0 ? 'info' : 'good'
}

/** The result of `push.vendor` for scripts. A null number is "no data", which is not zero. */
export function vendorResult(figures: VendorFigures, locale: Locale, now: number) {
  const { app, vendor, period, before, source, since, totals, totalsBefore, topFailures, missingReceipts } = figures
  return {
    app,
    vendor,
    period: spanOf(period),
    source,
    since: isoTime(since),
    totals: { ...pushTotals(totals), lossRate: lossRate(totals) },
    before: { ...spanOf(before), ...pushTotals(totalsBefore), lossRate: lossRate(totalsBefore) },
    topFailures: topFailures.map(failureOf(locale)),
    certificates: figures.certificates.map(({ certificate, reply }) => ({
      id: certificate.id,
      environment: certificate.environment,
      expiresAt: isoTime(certificate.expiresAt),
      expiresInDays: daysLeft(certificate, now),
      ...replyResult(reply),
    })),
    receipts: missingReceipts === null ? null : { missing: true, ...missingReceipts.setup },
  }
}

const pushTotals = ({ attempted, accepted, delivered, clicked, lost }: VendorFigures['totals']) => ({
  attempted,
  accepted,
  delivered,
  clicked,
  lost,
})
