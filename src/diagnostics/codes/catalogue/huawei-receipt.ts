import type { CodeEntry } from '../entry.ts'
import { askNotifications, registerAgain } from './phrases.ts'
import { vendorEntries } from './rows.ts'

export const huaweiReceipt: readonly CodeEntry[] = vendorEntries(
  { area: 'push-receipt', vendor: 'huawei', source: 'huawei-receipt' },
  [
    [
      'receipt:2',
      'token',
      ['The app is not installed on the device.', '设备上未安装该应用。'],
      ['The user removed it.', '用户已卸载。'],
      ['Drop the token of this device.', '丢弃该设备的 Token。'],
    ],
    [
      'receipt:5',
      'token',
      ['The token does not belong to the current user of the device.', 'Token 与设备当前用户不符。'],
      [
        'The app was removed, the user changed, or the token was replaced.',
        '应用已卸载、用户已切换，或 Token 已更换。',
      ],
      registerAgain,
    ],
    [
      'receipt:6',
      'permission',
      ['Notifications are switched off on the device.', '设备上的通知开关已关闭。'],
      ['The user turned them off for this app.', '用户关闭了本应用的通知。'],
      askNotifications,
    ],
    [
      'receipt:10',
      'token',
      ['The device is not active.', '设备不活跃。'],
      ['It had no network for 30 days.', '超过 30 天未联网。'],
      ['Wait until the device is online again.', '等待设备重新联网。'],
    ],
    [
      'receipt:14',
      'server',
      ['The push failed for another reason.', '推送因其他原因失败。'],
      ['The vendor gives no detail.', '厂商未给出具体原因。'],
      ['Retry, and give Huawei the request ID if it persists.', '重试，若持续失败请向华为提供 requestId。'],
    ],
    [
      'receipt:15',
      'quota',
      ['A cached message was overwritten.', '缓存消息被覆盖。'],
      [
        'The device was offline, and its cache of 120 messages is full or the key was reused.',
        '设备离线期间缓存（120 条）已满，或 collapse_key 重复。',
      ],
      ['Nothing to do; use collapse_key only on purpose.', '无需处理；请有意识地使用 collapse_key。'],
    ],
    [
      'receipt:22',
      'payload',
      ['The user ID does not match.', '用户 ID 不匹配。'],
      ['The push names another profile than the device holds.', '推送指定的帐号与设备不一致。'],
      ['Check the profile or user ID that is sent.', '检查推送携带的用户 ID。'],
    ],
    [
      'receipt:27',
      'permission',
      ['The app does not run, so the data message was cached.', '应用未运行，透传消息已缓存。'],
      ['Data messages need a running process.', '透传消息需要应用进程存活。'],
      ['Send a notification message instead.', '改用通知栏消息。'],
    ],
    [
      'receipt:31',
      'payload',
      ['The device does not support this message.', '设备不支持该消息。'],
      [
        'The target page does not exist, or the push service on it is old.',
        '目标页面不存在，或设备上的推送服务版本过低。',
      ],
      [
        'Check the intent of the certificate and the version of the push service.',
        '检查证书配置的 intent 和推送服务版本。',
      ],
    ],
    [
      'receipt:51',
      'permission',
      ['The device has not been unlocked since it started.', '设备开机后尚未解锁。'],
      ['The message waits for the first unlock.', '消息需等待首次解锁。'],
      ['Wait until the user unlocks the device.', '等待用户解锁设备。'],
    ],
    [
      'receipt:102',
      'quota',
      ['The device limits the pushes of this app.', '设备侧对该应用频控。'],
      ['More than 3,000 pushes in a day went to this device.', '该设备当日推送超过 3000 条。'],
      ['Send less to this device; the block lasts 24 hours.', '减少对该设备的推送，限制持续 24 小时。'],
    ],
    [
      'receipt:144',
      'token',
      ['The profile ID is unknown on the device.', '设备上不存在该 profileId。'],
      ['It was never registered there.', '未在该设备注册。'],
      ['Register the profile ID again.', '重新注册 profileId。'],
    ],
    [
      'receipt:201',
      'permission',
      ['Huawei held the message back.', '消息被华为管控。'],
      [
        'The token does not fit, notifications are off, or the app was removed.',
        'Token 不匹配、通知关闭，或应用已卸载。',
      ],
      ['Check the category, the notification switch and the token.', '检查消息分类、通知开关和 Token。'],
    ],
    [
      'receipt:256',
      'quota',
      ['The daily cap for this kind of message is reached.', '该类消息达到每日上限。'],
      [
        'Marketing messages to this device are capped; on HarmonyOS so are scenarios and test messages.',
        '该设备的营销类消息有上限；HarmonyOS 上各场景及测试消息同样有上限。',
      ],
      ['Send service messages with their category, or wait a day.', '服务与通讯类消息请携带 category，或等到次日。'],
    ],
  ],
)
