import { z } from 'zod'
import { seconds } from '../../world/message.ts'
import { PLATFORM_OF, type Push, type PushStep } from '../../world/push.ts'
import { endpoint, type Stage } from '../endpoint.ts'
import { answer, refuse } from '../outcome.ts'

const DAY = 86_400_000
/** Milliseconds. */
const LOSSES_KEPT_FOR = 7 * DAY
const STATISTICS_KEPT_FOR = 30 * DAY
/** Clocks of callers may be behind. */
const TOLERANCE = 60_000

const times = z.object({ StartTime: z.number().int(), EndTime: z.number().int() })

type Times = z.output<typeof times>

/** Chat pushes of a time; null: it is none, or not kept any more. */
function pushesOf({ StartTime, EndTime }: Times, { world, now }: Stage, keptFor: number): readonly Push[] | null {
  if (EndTime < StartTime || StartTime * 1_000 < now - keptFor - TOLERANCE) return null
  return world
    .pushes()
    .filter(({ cause, at }) => cause.kind === 'message' && seconds(at) >= StartTime && seconds(at) <= EndTime)
}

/** How far chat pushes came, by device: a user with two phones is pushed to twice. @see https://trtc.io/document/71895 */
const messagePushStatistics = endpoint('timpush/normal_push_statistics', {
  perSecond: 1,
  body: times,
  malformed: 90_001,
  answer(body, stage) {
    const pushes = pushesOf(body, stage, STATISTICS_KEPT_FOR)
    if (pushes === null) return refuse(90_001)
    const sent = pushes.flatMap(({ devices }) =>
      devices.map(({ device, steps }) => ({ platform: PLATFORM_OF[device.vendor], steps })),
    )
    const platforms = [...new Set(sent.map(({ platform }) => platform))].toSorted((one, other) => one - other)
    return answer({
      ...tallyOf(sent),
      PlatformStatistics: platforms.map((platform) => ({
        PushPlatform: platform,
        ...tallyOf(sent.filter((each) => each.platform === platform)),
      })),
    })
  },
})

function tallyOf(sent: readonly { steps: readonly PushStep[] }[]): Record<string, number> {
  const reached = (wanted: PushStep['stage']) =>
    sent.filter(({ steps }) => steps.some(({ stage, code }) => stage === wanted && code === 0)).length
  return { TotalCount: sent.length, SentCount: reached(1), DeliveredCount: reached(2), ClickCount: reached(3) }
}

interface Loss {
  platform: number
  neverSent: boolean
  code: string
  info: string
}

/** Chat pushes that were lost, counted by code. @see https://trtc.io/document/71898 */
const messagePushLoss = endpoint('timpush/normal_push_loss', {
  perSecond: 1,
  body: times,
  malformed: 90_001,
  answer(body, stage) {
    const losses = pushesOf(body, stage, LOSSES_KEPT_FOR)?.flatMap(lossesOf)
    if (losses === undefined) return refuse(90_001)
    const ready = losses.filter(({ neverSent }) => neverSent)
    const sent = losses.filter(({ neverSent }) => !neverSent)
    return answer({
      ReadyToSendLoss: count(ready, false),
      PostSendDeliveredLoss: count(sent, false),
      PlatformReadyToSendLoss: count(ready, true),
      PlatformPostSendDeliveredLoss: count(sent, true),
    })
  },
})

function lossesOf({ devices }: Push): Loss[] {
  return devices.flatMap(({ device, steps }) =>
    steps
      .filter(({ code }) => code !== 0)
      .map(({ code, info, neverSent }) => ({
        platform: PLATFORM_OF[device.vendor],
        neverSent,
        code: String(code),
        info,
      })),
  )
}

function count(losses: readonly Loss[], byPlatform: boolean): Record<string, unknown>[] {
  const counts = new Map<string, { loss: Loss; times: number }>()
  for (const loss of losses) {
    const key = `${byPlatform ? loss.platform : ''} ${loss.code} ${loss.info}`
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { loss, times: 1 })
    else known.times++
  }
  return [...counts.values()].map(({ loss, times }) => ({
    ...(byPlatform ? { PushPlatform: loss.platform } : {}),
    ErrCode: loss.code,
    ErrCount: times,
    ErrInfo: loss.info,
  }))
}

export const PUSH_FIGURE_ENDPOINTS = [messagePushStatistics, messagePushLoss]
