import { z } from 'zod'
import { classifyRefusal } from '../../../diagnostics/im/classify-refusal.ts'
import type { Client, ClientState, UserState } from '../../../diagnostics/im/user-state.ts'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

const STATES: ReadonlyMap<string, ClientState> = new Map([
  ['online', 'Online'],
  ['pushonline', 'PushOnline'],
  ['offline', 'Offline'],
])

const readState = (word: string): ClientState => STATES.get(word.toLowerCase().replaceAll(/[^a-z]/g, '')) ?? 'Unknown'

/** `State` is what the older `openim/querystate` says for `Status`. */
const word = { Status: z.string().optional().catch(undefined), State: z.string().optional().catch(undefined) }
const stateOf = ({ Status, State }: { Status?: string | undefined; State?: string | undefined }): ClientState =>
  readState(Status ?? State ?? '')

const client = z
  .object({ Platform: text, ...word })
  .transform((read): Client => ({ platform: read.Platform, state: stateOf(read) }))

const answer = z.object({
  QueryResult: list(z.object({ To_Account: text, ...word, Detail: list(client) })),
  ErrorList: list(z.object({ To_Account: text, ErrorCode: number, ErrorInfo: textOrEmpty })),
})

type Told = Omit<UserState, 'userId'>

const UNTOLD: Told = { exists: true, state: 'Unknown', clients: [], errorCode: null }
const NOBODY: Told = { ...UNTOLD, exists: false }

/** @see https://cloud.tencent.com/document/product/269/2566 */
export function userStatesOrder(userIds: readonly string[]): Order<readonly UserState[]> {
  const inOrder = (told: ReadonlyMap<string, Told>, otherwise: Told) =>
    value(userIds.map((userId): UserState => ({ userId, ...(told.get(userId) ?? otherwise) })))
  return {
    endpoint: 'v4/openim/query_online_status',
    body: { To_Account: [...new Set(userIds)], IsNeedDetail: 1 },
    read(body) {
      const told = readTold(body)
      return told === null ? GARBAGE : inOrder(told, UNTOLD)
    },
    // The whole is refused when each of the accounts is, but an account that is unknown is an answer.
    readRefusal({ kind }, body) {
      const told = readTold(body) ?? new Map<string, Told>()
      const isAnswer =
        told.size === 0 ? kind === 'missing-account' : userIds.some((id) => told.get(id)?.exists === false)
      return isAnswer ? inOrder(told, told.size === 0 ? NOBODY : UNTOLD) : null
    },
  }
}

function readTold(body: unknown): ReadonlyMap<string, Told> | null {
  const read = answer.safeParse(body)
  if (!read.success) return null
  const told = new Map<string, Told>()
  for (const { To_Account, ErrorCode, ErrorInfo } of read.data.ErrorList) {
    const isUnknown = ErrorCode !== 0 && classifyRefusal(ErrorCode, ErrorInfo) === 'missing-account'
    told.set(To_Account, isUnknown ? NOBODY : { ...UNTOLD, errorCode: ErrorCode === 0 ? null : ErrorCode })
  }
  for (const each of read.data.QueryResult) {
    told.set(each.To_Account, { ...UNTOLD, state: stateOf(each), clients: each.Detail })
  }
  return told
}
