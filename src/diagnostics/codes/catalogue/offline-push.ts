import type { CodeEntry } from '../entry.ts'
import { clientNetwork, retry, serverInternal, upgradePlan } from './phrases.ts'
import { entries } from './rows.ts'

export const offlinePush: readonly CodeEntry[] = [
  ...entries({ area: 'offline-push-token', source: 'chat' }, [
    [
      '21005',
      ['The push token was reported before the login had finished.', '登录完成前就上报了推送 Token。'],
      [
        'The client calls setOfflinePushConfig or setAPNS too early.',
        '客户端调用 setOfflinePushConfig 或 setAPNS 过早。',
      ],
      ['Report the token in the success callback of login.', '在登录成功的回调里上报 Token。'],
    ],
    [
      '22001',
      ['The app has no offline push certificate.', '应用没有配置离线推送证书。'],
      ['Nothing was uploaded in the console for this vendor.', '控制台未上传对应厂商的推送证书。'],
      [
        'Upload the certificate of the vendor in the console, then log in again.',
        '在控制台上传对应厂商的证书，然后重新登录。',
      ],
    ],
    [
      '22002',
      ['The network failed while the token was being reported.', '上报 Token 时网络异常。'],
      clientNetwork,
      ['Let the client report the token again.', '让客户端重新上报 Token。'],
    ],
    [
      '22003',
      ['The reported token is empty.', '上报的 Token 为空。'],
      ['Registration with the vendor failed, or the app lost the token.', '厂商通道注册失败，或应用丢失了 Token。'],
      [
        'Repair the registration with the vendor first, then report the token.',
        '先解决厂商通道注册问题，再上报 Token。',
      ],
    ],
    [
      '22004',
      ['The reported token is longer than 256 bytes.', '上报的 Token 超过 256 字节。'],
      ['Another value was passed as the token.', '误把其他内容当作 Token 传入。'],
      ['Pass the vendor token alone, unchanged.', '只传厂商返回的 Token，且保持原样。'],
    ],
    [
      '22006',
      ['The token is reported too often.', 'Token 上报过于频繁。'],
      ['The client reports it in a loop.', '客户端循环上报。'],
      ['Report it once after login and again only when it changes.', '登录后上报一次，之后仅在变化时上报。'],
    ],
    [
      '22007',
      ['The quota of push senders on the free plan is used up.', '免费套餐的推送发送者数量已用完。'],
      ['The trial or development plan allows no more senders.', '体验版或开发版不允许更多发送者。'],
      upgradePlan,
    ],
  ]),
  ...entries({ area: 'offline-push-token', source: 'chat-2023' }, [
    [
      '22005',
      ['The data of the login request exceeds 1,024 bytes.', '登录请求数据超过 1024 字节。'],
      ['The client sends oversized login data.', '客户端上传的登录数据过大。'],
      ['Shorten the data that the client sends at login.', '精简客户端登录时携带的数据。'],
    ],
  ]),
  ...entries({ area: 'offline-push-server', source: 'chat-2023' }, [
    [
      '-195',
      ['The push for Google could not be built.', '构建 Google 推送对象失败。'],
      ['The FCM certificate or service account file is usually wrong.', '多半是 FCM 证书或服务账号文件有误。'],
      [
        'Upload the service account JSON of the right Firebase project again.',
        '重新上传正确 Firebase 项目的服务账号 JSON 文件。',
      ],
    ],
    [
      '-196',
      ['A parameter for the click action is missing.', '缺少点击跳转所需的参数。'],
      [
        'The certificate is set to open a certain page, but no intent was filled in.',
        '证书设置为打开应用内指定页面，但没有填写 intent。',
      ],
      ['Fill in the intent on the certificate in the console.', '在控制台的证书配置中填写 intent。'],
    ],
    [
      '-197',
      ['The push certificate is faulty.', '推送证书有误。'],
      [
        'A parameter of the certificate is wrong or has expired: AppID, secret, .p12 file or its password.',
        '证书参数（AppID、密钥、p12 文件或密码）有误或已过期。',
      ],
      [
        'Check every parameter of the certificate and its expiry date in the console.',
        '在控制台逐项核对证书参数和到期时间。',
      ],
    ],
    [
      '-198',
      ['The vendor answered with an error.', '厂商返回了错误。'],
      ['The vendor refused the push request.', '厂商拒绝了推送请求。'],
      ['Read ErrInfo and look up the code of the vendor in it.', '查看 ErrInfo，并查询其中的厂商错误码。'],
    ],
    [
      '-199',
      ['The vendor could not be reached.', '无法连接厂商服务。'],
      ['The network to the vendor failed.', '与厂商之间的网络异常。'],
      ['Retry, and watch whether all users of this vendor are hit.', '重试，并观察该厂商的用户是否普遍受影响。'],
    ],
    ['-200', ['A network inside the chat service failed.', 'IM 后台网络异常。'], serverInternal, retry],
    [
      '-201',
      ['The push failed a sanity check.', '推送参数校验未通过。'],
      ['The token or the certificate ID is wrong, for instance.', '例如 Token 或证书 ID 有误。'],
      [
        'Compare the reported certificate ID with the console and let the client report its token again.',
        '核对上报的证书 ID 与控制台是否一致，并让客户端重新上报 Token。',
      ],
    ],
    [
      '-202',
      ['The push could not be built.', '构建推送对象失败。'],
      [
        'The message carries bad push data, or the certificate is incomplete.',
        '消息的推送内容有误，或证书配置不完整。',
      ],
      [
        'Check OfflinePushInfo (Ext must be JSON) and the fields of the certificate.',
        '检查 OfflinePushInfo（Ext 须为 JSON）以及证书各字段。',
      ],
    ],
    [
      '-203',
      ['The daily limit of the vendor is reached.', '已达到厂商的每日推送上限。'],
      ['The quota for marketing messages is used up, usually with Huawei.', '营销类消息额度已用完，多见于华为。'],
      [
        'Apply for self-classification and send chat messages in the category for service messages.',
        '申请自分类权益，并按服务与通讯类发送聊天消息。',
      ],
    ],
  ]),
  ...entries({ area: 'push-loss', source: 'chat-push-loss' }, [
    [
      '-1',
      ['The device has no certificate ID.', '设备没有证书 ID。'],
      ['The client never reported a businessID.', '客户端从未上报 businessID。'],
      ['Make the client report the certificate ID of its vendor.', '让客户端上报对应厂商的证书 ID。'],
    ],
    [
      '-2',
      ['The device has no push token.', '设备没有推送 Token。'],
      [
        'The client never reported one, has logged out, or could not register with the vendor.',
        '客户端从未上报、已退出登录，或厂商通道注册失败。',
      ],
      [
        'Repair the registration with the vendor, log in again and report the token.',
        '解决厂商注册问题，重新登录并上报 Token。',
      ],
    ],
    [
      '1',
      ['The vendor does not accept the registration ID.', '厂商判定 regid 无效。'],
      ['The app was reinstalled, or the token belongs to another certificate.', '应用已重装，或 Token 与证书不对应。'],
      [
        'Let the app log in and report its token again, and check the certificate ID.',
        '让应用重新登录并上报 Token，同时核对证书 ID。',
      ],
    ],
    [
      '410',
      ['The token is no longer active for the app.', 'Token 对该应用已失效。'],
      ['The app was removed, or APNs has replaced the token.', '应用已卸载，或 APNs 已更换 Token。'],
      ['Drop the token and wait until the app reports a new one.', '丢弃该 Token，等待应用上报新的 Token。'],
    ],
  ]),
]
