import type { CodeEntry } from '../entry.ts'
import { fixBody, passing, retry, serverInternal } from './phrases.ts'
import { entries } from './rows.ts'

export const operations: readonly CodeEntry[] = entries({ area: 'operations', source: 'chat' }, [
  [
    '1001',
    ['The request is not valid.', '请求非法。'],
    ['The URL is wrong.', 'URL 有误。'],
    ['Compare the URL with the API reference.', '对照接口文档核对 URL。'],
  ],
  [
    '1002',
    ['A parameter is not valid.', '参数非法。'],
    ['The caller is no administrator, or a field is missing.', '调用方不是管理员，或缺少字段。'],
    ['Use an administrator account, then check the fields.', '改用管理员账号，再检查各字段。'],
  ],
  ['1003', ['The service had a system error.', '系统错误。'], passing, retry],
  [
    '1004',
    ['The history file is not there.', '历史消息文件不存在。'],
    ['It is not made yet, or nobody wrote a message in that hour.', '文件尚未生成，或该小时内没有消息。'],
    ['Ask again later, because the files come with a delay.', '文件生成有延迟，请稍后再查。'],
  ],
  [
    '1005',
    ['The history file has expired.', '历史消息文件已过期。'],
    ['It is older than the service keeps such files.', '超过服务端的保留期限。'],
    ['Download such files regularly, before they expire.', '定期在过期之前下载。'],
  ],
  [
    '130001',
    ['The JSON of the body could not be parsed.', '包体 JSON 解析失败。'],
    ['The body of a mute or statistics call is malformed.', '全局禁言或运营数据接口的包体有误。'],
    fixBody,
  ],
  [
    '130002',
    ['Get_Account is missing, or the caller lacks the right.', '缺少 Get_Account，或权限不足。'],
    [
      'The query of global mutes has no account; for official accounts it means missing rights.',
      '查询全局禁言时未指定账号；公众号接口中表示权限不足。',
    ],
    ['Fill in Get_Account, or use an account with the right.', '填写 Get_Account，或换用有权限的账号。'],
  ],
  [
    '130003',
    ['Get_Account is not valid.', 'Get_Account 非法。'],
    ['The account in the query of global mutes is malformed.', '查询全局禁言的账号格式有误。'],
    ['Send an existing UserID as a string.', '以字符串传入已存在的 UserID。'],
  ],
  [
    '130004',
    ['Set_Account is missing, or the official account does not exist.', '缺少 Set_Account，或公众号不存在。'],
    [
      'The mute call has no account; for official accounts the ID is unknown.',
      '设置全局禁言时未指定账号；公众号接口中表示该公众号不存在。',
    ],
    ['Fill in Set_Account, or correct the official account ID.', '填写 Set_Account，或修正公众号 ID。'],
  ],
  [
    '130005',
    ['Set_Account is not valid, or the user already subscribed.', 'Set_Account 非法，或已订阅该公众号。'],
    [
      'The account of the mute call is malformed; for official accounts the subscription exists.',
      '设置禁言的账号格式有误；公众号接口中表示已订阅。',
    ],
    ['Correct Set_Account; an existing subscription needs nothing.', '修正 Set_Account；已订阅则无需处理。'],
  ],
  [
    '130008',
    ['No mute time was given, or the official account ID is taken.', '未设置禁言时长，或公众号 ID 已被占用。'],
    [
      'Both mute fields are empty; for official accounts the ID exists.',
      '两个禁言时长字段都为空；公众号接口中表示 ID 已存在。',
    ],
    ['Give at least one mute time, or choose another ID.', '至少设置一个禁言时长，或换一个公众号 ID。'],
  ],
  [
    '130009',
    [
      'A database could not be opened, or the official account cannot be deleted.',
      '数据库打开失败，或公众号不支持删除。',
    ],
    [
      'An internal fault of the statistics; for official accounts the type cannot be deleted.',
      '运营数据服务内部异常；公众号接口中表示该类型不可删除。',
    ],
    ['Retry statistics calls, and keep the official account.', '运营数据接口请重试；公众号则保留即可。'],
  ],
  [
    '130010',
    ['A database did not answer, or the quota of official accounts is used up.', '数据库无响应，或公众号数量超限。'],
    [
      'An internal fault of the statistics; for official accounts the limit is reached.',
      '运营数据服务内部异常；公众号接口中表示数量已满。',
    ],
    ['Retry statistics calls, or delete unused official accounts.', '运营数据接口请重试；公众号请清理不用的账号。'],
  ],
  ['130011', ['A query of the statistics failed.', '运营数据查询失败。'], serverInternal, retry],
  ['130012', ['A result of the statistics could not be read.', '运营数据结果解析失败。'], serverInternal, retry],
  ['130014', ['The JSON failed inside the mute service.', '禁言服务内部 JSON 错误。'], serverInternal, retry],
])
