import type { CodeEntry } from '../entry.ts'
import {
  badBody,
  callerNotAdmin,
  cleanUp,
  enableConsole,
  fixBody,
  importAccount,
  neverImported,
  nothingToDo,
  passing,
  retry,
  slowDown,
  useAdmin,
} from './phrases.ts'
import { entries } from './rows.ts'

export const relation: readonly CodeEntry[] = [
  ...entries({ area: 'relation', source: 'chat' }, [
    ['30001', ['A parameter is not valid.', '参数非法。'], badBody, fixBody],
    [
      '30002',
      ['The account is not allowed.', '账号非法。'],
      ['A client still caches an account that has been deleted.', '客户端仍缓存着已删除的账号。'],
      ['Refresh the cache of the client, or reinstall the app.', '刷新客户端缓存，或重新安装应用。'],
    ],
    ['30003', ['The UserID does not exist.', 'UserID 不存在。'], neverImported, importAccount],
    ['30004', ['The call needs administrator rights.', '该操作需要管理员权限。'], callerNotAdmin, useAdmin],
    [
      '30005',
      ['The follow feature is not enabled.', '关注功能未开通。'],
      ['The plan lacks it, or its switch is off.', '套餐不支持，或开关未打开。'],
      enableConsole,
    ],
    ['30006', ['The relation service had an internal error.', '关系链服务内部错误。'], passing, retry],
    ['30007', ['The relation service timed out.', '关系链服务超时。'], passing, retry],
    [
      '30008',
      ['Two writes to the same relation list collided.', '对同一关系链的写操作发生冲突。'],
      ['The list was changed by several requests at once.', '多个请求同时修改了同一份关系链。'],
      [
        'Send the changes of one user one after the other, or in one batch.',
        '同一用户的修改请串行执行，或合并成一次批量请求。',
      ],
    ],
    [
      '30009',
      ['The user may not send friend requests.', '该用户被禁止发起加好友请求。'],
      [
        'An administrator set Tag_Profile_IM_AdminForbidType in the profile.',
        '管理员在资料中设置了 Tag_Profile_IM_AdminForbidType。',
      ],
      ['Change that profile field if the user should be allowed again.', '如需恢复，请修改该资料字段。'],
    ],
    [
      '30010',
      ['The own friend list is full.', '自己的好友数已满。'],
      ['The limit on friends is reached.', '好友数达到上限。'],
      cleanUp,
    ],
    [
      '30011',
      ['There are too many friend groups.', '好友分组数已满。'],
      ['The limit on friend groups is reached.', '好友分组数达到上限。'],
      cleanUp,
    ],
    [
      '30012',
      ['There are too many pending requests.', '未决请求数已满。'],
      ['Old friend requests were never answered.', '以往的好友请求一直未处理。'],
      ['Answer or delete pending requests first.', '先处理或删除未决请求。'],
    ],
    [
      '30013',
      ['The blocklist is full.', '黑名单数已满。'],
      ['The limit on blocked users is reached.', '黑名单人数达到上限。'],
      cleanUp,
    ],
    [
      '30014',
      ['The friend list of the other user is full.', '对方的好友数已满。'],
      ['That account has reached the limit on friends.', '该账号的好友数已达上限。'],
      ['Ask the other user to remove friends first.', '请对方先清理好友。'],
    ],
    [
      '30515',
      ['The other user is on your blocklist.', '对方在你的黑名单中。'],
      ['The requester has blocked this user.', '请求方已拉黑该用户。'],
      ['Take the user off the blocklist, then send the request.', '先移出黑名单，再发起请求。'],
    ],
    [
      '30516',
      ['The other user refuses all friend requests.', '对方拒绝任何人加好友。'],
      ['The profile of the other user says so.', '对方在资料中设置了拒绝加好友。'],
      ['Only the other user can change it: AllowType in the profile.', '只能由对方修改资料中的 AllowType。'],
    ],
    [
      '30525',
      ['You are on the blocklist of the other user.', '你在对方的黑名单中。'],
      ['The other user has blocked the requester.', '对方已拉黑请求方。'],
      ['The other user has to lift the block.', '需要对方将请求方移出黑名单。'],
    ],
    [
      '30539',
      ['The friend request waits for consent.', '好友请求已发出，等待对方同意。'],
      ['The other user has to confirm new friends.', '对方设置了加好友需验证。'],
      ['Treat it as pending, not as a failure.', '按“待确认”处理，不算失败。'],
    ],
    [
      '30614',
      ['This pending request does not exist.', '该未决请求不存在。'],
      ['It was already answered or deleted.', '请求已被处理或删除。'],
      ['Fetch the list of pending requests again.', '重新拉取未决列表。'],
    ],
    [
      '31704',
      ['The two users are not friends.', '双方不是好友。'],
      ['There is no relation to delete.', '没有可删除的好友关系。'],
      nothingToDo,
    ],
    [
      '31804',
      ['This pending entry does not exist.', '该未决记录不存在。'],
      ['It was already answered or deleted.', '记录已被处理或删除。'],
      nothingToDo,
    ],
    [
      '38000-39000',
      ['A custom code of the relation webhook of the app.', '应用的关系链回调返回的自定义错误码。'],
      ['The webhook server of the app refused the action.', '应用的回调服务器拒绝了该操作。'],
      ['Look the code up in the webhook server of the app.', '到应用的回调服务中查询该错误码的含义。'],
    ],
  ]),
  ...entries({ area: 'relation', source: 'chat-2023' }, [
    [
      '30540',
      ['The friend request was blocked by a security policy.', '加好友请求被安全策略拦截。'],
      ['The user sends requests too often.', '请求过于频繁。'],
      slowDown,
    ],
    [
      '31707',
      ['The removal of a friend was blocked by a security policy.', '删除好友请求被安全策略拦截。'],
      ['The user removes friends too often.', '删除好友过于频繁。'],
      slowDown,
    ],
  ]),
]
