import { tellingFlaws } from '../../../diagnostics/vendors/read-token.ts'
import { code, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../texts.ts'

type Tokens = Texts['push']['tokens']
type TokenFlaw = Parameters<Tokens['remedy']>[0]

const FLAWS: Readonly<Record<TokenFlaw, Rich>> = {
  'nsdata-cut': rich`NSData 的打印文本（${code('{length = 32, bytes = 0x… … }')}），iOS 13 起中间的字节被省略`,
  nsdata: rich`NSData 的打印文本（${code('<5acf1be2 …>')}）`,
  'hex-of-text': rich`对 Token 文本又做了一次十六进制编码的结果`,
  'base64-of-text': rich`Token 文本的 Base64`,
  'base64-of-bytes': rich`Token 字节的 Base64，而 APNs 要求十六进制`,
  'byte-list': rich`Token 字节的数字列表`,
  optional: rich`可选值的打印文本（${code('Optional(…)')}）`,
  record: rich`包含 Token 的 JSON 或对象打印文本`,
  label: rich`带前缀（如 ${code('token:')}）的 Token`,
  escaped: rich`经过 URL 编码或 HTML 转义的 Token`,
  quotes: rich`带引号或括号的 Token`,
  whitespace: rich`带空格或换行的 Token`,
  separators: rich`带分隔符或 ${code('0x')} 前缀的十六进制`,
  object: rich`对象或报错的打印文本（如 ${code('[object Object]')}、${code('32 bytes')}），里面没有 Token`,
  placeholder: rich`空值（${code('null')}、${code('undefined')} 等）`,
  cut: rich`日志或控制台里缩略显示的 Token`,
  expo: rich`Expo 推送 Token，只有 Expo 自己的服务能用`,
  jwt: rich`JWT，即登录或服务端凭证`,
  url: rich`URL，例如 Web Push 订阅的 endpoint`,
  'error-code': rich`错误码（可用 ${code('/im error')} 查询）`,
}

const AS_HEX = rich`请在应用里把 Token 的字节转成十六进制再上报，逐字节用 ${code('String(format: "%02x", byte)')}。腾讯云 iOS 原生 SDK 直接传 ${code('Data')} 对象即可。`

const remedy: Tokens['remedy'] = (flaw, vendor) => {
  const isApple = vendor === 'apns' || flaw === 'nsdata' || flaw === 'nsdata-cut' || flaw === 'base64-of-bytes'
  switch (flaw) {
    case 'placeholder':
    case 'object':
      return isApple ? AS_HEX : rich`请在厂商 SDK 返回 Token 之后再上报，并且只传 Token 文本，不要传外层对象。`
    case 'jwt':
    case 'url':
    case 'error-code':
      return rich`请在应用里上报厂商 SDK 返回的设备 Token。`
    case 'cut':
      return rich`请在应用里上报完整的 Token，不要用日志里的缩略形式。`
    case 'expo':
      return rich`请在应用里改为上报设备自己的 Token（${code('getDevicePushTokenAsync')}）。`
    case 'optional':
    case 'record':
    case 'label':
    case 'escaped':
    case 'quotes':
    case 'whitespace':
      return rich`请在应用里只上报 Token 本身，前后不加任何内容，也不要编码。`
    default:
      return isApple ? AS_HEX : rich`请在应用里原样上报厂商 SDK 返回的 Token，不要再编码。`
  }
}

/** 接在汉字之后：拉丁字母前空一格。 */
const afterHan = (words: Rich): Rich => {
  const [first, ...rest] = words
  return typeof first === 'string' ? [first.replace(/^(?=[A-Za-z0-9])/, ' '), ...rest] : words
}

const joined = (flaws: readonly TokenFlaw[]): Rich =>
  tellingFlaws(flaws).flatMap((flaw, index) => [...(index > 0 ? ['，其中是'] : []), ...afterHan(FLAWS[flaw])])

export const pushTokens: Tokens = {
  remedy,
  registered: (flaws) => rich`应用上报的不是 Token 本身，而是${joined(flaws)}。`,
  lostTitle: '不是推送 Token',
  lost: (flaws) => rich`这是${joined(flaws)}。`,
  encoded: (flaws) => rich`这段文本不能直接当 Token 用：它是${joined(flaws)}。以下是其中 Token 的情况。`,
  copied: (flaws) => rich`粘贴的是${joined(flaws)}。如果应用就这样上报，推送会失败。`,
  maybeBytes: rich`如果来自 iPhone，那它是${afterHan(FLAWS['base64-of-bytes'])}。`,
  ofDevice: (device, end, flaws) =>
    rich`${device}，Token ${code(end)}：应用上报的是${joined(flaws)}。修复之前这台设备收不到推送。`,
}
