import type { Privilege } from '../../../diagnostics/usersig/report.ts'
import { code, moment, relative, rich, strong, type Rich } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { Texts } from '../texts.ts'
import { findings } from './usersig-findings.ts'

const lasting = (seconds: number) => formatDuration(seconds, 'zh')

const PRIVILEGES: Readonly<Record<Privilege, string>> = {
  'create-room': '创建房间',
  'enter-room': '进入房间',
  'send-audio': '发送语音',
  'receive-audio': '接收语音',
  'send-video': '发送视频',
  'receive-video': '接收视频',
  'send-substream': '发送辅路（屏幕分享）',
  'receive-substream': '接收辅路（屏幕分享）',
}

export const usersig: Texts['usersig'] = {
  findings,
  titles: {
    valid: (user: string) => `${user} 的 UserSig：有效`,
    validWithWarnings: (user: string) => `${user} 的 UserSig：有效，但有需要注意的地方`,
    invalid: (user: string) => `${user} 的 UserSig：无效`,
    invalidUnknown: '不是有效的 UserSig',
    unverifiable: (user: string) => `${user} 的 UserSig：无法校验`,
    unverifiableUnknown: 'UserSig：无法校验',
    generated: (user: string) => `已为 ${user} 生成新的 UserSig`,
    generatedRoom: (user: string) => `已为 ${user} 生成新的 PrivateMapKey`,
  },
  verdicts: {
    valid: (user: string): Rich => rich`${strong('没有问题。')}签名、应用和时间都正确，${code(user)} 可以用它登录。`,
    validInspect: (user: string): Rich =>
      rich`${strong('没有问题。')}这是 ${code(user)} 的 UserSig，签名和时间都正确。`,
    validTicket: (user: string): Rich =>
      rich`${strong('没有问题。')}签名、应用和时间都正确，${code(user)} 可以用它进房。`,
    validInside: (user: string): Rich =>
      rich`里面 ${code(user)} 的 UserSig 是对的，但这段文本没有用 UserSig 的字符表，直接登录会失败。`,
    invalid: (count: number): Rich => rich`${strong('不可用。')}共发现 ${count} 处错误。`,
    unverifiable: (sdkAppId: string | null): Rich =>
      sdkAppId === null
        ? rich`${strong('未能校验。')}没有可用来校验的密钥。`
        : rich`${strong('未能校验。')}这里没有配置 SDKAppID ${code(sdkAppId)} 的密钥，下面只是它自称的内容，不能作为依据。`,
    unverifiableKey: (app: string): Rich =>
      rich`${strong('未能校验。')}这里为 ${code(app)} 配置的 SecretKey 不是有效的密钥。`,
    unverifiableLegacy: rich`${strong('未能校验。')}这里没有配置该应用校验旧版签名所需的公钥。`,
  },
  revocationNote: rich`因踢下线而失效的 UserSig 从外表看不出来；如果有效的签名仍被拒绝，请重新生成一个。`,
  askedAt: (at: number): Rich => rich`以 ${moment(at)} 为准。`,
  codeBeside: (error: string): Rich => rich`文中的错误码请看：${code(`/im error ${error}`)}`,
  several: {
    intro: (count: number): Rich => rich`文本中有 ${count} 个 UserSig。以上是第一个，其余如下：`,
    more: (count: number): Rich => rich`只校验了前 ${count} 个，其余请分别发送。`,
  },
  claimsOnly: rich`以下为签名声明的内容，未经验证：`,
  publicNote: (fingerprint: string): Rich => rich`签名指纹 ${code(fingerprint)}，原文不予显示。`,
  fields: {
    user: '用户',
    app: '应用',
    issued: '签发时间',
    expires: '到期时间',
    lifetime: '有效期',
    version: '版本',
    room: '房间',
    rights: '权限',
    ticketAccount: '票据账号',
    ticketEnds: '票据到期',
    userbuf: 'Userbuf',
  },
  app: (name: string | null, sdkAppId: string): Rich =>
    name === null ? rich`${code(sdkAppId)}（未在这里配置）` : rich`${code(name)}（${code(sdkAppId)}）`,
  expires: (at: number): Rich => rich`${moment(at)}（${relative(at)}）`,
  lifetime: (seconds: number) => lasting(seconds),
  version: { '2.0': '2.0（HMAC-SHA256）', '1.0': '1.0（旧版，ECDSA）' },
  room: (room: { kind: 'number'; id: number } | { kind: 'name'; name: string }): Rich =>
    room.kind === 'number' ? rich`房间号 ${code(room.id)}` : rich`房间名 ${code(room.name)}`,
  rights: (privileges: readonly Privilege[], map: number): string =>
    map === 255
      ? '全部权限（255）'
      : `${privileges.length === 0 ? '无' : privileges.map((privilege) => PRIVILEGES[privilege]).join('、')}（${map}）`,
  opaqueUserbuf: (bytes: number) => `应用自定义的 ${bytes} 字节`,
  generatedLead: (user: string, app: string, expiresAt: number): Rich =>
    rich`用于 ${code(app)} 中的 ${code(user)}，有效期至 ${moment(expiresAt)}。拿到它的人都能以该用户身份登录，请只私下传递。`,
  warnings: {
    'long-lived': (seconds: number): Rich =>
      rich`有效期长达 ${lasting(seconds)}，超过通常的 180 天；签发之后无法更改，只能通过踢下线使其失效。`,
    'short-lived': (seconds: number): Rich => rich`有效期只有 ${lasting(seconds)}；腾讯建议至少 24 小时。`,
    'user-id-unusual-characters': rich`UserID 含有字母、数字、${code('_')}、${code('-')} 以外的字符，部分 SDK 不支持。`,
    'key-unusual': rich`配置的 SecretKey 不是通常的 64 位十六进制数字。`,
  },
  buttons: {
    share: '公开结论（不含签名）',
  },
}
