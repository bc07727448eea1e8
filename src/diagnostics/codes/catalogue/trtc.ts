import type { CodeEntry } from '../entry.ts'
import { checkNetwork, clientNetwork, upgradeSdk } from './phrases.ts'
import { entries, type Pair } from './rows.ts'

const notEmpty = (name: string): Pair => [
  `Pass a ${name} that is not empty, exactly as the server gave it.`,
  `传入服务端返回的 ${name}，不可为空。`,
]
const wrongState: Pair = ['Another call or login is still running.', '当前有其他通话或登录流程在进行。']

/** Entering a TRTC room, which takes the same UserSig as chat. Numbers such as -70009 are those of chat with a minus. */
const rooms: readonly CodeEntry[] = entries({ area: 'trtc', source: 'trtc' }, [
  [
    '-100018',
    ['TRTC refused the UserSig.', 'TRTC 校验 UserSig 失败。'],
    [
      'It has expired, was signed with the key of another app or for another user.',
      'UserSig 已过期，或用了其他应用的密钥、其他用户的 UserID 签发。',
    ],
    [
      'Verify it with /usersig verify, then sign with the key of exactly this SDKAppID for this UserID.',
      '用 /usersig verify 校验，再用该 SDKAppID 的密钥为该 UserID 重新签发。',
    ],
  ],
  [
    '-100006',
    ['The private map key was refused.', 'privateMapKey 校验失败。'],
    [
      'Advanced permission control is on, and the key is missing, expired or for another room.',
      '已开启高级权限控制，而 privateMapKey 缺失、过期或不属于该房间。',
    ],
    [
      'Generate it for this room and user, or switch advanced permission control off in the console.',
      '为该房间和用户重新生成，或在控制台关闭高级权限控制。',
    ],
  ],
  [
    '-100013',
    ['The TRTC service is suspended.', 'TRTC 服务已停用。'],
    ['The package is used up, or the cloud account is in arrears.', '套餐已用完，或腾讯云账户欠费。'],
    ['Renew the package or top up the account.', '续费套餐或为账户充值。'],
  ],
  [
    '-3316',
    ['The parameters for entering the room are empty.', '进房参数为空。'],
    ['enterRoom was called without TRTCParams.', '调用 enterRoom 时没有传 TRTCParams。'],
    ['Fill in sdkAppId, userId, userSig and the room.', '填写 sdkAppId、userId、userSig 和房间号。'],
  ],
  [
    '-3317',
    ['The SDKAppID is missing or wrong.', 'SDKAppID 缺失或有误。'],
    ['TRTCParams.sdkAppId is empty or 0.', 'TRTCParams.sdkAppId 为空或为 0。'],
    ['Pass the SDKAppID of the console as a number.', '以数字形式传入控制台的 SDKAppID。'],
  ],
  [
    '-3318',
    ['The room ID is missing or wrong.', '房间号缺失或有误。'],
    ['Neither or both of roomId and strRoomId are set.', 'roomId 与 strRoomId 都没有填，或同时填写了。'],
    ['Set exactly one of roomId and strRoomId.', 'roomId 与 strRoomId 只填其中一个。'],
  ],
  [
    '-3319',
    ['The UserID is missing or not valid.', 'UserID 缺失或无效。'],
    [
      'TRTCParams.userId is empty, or holds characters that are not allowed.',
      'TRTCParams.userId 为空，或含有不允许的字符。',
    ],
    notEmpty('userId'),
  ],
  [
    '-3320',
    ['The UserSig is empty or not valid.', 'UserSig 为空或无效。'],
    [
      'TRTCParams.userSig is empty, often because the request to the own server failed.',
      'TRTCParams.userSig 为空，多为请求自家服务端失败。',
    ],
    notEmpty('userSig'),
  ],
  [
    '-3301',
    ['The room was not entered.', '进入房间失败。'],
    ['The text beside the code names the reason.', '具体原因见错误码旁的描述。'],
    ['Look up the number in the text of onError, such as -100018.', '查询 onError 描述中的错误码，例如 -100018。'],
  ],
  [
    '-3307',
    ['The request for an address and signature timed out.', '请求 IP 和签名超时。'],
    clientNetwork,
    ['Check the network, and that the firewall lets UDP through.', '检查网络，并确认防火墙放行 UDP。'],
  ],
  ['-3308', ['The request to enter the room timed out.', '请求进房超时。'], clientNetwork, checkNetwork],
  [
    '-3340',
    ['The request to enter the room was refused.', '进房请求被拒绝。'],
    ['enterRoom was called twice for the same room.', '对同一房间重复调用了 enterRoom。'],
    ['Call enterRoom once, and exitRoom before the next one.', '只调用一次 enterRoom，再次进房前先 exitRoom。'],
  ],
])

/** TUICallKit and the call engine under it, which log in to chat and to TRTC. */
const calls: readonly CodeEntry[] = entries({ area: 'call-kit', source: 'call-kit' }, [
  [
    '-1001',
    ['The app has no call package.', '应用未开通音视频通话套餐。'],
    ['The package was never bought, or has run out.', '从未购买，或已到期。'],
    ['Start the trial or buy the package in the console.', '在控制台开通体验版或购买套餐。'],
  ],
  [
    '-1002',
    ['The call package does not include this feature.', '通话套餐不支持该功能。'],
    ['The feature belongs to a higher package.', '该功能属于更高版本的套餐。'],
    ['Upgrade the package in the console.', '在控制台升级套餐。'],
  ],
  [
    '-1003',
    ['The chat SDK is too old for calls.', 'IM SDK 版本过低。'],
    ['The call engine needs a newer one.', '通话引擎需要更新的版本。'],
    upgradeSdk,
  ],
  [
    '-1101',
    ['Camera or microphone is not permitted.', '未获得摄像头或麦克风权限。'],
    ['The user declined the permission.', '用户拒绝了授权。'],
    ['Ask the user to allow camera and microphone in the system settings.', '引导用户在系统设置中允许摄像头和麦克风。'],
  ],
  [
    '-1102',
    ['The list of devices was not read.', '获取设备列表失败。'],
    ['The browser found no camera or microphone.', '浏览器未找到摄像头或麦克风。'],
    ['Check the devices and the permission of the page.', '检查设备和页面权限。'],
  ],
  [
    '-1201',
    ['The call engine is not initialised.', '通话引擎未初始化。'],
    ['A call came before init, or the login inside init failed.', '在 init 之前调用了接口，或 init 中的登录失败。'],
    [
      'Call init with SDKAppID, UserID and UserSig and wait for its success; verify the UserSig if it fails.',
      '先用 SDKAppID、UserID 和 UserSig 调用 init 并等待成功；若失败请校验 UserSig。',
    ],
  ],
  [
    '-1202',
    ['A parameter is not valid.', '参数非法。'],
    ['Its type or format is wrong.', '参数类型或格式有误。'],
    ['Compare the arguments with the API reference.', '对照接口文档检查参数。'],
  ],
  [
    '-1203',
    ['The call is not possible in this state.', '当前状态不支持该操作。'],
    wrongState,
    ['Hang up or wait, then call again.', '挂断或等待后再调用。'],
  ],
  [
    '-1204',
    ['The method is running already.', '该方法正在执行。'],
    wrongState,
    ['Wait for the first call to end.', '等待上一次调用结束。'],
  ],
  [
    '-1205',
    ['The feature does not exist in this kind of call.', '当前通话场景不支持该功能。'],
    ['It works in one-to-one or in group calls only.', '该功能只适用于单人或群组通话。'],
    ['Check which kinds of calls the feature is for.', '确认该功能适用的通话场景。'],
  ],
  ...(['-1401', '-1406'] as const).map(
    (code) =>
      [
        code,
        ['The signalling of the call was not sent.', '通话信令发送失败。'],
        ['The chat message behind it failed, or the callee never logged in.', '底层 IM 消息发送失败，或被叫从未登录。'],
        ['Look up the code of chat in the message of the error.', '查询错误描述中的 IM 错误码。'],
      ] as const,
  ),
])

export const trtc: readonly CodeEntry[] = [...rooms, ...calls]
