import { z } from 'zod'
import type { AppWorld } from '../../world/app-world.ts'
import { seconds } from '../../world/message.ts'
import { endpoint } from '../endpoint.ts'
import { bareAnswer } from '../outcome.ts'

const DAY = 86_400_000
const DAYS = 30

/** Figures of the last 30 days, one entry a day, all of them texts. */
const getAppInfo = endpoint('openconfigsvr/getappinfo', {
  body: z.object({ RequestField: z.array(z.string()).optional() }),
  malformed: 130_001,
  answer({ RequestField }, { world, now }) {
    const days = Array.from({ length: DAYS }, (_, index) => figuresOf(world, now - index * DAY))
    const wanted = ([name]: [string, string]) =>
      RequestField === undefined || name === 'Date' || RequestField.includes(name)
    return bareAnswer({ Result: days.map((day) => Object.fromEntries(Object.entries(day).filter(wanted))) })
  },
})

function figuresOf(world: AppWorld, at: number): Record<string, string> {
  const date = dateOf(at)
  const messages = world.messages().filter((each) => dateOf(each.at) === date)
  const pushes = world.pushes().filter((each) => dateOf(each.at) === date && each.cause.kind === 'message')
  const direct = pushes.filter(({ cause }) => cause.kind === 'message' && cause.message.to !== null)
  const callbacks = world.pastCallbacks().filter((each) => dateOf(each.at) === date)
  const numbers = {
    UpMsgNum: messages.length,
    SendMsgUserNum: new Set(messages.map(({ from }) => from)).size,
    APNSMsgNum: pushes.length,
    C2CAPNSMsgNum: direct.length,
    GroupAPNSMsgNum: pushes.length - direct.length,
    CallBackReq: callbacks.length,
    CallBackRsp: callbacks.length,
  }
  return { Date: date, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) }
}

/** `YYYYMMDD`. */
const dateOf = (at: number): string => new Date(seconds(at) * 1_000).toISOString().slice(0, 10).replaceAll('-', '')

export const OPERATIONS_ENDPOINTS = [getAppInfo]
