import type { CodeEntry } from '../entry.ts'
import {
  badBody,
  callerNotAdmin,
  cleanUp,
  fixBody,
  importAccount,
  neverImported,
  passing,
  retry,
  useAdmin,
} from './phrases.ts'
import { entries } from './rows.ts'

export const recentContact: readonly CodeEntry[] = entries({ area: 'recent-contact', source: 'chat' }, [
  ['50001', ['The UserID does not exist.', 'UserID 不存在。'], neverImported, importAccount],
  ['50002', ['A parameter is not valid.', '参数非法。'], badBody, fixBody],
  ['50003', ['The call needs administrator rights.', '该操作需要管理员权限。'], callerNotAdmin, useAdmin],
  ['50004', ['The conversation service had an internal error.', '会话服务内部错误。'], passing, retry],
  ['50005', ['The conversation service timed out.', '会话服务超时。'], passing, retry],
  [
    '51006',
    ['The number of conversations is not allowed.', '会话数量不合法。'],
    ['The request holds none or more than 100.', '请求中的会话数为 0 或超过 100。'],
    ['Send 1 to 100 conversations per request.', '每次请求携带 1～100 个会话。'],
  ],
  [
    '51007',
    ['The group conversation could not be verified.', '群会话校验失败。'],
    ['The user has left the group, or the group is gone.', '用户已退群，或群组已解散。'],
    ['Check whether the user is still a member of the group.', '确认用户是否仍在群内。'],
  ],
  [
    '51008',
    ['Too many conversations carry a group or a mark.', '分组或标记的会话数超限。'],
    ['The limit is reached, which is 1,000 in the public list.', '已达上限（公开文档为 1000 个）。'],
    cleanUp,
  ],
  [
    '51009',
    ['The conversation group does not exist.', '会话分组不存在。'],
    ['Its name is unknown for this user.', '该用户没有这个名称的分组。'],
    ['Create the conversation group first.', '先创建会话分组。'],
  ],
  [
    '51010',
    ['There are too many conversation groups.', '会话分组数超限。'],
    ['The limit is reached, which is 20 in the public list.', '已达上限（公开文档为 20 个）。'],
    cleanUp,
  ],
  [
    '51011',
    ['The name of a conversation group is too long.', '会话分组名过长。'],
    ['It exceeds 32 bytes.', '超过 32 字节。'],
    ['Shorten the name to 32 bytes.', '把名称缩短到 32 字节以内。'],
  ],
  [
    '51012',
    ['Too many conversations are pinned.', '置顶会话数超限。'],
    ['A user may pin 50 at most.', '每个用户最多置顶 50 个会话。'],
    ['Unpin some conversations first.', '先取消部分置顶。'],
  ],
])
