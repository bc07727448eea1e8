import type { CodeEntry } from '../entry.ts'
import { clientNetwork, sdkInternal, sdkLog } from './phrases.ts'
import { entries } from './rows.ts'

export const sdkAccount: readonly CodeEntry[] = [
  ...entries({ area: 'sdk-account', source: 'chat' }, [
    [
      '6206',
      ['The UserSig has expired on the client.', '客户端的 UserSig 已过期。'],
      ['The client still uses an old UserSig.', '客户端仍在使用旧的 UserSig。'],
      [
        'Fetch a new UserSig and log in; until then the device receives nothing online.',
        '获取新的 UserSig 并重新登录，在此之前该设备收不到在线消息。',
      ],
    ],
    [
      '6208',
      ['The device was kicked off by a login elsewhere.', '账号在其他设备登录，本设备被踢下线。'],
      ['The login policy does not allow this many devices.', '登录策略不允许同时在线这么多设备。'],
      [
        'Log in again on this device, which gets no offline push until then.',
        '在本设备重新登录；被踢设备在此之前收不到离线推送。',
      ],
    ],
    ['7503', ['The login module could not be initialised.', '登录模块初始化失败。'], sdkInternal, sdkLog],
    ['7504', ['The login module is not initialised.', '登录模块未初始化。'], sdkInternal, sdkLog],
    ['7505', ['A login packet has a wrong format.', '登录数据包格式错误。'], sdkInternal, sdkLog],
    ['7506', ['A login packet could not be decrypted.', '登录数据包解密失败。'], sdkInternal, sdkLog],
    ['7507', ['The login request was not sent.', '登录请求发送失败。'], sdkInternal, sdkLog],
    [
      '7508',
      ['The login request timed out.', '登录请求超时。'],
      clientNetwork,
      ['Check the network, then collect the SDK log and open a ticket.', '先检查网络，再收集 SDK 日志提交工单。'],
    ],
  ]),
  ...entries({ area: 'sdk-account', source: 'chat-2023' }, [
    [
      '6213',
      ['Another device kicked this one off.', '被其他终端踢下线。'],
      [
        'The login policy does not allow this many devices (older SDKs).',
        '登录策略不允许同时在线这么多设备（旧版 SDK）。',
      ],
      ['Log in again on this device.', '在本设备重新登录。'],
    ],
    [
      '6255',
      ['Another device kicked this one off.', '被其他终端踢下线。'],
      [
        'The login policy does not allow this many devices (older SDKs).',
        '登录策略不允许同时在线这么多设备（旧版 SDK）。',
      ],
      ['Log in again on this device.', '在本设备重新登录。'],
    ],
    [
      '6226',
      ['The local ticket for the automatic login has expired.', '自动登录的本地票据已过期。'],
      ['The last login is too long ago (older SDKs).', '距上次登录时间过长（旧版 SDK）。'],
      ['Log in with a UserSig.', '使用 UserSig 重新登录。'],
    ],
    [
      '6026',
      ['Automatic login found no earlier login.', '自动登录时没有找到登录记录。'],
      ['Nobody has logged in on this device before.', '该设备此前没有登录过。'],
      ['Log in with a UserSig.', '使用 UserSig 登录。'],
    ],
    [
      '7501',
      ['A login is already running.', '正在登录中。'],
      ['Login was called twice in parallel.', '并发调用了登录。'],
      ['Wait for the callback of the first login.', '等待首次登录的回调。'],
    ],
    [
      '7502',
      ['A logout is already running.', '正在登出中。'],
      ['Logout was called twice in parallel.', '并发调用了登出。'],
      ['Wait for the callback of the first logout.', '等待首次登出的回调。'],
    ],
  ]),
]
