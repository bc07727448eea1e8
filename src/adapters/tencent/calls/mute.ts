import { z } from 'zod'
import type { Order } from '../call.ts'
import { number } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

const FOR_EVER = 4_294_967_295

const seconds = number.transform((time) => (time >= FOR_EVER ? Infinity : Math.max(0, time)))

const answer = z.object({ C2CmsgNospeakingTime: seconds, GroupmsgNospeakingTime: seconds })

/** @see https://cloud.tencent.com/document/product/269/4229 */
export const muteOrder = (userId: string): Order<{ direct: number; group: number }> => ({
  endpoint: 'v4/openconfigsvr/getnospeaking',
  body: { Get_Account: userId },
  read(body) {
    const read = answer.safeParse(body)
    if (!read.success) return GARBAGE
    return value({ direct: read.data.C2CmsgNospeakingTime, group: read.data.GroupmsgNospeakingTime })
  },
})
