import { nameOf } from './name.ts'
import type { Masked } from './quoted.ts'

const ONE =
  /^(?:[\ue000-\uf8ff]|@?(?:(?!\p{Script=Han})[\p{L}\p{N}_.@+#~|/-]){1,99}|\p{Script=Han}[\p{Script=Han}\p{N}·]{1,19})$/u

// 和 and 与 stand in names as well (李和平): they part two names only where both sides are names of some length.
const SIDE = String.raw`(?:[\ue000-\uf8ff\w.-]|\p{Script=Han}{2})`
const BETWEEN = new RegExp(
  String.raw`,? and |,? or | ?& ?| ?[,，、;；] ?| ?以及 ?| (?:和|与|跟|及|还有) |(?<=${SIDE}) ?(?:和|与|跟|及|还有) ?(?=${SIDE})| `,
  'iu',
)

/** The users that a part of a question lists; null where one of its words is no name. */
export function namesOf(list: string, masked: Masked): readonly string[] | null {
  const words = list
    .replace(/^(?:(?:the|our|my|this|these) ){0,4}(?:users?|customers?|clients?|accounts?) (?=\S)|^用户/iu, '')
    .split(BETWEEN)
    .map((word) => word.replace(/^(?:both|and) /i, '').trim())
    .filter((word) => word !== '')
  const names = words.map((word) => (ONE.test(word) ? nameOf(word, masked) : null))
  const sure = names.filter((each) => each !== null)
  return sure.length === 0 || sure.length < names.length ? null : [...new Set(sure)]
}
