import type { CodeEntry } from '../entry.ts'
import {
  callerNotAdmin,
  importAccount,
  loginAgain,
  neverImported,
  passing,
  retry,
  upgradePlan,
  upgradeSdk,
  useAdmin,
} from './phrases.ts'
import { entries } from './rows.ts'

export const account: readonly CodeEntry[] = [
  ...entries({ area: 'account', source: 'chat' }, [
    [
      '70001',
      ['The UserSig has expired.', 'UserSig 已过期。'],
      [
        'Its lifetime is over, was set far too short, or the clock of the signing server is behind.',
        '有效期已过或设置得太短，也可能是签发服务器的时钟偏慢。',
      ],
      [
        'Issue a new UserSig that lasts at least 24 hours, and check the clock of the signing server.',
        '重新签发 UserSig，有效期至少 24 小时，并检查签发服务器的时钟。',
      ],
    ],
    [
      '70003',
      ['The UserSig cannot be parsed.', 'UserSig 非法，无法解析。'],
      [
        'It was cut off, wrongly encoded, or not made by the official algorithm.',
        '签名被截断、编码错误，或不是用官方算法生成的。',
      ],
      [
        'Create it with the official library and store it in a column of at least 512 characters.',
        '用官方库重新生成，存储字段至少留 512 个字符。',
      ],
    ],
    [
      '70009',
      ['The signature check of the UserSig failed.', 'UserSig 签名校验失败。'],
      [
        'It was signed with the key of another app, with an old key, or with a key that has blanks or line feeds.',
        '用了其他应用的密钥或旧密钥签发，或密钥中混入了空格、换行。',
      ],
      ['Sign with the current secret key of exactly this SDKAppID.', '使用该 SDKAppID 当前的密钥重新签发。'],
    ],
    [
      '70013',
      ['The UserID of the request is not the one in the UserSig.', '请求中的 UserID 与 UserSig 中的不一致。'],
      [
        'A cached UserSig of another user was used, or the two differ in letter case or blanks.',
        '误用了其他用户缓存的 UserSig，或大小写、空格有差异。',
      ],
      ['Sign for exactly the UserID that logs in or calls.', '为实际登录或调用的 UserID 签发 UserSig。'],
    ],
    [
      '70014',
      ['The SDKAppID of the request is not the one in the UserSig.', '请求中的 SDKAppID 与 UserSig 中的不一致。'],
      [
        'A test app was mixed up with production, or the number is fixed in sample code.',
        '测试应用与正式应用混用，或示例代码里写死了 SDKAppID。',
      ],
      ['Use the same SDKAppID for signing and for the request.', '签发与请求使用同一个 SDKAppID。'],
    ],
    [
      '70016',
      ['No key was found to check the UserSig with.', '找不到校验 UserSig 所需的密钥。'],
      [
        'The app or its data centre is wrong, or the key was changed minutes ago; in push registration the appKey is wrong.',
        '应用或数据中心不对，或密钥刚变更；推送注册时则是 appKey 有误。',
      ],
      [
        'Check SDKAppID, region and key, and wait ten minutes after a change of keys.',
        '核对 SDKAppID、地域和密钥，更换密钥后等待约 10 分钟。',
      ],
    ],
    [
      '70020',
      ['The SDKAppID does not exist.', 'SDKAppID 不存在。'],
      [
        'The number is mistyped, the app was deleted, or it lives in another region or site.',
        '号码填错、应用已删除，或应用属于其他地域或站点。',
      ],
      ['Check the SDKAppID and call the host of its region.', '核对 SDKAppID，并请求其所在地域的域名。'],
    ],
    [
      '70050',
      ['The UserSig was checked too often without success.', 'UserSig 校验失败次数过多，已被限制。'],
      ['A client logs in again and again with a bad UserSig.', '客户端拿着错误的 UserSig 反复登录。'],
      ['Mend the UserSig first, wait one minute, then log in.', '先修正 UserSig，等一分钟后再登录。'],
    ],
    [
      '70051',
      ['The account is on a blocklist.', '账号被加入黑名单。'],
      ['The account was banned.', '账号已被封禁。'],
      ['Ask support why it was banned and have the ban lifted.', '联系技术支持确认封禁原因并申请解封。'],
    ],
    [
      '70101',
      ['The login ticket has expired.', '登录票据已过期。'],
      ['An old SDK still uses the ticket of an earlier login.', '旧版 SDK 仍在使用之前登录的票据。'],
      loginAgain,
    ],
    ['70107', ['The UserID does not exist.', 'UserID 不存在。'], neverImported, importAccount],
    ['70169', ['The account service timed out.', '账号服务超时。'], passing, retry],
    [
      '70398',
      ['The account quota of the trial edition is used up.', '体验版账号数已达上限。'],
      ['The app has more accounts than the trial edition allows, which is 100.', '账号数超过体验版上限（100 个）。'],
      ['Upgrade the plan, or delete accounts that are not needed.', '升级套餐，或删除不再需要的账号。'],
    ],
    [
      '70399',
      ['A deleted account may not be imported again yet.', '已删除的账号暂时不能重新导入。'],
      ['It was deleted less than three months ago.', '该账号删除未满三个月。'],
      ['Use another UserID, or contact support.', '换一个 UserID，或联系技术支持。'],
    ],
    [
      '70402',
      ['A parameter is not valid.', '参数非法。'],
      [
        'A required field is missing or has the wrong type, or a media upload started without a proper login.',
        '必填字段缺失或类型不对，也可能是未完整登录就上传多媒体文件。',
      ],
      [
        'Correct the body, and make sure the client logged in with its UserSig.',
        '修正包体，并确认客户端已用 UserSig 正常登录。',
      ],
    ],
    ['70403', ['The call needs administrator rights.', '该操作需要管理员权限。'], callerNotAdmin, useAdmin],
    [
      '70404',
      ['The client SDK is too old.', '客户端 SDK 版本过低。'],
      ['The service no longer supports this version.', '服务端已不再支持该版本。'],
      upgradeSdk,
    ],
    ['70500', ['The account service had an internal error.', '账号服务内部错误。'], passing, retry],
    [
      '71000',
      ['Accounts of this app may not be deleted.', '该应用不允许删除账号。'],
      ['Deletion is switched off, or the plan does not include it.', '删除功能未开启，或套餐不支持。'],
      ['Change the setting in the console, or upgrade the plan.', '在控制台修改设置，或升级套餐。'],
    ],
    [
      '72000',
      ['The quota of daily active users is used up.', '日活跃用户数已达上限。'],
      ['The free plan allows no more users today.', '免费套餐当日用户数已满。'],
      [
        'Upgrade the plan; until then further users cannot log in or refresh their push token.',
        '升级套餐；在此之前，超限用户无法登录，也无法更新推送 Token。',
      ],
    ],
    [
      '72001',
      ['The query of user states is switched off.', '用户状态查询功能未开启。'],
      [
        'A client asks for or subscribes to user states while the console switch is off.',
        '控制台未打开开关，客户端却查询或订阅了用户状态。',
      ],
      ['Enable the query of user states in the console.', '在控制台开启用户状态查询。'],
    ],
    [
      '72002',
      ['The quota of monthly active users is used up.', '月活跃用户数已达上限。'],
      ['The free plan allows no more users this month.', '免费套餐当月用户数已满。'],
      upgradePlan,
    ],
    [
      '72010',
      [
        'One user reports login, foreground or push settings too often.',
        '单个用户登录、前后台切换或推送设置上报过于频繁。',
      ],
      [
        'The client loops around login, doBackground or setOfflinePushConfig.',
        '客户端循环调用登录、doBackground 或 setOfflinePushConfig。',
      ],
      [
        'Debounce these calls in the app, then report the push token once more.',
        '在客户端做防抖，随后重新上报一次推送 Token。',
      ],
    ],
    [
      '72011',
      ['Global do-not-disturb is switched off.', '全局免打扰功能未开启。'],
      [
        'A client uses the global receive option while the console switch is off.',
        '控制台未打开开关，客户端却设置了全局消息接收选项。',
      ],
      ['Enable global do-not-disturb in the console.', '在控制台开启全局免打扰。'],
    ],
    [
      '72012',
      ['The subscription of user profiles is switched off.', '用户资料订阅功能未开启。'],
      [
        'A client subscribes to profiles while the console switch is off.',
        '控制台未打开开关，客户端却订阅了用户资料。',
      ],
      ['Enable the subscription of user profiles in the console.', '在控制台开启用户资料订阅。'],
    ],
  ]),
  ...entries({ area: 'account', source: 'chat-2023' }, [
    [
      '70002',
      ['The UserSig is empty.', 'UserSig 为空。'],
      [
        'The variable was never set, or the request to your own signing server failed.',
        '变量未赋值，或向自家签发服务器的请求失败。',
      ],
      [
        'Pass the UserSig that your server returned, and handle a failed request for it.',
        '传入服务端返回的 UserSig，并处理好获取失败的情况。',
      ],
    ],
    [
      '70005',
      ['The UserSig is not valid.', 'UserSig 无效。'],
      [
        'It was cut off, wrongly encoded, or not made by the official algorithm.',
        '签名被截断、编码错误，或不是用官方算法生成的。',
      ],
      ['Create it again with the official library and pass it on unchanged.', '用官方库重新生成，并原样传递。'],
    ],
    [
      '70114',
      ['Logins were restricted for safety.', '登录因安全策略受限。'],
      ['The account logs in too often.', '该账号登录过于频繁。'],
      ['Wait, and log in less often.', '稍等片刻，并降低登录频率。'],
    ],
    ['70202', ['The account service timed out.', '账号服务超时。'], passing, retry],
    [
      '70206',
      ['The number of accounts in the batch is not allowed.', '批量账号数量不合法。'],
      ['The list is empty or has too many accounts.', '账号列表为空，或数量超限。'],
      ['Split the list to stay within the batch limit of the endpoint.', '按接口的批量上限拆分账号列表。'],
    ],
  ]),
]
