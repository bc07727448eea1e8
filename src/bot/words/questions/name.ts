import { isHanName } from './han-names.ts'
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

// Words that stand where a name could, and name nobody.
const NOBODY = new Set(
  (
    'i me my mine we us our ours you your yours he him his she her hers they them their theirs it its this that these ' +
    'those who whom whose someone somebody anyone anybody everyone everybody nobody noone no-one one ones the a an any ' +
    'all some each every no not none neither both either other others another there here what which when where why how ' +
    'is are was were be been being am do does did has have had can could will would shall should may might must ' +
    'user users member members person people customer customers client clients account accounts guy group groups chat ' +
    'device devices phone phones iphone android app apps application push pushes pushing notification notifications ' +
    'notif notifs alert alerts message messages msg msgs error errors code codes server servers system service services ' +
    'bot sig sigs usersig usersigs signature token tokens certificate status state history now again today yesterday ' +
    'tomorrow please pls thanks and or but if then for from to of in on at with by as about since until so too also ' +
    'still just only get gets got getting receive receives send sends sent tell show check test try work works working ' +
    'yes ok okay hi hello hey help more less new old better worse problem problems issue issues nothing something ' +
    'anything everything login online offline im up down out wrong yet ever anymore always really very much guys team ' +
    'offline background foreground mobile ios ipad apns fcm huawei xiaomi oppo vivo honor meizu firebase vendor channel ' +
    'github gitlab git origin master main prod production staging repo branch remote release code npm docker registry ' +
    'deploy build pipeline job project ticket email mail slack discord sms logs log docs dashboard console config page ' +
    'update report needed required received arrived delivered failed failing fails broken enabled disabled lost ' +
    'back in first later soon tomorrow tonight twice carefully everywhere button thing things idea reason last next previous really sure seriously huh hm hmm sorry pardon done ready correct ' +
    'right true eh um wow lol fixed resolved lunch good fine great cool nice maybe'
  ).split(' '),
)

/** Letters and words that are in questions and hardly in names. */
const NOT_A_NAME =
  /[我你您他她它们谁哪这那啥吗呢吧么的了是不没收推请查看问给再]|推送|消息|通知|用户|账号|大家|所有|有人|什么|为何|设备|手机|在线|离线|登录|登陆|状态|历史|记录|证书|测试|诊断|排查|错误|报错|服务|系统|应用|群|日志|天气|代码|线上|后台|前台|声音|来电|话题|一个|一下|重新|谢谢|弹|情况|问题|现在|今天|昨天|最近/u

/** The name that a word or a quoted value gives; null: it names nobody. `@alice` is how people address alice. */
export function nameOf(word: string, { valueOf }: Masked): string | null {
  const quoted = valueOf(word)
  if (quoted !== null) return quoted.trim() === '' ? null : quoted.trim()
  const bare = word.replace(/^@(?=[A-Za-z0-9_])/, '').replace(/[.@#~|/+-]{1,5}$/, '')
  if (bare === '' || NOBODY.has(bare.toLowerCase())) return null
  if (/^\p{Script=Han}/u.test(bare) && (NOT_A_NAME.test(bare) || !isHanName(bare))) return null
  return bare
}
