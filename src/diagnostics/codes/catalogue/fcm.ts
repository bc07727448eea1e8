import type { CodeEntry } from '../entry.ts'
import { checkTokenOwner, fcmSlowDown, googleSide, registerAgain, vendorRetry } from './phrases.ts'
import { vendorEntries } from './rows.ts'

export const fcm: readonly CodeEntry[] = [
  ...vendorEntries({ area: 'push-vendor', vendor: 'fcm', source: 'fcm' }, [
    [
      'UNREGISTERED',
      'token',
      ['The registration token is no longer valid.', '注册 Token 已失效。'],
      [
        'The app was removed, its data were cleared, or the token was replaced.',
        '应用已卸载、数据被清除，或 Token 已更换。',
      ],
      registerAgain,
      404,
    ],
    [
      'SENDER_ID_MISMATCH',
      'token',
      ['The token belongs to another Firebase project.', 'Token 属于其他 Firebase 项目。'],
      [
        'google-services.json in the app and the uploaded service account are of different projects.',
        '应用内的 google-services.json 与上传的服务账号不属于同一项目。',
      ],
      ['Use the same Firebase project in the app and in the console.', '应用与控制台使用同一个 Firebase 项目。'],
      403,
    ],
    [
      'INVALID_ARGUMENT',
      'payload',
      ['The request is malformed.', '请求参数非法。'],
      [
        'A field is wrong, a reserved key is used, or the payload exceeds 4,096 bytes.',
        '字段有误、使用了保留字段，或内容超过 4096 字节。',
      ],
      [
        "Correct the message's OfflinePushInfo: title, text and Ext under 4,096 bytes together, no reserved key in Ext, and valid values in AndroidInfo.",
        '修正消息的 OfflinePushInfo：标题、内容和 Ext 合计不超过 4096 字节，Ext 中不用保留字段，AndroidInfo 取值合法。',
      ],
      400,
    ],
    [
      'INVALID_ARGUMENT/message.token',
      'token',
      ['The string is not an FCM token.', '该字符串不是 FCM Token。'],
      ['The token was cut off, or comes from another vendor.', 'Token 被截断，或来自其他厂商。'],
      checkTokenOwner,
      400,
    ],
    [
      'NOT_FOUND',
      'token',
      ['The token or the project was not found.', 'Token 或项目不存在。'],
      [
        'It mostly goes with UNREGISTERED; without such a detail the project ID is unknown.',
        '多与 UNREGISTERED 同时出现；没有该明细时是项目 ID 不存在。',
      ],
      [
        'Drop the token if the detail says so, otherwise check project_id in the URL.',
        '有该明细时丢弃 Token，否则检查 URL 中的 project_id。',
      ],
      404,
    ],
    [
      'QUOTA_EXCEEDED',
      'quota',
      ['A rate limit of FCM is exceeded.', '超过 FCM 频率限制。'],
      ['Too many messages for the project, one device or one topic.', '项目、单个设备或单个主题的消息过多。'],
      fcmSlowDown,
      429,
    ],
    [
      'RESOURCE_EXHAUSTED',
      'quota',
      ['A rate limit of FCM is exceeded.', '超过 FCM 频率限制。'],
      ['This HTTP status goes with QUOTA_EXCEEDED.', '这是 QUOTA_EXCEEDED 对应的 HTTP 状态。'],
      fcmSlowDown,
      429,
    ],
    ['UNAVAILABLE', 'server', ['FCM is overloaded.', 'FCM 服务过载。'], googleSide, vendorRetry, 503],
    ['INTERNAL', 'server', ['FCM had an internal error.', 'FCM 内部错误。'], googleSide, vendorRetry, 500],
    [
      'UNSPECIFIED_ERROR',
      'server',
      ['FCM gave no further detail.', 'FCM 未给出具体原因。'],
      ['The cause is unknown.', '原因未知。'],
      ['Retry once, then keep the full answer for a ticket.', '重试一次，仍失败则保留完整返回并提交工单。'],
    ],
    [
      'THIRD_PARTY_AUTH_ERROR',
      'credential',
      ['Firebase lacks a valid APNs or web push credential.', 'Firebase 缺少有效的 APNs 或 Web 推送凭证。'],
      [
        'The APNs key in the Firebase project is missing or no longer good.',
        'Firebase 项目中的 APNs 密钥缺失或已失效。',
      ],
      ['Upload a valid APNs key in the Firebase console.', '在 Firebase 控制台上传有效的 APNs 密钥。'],
      401,
    ],
    [
      'APNS_AUTH_ERROR',
      'credential',
      ['Firebase lacks a valid APNs credential.', 'Firebase 缺少有效的 APNs 凭证。'],
      ['This is the older name of THIRD_PARTY_AUTH_ERROR.', '这是 THIRD_PARTY_AUTH_ERROR 的旧名称。'],
      ['Upload a valid APNs key in the Firebase console.', '在 Firebase 控制台上传有效的 APNs 密钥。'],
      401,
    ],
    [
      'UNAUTHENTICATED',
      'credential',
      ['The access token is missing or has expired.', 'Access Token 缺失或已过期。'],
      [
        'The bearer token is no OAuth access token, or the clock is wrong.',
        'Bearer 中不是 OAuth Access Token，或时钟不准。',
      ],
      [
        'Upload a new key of the service account in the Chat console, with which Tencent logs in at Firebase.',
        '腾讯云用控制台中的服务账号登录 Firebase，请在即时通信 IM 控制台上传该服务账号的新密钥。',
      ],
      401,
    ],
    [
      'PERMISSION_DENIED',
      'permission',
      ['The service account may not send.', '服务账号没有发送权限。'],
      ['It lacks the messaging role, or belongs to another project.', '缺少消息发送角色，或不属于该项目。'],
      [
        'Grant it the Firebase Cloud Messaging API Admin role, and check project_id.',
        '授予 Firebase Cloud Messaging API Admin 角色，并核对 project_id。',
      ],
      403,
    ],
    [
      'SERVICE_DISABLED',
      'permission',
      ['The FCM API is not enabled.', '未启用 FCM API。'],
      ['The HTTP v1 API is off in the Google Cloud project.', 'Google Cloud 项目中未启用 HTTP v1 API。'],
      ['Enable the Firebase Cloud Messaging API for the project.', '为该项目启用 Firebase Cloud Messaging API。'],
      403,
    ],
  ]),
  ...vendorEntries({ area: 'push-vendor', vendor: 'fcm', source: 'google-oauth' }, [
    [
      'invalid_grant',
      'credential',
      ['Google refused the signed assertion.', 'Google 拒绝了签名断言。'],
      [
        'The clock is off, the key was deleted, or the service account is disabled.',
        '时钟不准、密钥已删除，或服务账号被停用。',
      ],
      ['Set the clock right, or upload a new key of the service account.', '校准时钟，或上传新的服务账号密钥。'],
      400,
    ],
    [
      'invalid_client',
      'credential',
      ['The service account is unknown.', '服务账号不存在。'],
      ['client_email in the JSON file names no account.', 'JSON 文件中的 client_email 没有对应账号。'],
      ['Download the JSON file again and upload it unchanged.', '重新下载 JSON 文件并原样上传。'],
      401,
    ],
    [
      'invalid_scope',
      'credential',
      ['The OAuth scope is missing or wrong.', 'OAuth 权限范围缺失或错误。'],
      ['The token was asked for with another scope.', '申请 Token 时使用了其他 scope。'],
      [
        'Use the scope https://www.googleapis.com/auth/firebase.messaging.',
        '使用 https://www.googleapis.com/auth/firebase.messaging 作为 scope。',
      ],
      400,
    ],
  ]),
]
