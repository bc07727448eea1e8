import { z } from 'zod'
import type { AppDay } from '../../../diagnostics/im/app-day.ts'
import type { Order } from '../call.ts'
import { list, numberOrNull, text } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

const FIELDS = [
  'CallBackReq',
  'CallBackRsp',
  'APNSMsgNum',
  'LoginTimes',
  'LoginUserNum',
  'ActiveUserNum',
  'UpMsgNum',
] as const

/** `20251124`, `2025-11-24` or `2025/11/24`, and whatever time of the day may follow. */
const DATE = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/

const date = text.transform((raw, context) => {
  const [, year, month, day] = DATE.exec(raw.trim()) ?? []
  const iso = `${year}-${month}-${day}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  // Also for the 31st of a month that has none, which is read as the 1st of the next.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso
  context.addIssue('no date')
  return z.NEVER
})

const day = z
  .object({
    Date: date,
    CallBackReq: numberOrNull,
    CallBackRsp: numberOrNull,
    APNSMsgNum: numberOrNull,
    LoginTimes: numberOrNull,
    LoginUserNum: numberOrNull,
    ActiveUserNum: numberOrNull,
    UpMsgNum: numberOrNull,
  } satisfies Record<(typeof FIELDS)[number] | 'Date', z.ZodType>)
  .transform(
    (raw): AppDay => ({
      date: raw.Date,
      callbackRequests: raw.CallBackReq,
      callbackResponses: raw.CallBackRsp,
      apnsMessages: raw.APNSMsgNum,
      logins: raw.LoginTimes,
      loginUsers: raw.LoginUserNum,
      activeUsers: raw.ActiveUserNum,
      sentMessages: raw.UpMsgNum,
    }),
  )

const days = list(day)

/** The list of days is `Result`; should it stand elsewhere, it is the list in which days are found. */
const answer = z.looseObject({ Result: z.unknown().optional() }).transform(({ Result, ...rest }) => {
  const found = [Result, ...Object.values(rest)].map((each) => days.parse(each)).find(({ length }) => length > 0) ?? []
  return [...new Map(found.map((each) => [each.date, each])).values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
})

/** @see https://cloud.tencent.com/document/product/269/4193 */
export const appDaysOrder = (): Order<readonly AppDay[]> => ({
  endpoint: 'v4/openconfigsvr/getappinfo',
  body: { RequestField: FIELDS },
  read(body) {
    const read = answer.safeParse(body)
    return read.success ? value(read.data) : GARBAGE
  },
})
