import { z } from 'zod'
import type { Answer } from '../../../diagnostics/im/im-failure.ts'
import type { ImMessage } from '../../../diagnostics/im/im-message.ts'
import type { Span } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { numberOrNull, textOrNull } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'
import { directMessage, messages, newestFirst } from './message-fields.ts'

const PAGE = 100
const MOST_PAGES = 3

interface Conversation {
  receiver: string
  sender: string
  span: Span
}

interface Page {
  messages: readonly ImMessage[]
  /** Null: this was the last one. */
  next: Start | null
}

/** Where a page starts, as the page before said; `maxTime` in UNIX seconds. */
interface Start {
  lastKey: string | null
  maxTime: number
}

const answer = z.object({
  Complete: numberOrNull,
  LastMsgKey: textOrNull,
  LastMsgTime: numberOrNull,
  MsgList: messages,
})

/** The newest pages of the roaming history. @see https://cloud.tencent.com/document/product/269/42794 */
export async function readDirectMessages(
  conversation: Conversation,
  call: (order: Order<Page>) => Promise<Answer<Page>>,
): Promise<Answer<{ messages: readonly ImMessage[]; complete: boolean }>> {
  const found: ImMessage[] = []
  const ended = (complete: boolean) => ({ ok: true as const, value: { messages: found.sort(newestFirst), complete } })
  let start: Start = { lastKey: null, maxTime: Math.ceil(conversation.span.to / 1_000) }
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await call(pageOrder(conversation, start))
    if (!page.ok) {
      // What the pages before have shown is true all the same.
      return pages === 0 || page.failure.kind === 'cancelled' ? page : ended(false)
    }
    found.push(...page.value.messages)
    if (page.value.next === null) return ended(true)
    start = page.value.next
  }
  return ended(false)
}

const pageOrder = ({ receiver, sender, span }: Conversation, { lastKey, maxTime }: Start): Order<Page> => ({
  endpoint: 'v4/openim/admin_getroammsg',
  body: {
    Operator_Account: receiver,
    Peer_Account: sender,
    MaxCnt: PAGE,
    MinTime: Math.floor(span.from / 1_000),
    MaxTime: maxTime,
    ...(lastKey === null ? {} : { LastMsgKey: lastKey }),
  },
  read(body) {
    const read = answer.safeParse(body)
    if (!read.success) return GARBAGE
    const { Complete, LastMsgKey, LastMsgTime, MsgList } = read.data
    // Without a key the next page would be this one again.
    const isLast = Complete === 1 || LastMsgKey === null || LastMsgKey === lastKey
    return value({
      messages: MsgList.filter(({ From_Account }) => From_Account === sender).map(directMessage),
      next: isLast ? null : { lastKey: LastMsgKey, maxTime: LastMsgTime ?? maxTime },
    })
  },
})
