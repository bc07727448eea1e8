import type { CodeEntry } from '../entry.ts'
import { clientState, loginAgain, retry, serverInternal, slowDown, support } from './phrases.ts'
import { entries } from './rows.ts'

export const accessLayer: readonly CodeEntry[] = [
  ...entries({ area: 'access-layer', source: 'chat' }, [
    [
      '-302',
      ['The server refuses the connection.', '服务器拒绝连接。'],
      ['There are too many connections.', '连接数过多。'],
      support,
    ],
    [
      '-10001',
      ['An internal key has expired.', '内部密钥已过期。'],
      ['It came from a UserSig that is no longer good.', '该密钥由已失效的 UserSig 换取。'],
      loginAgain,
    ],
    [
      '-10003',
      ['The login ticket has expired.', '登录票据已过期。'],
      ['It came from a UserSig that is no longer good.', '该票据由已失效的 UserSig 换取。'],
      loginAgain,
    ],
    ['-10004', ['The login ticket could not be verified.', '登录票据校验失败。'], clientState, loginAgain],
    ['-10005', ['The internal key is empty.', '内部密钥为空。'], clientState, loginAgain],
    [
      '-10006',
      ['The internal key belongs to another account.', '内部密钥与账号不匹配。'],
      ['The client mixes the states of two accounts.', '客户端混用了两个账号的登录态。'],
      ['Log out and in again, and open a ticket if it returns.', '退出后重新登录，若再次出现请提交工单。'],
    ],
    ['-10007', ['The verification code timed out.', '验证码超时。'], serverInternal, support],
    ['-10008', ['A key and a ticket are needed.', '缺少密钥和票据。'], clientState, loginAgain],
    ['-10009', ['The cookie does not match.', 'Cookie 不匹配。'], serverInternal, support],
    ['-10106', ['Decryption failed too often.', '解密失败次数过多。'], clientState, loginAgain],
    [
      '-10108',
      ['The prepaid account is in arrears.', '预付费账号欠费。'],
      ['The balance of the cloud account is used up.', '腾讯云账号余额不足。'],
      ['Top up the cloud account.', '为腾讯云账号充值。'],
    ],
    ['-10109', ['The packet has a wrong format.', '数据包格式错误。'], serverInternal, support],
    [
      '-10110',
      ['The SDKAppID is on a blocklist.', 'SDKAppID 被加入黑名单。'],
      ['Tencent has banned the app.', '该应用已被封禁。'],
      support,
    ],
    [
      '-10111',
      ['The command is on the blocklist of the app.', '该命令被加入应用黑名单。'],
      ['Tencent has blocked the command for this app.', '腾讯云对该应用禁用了此命令。'],
      support,
    ],
    [
      '-10113',
      ['One user calls too often.', '单个用户请求频率超限。'],
      ['The client sends too many requests.', '客户端请求过多。'],
      slowDown,
    ],
    [
      '-10114',
      ['The server dropped the request under load.', '服务器过载，请求被丢弃。'],
      ['The load on the server is too high.', '服务器负载过高。'],
      retry,
    ],
    [
      '-20009',
      ['The terminal calls too often.', '终端调用频率超限。'],
      ['The client sends too many requests.', '客户端请求过多。'],
      slowDown,
    ],
  ]),
  ...entries({ area: 'access-layer', source: 'chat-2023' }, [
    [
      '-10112',
      ['The SDKAppID was stopped.', 'SDKAppID 已停用。'],
      ['The app was stopped in the console, or its plan ran out.', '应用已在控制台停用，或套餐到期。'],
      ['Start the app again, or renew the plan.', '重新启用应用，或续费套餐。'],
    ],
  ]),
]
