import type { CodeEntry } from '../entry.ts'
import { featureOff, planLimit, support, upgradePlan, upgradeSdk } from './phrases.ts'
import { entries } from './rows.ts'

export const officialAccount: readonly CodeEntry[] = entries({ area: 'official-account', source: 'chat' }, [
  [
    '130006',
    ['The official account has no free place for subscribers.', '公众号订阅人数已满。'],
    planLimit,
    upgradePlan,
  ],
  [
    '130007',
    ['The official account ID has a wrong format.', '公众号 ID 格式有误。'],
    ['The ID has characters or a length that are not allowed.', 'ID 含有不允许的字符或长度不符。'],
    ['Use an ID in the documented format.', '按文档要求的格式填写 ID。'],
  ],
  ['131000', ['The official account service is not enabled.', '公众号服务未开通。'], featureOff, support],
  [
    '131003',
    ['The subscription was not found.', '未找到订阅关系。'],
    ['The user never subscribed to the official account.', '用户未订阅该公众号。'],
    ['Check the UserID and the official account ID.', '核对 UserID 与公众号 ID。'],
  ],
  [
    '131005',
    ['The SDK is too old for official accounts.', 'SDK 版本过低，不支持公众号。'],
    ['Official accounts came with a later version.', '公众号功能需要更高版本的 SDK。'],
    upgradeSdk,
  ],
])
