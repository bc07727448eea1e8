import { codeIndex, entriesOf } from '../codes/code-index.ts'
import type { Area, CodeEntry } from '../codes/entry.ts'

/** Where a code of sending comes from, the likeliest first; other areas use the same numbers for other things. */
const DIRECT: readonly Area[] = [
  'message-c2c',
  'rest-common',
  'message-rest',
  'content-review',
  'account',
  'relation',
  'group',
]
const IN_GROUP: readonly Area[] = ['group', 'rest-common', 'message-rest', 'content-review', 'account', 'message-c2c']

/**
 * What the code of a message that was not sent means: `SendMsgResult` of a one-to-one message, `ErrorCode` of one in a
 * group. Null: it is not listed.
 */
export function sendResultEntry(code: number, inGroup: boolean): CodeEntry | null {
  const entries = entriesOf(String(code), codeIndex()).filter(({ vendor }) => vendor === undefined)
  const found = (inGroup ? IN_GROUP : DIRECT).map((area) => entries.find((entry) => entry.area === area))
  return found.find((entry) => entry !== undefined) ?? null
}
