import type { ContainerDetail, OtherAlphabet } from '../../../diagnostics/usersig/finding.ts'
import { code, rich, type Rich } from '../../rich.ts'

type Params = ContainerDetail & { index?: number; character?: string }

export const ALPHABETS: Readonly<Record<OtherAlphabet, string>> = {
  standard: '标准 Base64（+ / =）',
  url: 'Base64url（- _）',
  mixed: '两种 Base64 字符表的混合',
  blanks: '标准 Base64，其中的 + 变成了空格',
}

const LIBRARY = rich`请改用腾讯云官方库生成，不要手写。`
const FORM = rich`UserSig 是 JSON 经 zlib 压缩后的 Base64，并把 ${code('+')} ${code('/')} ${code('=')} 换成 ${code('*')} ${code('-')} ${code('_')}。`
const COPY_AGAIN = rich`请从来源处重新复制，能用复制按钮就用按钮，并放进代码块里粘贴。UserSig 以 ${code('eJ')} 或 ${code('eA')} 开头，只含字母、数字、${code('*')} 和 ${code('-')}，末尾最多两个 ${code('_')}。`

/** What the text is, in place of a UserSig, and whose UserSig is inside. */
export function containerMessage(params: Params): Rich {
  const { alphabet, inside } = params
  const what = whatItIs(params)
  const written = alphabet === undefined ? '' : rich`所用字符表：${ALPHABETS[alphabet]}。`
  if (inside === undefined || params.looksLike === 'two-parts') return rich`${what}${written}`
  const whose = inside.userId === null ? '' : rich`用户 ${code(inside.userId)} 的`
  return inside.good
    ? rich`${what}${written}其中的内容本可以是${whose}有效 UserSig。`
    : rich`${what}${written}里面是${whose} UserSig 内容。`
}

function whatItIs({
  looksLike,
  index,
  character,
  given = '',
  dot = 0,
  signature,
  bytes = 0,
  hexOf,
  members = [],
}: Params): Rich {
  if (looksLike === undefined) {
    return index === undefined
      ? rich`途中有字符被改动，里面的内容已无法解压。`
      : rich`第 ${index + 1} 个字符${character === undefined ? '' : rich` ${code(character)} `}不可能出现在 UserSig 里。`
  }
  switch (looksLike) {
    case 'unset-variable':
      return rich`这是单词 ${code(given)}，不是 UserSig：变量没有赋值。`
    case 'object-as-text':
      return rich`这是 ${code(given)}，不是 UserSig：对象被直接转成了文本。`
    case 'placeholder':
      return rich`这是占位符 ${code(given)}，不是 UserSig。`
    case 'json':
      return rich`这是一个 JSON 对象，里面没有 UserSig${
        members.length === 0
          ? ''
          : rich`：字段有 ${members.flatMap((name, at) => [...(at > 0 ? ['、'] : []), code(name)])}，没有任何 ${code('TLS.…')} 字段`
      }。`
    case 'plain-document':
      return rich`这是 UserSig 的 JSON 原文：既没有压缩，也没有做 Base64。`
    case 'page':
      return rich`这是一个 HTML 或 XML 页面，不是 UserSig：服务端返回了页面，可能是错误页。`
    case 'jwt':
      return rich`这是一个 JSON Web Token（JWT），不是 UserSig。`
    case 'two-parts':
      return rich`这是用点号连接的两段（点在第 ${dot + 1} 个字符），是仿照 JWT 自制的 Token${
        signature === 'first' ? '（签名在前，内容在后）' : signature === 'last' ? '（内容在前，签名在后）' : ''
      }。内容部分的信息未经验证。`
    case 'hex':
      return hexOf === 'container'
        ? rich`这是十六进制文本；UserSig 要求 Base64。`
        : rich`这是十六进制文本，不是 UserSig。`
    case 'hmac':
      return hexOf === 'hmac'
        ? rich`这是 ${bytes * 2} 位十六进制数字，不是 UserSig：只有一个 HMAC，缺少外层容器；也可能是密钥。`
        : rich`里面正好是 ${bytes} 字节，不是 UserSig：只有一个 HMAC，缺少外层容器。`
    case 'behind-padding':
      return rich`末尾的填充字符后面还有内容：第 ${(index ?? 0) + 1} 个字符起的 ${code(given)} 不属于 UserSig。`
    case 'text-lines':
      return rich`里面是待签名的几行文本（${code('TLS.identifier:…')}），既不是 JSON，也没有压缩。`
    case 'base64-layer':
      return rich`它做了两次 Base64：解开一层，里面还是 Base64 文本。`
    case 'plain-json':
      return rich`里面的 JSON 没有压缩：生成代码漏了 zlib 这一步。`
    case 'gzip':
      return rich`它用的是 gzip 压缩；UserSig 要求 zlib。`
    case 'raw-deflate':
      return rich`它是裸 deflate（raw deflate）数据，缺少 zlib 的头部和校验和。`
    case 'case-changed':
      return rich`途中大小写被改过；UserSig 区分大小写。`
    case 'no-start':
      return rich`它的开头不像 UserSig（${code('eJ')} 或 ${code('eA')}）：要么缺了开头，要么是别的内容。`
    case 'not-a-sig':
      return rich`这不是 UserSig：它不是用 UserSig 字符表写成的 Base64。`
  }
}

export function containerRemedy({ looksLike, hexOf }: Params): Rich {
  if (looksLike === undefined) return COPY_AGAIN
  switch (looksLike) {
    case 'unset-variable':
    case 'object-as-text':
      return rich`请检查传递 UserSig 的代码：先等服务端返回，再从返回结果里取出 UserSig，然后登录。`
    case 'placeholder':
      return rich`请传入服务端生成的 UserSig。`
    case 'json':
      return rich`请使用服务端用官方库生成的 UserSig。如果这是服务端返回的错误，请先解决那个错误。`
    case 'page':
      return rich`请打开客户端获取 UserSig 的 URL，先修好那里的返回内容。`
    case 'two-parts':
      return rich`${LIBRARY}HMAC 应作为 ${code('TLS.sig')} 放进 JSON，而不是放在旁边。${FORM}`
    case 'hmac':
      return rich`${LIBRARY}HMAC 只是其中的 ${code('TLS.sig')} 字段。${FORM}`
    case 'hex':
      return hexOf === 'container'
        ? rich`压缩后的字节请用 Base64 编码，不要用十六进制。${FORM}`
        : rich`${LIBRARY}${FORM}`
    case 'behind-padding':
      return rich`请检查代码在末尾拼接了什么：Lua 的 ${code('gsub')} 会多返回一个次数，其他语言里可能是行号或计数。`
    case 'base64-layer':
      return rich`只编码一次：去掉服务端多余的那次 Base64，或在客户端先解码。`
    case 'plain-document':
    case 'text-lines':
    case 'plain-json':
    case 'gzip':
    case 'raw-deflate':
      return rich`${LIBRARY}${FORM}`
    case 'jwt':
      return rich`请传入 UserSig，而不是业务自己的登录 Token。UserSig 由服务端用官方库生成。`
    case 'case-changed':
    case 'no-start':
    case 'not-a-sig':
      return COPY_AGAIN
  }
}
