import { isLacking } from './english-words.ts'

/** What a text speaks of, by words that give it away whatever stands around them. */
export interface Cues {
  /** Pushes are spoken of by name. */
  push: boolean
  /** Something does not arrive, or does not work. */
  complaint: boolean
  /** It asks: a question mark, why, whether, a call for help. */
  asking: boolean
}

const PUSH =
  /\bpush(?:es|ed|ing|able)?\b|\bnotif(?:s|y|ied|ications?)?\b|\bbanners?\b|推送|通知|\bpush|推不|没推|消息提醒|离线消息/i
const MESSAGE =
  /\b(?:messages?|msgs?|texts?|calls?|alerts?|anything|nothing)\b|\bring(?:s|ing)?\b|消息|提醒|来电|收|响|弹/i
const BROKEN =
  /\b(?:nobody|no ?one|neither|nor|without|broken|breaks?|down|dead|wrong|problems?|issues?|trouble|flaky|slow(?:ly)?|blocked|outages?|unreliable|disappear(?:s|ed)?|only (?:after|when|if|once)|hours later)\b/i
const LACKING_ZH =
  /收不到|收不着|收不了|没收到|没有收到|未收到|没能收到|接收不到|没有?(?:任何|离线|消息|系统)?(?:推送|通知|提醒|消息|弹|响|声音|反应)|无(?:推送|通知|离线推送)|不(?:推送|弹|响|提醒|通知)|推(?:送)?不(?:到|了|过)|没(?:有)?(?:离线)?消息|推送(?:不到|不了)|失败|异常|有问题|延迟|很慢|太慢|好几个|几个小时|丢失|丢了|漏|坏了|挂了|什么都没有|才(?:能|会|可以)?(?:收到|看到|有)|只能?收到|(?:群聊?里?|后台|离线|锁屏|安卓|苹果|ios|进程)后?[^,.，。]{0,4}(?:没有|没|不行|不到)|不成功|故障|不行|不好使|没了|不来/
const ASKING =
  /[?？]|\b(?:why|how|what|whats|when|which|who|where|whether|help|check|investigate|look|show|list|give|find|tell)\b|^(?:(?:so|and|but|hey|hi|hello|ok|okay|please|pls|team|all|guys|um|well)[, ]{1,2}){0,4}(?:is|are|was|were|does|do|did|can|could|has|have|any)\b|(?:'s|s') (?:push )?(?:tokens?|devices?|phone|history|status|state)\W*$|为什么|为啥|怎么|吗|呢|么|是不是|是否|有没有|能不能|能否|多少|几|谁|什么|哪|排查|帮|看|查|求/i

export const cuesOf = (text: string): Cues => ({
  push: PUSH.test(text),
  complaint: (PUSH.test(text) || MESSAGE.test(text)) && (isLacking(text) || BROKEN.test(text) || LACKING_ZH.test(text)),
  asking: ASKING.test(text),
})
