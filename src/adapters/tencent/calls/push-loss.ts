import { z } from 'zod'
import type { PushLoss } from '../../../diagnostics/im/push-loss.ts'
import { LOSS_WINDOW } from '../../../diagnostics/im/push-statistics.ts'
import type { Span } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

/** Clocks differ, and a span that starts too early is refused as a whole. */
const MARGIN = 60_000

const loss = z.object({ ErrCode: text, ErrCount: number, ErrInfo: textOrEmpty })
const losses = list(loss)

/** Under a platform stands either one loss or a list of them, whose name no page shows. */
const ofPlatform = z.looseObject({ PushPlatform: number }).transform(({ PushPlatform, ...rest }) => {
  const single = loss.safeParse(rest)
  const found = single.success ? [single.data] : Object.values(rest).flatMap((each) => losses.parse(each))
  return found.map((each) => ({ platform: PushPlatform, ...each }))
})

const answer = z.object({
  ReadyToSendLoss: losses,
  PostSendDeliveredLoss: losses,
  PlatformReadyToSendLoss: list(ofPlatform),
  PlatformPostSendDeliveredLoss: list(ofPlatform),
})

/**
 * Null: nothing of the span lies in the days that the server keeps.
 * @param now UNIX milliseconds
 * @see https://trtc.io/zh/document/71897
 */
export function pushLossOrder(span: Span, now: number): Order<readonly PushLoss[]> | null {
  const from = Math.max(span.from, now - LOSS_WINDOW + MARGIN)
  const to = Math.min(span.to, now)
  if (from >= to) return null
  return {
    endpoint: 'v4/timpush/normal_push_loss',
    body: { StartTime: Math.ceil(from / 1_000), EndTime: Math.ceil(to / 1_000) },
    read(body, clean) {
      const read = answer.safeParse(body)
      if (!read.success) return GARBAGE
      const told =
        (phase: PushLoss['phase']) =>
        (raw: z.output<typeof loss> & { platform?: number }): PushLoss => ({
          phase,
          platform: raw.platform ?? null,
          code: raw.ErrCode,
          count: raw.ErrCount,
          info: clean(raw.ErrInfo),
        })
      const { data } = read
      return value([
        ...data.ReadyToSendLoss.map(told('ready')),
        ...data.PlatformReadyToSendLoss.flat().map(told('ready')),
        ...data.PostSendDeliveredLoss.map(told('sent')),
        ...data.PlatformPostSendDeliveredLoss.flat().map(told('sent')),
      ])
    },
  }
}
