import type { Reader } from '../../bot/cards/plain-text.ts'
import type { Progress } from '../../bot/request.ts'
import { createThrottle, type Throttle } from '../throttled.ts'
import type { Announcement } from './announce.ts'
import { TIMES } from './limits.ts'
import { NO_PROGRESS_HERE, type Outbox } from './outbox.ts'
import { renderCard } from './render-card.ts'
import { renderPlainly } from './render-plainly.ts'
import { isPassing } from './retry.ts'
import type { SlackContext } from './slack-context.ts'
import { refusesBlocks, type SlackFailure } from './slack-failure.ts'
import { defectFields } from './tell-defect.ts'

/**
 * Shows progress where the answer will be. Where that cannot be, the person is told once that work goes on, and the
 * answer comes as if no progress had been told.
 */
export function tellProgress(
  context: Pick<SlackContext, 'now' | 'log'>,
  outbox: Outbox,
  announcement: Announcement | null,
): Throttle<Progress> {
  const { now, log } = context
  let possible = true
  let shown = false

  async function draw(
    { card, visibility, locale, timeZone }: Progress,
    signal: AbortSignal,
  ): Promise<SlackFailure | null> {
    const reader: Reader = { locale, timeZone, now: now() }
    const failed = await outbox.showProgress(
      renderCard(card, { reader, surface: outbox.surface, buttons: [] }),
      visibility,
    )
    if (failed === null || !refusesBlocks(failed) || signal.aborted) return failed
    log.error({ code: failed.code, pointers: failed.pointers }, 'slack refused the blocks of a progress card')
    return outbox.showProgress(renderPlainly(card, reader, []), visibility)
  }

  async function show(progress: Progress, signal: AbortSignal): Promise<number | void> {
    if (!possible) return
    await announcement?.hush()
    if (signal.aborted) return
    const failed = await draw(progress, signal).catch((error: unknown) => {
      log.error(defectFields(error), 'defect in a progress card')
      return NO_PROGRESS_HERE
    })
    shown ||= failed === null
    if (failed === null || signal.aborted) return
    possible = isPassing(failed)
    if (!shown) await announcement?.now()
    if (possible) return failed.retryAfterMs ?? TIMES.progress
  }

  return createThrottle({ everyMs: TIMES.progress, show, now })
}
