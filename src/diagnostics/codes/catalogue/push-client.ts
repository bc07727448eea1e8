import type { CodeEntry } from '../entry.ts'
import { checkNetwork, clientNetwork, sdkInternal, sdkLog } from './phrases.ts'
import { entries } from './rows.ts'

export const pushClient: readonly CodeEntry[] = [
  ...entries({ area: 'push-client', source: 'chat-push' }, [
    [
      '800001',
      ['The appKey for the push registration is wrong.', '推送注册的 appKey 有误。'],
      ['It is not the client key of this app.', '填写的不是该应用的客户端密钥。'],
      ['Copy the key from the push page of the console.', '从控制台的推送页面复制密钥。'],
    ],
    [
      '800002',
      ['The sdkAppId for the push registration is wrong.', '推送注册的 sdkAppId 有误。'],
      ['The number is mistyped, or belongs to another app.', '号码填错，或属于其他应用。'],
      ['Take the SDKAppID from the console.', '从控制台获取 SDKAppID。'],
    ],
    [
      '800003',
      ['The push SDK could not be initialised.', '推送 SDK 初始化失败。'],
      ['The environment or a parameter is wrong.', '运行环境或参数有误。'],
      ['Read the SDK log around the initialisation.', '查看初始化前后的 SDK 日志。'],
    ],
    ['800004', ['The long connection could not be set up.', '长连接建立失败。'], clientNetwork, checkNetwork],
    [
      '800005',
      ['The vendor channel of this phone could not be registered.', '本机厂商通道注册失败。'],
      [
        'Vendor keys, package name, signature, or the vendor service on the phone do not fit.',
        '厂商密钥、包名、签名或手机上的厂商服务有问题。',
      ],
      ['Find the registration code of the vendor in the log and look that up.', '在日志中找到厂商注册错误码再查询。'],
    ],
    [
      '800006',
      ['The vendor channel and FCM as its fallback both failed.', '厂商通道注册失败，回退到 FCM 也失败。'],
      ['The phone has no Google services, or FCM is set up wrongly.', '手机没有 Google 服务，或 FCM 配置有误。'],
      ['Repair one of the two channels.', '修复其中任一通道。'],
    ],
    [
      '800007',
      ['The device has no push channel that could be used.', '设备没有可用的推送通道。'],
      ['There is no vendor push service on it.', '设备上没有厂商推送服务。'],
      [
        'Tell the user that this device gets messages only while the app runs.',
        '告知用户：该设备只能在应用运行时收到消息。',
      ],
    ],
    [
      '800008',
      ['The push registration timed out.', '推送注册超时。'],
      ['The vendor or the network is slow.', '厂商服务或网络响应慢。'],
      ['Register again once the network is good.', '网络恢复后重新注册。'],
    ],
    [
      '800009',
      ['The vendor returned an empty token.', '厂商返回的 Token 为空。'],
      ['The registration with the vendor is incomplete.', '厂商通道注册未完成。'],
      ['Check the keys and the setup of the vendor channel.', '检查厂商通道的密钥与配置。'],
    ],
    [
      '800010',
      ['The token could not be handed to the SDK.', 'Token 传给 SDK 失败。'],
      ['The SDK was not ready.', 'SDK 尚未就绪。'],
      ['Check that the user is logged in, then register again.', '确认用户已登录，然后重新注册。'],
    ],
    ['800011', ['Automatic registration could not be switched off.', '关闭自动注册失败。'], sdkInternal, sdkLog],
    ['800012', ['The request for permission could not be switched off.', '关闭权限申请失败。'], sdkInternal, sdkLog],
    [
      '800013',
      ['The notification channel could not be created.', '创建通知渠道失败。'],
      ['Android refused the parameters of the channel.', 'Android 系统拒绝了渠道参数。'],
      ['Check the ID, name and importance of the channel.', '检查渠道的 ID、名称和重要级别。'],
    ],
    [
      '800014',
      ['The push configuration could not be applied.', '设置推送配置失败。'],
      ['The JSON or one of its parameters is wrong.', '配置 JSON 或其中的参数有误。'],
      ['Validate the configuration file against the guide.', '对照接入文档检查配置文件。'],
    ],
    [
      '800015',
      ['An experimental call failed.', '实验性接口调用失败。'],
      ['The command is unknown, or its parameter is wrong.', '命令不存在或参数有误。'],
      ['Check the name and parameter of the experimental call.', '检查实验性接口的名称与参数。'],
    ],
    [
      '800016',
      ['The user refused the notification permission.', '用户拒绝了通知权限。'],
      ['The permission dialog was declined.', '用户在权限弹窗中选择了拒绝。'],
      ['Ask the user to allow notifications in the system settings.', '引导用户到系统设置中开启通知。'],
    ],
    [
      '6014',
      ['Nobody is logged in to chat.', '未登录 IM。'],
      ['Push was registered before the login, or the client was kicked off.', '登录前就注册推送，或已被踢下线。'],
      ['Log in first, then register for push.', '先登录，再注册推送。'],
    ],
    ['9523', ['The packet could not leave the device.', '数据包未能发出设备。'], clientNetwork, checkNetwork],
  ]),
  ...entries({ area: 'push-client', source: 'chat-push-ios' }, [
    [
      '3000',
      ['iOS found no aps-environment entitlement.', 'iOS 未找到 aps-environment 权限。'],
      ['Push is off in Xcode, or the App ID has no push capability.', 'Xcode 未开启推送能力，或 App ID 未启用推送。'],
      [
        'Enable Push Notifications in Xcode and on the App ID, then rebuild.',
        '在 Xcode 和 App ID 中都启用 Push Notifications，重新打包。',
      ],
    ],
  ]),
]
