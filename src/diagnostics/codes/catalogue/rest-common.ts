import type { CodeEntry } from '../entry.ts'
import { callerNotAdmin, retry, serverInternal, support, useAdmin } from './phrases.ts'
import { entries } from './rows.ts'

export const restCommon: readonly CodeEntry[] = [
  ...entries({ area: 'rest-common', source: 'chat' }, [
    [
      '60002',
      ['The HTTP request could not be parsed.', 'HTTP 请求解析失败。'],
      ['The URL or a header is malformed.', 'URL 或请求头格式有误。'],
      [
        'Rebuild the URL as /v4/<service>/<command> with all five query parameters.',
        '按 /v4/<服务>/<命令> 的格式重新拼接 URL，并带齐五个查询参数。',
      ],
    ],
    [
      '60003',
      ['The request body is not valid JSON.', '请求包体不是合法的 JSON。'],
      ['The JSON has a syntax error, or the body is empty.', 'JSON 语法有误，或包体为空。'],
      [
        'POST a JSON object, and send {} when there is nothing to say.',
        '以 POST 提交 JSON 对象，没有内容时也要发送 {}。',
      ],
    ],
    [
      '60004',
      ['The calling account could not be verified.', '调用方账号校验失败。'],
      [
        'The identifier or UserSig in the URL is wrong, or the account service failed for a moment.',
        'URL 中的 identifier 或 UserSig 有误，也可能是账号服务临时异常。',
      ],
      [
        'Check identifier and UserSig, retry once after a pause, then open a ticket.',
        '核对 identifier 与 UserSig，稍后重试一次，仍失败则提交工单。',
      ],
    ],
    [
      '60005',
      ['The calling account could not be verified.', '调用方账号校验失败。'],
      [
        'As with 60004: a wrong identifier or UserSig, or a short fault of the account service.',
        '与 60004 同类：identifier 或 UserSig 有误，或账号服务临时异常。',
      ],
      [
        'Check identifier and UserSig, retry once after a pause, then open a ticket.',
        '核对 identifier 与 UserSig，稍后重试一次，仍失败则提交工单。',
      ],
    ],
    [
      '60007',
      ['The endpoint was called too often.', '接口调用频率超限。'],
      ['The calls per second exceed the quota of this endpoint.', '每秒调用次数超过该接口的配额。'],
      [
        'Limit the rate per endpoint on your side, or raise the quota in the console on a paid plan.',
        '在业务侧按接口限速，付费套餐可在控制台提升配额。',
      ],
    ],
    [
      '60008',
      ['The service timed out, or the HTTP request was malformed.', '服务请求超时，或 HTTP 请求格式有误。'],
      ['A slow backend or a broken request line.', '后端响应过慢，或请求行有误。'],
      [
        'Retry with backoff and keep the client timeout above 3 seconds.',
        '加大间隔重试，并把客户端超时设为 3 秒以上。',
      ],
    ],
    [
      '60009',
      ['The requested resource is unknown.', '请求的资源不存在。'],
      ['The service or command name in the path is wrong.', '路径中的服务名或命令名有误。'],
      ['Compare the path with the API reference, letter by letter.', '对照接口文档逐字核对请求路径。'],
    ],
    ['60010', ['The call needs administrator rights.', '该接口需要管理员权限。'], callerNotAdmin, useAdmin],
    [
      '60012',
      ['The SDKAppID is missing.', '缺少 SDKAppID。'],
      ['The query string has no sdkappid.', 'URL 查询参数中没有 sdkappid。'],
      ['Add sdkappid to the URL.', '在 URL 中补上 sdkappid 参数。'],
    ],
    [
      '60013',
      ['The backend sent an answer that is not valid JSON.', '后端返回的内容不是合法的 JSON。'],
      serverInternal,
      retry,
    ],
    [
      '60014',
      ['The account check timed out.', '账号校验超时。'],
      ['The account service was slow to answer.', '账号服务响应过慢。'],
      retry,
    ],
    [
      '60015',
      ['An account in the body has the wrong type.', '包体中的账号类型不对。'],
      ['A UserID was sent as a number.', 'UserID 以数字类型传入。'],
      ['Send every UserID as a string.', '所有 UserID 均以字符串类型传入。'],
    ],
    [
      '60016',
      ['The SDKAppID is disabled.', 'SDKAppID 已被禁用。'],
      ['The app was stopped or banned.', '应用被停用或封禁。'],
      ['Look at the state of the app in the console and contact support.', '在控制台查看应用状态，并联系技术支持。'],
    ],
    [
      '60017',
      ['This request is disabled for the app.', '该请求已被禁用。'],
      ['Tencent has blocked the command for this app.', '腾讯云对该应用禁用了此命令。'],
      support,
    ],
    [
      '60018',
      ['Too many requests arrived at once.', '请求过于频繁。'],
      ['A burst went over an internal limit.', '突发流量超过内部限制。'],
      ['Spread the calls out and retry with backoff.', '把请求打散，加大间隔后重试。'],
    ],
    [
      '60020',
      ['The service is unavailable for billing reasons.', '因计费原因服务不可用。'],
      [
        'The plan was never bought or has run out, or the cloud account is in arrears.',
        '套餐未购买或已到期，或腾讯云账号欠费。',
      ],
      ['Renew the plan or top up the account, then wait a few minutes.', '续费套餐或为账号充值，几分钟后生效。'],
    ],
    [
      '60021',
      ['The address of the caller is not allowed.', '调用方 IP 不在允许范围内。'],
      ['The app restricts REST calls to certain source addresses.', '应用为 REST API 设置了来源 IP 限制。'],
      [
        'Call from an allowed address, or ask support to change the list.',
        '从允许的 IP 发起调用，或联系技术支持修改名单。',
      ],
    ],
    [
      '60025',
      ['The URL parameters are wrong.', 'URL 参数有误。'],
      [
        'One of sdkappid, identifier, usersig and contenttype is missing or wrong.',
        'sdkappid、identifier、usersig、contenttype 中有缺失或错误。',
      ],
      ['Check every query parameter, including its percent-encoding.', '逐一检查查询参数，包括 URL 编码是否正确。'],
    ],
    [
      '60026',
      ['The host does not serve this app.', '请求域名与应用不匹配。'],
      [
        'The SDKAppID belongs to another data centre than the host that was called.',
        'SDKAppID 所属数据中心与请求的域名不一致。',
      ],
      ['Use the regional host that belongs to the SDKAppID.', '改用该 SDKAppID 所在地域的域名。'],
    ],
    [
      '60027',
      ['The endpoint is not part of this product.', '该接口不适用于当前产品类型。'],
      ['A push-only app calls a chat endpoint, or the reverse.', '仅推送类应用调用了 IM 接口，或反过来。'],
      ['Call only the endpoints of the product that the app was created for.', '只调用应用所属产品的接口。'],
    ],
    [
      '60028',
      ['The REST volume of the trial plan for 24 hours is used up.', '体验版 24 小时内的 REST 调用量已用完。'],
      ['Too many REST calls on the free plan.', '免费套餐下 REST 调用过多。'],
      ['Upgrade the plan, or poll less.', '升级套餐，或减少轮询。'],
    ],
    [
      '80001',
      ['A text was blocked as sensitive.', '文本命中敏感内容，被拦截。'],
      ['Content review matched a word in the message or profile.', '消息或资料中的文字命中了内容审核。'],
      ['Change the text, or adjust the review rules.', '修改文本，或调整审核规则。'],
    ],
    [
      '80002',
      ['The message body is too long.', '消息包体过长。'],
      ['The body exceeds 12 KB, or 8 KB on older services.', '包体超过 12 KB（旧版为 8 KB）。'],
      ['Shorten the message, or move large content to a file.', '缩短消息，大段内容改用文件发送。'],
    ],
    [
      '80003',
      [
        'The message was dropped because the before-send webhook gave no answer.',
        '发消息前回调未正常应答，消息被丢弃。',
      ],
      [
        'The webhook server failed or was too slow, and the console says not to deliver in that case.',
        '回调服务器异常或超时，而控制台配置为此时不下发。',
      ],
      [
        'Repair the webhook server and review the policy for timeouts in the console.',
        '修复回调服务器，并检查控制台中的超时策略。',
      ],
    ],
    [
      '80004',
      ['An image was blocked as sensitive.', '图片命中敏感内容，被拦截。'],
      ['Content review rejected the image.', '图片未通过内容审核。'],
      ['Send another image, or adjust the review rules.', '更换图片，或调整审核规则。'],
    ],
    [
      '80005',
      ['The service has been deactivated.', '服务已停用。'],
      ['The plan has run out or the cloud account is in arrears.', '套餐到期或账号欠费。'],
      ['Renew the plan or top up the account.', '续费套餐或为账号充值。'],
    ],
  ]),
  ...entries({ area: 'rest-common', source: 'chat-2023' }, [
    [
      '60006',
      ['The SDKAppID is not valid.', 'SDKAppID 无效。'],
      ['The app was removed or disabled, or the number is mistyped.', '应用已删除或被禁用，也可能是号码填错。'],
      ['Compare the SDKAppID with the console.', '到控制台核对 SDKAppID。'],
    ],
    [
      '60011',
      ['The total call rate of the app is too high.', '应用整体调用频率超限。'],
      ['All REST calls of this SDKAppID together exceed the limit.', '该 SDKAppID 的全部 REST 调用合计超限。'],
      ['Slow down across all endpoints, not only the one that failed.', '对所有接口整体降速，而不只是报错的那个。'],
    ],
    [
      '60019',
      ['Too many requests arrived at once.', '请求过于频繁。'],
      ['A burst went over an internal limit.', '突发流量超过内部限制。'],
      ['Spread the calls out and retry with backoff.', '把请求打散，加大间隔后重试。'],
    ],
  ]),
]
