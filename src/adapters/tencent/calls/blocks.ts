import { z } from 'zod'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty } from '../fields.ts'
import { GARBAGE, refused, value } from '../reading.ts'

interface Blocks {
  receiverBlocksSender: boolean
  senderBlocksReceiver: boolean
}

/** A is the receiver, who asks; "A with B" means that B is on A's list. */
const RELATIONS: ReadonlyMap<string, Blocks> = new Map([
  ['bothway', { receiverBlocksSender: true, senderBlocksReceiver: true }],
  ['awithb', { receiverBlocksSender: true, senderBlocksReceiver: false }],
  ['bwitha', { receiverBlocksSender: false, senderBlocksReceiver: true }],
  ['no', { receiverBlocksSender: false, senderBlocksReceiver: false }],
])

const answer = z.object({
  BlackListCheckItem: list(
    z.object({ To_Account: text, Relation: textOrEmpty, ResultCode: number.catch(0), ResultInfo: textOrEmpty }),
  ),
})

/** @see https://cloud.tencent.com/document/product/269/3725 */
export const blocksOrder = ({ receiver, sender }: { receiver: string; sender: string }): Order<Blocks> => ({
  endpoint: 'v4/sns/black_list_check',
  body: { From_Account: receiver, To_Account: [sender], CheckType: 'BlackCheckResult_Type_Both' },
  read(body, clean) {
    const item = answer.safeParse(body).data?.BlackListCheckItem.find(({ To_Account }) => To_Account === sender)
    if (item === undefined) return GARBAGE
    if (item.ResultCode !== 0) return refused(item.ResultCode, clean(item.ResultInfo))
    const blocks = RELATIONS.get(item.Relation.replace(/^.*_/, '').toLowerCase())
    return blocks === undefined ? GARBAGE : value(blocks)
  },
})
