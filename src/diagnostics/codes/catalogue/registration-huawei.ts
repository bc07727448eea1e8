import type { CodeEntry } from '../entry.ts'
import { registerAgain } from './phrases.ts'
import { vendorEntries, type Pair } from './rows.ts'

const checkProject: Pair = [
  'Check in AppGallery Connect that the app exists, Push Kit is on, and agconnect-services.json is that of this app.',
  '在 AppGallery Connect 确认应用已创建、已开通推送服务，且 agconnect-services.json 属于该应用。',
]
const registerFingerprint: Pair = [
  'Register the SHA-256 fingerprint of the build in AppGallery Connect.',
  '在 AppGallery Connect 登记该包的 SHA-256 指纹。',
]
const updateHms: Pair = ['Update HMS Core on the device and try again.', '更新设备上的 HMS Core 后重试。']
const hmsFault: Pair = ['A fault inside HMS Core.', 'HMS Core 内部异常。']
const askHuawei: Pair = [
  'Retry with backoff, and give Huawei the HMS log if it persists.',
  '加大间隔重试，若持续出现请向华为提供 HMS 日志。',
]

/** What HMS answers on the phone when the app asks for its push token. */
export const registrationHuawei: readonly CodeEntry[] = vendorEntries(
  { area: 'push-registration', vendor: 'huawei', source: 'huawei-client' },
  [
    [
      '907122030',
      'token',
      ['The app has no push token.', '应用还没有推送 Token。'],
      ['A call came before getToken had succeeded.', '在 getToken 成功之前调用了接口。'],
      ['Ask for a token first.', '先申请 Token。'],
    ],
    [
      '907122031',
      'server',
      ['The device has no network.', '设备无网络。'],
      ['HMS could not reach the push service of Huawei.', 'HMS 无法连接华为推送服务。'],
      ['Check the network of the device, then ask for the token again.', '检查设备网络后重新获取 Token。'],
    ],
    [
      '907122032',
      'token',
      ['The push token has expired.', '推送 Token 已失效。'],
      ['The app was reinstalled, or its data were cleared.', '应用已重装或数据被清除。'],
      registerAgain,
    ],
    [
      '907122034',
      'quota',
      ['The app subscribed to too many topics.', '订阅的主题数超限。'],
      ['The limit is 2,000 topics.', '上限为 2000 个主题。'],
      ['Unsubscribe from topics that are not needed.', '取消不需要的主题。'],
    ],
    ['907122035', 'server', ['The subscription of the topic was not sent.', '订阅主题失败。'], hmsFault, askHuawei],
    [
      '907122036',
      'permission',
      ['Push Kit is not enabled for the app.', '应用未开通华为推送服务。'],
      ['The service is off in AppGallery Connect.', 'AppGallery Connect 中未开通推送服务。'],
      ['Enable Push Kit for the app in AppGallery Connect.', '在 AppGallery Connect 为该应用开通推送服务。'],
    ],
    ['907122037', 'server', ['The token was not issued.', 'Token 申请失败。'], hmsFault, askHuawei],
    [
      '907122038',
      'permission',
      ['No data storage location is set.', '未设置数据存储位置。'],
      ['The project has none, or it is not valid.', '项目未选择或选择无效。'],
      ['Set the location in AppGallery Connect.', '在 AppGallery Connect 中设置数据存储位置。'],
    ],
    [
      '907122042',
      'payload',
      ['A parameter is empty or not valid.', '参数为空或无效。'],
      ['The app passed a wrong argument to the push plugin.', '应用向推送插件传入了错误的参数。'],
      ['Correct the argument that the error text names.', '按错误描述修正参数。'],
    ],
    [
      '907122045',
      'server',
      ['HMS reports an unknown error.', 'HMS 报告未知错误。'],
      ['Plugins wrap any failure in this code.', '插件会把各种失败都包装成该错误码。'],
      ['Look up the code in the message beside it.', '查询旁边描述里的错误码。'],
    ],
    [
      '907122046',
      'server',
      ['The push service of Huawei is not available.', '华为推送服务不可用。'],
      hmsFault,
      askHuawei,
    ],
    ['907122047', 'server', ['The push server of Huawei failed.', '华为推送服务端异常。'], hmsFault, askHuawei],
    [
      '907122048',
      'server',
      ['HMS Core cannot reach Push Kit.', 'HMS Core 无法连接推送服务。'],
      ['HMS Core is old, or the device has no network.', 'HMS Core 版本过低，或设备无网络。'],
      updateHms,
    ],
    [
      '907122049',
      'permission',
      ['The system of the device is too old.', '设备系统版本过低。'],
      ['This EMUI version does not support the call.', '该 EMUI 版本不支持此功能。'],
      ['Update the system, or use another channel on this device.', '升级系统，或该设备改用其他通道。'],
    ],
    [
      '907122050',
      'payload',
      ['The token was asked for on the main thread.', '在主线程中获取 Token。'],
      ['HMS forbids getToken on the main thread.', 'HMS 不允许在主线程调用 getToken。'],
      ['Call getToken on a background thread.', '在子线程中调用 getToken。'],
    ],
    [
      '907122051',
      'credential',
      ['The device certificate was not accepted.', '设备证书认证失败。'],
      ['It is no genuine Huawei device, or its system was changed.', '不是华为正品设备，或系统被修改。'],
      ['Use another channel on this device.', '该设备改用其他通道。'],
    ],
    [
      '907122052',
      'server',
      ['The service of HMS could not be bound.', '绑定 HMS 服务失败。'],
      ['HMS Core is missing, old or stopped.', 'HMS Core 缺失、过旧或被停用。'],
      ['Install or update HMS Core on the device.', '在设备上安装或更新 HMS Core。'],
    ],
    [
      '907122053',
      'permission',
      ['The token belongs to another region.', '不允许跨区域申请 Token。'],
      ['The app asks with the app ID of another data site.', '应用使用了其他站点的 AppID。'],
      checkProject,
    ],
    [
      '907122054',
      'server',
      ['The push SDK is still starting.', '推送 SDK 正在自动初始化。'],
      ['getToken was called while automatic initialisation ran.', '自动初始化期间调用了 getToken。'],
      ['Wait for onNewToken, or call again later.', '等待 onNewToken，或稍后再调用。'],
    ],
    ['907135001', 'server', ['HMS had an internal error.', 'HMS 内部错误。'], hmsFault, askHuawei],
    [
      '907135002',
      'server',
      ['The called service does not exist in HMS.', 'HMS 中不存在所调用的服务。'],
      ['HMS Core on the device is too old.', '设备上的 HMS Core 版本过低。'],
      updateHms,
    ],
    ['907135004', 'server', ['The call to HMS timed out.', '调用 HMS 超时。'], hmsFault, updateHms],
    [
      '907135005',
      'permission',
      ['The service is not offered in this area.', '当前地区不支持该服务。'],
      ['Push Kit is not available where the account is registered.', '账号注册地不提供推送服务。'],
      ['Use another channel for these users.', '这些用户改用其他通道。'],
    ],
    ['907135006', 'server', ['The session with HMS is not valid.', '与 HMS 的会话无效。'], hmsFault, updateHms],
    [
      '907135700',
      'credential',
      ['The scopes of the app were not read.', '获取应用 scope 失败。'],
      [
        'The app is not created or not enabled in AppGallery Connect, or the device cannot reach Huawei.',
        '应用未在 AppGallery Connect 创建或启用，或设备无法访问华为服务。',
      ],
      checkProject,
    ],
    [
      '907135701',
      'credential',
      ['The app has no scope.', '应用没有配置 scope。'],
      ['The app ID does not belong to an app with Push Kit.', 'AppID 所属应用未开通推送服务。'],
      checkProject,
    ],
    [
      '907135703',
      'permission',
      ['The app has no permissions.', '应用没有配置权限。'],
      ['Push Kit was not enabled in AppGallery Connect.', 'AppGallery Connect 中未开通推送服务。'],
      checkProject,
    ],
    [
      '6002',
      'credential',
      ['The app is unknown to HMS.', 'HMS 中不存在该应用的鉴权信息。'],
      ['The app ID is wrong, or was never registered.', 'AppID 有误或未登记。'],
      checkProject,
    ],
    [
      '6004',
      'permission',
      ['The permission does not exist.', '接口鉴权失败：权限不存在。'],
      ['It was never applied for in AppGallery Connect.', '未在 AppGallery Connect 申请该权限。'],
      checkProject,
    ],
    [
      '6005',
      'permission',
      ['The app is not authorised.', '接口鉴权失败：未授权。'],
      ['Push Kit is off, or the fingerprint is missing.', '未开通推送服务，或缺少证书指纹。'],
      registerFingerprint,
    ],
  ],
)
