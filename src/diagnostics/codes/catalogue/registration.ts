import type { CodeEntry } from '../entry.ts'
import { vendorRetry, vendorSide } from './phrases.ts'
import { vendorEntries } from './rows.ts'

export const registration: readonly CodeEntry[] = [
  ...vendorEntries({ area: 'push-registration', vendor: 'huawei', source: 'chat-registration' }, [
    [
      '1001',
      'permission',
      ['HMS Core is not installed.', '设备未安装 HMS Core。'],
      ['The device is old, or HMS Core was removed.', '设备较旧，或 HMS Core 已被卸载。'],
      ['Install or update HMS Core on the device.', '在设备上安装或更新 HMS Core。'],
    ],
    [
      '6003',
      'credential',
      ['The signature of the APK is not the registered one.', 'APK 签名与登记的不一致。'],
      ['The certificate fingerprint of this build is not registered.', '当前包的证书指纹未登记。'],
      [
        'Register the SHA-256 fingerprint of the build in AppGallery Connect.',
        '在 AppGallery Connect 登记该包的 SHA-256 指纹。',
      ],
    ],
    [
      '907135000',
      'credential',
      ['The app ID is not valid.', 'AppID 无效。'],
      ['agconnect-services.json is wrong or in the wrong place.', 'agconnect-services.json 有误或位置不对。'],
      ['Download the file again and put it into the app module.', '重新下载该文件并放到应用模块目录。'],
    ],
    [
      '907135003',
      'server',
      ['The client of HMS is not valid.', 'HMS 客户端不可用。'],
      ['The device has no network, or HMS Core is too old.', '设备无网络，或 HMS Core 版本过低。'],
      ['Check the network and update HMS Core.', '检查网络并更新 HMS Core。'],
    ],
    [
      '907135702',
      'credential',
      ['The fingerprint does not match.', '证书指纹不匹配。'],
      ['The SHA-256 fingerprint of this build is not registered.', '当前包的 SHA-256 指纹未登记。'],
      [
        'Register the SHA-256 fingerprint of the build in AppGallery Connect.',
        '在 AppGallery Connect 登记该包的 SHA-256 指纹。',
      ],
    ],
  ]),
  ...vendorEntries({ area: 'push-registration', vendor: 'honor', source: 'honor-client' }, [
    [
      'sdk:8001000',
      'permission',
      ['The device does not support Honor push.', '设备不支持荣耀推送。'],
      ['It is no Honor device, or its Magic UI is old.', '不是荣耀设备，或 Magic UI 版本过低。'],
      [
        'Use the Huawei channel on older Honor devices, another channel elsewhere.',
        '旧款荣耀设备走华为通道，其他设备换用相应通道。',
      ],
    ],
    [
      'sdk:8001003',
      'credential',
      ['The certificate fingerprint is missing or different.', '证书指纹未配置或不一致。'],
      ['It was not registered on the Honor site.', '未在荣耀开发者平台登记指纹。'],
      ['Register the SHA-256 fingerprint of the build on the Honor site.', '在荣耀开发者平台登记该包的 SHA-256 指纹。'],
    ],
    [
      'sdk:8001001',
      'payload',
      ['The token was asked for on the main thread.', '在主线程中获取 Token。'],
      ['The Honor SDK forbids it.', '荣耀 SDK 不允许在主线程调用。'],
      ['Call getToken on a background thread.', '在子线程中调用 getToken。'],
    ],
    [
      'sdk:8001002',
      'credential',
      ['The app ID is missing.', '缺少 AppID。'],
      ['The manifest has no com.hihonor.push.app_id.', '清单文件中没有 com.hihonor.push.app_id。'],
      ['Add the app ID of the Honor site to the manifest.', '在清单文件中填写荣耀平台的 AppID。'],
    ],
    [
      'sdk:8001004',
      'token',
      ['The app has no push token.', '应用还没有推送 Token。'],
      ['A call came before the token was issued.', '在 Token 下发之前调用了接口。'],
      ['Ask for a token first.', '先申请 Token。'],
    ],
    [
      'sdk:8001005',
      'payload',
      ['The push SDK is not initialised.', '推送 SDK 未初始化。'],
      ['A call came before HonorPushClient.init.', '在 HonorPushClient.init 之前调用了接口。'],
      ['Initialise the SDK first.', '先初始化 SDK。'],
    ],
    [
      'sdk:8002001',
      'server',
      ['The push service of the phone could not be bound.', '绑定手机上的推送服务失败。'],
      ['The service is missing, stopped or too old.', '推送服务缺失、被停用或版本过低。'],
      ['Update the system of the phone, then start the app again.', '升级手机系统后重新启动应用。'],
    ],
    [
      'sdk:8002003',
      'server',
      ['The push service of the phone did not answer.', '手机上的推送服务未应答。'],
      ['It is slow to start, or was stopped.', '服务启动慢或被停用。'],
      ['Start the app again later.', '稍后重新启动应用。'],
    ],
    ['sdk:8003001', 'server', ['The push server of Honor failed.', '荣耀推送服务端异常。'], vendorSide, vendorRetry],
    ['sdk:8003002', 'server', ['Honor reports an unknown error.', '荣耀报告未知错误。'], vendorSide, vendorRetry],
    ['sdk:8003003', 'server', ['The Honor SDK had an internal error.', '荣耀 SDK 内部错误。'], vendorSide, vendorRetry],
    [
      'sdk:8003006',
      'server',
      ['The device has no network.', '设备无网络。'],
      ['Honor could not be reached.', '无法连接荣耀推送服务。'],
      ['Check the network of the device, then start the app again.', '检查设备网络后重新启动应用。'],
    ],
  ]),
  ...vendorEntries({ area: 'push-registration', vendor: 'xiaomi', source: 'chat-registration' }, [
    [
      '22006',
      'credential',
      ['The app ID is not valid.', 'AppID 非法。'],
      ['The values passed to the SDK were mixed up.', '传给 SDK 的参数填混了。'],
      [
        'Compare package name, AppID and AppKey in the app with the Xiaomi site.',
        '与小米开放平台核对应用内的包名、AppID 和 AppKey。',
      ],
    ],
    [
      '22007',
      'credential',
      ['The app key is not valid.', 'AppKey 非法。'],
      ['The values passed to the SDK were mixed up.', '传给 SDK 的参数填混了。'],
      [
        'Compare package name, AppID and AppKey in the app with the Xiaomi site.',
        '与小米开放平台核对应用内的包名、AppID 和 AppKey。',
      ],
    ],
    [
      '22022',
      'credential',
      ['The package name is not valid.', '包名非法。'],
      ['The app is registered under another package name.', '应用登记的是其他包名。'],
      [
        'Compare package name, AppID and AppKey in the app with the Xiaomi site.',
        '与小米开放平台核对应用内的包名、AppID 和 AppKey。',
      ],
    ],
  ]),
  ...vendorEntries({ area: 'push-registration', vendor: 'meizu', source: 'chat-registration' }, [
    [
      '110000',
      'credential',
      ['The app ID is not valid.', 'AppID 非法。'],
      ['It is not the one of the Flyme push app.', '不是 Flyme 推送平台的 AppID。'],
      ['Compare AppID and AppKey in the app with the Meizu push site.', '与魅族推送平台核对应用内的 AppID 和 AppKey。'],
    ],
    [
      '110001',
      'credential',
      ['The app key is not valid.', 'AppKey 非法。'],
      ['The values passed to the SDK were mixed up.', '传给 SDK 的参数填混了。'],
      ['Compare AppID and AppKey in the app with the Meizu push site.', '与魅族推送平台核对应用内的 AppID 和 AppKey。'],
    ],
  ]),
  ...vendorEntries({ area: 'push-registration', vendor: 'oppo', source: 'chat-registration' }, [
    [
      '14',
      'credential',
      ['The AppKey is not valid.', 'AppKey 无效。'],
      ['AppKey and AppSecret were swapped.', 'AppKey 与 AppSecret 填反了。'],
      ['Pass AppKey first, then AppSecret.', '按先 AppKey、后 AppSecret 的顺序传入。'],
    ],
    [
      '15',
      'credential',
      ['The AppKey is missing.', '缺少 AppKey。'],
      ['The app passes no key to the SDK.', '应用未向 SDK 传入密钥。'],
      ['Pass AppKey and AppSecret at the registration.', '注册时传入 AppKey 和 AppSecret。'],
    ],
  ]),
  ...vendorEntries({ area: 'push-registration', vendor: 'vivo', source: 'chat-registration' }, [
    [
      '101',
      'permission',
      ['The device does not support vivo push.', '设备不支持 vivo 推送。'],
      ['Its model or system is too old.', '机型或系统版本过旧。'],
      ['Use another channel on this device.', '该设备改用其他通道。'],
    ],
  ]),
  ...vendorEntries({ area: 'push-registration', vendor: 'vivo', source: 'vivo' }, [
    [
      'sdk:10003',
      'credential',
      ['The package name does not match.', '包名不匹配。'],
      ['The app is registered under another package name.', '应用登记的是其他包名。'],
      [
        'Compare package name, AppID and AppKey in the app with the vivo site.',
        '与 vivo 推送平台核对应用内的包名、AppID 和 AppKey。',
      ],
    ],
    [
      'sdk:10004',
      'credential',
      ['The AppKey does not match.', 'AppKey 不匹配。'],
      ['The AppKey in the manifest is wrong.', '清单文件中的 AppKey 有误。'],
      ['Correct the AppKey in the manifest.', '修正清单文件中的 AppKey。'],
    ],
    [
      'sdk:10005',
      'credential',
      ['The AppID is wrong.', 'AppID 错误。'],
      ['The AppID in the manifest is wrong.', '清单文件中的 AppID 有误。'],
      ['Correct the AppID in the manifest.', '修正清单文件中的 AppID。'],
    ],
  ]),
]
