import { z } from 'zod'
import type { SimulatedUser } from '../../world/simulated-user.ts'
import { endpoint } from '../endpoint.ts'
import { answer, refuse } from '../outcome.ts'

const MOST_STATES = 500
const MOST_CHECKS = 100

/** One connection is enough for the whole user to be Online, whatever the phone's state is. */
function stateOf({ clients }: SimulatedUser): 'Online' | 'PushOnline' | 'Offline' {
  if (clients.some(({ state }) => state === 'Online')) return 'Online'
  return clients.length > 0 ? 'PushOnline' : 'Offline'
}

/** @see https://cloud.tencent.com/document/product/269/2566 */
const queryOnlineStatus = endpoint('openim/query_online_status', {
  body: z.object({ To_Account: z.array(z.string()).min(1), IsNeedDetail: z.number().optional() }),
  malformed: 90_001,
  answer({ To_Account, IsNeedDetail }, { world }) {
    if (To_Account.length > MOST_STATES) return refuse(90_011)
    const result: Record<string, unknown>[] = []
    const errors: Record<string, unknown>[] = []
    for (const userId of To_Account) {
      const user = world.user(userId) ?? (world.exists(userId) ? { clients: [], story: '' } : undefined)
      if (user === undefined) {
        errors.push({ To_Account: userId, ErrorCode: 70_107 })
        continue
      }
      const detail = user.clients.map(({ platform, state }) => ({ Platform: platform, Status: state }))
      result.push({
        To_Account: userId,
        Status: stateOf(user),
        ...(IsNeedDetail === 1 && detail.length > 0 ? { Detail: detail } : {}),
      })
    }
    const fields = { QueryResult: result, ErrorList: errors }
    // The whole call fails only when it failed for everybody.
    return result.length === 0 ? refuse(70_107, fields) : answer(fields)
  },
})

const accountCheck = endpoint('im_open_login_svc/account_check', {
  perSecond: 100,
  body: z.object({
    CheckItem: z
      .array(z.object({ UserID: z.string() }))
      .min(1)
      .max(MOST_CHECKS),
  }),
  malformed: 70_402,
  answer: ({ CheckItem }, { world }) =>
    answer({
      ResultItem: CheckItem.map(({ UserID }) => ({
        UserID,
        ResultCode: 0,
        ResultInfo: '',
        AccountStatus: world.exists(UserID) ? 'Imported' : 'NotImported',
      })),
    }),
})

export const ACCOUNT_ENDPOINTS = [queryOnlineStatus, accountCheck]
