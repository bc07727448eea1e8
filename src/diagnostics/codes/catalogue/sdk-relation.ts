import type { CodeEntry } from '../entry.ts'
import { entries } from './rows.ts'

export const sdkRelation: readonly CodeEntry[] = [
  ...entries({ area: 'sdk-relation', source: 'chat' }, [
    [
      '9001',
      ['A profile field is not valid.', '资料字段非法。'],
      ['Its key exceeds 8 letters, or its value 500 bytes.', 'Key 超过 8 个字母，或值超过 500 字节。'],
      ['Shorten the key or the value.', '缩短 Key 或值。'],
    ],
    [
      '9002',
      ['The remark is not valid.', '好友备注非法。'],
      ['It exceeds 96 bytes.', '超过 96 字节。'],
      ['Shorten the remark to 96 bytes.', '把备注缩短到 96 字节以内。'],
    ],
    [
      '9003',
      ['The wording of the request is not valid.', '加好友附言非法。'],
      ['It exceeds 120 bytes.', '超过 120 字节。'],
      ['Shorten the wording to 120 bytes.', '把附言缩短到 120 字节以内。'],
    ],
    [
      '9004',
      ['The source of the request is not valid.', '加好友来源非法。'],
      ['The prefix is missing.', '缺少规定前缀。'],
      ['Start the source with AddSource_Type_.', '来源须以 AddSource_Type_ 开头。'],
    ],
    [
      '9005',
      ['The name of the friend group is not valid.', '好友分组名非法。'],
      ['It is empty or exceeds 30 bytes.', '为空或超过 30 字节。'],
      ['Use a name of 1 to 30 bytes.', '使用 1～30 字节的名称。'],
    ],
  ]),
  ...entries({ area: 'sdk-relation', source: 'chat-2023' }, [
    [
      '9006',
      ['A limit on the number of entries is exceeded.', '数量超过上限。'],
      ['The request or the list has too many entries.', '请求或列表中的条目过多。'],
      ['Send fewer entries, or clean the list up.', '减少条目，或清理列表。'],
    ],
  ]),
]
