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
    const figures = figuresByDay(world)
    const days = Array.from({ length: DAYS }, (_, index) => figures(dateOf(now - index * DAY)))
    const wanted = ([name]: [string, string]) =>
      RequestField === undefined || name === 'Date' || RequestField.includes(name)
    return bareAnswer({ Result: days.map((day) => Object.fromEntries(Object.entries(day).filter(wanted))) })
  },
})

/** Looks through all that happened once, not once a day. */
function figuresByDay(world: AppWorld): (date: string) => Record<string, string> {
  const messages = byDate(world.messages())
  const pushes = byDate(world.pushes())
  const callbacks = byDate(world.pastCallbacks())
  return (date) => {
    const sent = messages.get(date) ?? []
    const pushed = (pushes.get(date) ?? []).flatMap(({ cause }) => (cause.kind === 'message' ? [cause.message] : []))
    const direct = pushed.filter(({ to }) => to !== null)
    const told = callbacks.get(date) ?? []
    const logins = told.flatMap(({ body }) => loginOf(body) ?? [])
    const numbers = {
      UpMsgNum: sent.length,
      SendMsgUserNum: new Set(sent.map(({ from }) => from)).size,
      APNSMsgNum: pushed.length,
      C2CAPNSMsgNum: direct.length,
      GroupAPNSMsgNum: pushed.length - direct.length,
      LoginTimes: logins.length,
      LoginUserNum: new Set(logins).size,
      ActiveUserNum: new Set([...logins, ...sent.map(({ from }) => from)]).size,
      CallBackReq: told.length,
      CallBackRsp: told.length,
    }
    return { Date: date, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) }
  }
}

function byDate<Item extends { at: number }>(items: readonly Item[]): ReadonlyMap<string, Item[]> {
  const days = new Map<string, Item[]>()
  for (const item of items) {
    const date = dateOf(item.at)
    const day = days.get(date)
    if (day === undefined) days.set(date, [item])
    else day.push(item)
  }
  return days
}

/** The user whose login a callback tells of. */
function loginOf({ Info: info }: Readonly<Record<string, unknown>>): string | undefined {
  const read = login.safeParse(info)
  return read.success ? read.data.To_Account : undefined
}

const login = z.object({ Action: z.literal('Login'), To_Account: z.string() })

/** `YYYYMMDD`. */
const dateOf = (at: number): string => new Date(seconds(at) * 1_000).toISOString().slice(0, 10).replaceAll('-', '')

export const OPERATIONS_ENDPOINTS = [getAppInfo]
