import type { Several } from './around-english.ts'
import { nameZh } from './name.ts'

const SOMEBODY = '(?:用户|客户|顾客|玩家|同事|学员|商家|业务|客服|测试|运营|同学|人)'
const TOLD = '(?:反馈说?|反映说?|报告说?|投诉说?|说|称|表示|告知|提到|讲)'

/** What people write before their question, in any order. */
export const LEAD_ZH = new RegExp(
  `^(?:[ ,，:：.!?-]|你好|您好|哈喽|早上好|下午好|大佬|大家好?|各位|老师|同学们?|医生|请问一?下?|请教一?下?|请|帮我们?|帮忙|帮|麻烦您|麻烦你?|辛苦|劳驾|能不能|能否|可以|想问一?下?|问一下|问下|想知道|我想知道|我想|想|求助|急|紧急|看看|看一看|看一下|看下|瞅瞅|查一查|查一下|查查|查下|查询一?下?|查看一?下?|查|检查一?下|检查|分析一下|确认一?下|告诉我|(?:有|有个|有一个|又有|线上|我们|我们的|咱们的?)?${SOMEBODY}(?:${TOLD})[ ,:，：]{0,2}|现在|目前|那么|那|(?:咋回事|怎么回事|什么情况|啥情况|为什么|为啥)(?=[ ,，:：a-z0-9\\ue000-\\uf8ff])|(?:我看|好像|貌似|似乎|发现|听说|不知道)(?=[a-z0-9\\ue000-\\uf8ff为])){1,8}`,
  'i',
)

/** What they write after it. */
export const TRAIL_ZH =
  /(?:谢谢|多谢|感谢|谢了|辛苦了?|拜托了?|急+|在线等|(?<=[,.!?] ?)(?<call>(?:请|麻烦|帮忙|帮我|求|大家|能不能|能否|可以|有空)*(?:看看|看下|看一下|查下|查查|查一下|排查|排查一下|排查下|处理|处理下|处理一下|协助|帮忙|帮看下|确认下|确认一下|分析下|分析一下|求助|帮助|解决|支持)(?:呢|吗|吧|是为什么|原因)?|(?:是)?(?:为什么|为啥|怎么回事|咋回事|咋办|咋整|怎么办|什么情况|啥情况|什么原因|啥原因)呢?)|[ ?.!,;:…~、-]){1,8}$/

const WHO = `(?:(?:有|有个|有一个|线上|我们|我们的|咱们的?|这个|一个|某个){0,3}(?:(?:${SOMEBODY}|账号|帐号)[ :#]{0,2}|(?:user_?id|uid|id)(?:[ :#=]{1,2}|[为是]|(?=[\\ue000-\\uf8ff])))){0,3}`
const REPORT = new RegExp(
  `^${WHO}${nameZh('reporter')}(?:这边|那边|同学|用户|客户|昨天|今天|刚才|刚刚|也|又|一直|来){0,3}${TOLD}[ ,:]{0,3}(?:自己|本人|他|她|它)?(?:的)?(?<rest>.{1,200})$`,
  'i',
)

/** "alice 反馈收不到推送" is "alice 收不到推送"; what is told may as well be about somebody else. */
export function readingsZh(words: string): readonly string[] {
  const { reporter, rest } = REPORT.exec(words)?.groups ?? {}
  return reporter === undefined || rest === undefined ? [words] : [words, rest, `${reporter}${rest}`]
}

const LISTED = String.raw`(?:[\ue000-\uf8ff]|@?[A-Za-z0-9_][\w.@+#|/-]{0,98}|[\u3400-\u9fff]{2,4}?(?=收不|没|都|也|[、,&和与跟及]))`
const SEVERAL = new RegExp(
  String.raw`(?<list>(?<first>${LISTED})(?:(?: ?[、,&] ?| ?和 ?| ?与 ?| ?跟 ?| ?及 ?| and )${LISTED}){1,50})(?:他们|两个用户|两个人|俩)?都?`,
  'i',
)

const PARTS = / ?(?:[、,&和与跟及]| and ) ?/i

/** A text that names several users, with one of them in place of all; null: it names no list. */
export function severalInZh(words: string, isName: (word: string) => boolean): Several | null {
  const found = SEVERAL.exec(words)
  const { first, list } = found?.groups ?? {}
  if (found === null || first === undefined || list === undefined) return null
  const names = list.split(PARTS).filter((each) => each !== '')
  return names.length > 1 && names.every(isName) ? { words: words.replace(found[0], () => first), names } : null
}
