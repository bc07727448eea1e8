import type { ImFailure } from './im-failure.ts'

/**
 * What a refusal of the server API says, whichever endpoint gave it. `missing-…` is an answer: what was asked about is not
 * there, or is not kept. `not-offered`: this app, plan or account does not get the question answered. `fault`: Tencent's
 * own trouble. `other`: a code that says none of these.
 */
export type RefusalKind =
  | 'signature'
  | 'region'
  | 'service'
  | 'too-many'
  | 'missing-account'
  | 'missing-group'
  | 'missing-record'
  | 'not-offered'
  | 'fault'
  | 'other'

const CODES: Readonly<Record<Exclude<RefusalKind, 'other'>, readonly number[]>> = {
  // Of the administrator's account, its rights, its signature, or where it may be used from.
  signature: [
    60006, 60010, 60012, 60021, 60025, 70001, 70002, 70003, 70004, 70005, 70006, 70007, 70008, 70009, 70010, 70011,
    70012, 70013, 70014, 70015, 70016, 70020, 70346, 70347, 70348, 70403, 30004, 40004, 50003, 90009,
  ],
  region: [60026],
  // The app or its push service is stopped, expired, or was never bought.
  service: [60016, 60017, 60020, 60027, 60028, 80005, 90045],
  'too-many': [60007, 60011, 60019, 90024, 90051, 10006, 10023],
  'missing-account': [70107, 30003, 40003, 50001, 10019, 20003, 90008, 90012, 90048, 130003],
  // Dismissed, or never one of that name.
  'missing-group': [10010, 10015],
  // A push, a message or a history that is not on record (any more), was withdrawn, or is of a kind that is never stored.
  'missing-record': [90049, 90050, 90052, 90053, 10030, 10031, 10044, 20022, 20023],
  'not-offered': [10003, 10007, 10026, 10059, 30005, 40007, 60009],
  fault: [
    60004, 60005, 60008, 60013, 60014, 60018, 70169, 70202, 70500, 40006, 30006, 30007, 50004, 50005, 20004, 20005,
    90992, 90994, 90995, 91000, 10002,
  ],
}

const BY_CODE: ReadonlyMap<number, RefusalKind> = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as RefusalKind] as const)),
)

const THERE_IS_NO = String.raw`(?:not? |n't |non-?)(?:exist|found|imported|registered|such)`

/** How servers say it where the code is one that no page lists. */
const BY_WORDS: readonly (readonly [RegExp, RefusalKind])[] = [
  [/\btoo (?:many|frequent)|\bfrequency|\brate limit|频率|频繁|限频/i, 'too-many'],
  [new RegExp(String.raw`\b(?:account|user|identifier)\w{0,3}\b.{0,40}?${THERE_IS_NO}`, 'i'), 'missing-account'],
  [/not imported|(?:账号|用户).{0,6}(?:不存在|未导入|未注册)/i, 'missing-account'],
  [new RegExp(String.raw`\bgroup\b.{0,40}?(?:${THERE_IS_NO}|dismissed|disbanded)`, 'i'), 'missing-group'],
  [/群组?.{0,6}(?:不存在|已解散)/, 'missing-group'],
  [
    new RegExp(String.raw`${THERE_IS_NO}|\bno (?:\w{1,12} )?(?:record|history|data|trace|roaming)`, 'i'),
    'missing-record',
  ],
  [/\b(?:recalled|withdrawn|revoked|no longer kept)\b/i, 'missing-record'],
  [
    /不存在|(?:没有|无)(?:\S{1,6})?(?:记录|数据|历史)|未找到|查无|已撤回|(?:记录|轨迹|消息|数据)\S{0,4}过期/,
    'missing-record',
  ],
  [
    /\b(?:not|no|isn't|isn’t|without) (?:been )?(?:activat|enabl|open|purchas|support|permi|authori|privileg|allow)|\b(?:disabled|forbidden|denied|upgrade)\b/i,
    'not-offered',
  ],
  [/未开通|未启用|未购买|不支持|没有权限|无权限|权限不足/, 'not-offered'],
]

/** By its code, else by its words. @param info Tencent's own words, at most some hundred characters */
export function classifyRefusal(code: number, info: string): RefusalKind {
  return BY_CODE.get(code) ?? BY_WORDS.find(([words]) => words.test(info))?.[1] ?? 'other'
}

export type MissingKind = Extract<RefusalKind, `missing-${string}`>

/** Tencent answered that there is no such thing; null: it failed, or refused for another reason. */
export function missingIn({ kind, code, info }: ImFailure): MissingKind | null {
  if (kind !== 'refused' || code === null) return null
  const refusal = classifyRefusal(code, info)
  return refusal === 'missing-account' || refusal === 'missing-group' || refusal === 'missing-record' ? refusal : null
}
