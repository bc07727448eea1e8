import type {
  DifferenceKind,
  FieldProblem,
  NumberSlip,
  Repair,
  SigningMistake,
  UserDifference,
  UsersigFindingParams,
} from '../../../diagnostics/usersig/finding.ts'
import { code, rich, type Rich } from '../../rich.ts'
import { within } from './push-proof.ts'
import { ALPHABETS } from './usersig-containers.ts'

const joined = (parts: readonly Rich[], mark: string): Rich =>
  parts.flatMap((part, at) => [...(at > 0 ? [mark] : []), ...part])

const REPAIRS: Readonly<Record<Repair, string>> = {
  entities: '还原了 HTML 实体',
  link: '去掉了客户端自动生成的链接',
  'code-fence': '去掉了外面的代码块',
  emphasis: '去掉了加粗、斜体或删除线标记',
  'eaten-characters': '补回了被格式吞掉的字符',
  'smart-punctuation': '还原了被自动替换的破折号和引号',
  'full-width': '把全角字符还原成半角',
  'quote-mark': '去掉了行首的引用符号',
  label: '去掉了前面的标签文字',
  'json-wrapper': '从外层的 JSON 或 URL 中取出',
  escape: '去掉了反斜杠',
  padding: '补回了末尾丢失的填充符',
  alphabet: '从另一种 Base64 字符表换回 UserSig 的字符表',
}

const MISTAKES: Readonly<Record<SigningMistake, string>> = {
  'key-surrounding-white-space': '密钥首尾多了空格或换行',
  'key-quoted': '密钥连同引号一起用了',
  'key-upper-case': '密钥被转成了大写',
  'key-lower-case': '密钥被转成了小写',
  'key-hex-decoded': '密钥被当作十六进制解码了；应按控制台显示的文本原样使用',
  'key-base64-decoded': '密钥被当作 Base64 解码了；应按控制台显示的文本原样使用',
  'key-last-character-lost': '密钥少了最后一个字符',
  'key-empty': '密钥为空',
  'key-and-content-swapped': '计算 HMAC 时密钥和待签名文本传反了',
  'content-without-last-line-feed': '待签名文本最后一行缺少换行符',
  'content-crlf': '待签名文本用了 CRLF 换行；应只用 LF',
  'content-literal-line-feed': '待签名文本里的 \\n 是反斜杠加字母 n 两个字符，而不是换行符',
  'content-joined-by-ampersand': '待签名文本的各行用 & 连接，而不是换行符',
  'content-joined-by-nothing': '待签名文本的各行直接拼接，没有换行符',
  'content-other-separator': '待签名文本的各行用了换行符以外的分隔符',
  'content-equals-sign': '待签名文本的字段名和值之间用了 = 而不是 :',
  'content-blank-after-colon': '待签名文本的冒号后面多了空格',
  'content-sdkappid-first': '待签名文本里 TLS.sdkappid 排在了 TLS.identifier 前面；顺序应相反',
  'content-expire-before-time': '待签名文本里 TLS.expire 排在了 TLS.time 前面；顺序应相反',
  'content-other-order': '待签名文本的行顺序不对：应为 identifier、sdkappid、time、expire',
  'content-v1-names': '待签名文本用了 1.0 版的字段名',
  'content-names-without-prefix': '待签名文本的字段名缺少 TLS. 前缀',
  'content-other-names': '待签名文本的字段名不是 TLS.identifier、TLS.sdkappid、TLS.time、TLS.expire',
  'content-without-names': '待签名文本只有值，没有字段名',
  'content-line-missing': '待签名文本少了一行',
  'content-extra-line': '待签名文本多了一行（TLS.ext、TLS.ver、空的 userbuf 之类）',
  'content-json': '对 JSON 签了名；应签 TLS.identifier:… 到 TLS.expire:… 这几行文本',
  'content-formula': '照搬了文档里的公式；那只是四行文本的示意',
  'content-encoded': '待签名文本在签名前又做了一次编码',
  'content-other-charset': '待签名文本没有使用 UTF-8',
  'content-expire-as-end': '待签名文本的 TLS.expire 写成了到期时间点，应为有效时长',
  'content-expire-in-milliseconds': '待签名文本的 TLS.expire 用了毫秒',
  'content-expire-in-days': '待签名文本的 TLS.expire 用了天数',
  'content-time-in-milliseconds': '待签名文本的 TLS.time 用了毫秒',
  'content-value-unset': '待签名文本里有值为空或未赋值',
  'json-time-differs': 'JSON 里的 TLS.time 与待签名文本不一致，多半是单位不同',
  'json-expire-differs': 'JSON 里的 TLS.expire 与待签名文本不一致：单位不同，或写成了到期时间点',
  'content-identifier-percent-encoded': 'UserID 在签名前被做了 URL 编码',
  'content-identifier-normalised': 'UserID 在签名前被转换成了另一种 Unicode 形式',
  'content-identifier-lower-case': 'UserID 在签名前被转成了小写',
  'content-identifier-trimmed': 'UserID 在签名前被去掉了首尾空格',
  'content-identifier-quoted': 'UserID 签名时带上了引号',
  'signature-hex': 'TLS.sig 写成了 HMAC 的十六进制文本；应为其字节的 Base64',
  'signature-other-hash': 'TLS.sig 用了别的哈希算法；应为 HMAC-SHA256',
  'signature-not-keyed': 'TLS.sig 只是密钥与文本拼接后的哈希；应为 HMAC-SHA256',
  'signature-usersig-alphabet': 'TLS.sig 用了 UserSig 的字符表（* - _）；应为标准 Base64（+ / =）',
  'signature-url-alphabet': 'TLS.sig 用了 Base64url（- _）；应为标准 Base64（+ / =）',
  'signature-without-padding': 'TLS.sig 末尾缺少填充字符 =',
  'signature-encoded-twice': 'TLS.sig 做了两次 Base64',
  'signature-url-encoded': 'TLS.sig 被 URL 编码，或其中的 + 变成了空格',
  'signature-white-space': 'TLS.sig 里带了换行或空格',
}

const SLIPS: Readonly<Record<NumberSlip, string>> = {
  negative: '它是负数；请检查是不是减反了',
  overflow: '它是负数，32 位整数溢出了，多半用了毫秒；请用秒和 64 位整数',
  fraction: '它带小数；请把时间向下取整到秒',
  exponent: '它带指数，是按浮点数写出的；请用整数',
  zero: '它是 0；请检查是否有变量没有赋值',
  microseconds: '看起来是微秒',
  nanoseconds: '看起来是纳秒',
  'too-large': '数值过大',
}

const NUMBERS = new Set(['TLS.sdkappid', 'TLS.time', 'TLS.expire'])
const TYPES: Readonly<Record<string, string>> = {
  string: '字符串',
  number: '数字',
  boolean: '布尔值',
  object: '对象',
  array: '数组',
}

/** All that is wrong with the members, the missing ones first. */
export function fieldProblems(problems: readonly FieldProblem[]): Rich {
  const missing = problems.filter((each) => each.problem === 'missing')
  const types = problems.filter((each) => each.problem === 'wrong-type')
  const values = problems.filter((each) => each.problem === 'wrong-value')
  const sentences: Rich[] = []
  if (missing.length > 0) {
    const names = missing.map(({ field, instead }) =>
      instead === undefined ? rich`${code(field)}` : rich`${code(field)}（只有 ${code(instead)}）`,
    )
    sentences.push(rich`缺少字段 ${joined(names, '、')}。`)
  }
  if (types.length > 0) {
    const names = types.map(
      ({ field, type }) =>
        rich`${code(field)}（现为${TYPES[type] ?? ` ${type}`}，应为${NUMBERS.has(field) ? '数字' : '字符串'}）`,
    )
    sentences.push(rich`JSON 类型不对：${joined(names, '、')}。`)
  }
  for (const { field, value, slip } of values) {
    const should = field === 'TLS.sdkappid' ? '大于 0 的整数' : '大于 0 的整数秒'
    sentences.push(rich`${code(field)} 的值 ${code(value)} 不是${should}：${SLIPS[slip]}。`)
  }
  return joined(sentences, '')
}

export function keyMessage({ fits, mistakes, previousKey, notAKey }: UsersigFindingParams['wrong-key']): Rich {
  if (notAKey === true)
    return rich`签名与这里配置的 SecretKey 对不上，但这里配置的并不是有效的 SecretKey（64 位小写十六进制数字），所以不能据此判断签发服务有问题。`
  if (mistakes !== undefined) {
    const slips = mistakes.map((mistake) => MISTAKES[mistake]).join('；')
    const which =
      fits === undefined
        ? previousKey === true
          ? rich`该应用以前的密钥能对上`
          : '密钥是对的'
        : rich`另一个应用 ${code(fits)} 的${previousKey === true ? '旧' : ''}密钥能对上`
    return rich`${which}，但签名方式有误：${slips}。`
  }
  return fits === undefined
    ? rich`签名对不上：要么密钥不对，要么待签名文本不对。这里配置的密钥都对不上，签名代码的常见错误也解释不了。`
    : rich`它是用另一个应用的密钥签的：${code(fits)} 的密钥能对上。`
}

export function keyRemedy({ fits, mistakes, notAKey }: UsersigFindingParams['wrong-key']): Rich {
  if (notAKey === true) return rich`请把 IM 控制台该应用页面上的 SecretKey 填进配置，再校验一次。`
  if (fits !== undefined)
    return rich`请让签发服务使用同一个应用的 SDKAppID 和 SecretKey。${mistakes === undefined ? '' : '同时改正签名代码，或改用官方库。'}`
  return mistakes === undefined
    ? rich`区分方法：用官方库和签发服务正在用的密钥，对同样的值签名，再到这里校验。如果有效，说明你们的代码拼错了待签名文本；如果仍对不上，说明服务端的密钥不是这个应用的，请到 IM 控制台重新复制 SecretKey（64 位十六进制数字，不是云 API 密钥）。`
    : rich`请在服务端的签名代码里改正，或改用官方库；之后新签发的 UserSig 就都是好的。`
}

const DIFFERENCES: Readonly<Record<DifferenceKind, string>> = {
  'space-before': '开头的空格',
  'space-after': '末尾的空格',
  'space-inside': '中间的空格',
  invisible: '不可见字符',
  case: '大小写',
  'unicode-form': 'Unicode 形式（组合或分解）',
  'full-width': '全角字符',
  'look-alike': '形似的字符',
}

/** In what alone two UserIDs differ, and where. */
export function userDifference({ kinds, at, expected, actual }: UserDifference): Rich {
  const point = (letter: string | null) => (letter === null ? '没有字符' : `是 ${letter}`)
  return rich`两者只差${kinds.map((kind) => DIFFERENCES[kind]).join('、')}：第 ${at + 1} 个字符，UserSig 里${point(actual)}，查询的 UserID ${point(expected)}。UserID 按原样逐字比较。`
}

export function markupMessage({ repairs, restored = 0, proved, alphabet }: UsersigFindingParams['markup']): Rich {
  if (alphabet !== undefined) {
    return alphabet === 'mixed'
      ? rich`它用的是${within(ALPHABETS.mixed).trimEnd()}：生成代码只替换了一部分 ${code('+')} ${code('/')} ${code('=')}。直接用这段文本登录会报 70003。`
      : rich`它用的是${within(ALPHABETS[alphabet]).trimEnd()}，而不是 UserSig 的字符表（${code('*')} ${code('-')} ${code('_')}）：生成代码漏了或写错了最后的替换。直接用这段文本登录会报 70003。`
  }
  const undone = repairs.map((repair) => REPAIRS[repair]).join('；')
  if (!proved) return rich`读取前尝试过以下处理，但没有成功：${undone}。`
  if (repairs.every((repair) => repair === 'label' || repair === 'json-wrapper')) return rich`校验前：${undone}。`
  const found = restored === 0 ? '' : `找回了 ${restored} 个丢失的字符。`
  return rich`这段文本在粘贴途中受损，已修复：${undone}。${found}修复结果由内部的校验和证实。`
}

export function markupRemedy({ repairs, proved, alphabet }: UsersigFindingParams['markup']): Rich {
  if (alphabet !== undefined)
    return rich`请在签名代码里，标准 Base64 之后把所有 ${code('+')} 换成 ${code('*')}、${code('/')} 换成 ${code('-')}、${code('=')} 换成 ${code('_')}${
      alphabet === 'mixed' ? rich`（JavaScript 的 ${code('replace()')} 传字符串时只替换第一个）` : ''
    }，或改用官方库。`
  if (!proved) return rich`请先处理上面的错误。`
  return repairs.every((repair) => repair === 'label' || repair === 'json-wrapper')
    ? rich`客户端只需要 UserSig 本身。`
    : rich`请把签名放进代码块里粘贴。如果客户端拿到的就是受损的文本，仅此一点就会登录失败。`
}
