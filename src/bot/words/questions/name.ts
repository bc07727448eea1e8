import { isHanName } from './han-names.ts'
import { isNobody } from './nobody.ts'
import { MASK, type Masked } from './quoted.ts'

// Plain ranges, and forms without the flag `u`: hundreds of `\p{L}` beside the flag `i` take seconds to compile.
const HAN = String.raw`\u3400-\u9fff\uf900-\ufaff`
const MARKS = String.raw`\s!"$%&'()*,:;<=>?\[\\\]^\x60{}\u00a1-\u00bf\u2000-\u206f\u3000-\u303f\ue000-\uf8ff\ufe30-\uffef`
/** A word of letters that are not Chinese, and what stands inside ids. */
const LATIN = String.raw`@?(?:\+(?=\d))?[^.@#~|/+\-${MARKS}${HAN}][^${MARKS}${HAN}]{0,98}`

/** A name among English words: quoted, or one word of one script. */
export const name = (group: string): string => String.raw`(?<${group}>${MASK}|${LATIN}|[${HAN}][${HAN}\d·]{1,19})`

/** A name among Chinese words, where nothing need stand between them: of Chinese letters as few as will do. */
export const nameZh = (group: string): string =>
  String.raw`(?<${group}>${MASK}|${LATIN}(?![\d_a-z])|[${HAN}]{2,8}?\d{0,12})`

/** A name that nobody takes for a Chinese word. */
export const nameLatin = (group: string): string => String.raw`(?<${group}>${MASK}|${LATIN})`

/** Letters and words that are in questions and hardly in names. */
const NOT_A_NAME =
  /[我你您他她它们谁哪这那啥吗呢吧么的了是不没收推请查看问给再]|推送|消息|通知|用户|账号|大家|所有|有人|什么|为何|设备|手机|在线|离线|登录|登陆|状态|历史|记录|证书|测试|诊断|排查|错误|报错|服务|系统|应用|群|日志|天气|代码|线上|后台|前台|声音|来电|话题|一个|一下|重新|谢谢|弹|情况|问题|现在|今天|昨天|最近/u

/** The name that a word or a quoted value gives; null: it names nobody. `@alice` is how people address alice. */
export function nameOf(word: string, { valueOf }: Masked): string | null {
  const quoted = valueOf(word)
  if (quoted !== null) return quoted.trim() === '' ? null : quoted.trim()
  const bare = word.replace(/^@(?=[A-Za-z0-9_])/, '').replace(/[.@#~|/+-]{1,5}$/, '')
  if (bare === '' || isNobody(bare)) return null
  if (/^\p{Script=Han}/u.test(bare) && (NOT_A_NAME.test(bare) || !isHanName(bare))) return null
  return bare
}
