import type { CodeEntry } from '../entry.ts'
import { nothingToDo } from './phrases.ts'
import { entries } from './rows.ts'

export const pushRest: readonly CodeEntry[] = entries({ area: 'push-rest', source: 'chat-push' }, [
  [
    '90049',
    ['The TaskId is unknown.', 'TaskId 不存在。'],
    ['There is no push on record for it.', '没有对应的推送记录。'],
    ['Use the TaskId that the push call returned.', '使用推送接口返回的 TaskId。'],
  ],
  [
    '90050',
    ['The push was already recalled.', '推送已被撤回。'],
    ['The recall was sent twice.', '重复发起了撤回。'],
    nothingToDo,
  ],
  [
    '90051',
    ['Recalls come too often.', '撤回过于频繁。'],
    ['More than one recall came within a second.', '1 秒内发起了多次撤回。'],
    ['Leave at least one second between recalls.', '两次撤回至少间隔 1 秒。'],
  ],
  [
    '90052',
    ['The push can no longer be recalled.', '已超过推送撤回时限。'],
    ['It is older than 24 hours.', '推送已超过 24 小时。'],
    ['Accept it, or send a correcting push.', '无法撤回，可补发一条更正推送。'],
  ],
  [
    '90053',
    ['The push cannot be recalled in this way.', '无法按此方式撤回推送。'],
    [
      'It was not stored (OnlineOnlyFlag), and the recall carries no OfflinePushInfo.',
      '该推送未存储（OnlineOnlyFlag），且撤回请求未带 OfflinePushInfo。',
    ],
    ['Send OfflinePushInfo along with the recall.', '撤回请求中带上 OfflinePushInfo。'],
  ],
  [
    '90056',
    ['The body of the push to all users is too large.', '全员推送包体过大。'],
    ['It exceeds 10 KB.', '超过 10 KB。'],
    ['Shorten the push to 10 KB.', '把推送内容缩短到 10 KB 以内。'],
  ],
])
