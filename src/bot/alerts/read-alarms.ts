import { z } from 'zod'
import type { Alarm } from '../../diagnostics/alerts/alarm.ts'
import { VENDORS } from '../../diagnostics/codes/entry.ts'

const vendor = z.enum(VENDORS).nullable()
const count = z.number().nonnegative()
const rate = z.number().min(0).max(1)
const text = z.string().max(400)
const leading = z.object({ answer: text, info: text, count }).nullable()

const alarmSchema: z.ZodType<Alarm> = z.discriminatedUnion('code', [
  z.object({ code: z.literal('loss-rate'), vendor, rate, baseline: rate, attempted: count, lost: count, leading }),
  z.object({ code: z.literal('new-code'), vendor, answer: text, count, info: text }),
  z.object({ code: z.literal('dead-tokens'), vendor, count, usual: count.nullable(), leading }),
  z.object({
    code: z.literal('credential-rejected'),
    vendor,
    certificateId: text.nullable(),
    answer: text,
    info: text,
    count: count.nullable(),
  }),
  z.object({
    code: z.literal('certificate-expiring'),
    certificateId: text,
    vendor: z.enum(VENDORS),
    days: z.number(),
  }),
  z.object({ code: z.literal('webhooks-silent'), lastReceived: z.number(), expected: count }),
  z.object({ code: z.literal('signature-refused'), administrator: text, answer: text, info: text }),
])

/** What an incident keeps; an alarm that another version of the program wrote is left out. */
export function readAlarms(stored: unknown): readonly Alarm[] {
  const list = z.array(z.unknown()).safeParse(stored)
  if (!list.success) return []
  return list.data.flatMap((each) => {
    const read = alarmSchema.safeParse(each)
    return read.success ? [read.data] : []
  })
}
