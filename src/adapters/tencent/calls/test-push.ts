import { z } from 'zod'
import type { TestPushOrder } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty, textOrNull } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

interface TestPushAnswer {
  taskId: string | null
  refusal: { code: number; info: string } | null
}

/**
 * Each vendor's class for messages between people: the class for advertising is limited to a few a day, and silent.
 * @see https://trtc.io/document/77715
 */
const AS_A_MESSAGE = {
  HuaWeiCategory: 'IM',
  HonorImportance: 'NORMAL',
  OPPOCategory: 'IM',
  OPPONotifyLevel: 16,
  VIVOClassification: 1,
  VIVOCategory: 'IM',
  MeiZuNoticeMsgType: 1,
}

const answer = z.object({
  TaskId: textOrNull,
  ErrorList: list(z.object({ To_Account: text, ErrorCode: number, ErrorInfo: textOrEmpty })),
})

/** @see https://trtc.io/document/67553 */
export const testPushOrder = (
  { userId, registrationId, caseNumber, title, text, random }: TestPushOrder,
  administrator: string,
): Order<TestPushAnswer> => ({
  endpoint: 'v4/timpush/batch',
  body: {
    From_Account: administrator,
    To_Account: [registrationId?.reveal() ?? userId],
    MsgRandom: random,
    OfflinePushInfo: {
      PushFlag: 0,
      Title: title,
      Desc: text,
      // Some phones of other makers drop a push whose `Ext` is no JSON.
      Ext: JSON.stringify({ case: caseNumber }),
      AndroidInfo: AS_A_MESSAGE,
    },
    DataId: caseNumber,
  },
  read(body, clean) {
    const read = answer.safeParse(body)
    if (!read.success) return GARBAGE
    const { TaskId: taskId, ErrorList } = read.data
    const target = registrationId?.reveal() ?? userId
    const error = ErrorList.find(({ To_Account, ErrorCode }) => To_Account === target && ErrorCode !== 0)
    return value({
      taskId,
      refusal: error === undefined ? null : { code: error.ErrorCode, info: clean(error.ErrorInfo) },
    })
  },
})
