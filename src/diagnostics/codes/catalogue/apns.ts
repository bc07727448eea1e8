import type { CodeEntry } from '../entry.ts'
import { apnsKey, registerAgain } from './phrases.ts'
import { vendorEntries } from './rows.ts'

export const apns: readonly CodeEntry[] = [
  ...vendorEntries({ area: 'push-vendor', vendor: 'apns', source: 'apns' }, [
    [
      'BadDeviceToken',
      'token',
      ['APNs does not accept the device token.', 'APNs 不接受该设备 Token。'],
      [
        'It belongs to the other environment (sandbox or production), is malformed, or was never issued.',
        'Token 属于另一环境（开发/生产）、格式错误，或从未签发过。',
      ],
      [
        'Report the certificate ID that fits the build: development for debug builds, production for TestFlight and the App Store.',
        '上报与打包方式一致的证书 ID：Debug 包用开发证书，TestFlight 和 App Store 包用生产证书。',
      ],
      400,
    ],
    [
      'Unregistered',
      'token',
      ['The token is no longer active for this app.', '该 Token 对本应用已失效。'],
      ['The app was removed, or the token was replaced.', '应用已卸载，或 Token 已更换。'],
      [
        'Drop the token, and wait until the app logs in and reports a new one.',
        '丢弃该 Token，等待应用登录并上报新 Token。',
      ],
      410,
    ],
    [
      'ExpiredToken',
      'token',
      ['The device token has expired.', '设备 Token 已过期。'],
      ['The app was removed or not used for long.', '应用已卸载或长期未使用。'],
      registerAgain,
      410,
    ],
    [
      'DeviceTokenNotForTopic',
      'token',
      ['The token belongs to another app.', '该 Token 属于其他应用。'],
      ['It was issued for another bundle ID than the topic names.', '签发该 Token 的 Bundle ID 与 topic 不一致。'],
      ['Use the certificate of the app that the token came from.', '改用该 Token 所属应用的证书。'],
      400,
    ],
    [
      'MissingDeviceToken',
      'token',
      ['The request names no device token.', '请求中没有设备 Token。'],
      ['No token is on record for the user.', '该用户没有 Token 记录。'],
      ['Have the app register and report its token.', '让应用注册并上报 Token。'],
      400,
    ],
    [
      'BadTopic',
      'credential',
      ['The topic is not valid.', 'topic 无效。'],
      [
        'The bundle ID in the certificate is wrong, or its suffix does not fit the push type.',
        '证书中的 Bundle ID 有误，或后缀与推送类型不符。',
      ],
      [
        'Use the bundle ID of the app, with the suffix that the push type needs, such as .voip.',
        '使用应用的 Bundle ID，并按推送类型加上 .voip 等后缀。',
      ],
      400,
    ],
    [
      'MissingTopic',
      'credential',
      ['The topic is missing.', '缺少 topic。'],
      ['The certificate covers several topics, or a .p8 key is used.', '证书包含多个 topic，或使用的是 .p8 密钥。'],
      ['Always send apns-topic with the bundle ID.', '始终在 apns-topic 中携带 Bundle ID。'],
      400,
    ],
    [
      'TopicDisallowed',
      'credential',
      ['The credential may not push to this topic.', '该凭证不允许向此 topic 推送。'],
      [
        'The App ID has no push capability, or the key is limited to other topics.',
        'App ID 未启用推送，或密钥仅限其他 topic。',
      ],
      [
        'Enable push for the App ID, or use a key made for this bundle ID.',
        '为 App ID 启用推送，或改用适用于该 Bundle ID 的密钥。',
      ],
      400,
    ],
    [
      'BadCertificate',
      'credential',
      ['The push certificate is not valid.', '推送证书无效。'],
      ['It is wrong, expired or revoked.', '证书错误、已过期或被吊销。'],
      [
        'Create a new push certificate and upload its .p12 with the password, or use a .p8 key.',
        '重新生成推送证书，连同密码上传 p12，或改用 .p8 密钥。',
      ],
      403,
    ],
    [
      'BadCertificateEnvironment',
      'credential',
      ['The certificate is for the other environment.', '证书环境不匹配。'],
      ['A development certificate is used in production, or the reverse.', '生产环境用了开发证书，或反过来。'],
      ['Choose the right environment for this certificate in the console.', '在控制台为该证书选择正确的环境。'],
      403,
    ],
    [
      'ExpiredProviderToken',
      'credential',
      ['The provider token is more than one hour old.', 'Provider Token 超过一小时，已过期。'],
      ['The sender does not renew its JWT, or its clock is wrong.', '发送方未及时更新 JWT，或时钟不准。'],
      [
        'Sign a new JWT every 20 to 60 minutes, and check the clock of the machine.',
        '每 20～60 分钟重新签发 JWT，并检查机器时钟。',
      ],
      403,
    ],
    [
      'Forbidden',
      'credential',
      ['The action is not allowed.', '不允许该操作。'],
      [
        'The key lacks the right, or one connection carries JWTs of two teams.',
        '密钥权限不足，或同一连接混用了两个团队的 JWT。',
      ],
      ['Check the rights of the key, and use one connection per team.', '检查密钥权限，并为每个团队使用独立连接。'],
      403,
    ],
    [
      'InvalidProviderToken',
      'credential',
      ['The provider token is not valid.', 'Provider Token 无效。'],
      apnsKey,
      [
        'Enter key ID, team ID and .p8 file again in the console.',
        '在控制台重新填写 Key ID、Team ID 并上传 .p8 文件。',
      ],
      403,
    ],
    [
      'MissingProviderToken',
      'credential',
      ['The request carries no credential.', '请求未携带凭证。'],
      ['Neither a certificate nor a JWT was sent.', '既没有证书也没有 JWT。'],
      ['Configure a certificate or a .p8 key.', '配置推送证书或 .p8 密钥。'],
      403,
    ],
    [
      'UnrelatedKeyIdInToken',
      'credential',
      ['The key ID does not fit this connection.', 'Key ID 与当前连接不符。'],
      ['The connection was first used with another key.', '该连接最初使用的是另一个密钥。'],
      ['Open a separate connection for each key.', '为每个密钥使用独立连接。'],
      403,
    ],
    [
      'TooManyProviderTokenUpdates',
      'quota',
      ['The provider token is renewed too often.', 'Provider Token 更新过于频繁。'],
      ['A new JWT was signed within 20 minutes.', '20 分钟内重复签发 JWT。'],
      ['Cache the JWT of each key and reuse it.', '缓存并复用每个密钥的 JWT。'],
      429,
    ],
    [
      'TooManyRequests',
      'quota',
      ['Too many pushes go to one device.', '向同一设备推送过于频繁。'],
      ['A burst was sent to one token.', '短时间内向同一 Token 连续推送。'],
      ['Slow down for this device, and merge notifications.', '降低对该设备的推送频率，合并通知。'],
      429,
    ],
  ]),
  ...vendorEntries({ area: 'push-vendor', vendor: 'apns', source: 'apns' }, [
    [
      'BadEnvironmentKeyIdInToken',
      'credential',
      ['The .p8 key is limited to the other environment.', '.p8 密钥仅限另一环境使用。'],
      ['The key was created for sandbox or production only.', '创建密钥时限定了开发或生产环境。'],
      ['Use a key for this environment, or one for both.', '改用适用于当前环境或两个环境通用的密钥。'],
      403,
    ],
  ]),
  ...vendorEntries({ area: 'push-vendor', vendor: 'apns', source: 'apns-swift' }, [
    [
      'BadEnvironmentKeyInToken',
      'credential',
      ['The .p8 key is limited to the other environment.', '.p8 密钥仅限另一环境使用。'],
      [
        'The same as BadEnvironmentKeyIdInToken, as the live service spells it.',
        '与 BadEnvironmentKeyIdInToken 相同，是线上服务的实际写法。',
      ],
      ['Use a key for this environment, or one for both.', '改用适用于当前环境或两个环境通用的密钥。'],
      403,
    ],
  ]),
  ...vendorEntries({ area: 'push-vendor', vendor: 'apns', source: 'apns-client' }, [
    [
      'InvalidSigningKey',
      'credential',
      ['The signing key cannot be used.', '签名密钥不可用。'],
      ['A client library could not read the .p8 file.', '客户端库无法读取 .p8 文件。'],
      ['Upload the .p8 file again, unchanged.', '重新上传未经修改的 .p8 文件。'],
    ],
  ]),
]
