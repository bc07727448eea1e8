import type { Cues } from './cues.ts'

/** What is asked about users that a text names, by words that give it away. */
export interface UserTopic {
  command: string
  isMeant: (text: string, cues: Cues) => boolean
  /** The argument that takes who is named. */
  takes: 'user' | 'id'
  /** More than one at a time. */
  several?: true
  /** A length of time that is said belongs to this argument. */
  length?: 'for'
}

/** What speaks of making a signature, and is no plain request for one, asks for nothing else. */
const SIGNING =
  /\b(?:generate|create|issue|make|mint|sign|give|need|new)\b.{0,30}\b(?:user ?)?sigs?(?:nature)?\b|(?:生成|签发|创建|签|要|给.{0,40}[发开弄做]).{0,30}(?:user ?sig|签名|票据)/i
const TEST =
  /\b(?:send|fire|trigger|run|do|make|push|try|give|perform)\b.{0,40}\b(?:test|trial|something|one|a push|an? notification)\b|\btest\b.{0,12}\b(?:push(?:es)?|notifs?|notifications?|delivery)\b|^test (?:the )?push|(?:发|推|做|来|跑|打|弹)(?:送|个|一?[条个次下]){0,3}.{0,4}(?:测试|试试|试一下|看看|通知)|测试(?:一下|下)?(?:推送|通知|消息)|推送测试|推(?:送)?一?[条个下]/i
const REFUSAL =
  /\b(?:don'?t|do not|never|no need to|stop) (?:\w+ )?(?:send|sending|fire|trigger|run|push|test)(?:ing)?\b|(?:别|不要|不用|不必|无需|停止)再?(?:给|对|向|发|推|测)/i
const UNWATCH =
  /\b(?:unwatch|(?:stop|cancel|end|quit) (?:the )?(?:watch(?:ing)?|monitoring|tracking|following)|no longer (?:watch|monitor|track)|(?:don'?t|do not|no need to|need not) (?:keep |go on )?(?:watch|monitor|track)(?:ing)?|end (?:the )?watch)\b|(?:别|不要|不用|无需|取消|停止|停掉|停|结束|不)再?(?:继续)?(?:对.{0,40}的?)?(?:盯|关注|监测|监控|观察|跟踪|看着)/i
const WATCH =
  /\b(?:watch|monitor|track)\b|\b(?:keep|start|go on|continue) (?:on )?(?:watching|monitoring|tracking)\b|\bkeep (?:an eye|watch|track|tabs) (?:on|of)\b|\b(?:notify|tell|alert|ping|inform|warn|message) (?:me|us|this channel|the team) (?:when|if|once|as soon as|the moment)\b|\blet (?:me|us) know (?:when|if|once|as soon as)\b|盯|关注|监测|监控|观察一下|跟踪|(?:告诉|通知|提醒|喊|叫|回|知会)(?:我|我们|下我|一下我|大家)|(?:能收到|可达|上线|恢复|好)了?.{0,10}(?:说|告诉|通知|提醒|叫).{0,4}(?:一声|一下|下|我)/i
/** "alert us if a push to bob fails": whatever is said to happen then. */
const TELL_WHEN =
  /^(?:please |pls |can you |could you )?(?:(?:notify|alert|ping|inform|warn) (?:me|us|this channel|the team) (?:when|if|once|as soon as)|(?:tell|message) (?:me|us) (?:when|once|as soon as)|let (?:me|us) know (?:when|once|as soon as))\b/i

export const speaksOfSigning = (text: string): boolean => SIGNING.test(text)
/** "don't send bob a test push": it asks for none. */
export const refusesTest = (text: string): boolean => REFUSAL.test(text) && /test|测试/i.test(text)
export const asksToTell = (text: string): boolean => TELL_WHEN.test(text)

const DEVICES =
  /\b(?:devices?|phones?|handsets?|push tokens?|tokens?|phone model|registration ?ids?)\b|\bregistered\b|设备|手机型号|什么手机|啥手机|哪款手机|机型|token|令牌|什么系统|苹果还是安卓|安卓还是苹果/i
const HISTORY =
  /\b(?:history|timeline|time line)\b|\bwhat(?:'s| has| did| was)? (?:happen(?:ed|s)?|go(?:ing)? on|went on|been going on)\b|\bhappen(?:ed|s)? (?:to|with)\b|\bwhat (?:did|does|has|have)\b.{1,60}\b(?:receive|received|get|got|gotten|see)\b|\blast (?:push|notification|seen|online|login|message)\b|\bwhen (?:did|was|were|has)\b|\b(?:which|what|how many) (?:push(?:es)?|notifications?)\b|历史|记录|时间线|发生|什么时候|何时|最后一次|上一次|上次|最近一次|(?:推|发|收到)了?(?:哪些|什么|几条|多少)|经历/i
const STATUS =
  /\b(?:online|offline|on ?line|logged|log ?(?:in|on|out)|signed|sign ?(?:in|out)|connected|disconnected|status|presence|state|reachable|background|foreground|kicked|active|exist)\b|在线|离线|登录|登陆|登出|连上|连着|上线|下线|掉线|状态|在不在|在吗|被踢|存在|前台|后台/i

/** Tried in turn. What does not arrive is asked about before devices and states, which it may speak of as well. */
export const USER_TOPICS: readonly UserTopic[] = [
  { command: 'im.watch.stop', takes: 'id', isMeant: (text) => UNWATCH.test(text) },
  {
    command: 'im.watch.add',
    takes: 'user',
    length: 'for',
    isMeant: (text, { complaint }) => (WATCH.test(text) && !complaint) || asksToTell(text),
  },
  { command: 'push.check', takes: 'user', isMeant: (text, { complaint }) => TEST.test(text) && !complaint },
  {
    command: 'push.devices',
    takes: 'user',
    isMeant: (text, { complaint, asking }) => DEVICES.test(text) && asking && !complaint,
  },
  {
    command: 'push.history',
    takes: 'user',
    isMeant: (text, { complaint, asking }) => HISTORY.test(text) && asking && !complaint,
  },
  {
    command: 'push.why',
    takes: 'user',
    several: true,
    isMeant: (_, { push, complaint, asking }) => complaint || (push && asking),
  },
  {
    command: 'im.status',
    takes: 'user',
    several: true,
    isMeant: (text, { asking }) => STATUS.test(text) && asking,
  },
]
