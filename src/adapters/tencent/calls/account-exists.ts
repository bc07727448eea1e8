import { z } from 'zod'
import { classifyRefusal } from '../../../diagnostics/im/classify-refusal.ts'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty } from '../fields.ts'
import { GARBAGE, refused, value } from '../reading.ts'

const answer = z.object({
  ResultItem: list(
    z.object({ UserID: text, ResultCode: number.catch(0), ResultInfo: textOrEmpty, AccountStatus: textOrEmpty }),
  ),
})

/** @see https://cloud.tencent.com/document/product/269/38417 */
export const accountExistsOrder = (userId: string): Order<boolean> => ({
  endpoint: 'v4/im_open_login_svc/account_check',
  body: { CheckItem: [{ UserID: userId }] },
  read(body, clean) {
    const item = answer.safeParse(body).data?.ResultItem.find(({ UserID }) => UserID === userId)
    if (item === undefined) return GARBAGE
    if (item.ResultCode !== 0) {
      const info = clean(item.ResultInfo)
      return isUnknown(item.ResultCode, info) ? value(false) : refused(item.ResultCode, info)
    }
    switch (item.AccountStatus.toLowerCase()) {
      case 'imported':
        return value(true)
      case 'notimported':
        return value(false)
      default:
        return GARBAGE
    }
  },
  readRefusal: ({ kind }) => (kind === 'missing-account' ? value(false) : null),
})

const isUnknown = (code: number, info: string): boolean => classifyRefusal(code, info) === 'missing-account'
