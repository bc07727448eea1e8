import { LOSS_WINDOW, STATISTICS_WINDOW } from '../im/push-statistics.ts'
import { QUARTER } from '../ports/event-figures.ts'
import type { Span } from '../ports/im-service.ts'

/** A report is made a little after the time that it is about, and may be asked for at any moment of a quarter. */
const isKept = ({ from }: Span, window: number, now: number): boolean => from >= now - window - QUARTER

/** Whether Tencent still knows the statistics of the whole span. @param now UNIX milliseconds */
export const statisticsKept = (span: Span, now: number): boolean => isKept(span, STATISTICS_WINDOW, now)

/** Whether Tencent still knows the losses of the whole span. @param now UNIX milliseconds */
export const lossesKept = (span: Span, now: number): boolean => isKept(span, LOSS_WINDOW, now)
