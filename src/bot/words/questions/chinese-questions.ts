import { nameZh } from './name.ts'
import type { Topic, UserQuestion } from './user-questions.ts'

// Blanks beside Chinese letters are gone before these are tried.
const USER = `(?:用户|账号)?${nameZh('user')}`
const FROM = `(?:用户)?${nameZh('from')}`
const USERS = String.raw`(?<users>\S.{0,500}?)`

const WHY = '(?:为什么|为啥|为何|怎么|咋|是不是|是否)'
const FILL =
  '(?:为什么|为啥|为何|是不是|是否|怎么会|怎么|咋|最近|现在|目前|当前|突然|总是|老是|一直|经常|偶尔|有时候?|好像|似乎|已经|居然|根本|完全|还是|还|都|又|就|也|会|这个用户|这个账号|的?(?:苹果|安卓|华为|小米|荣耀|vivo|oppo|iphone|ios|android)?手机上?|的?(?:iphone|ios|android|安卓)(?:上|端)?|的设备|那边|这边|在群里|在后台|后台|离线时|离线的时候|离线(?:后|之后)|离线|锁屏(?:时|后)|退到后台后?|切到后台后?|切后台后?|杀(?:掉)?进程后)'
const KIND =
  '(?:推送消息|消息推送|推送通知|通知推送|离线推送|推送|消息通知|通知栏消息|通知|消息|push|提醒)(?:消息|通知|提醒)?'
const OBJECT = `(?:到|消息的|任何|所有|离线|手机|系统|厂商|群|新|的|过|了|一条|这条|那条|app|im|im的){0,5}${KIND}`
const NOT_GET =
  '(?:收不到|没有收到|没收到|未收到|接收不到|接不到|没接到|不能收到|不能接收|无法收到|无法接收|收不着|收不了|没能收到|没有接收到|看不到|没看到|没有看到|没有|没弹出?|没|无)'
const WHAT_IS_IT =
  '(?:了|呢|吗|啊|呀|是为什么|是为啥|是怎么回事|怎么回事|怎么办|什么原因|是什么原因|为什么|怎么了|怎么解决|怎么处理|的原因|的问题){0,3}'
const FAILED =
  '(?:有问题|有什么问题|不了|出问题了?|出了什么问题|有故障|坏了|不行了?|不正常|异常|失败了?|不工作了?|没到|没有到|不到|没来|没有来|收不到了?|没收到|没有收到|正常|怎么样|怎么了|怎么回事|不通|挂了|丢了|没了|延迟|不来|为什么失败)'
const DIAGNOSE = '(?:诊断|排查|分析|定位|检测)(?:一下|下)?'

/** A verb of looking, taken off before: "查一下 alice 的推送" asks, "alice 的推送" alone does not. */
const LOOKING = /^[^a-z0-9]{0,12}?(?:查|看|检查|分析|确认)/i
const IS_ASKED = /吗|么|没有?$|是否|有没有|是不是|在不在|能不能|谁|哪些|什么|怎么|如何/
const isAsked = (words: string, marked: boolean): boolean => marked || LOOKING.test(words) || IS_ASKED.test(words)

const of = (
  command: UserQuestion['command'],
  form: string,
  asked?: (words: string, marked: boolean) => boolean,
): UserQuestion => ({
  command,
  form: new RegExp(`^${form}$`, 'i'),
  ...(asked === undefined ? {} : { isAsked: asked }),
})

const PUSHES: readonly UserQuestion[] = [
  of('push.why', `${WHY}?${USER}${FILL}{0,4}${NOT_GET}${OBJECT}${WHAT_IS_IT}`),
  of(
    'push.why',
    `${WHY}?${USER}${FILL}{0,4}${NOT_GET}到?(?:来自)?${FROM}(?:发来|发送|发给(?:他|她|它)|发出|发)?的?${OBJECT}${WHAT_IS_IT}`,
  ),
  // Of a message that was named before, or in a group: "alice 为什么没收到".
  of('push.why', `${WHY}?${USER}${FILL}{0,4}(?:收不到|没有收到|没收到|未收到)${WHAT_IS_IT}`),
  of(
    'push.why',
    `${WHY}?${FROM}(?:发送|发)?(?:消息|了消息)?给${USER}(?:发送|发|推送)?了?的?(?:${OBJECT})?,?${FILL}{0,3}(?:(?:没有|没|未|不)(?:被)?(?:推送|通知|收到|送达|推)(?:到|成功|出去)?|${NOT_GET}${OBJECT}|${NOT_GET})${WHAT_IS_IT}`,
  ),
  of('push.why', `${WHY}?(?:给|发给|推给|推送给)${USER}的${OBJECT}${FILL}{0,3}(?:${FAILED}|没有?送达)${WHAT_IS_IT}`),
  of('push.why', `${WHY}?${USER}的?${OBJECT}${FILL}{0,3}${FAILED}${WHAT_IS_IT}`),
  of('push.why', `${USER}的${OBJECT}(?:情况|问题)?`, (words) => LOOKING.test(words)),
  of(
    'push.why',
    `${DIAGNOSE}${USER}(?:的?(?:${OBJECT}|账号)?(?:情况|问题|故障)?|${FILL}{0,3}${NOT_GET}${OBJECT}${WHAT_IS_IT})`,
  ),
  of('push.why', `(?:对)?${USER}(?:做|进行)?(?:一次|一下)?(?:推送)?诊断(?:一下)?`),
  of(
    'push.why',
    `${USER}${FILL}{0,2}(?:能不能|能否|可不可以|可以|是否能够?|能够?|会不会|会|有没有|是否)?(?:正常)?(?:收到|收得到|接收到|接收|收)(?:了|到|过)?${OBJECT}(?:了)?(?:吗|么|不|没有?|呢)?`,
    isAsked,
  ),
  of(
    'push.why',
    `${WHY}?${KIND}${FILL}{0,3}(?:没有|没|不|未|无法)(?:推送|推|发|送|通知)?(?:到|给|达)?${USER}${WHAT_IS_IT}`,
  ),
  of('push.why', `${WHY}?${FILL}{0,2}(?:没有|没|不)(?:给)${USER}(?:推送|发推送|发通知|推)(?:消息|通知)?${WHAT_IS_IT}`),
]

const TEST = '(?:测试推送|推送测试|测试消息|测试通知|测试push|推送检测|测试|推送)'
const ONE = '(?:一条|一个|个|条|一次|一下|次)?'

const TESTS: readonly UserQuestion[] = [
  of(
    'push.check',
    `(?:给|向|对|往)${USER}(?:发送|发|推送|推|做|来|进行|执行)${ONE}(?:测试推送|推送测试|测试消息|测试通知|测试push|推送检测|测试)(?:试试|看看)?`,
  ),
  of(
    'push.check',
    `(?:发送|发|推送|推|做|来)${ONE}(?:测试推送|推送测试|测试消息|测试通知|测试push|测试)(?:给|到) ?${USER}`,
  ),
  of('push.check', `(?:测试|试)(?:一下|下)?(?:推送|push|通知)(?:给|到)?${USER}`),
  of(
    'push.check',
    `(?:测试|试)(?:一下|下)?(?:给|向|对)?${USER}的?(?:离线)?(?:推送|push|通知)(?:是否正常|能不能用|正常吗)?`,
  ),
  of('push.check', `(?:给|向|对)${USER}(?:开始|启动|做)${TEST}?检测`),
]

const DEVICES = '(?:登录过?的?|绑定的?|注册的?|推送的?)?(?:设备|手机|终端|机型|型号|token|令牌|证书)'

const DEVICE_QUESTIONS: readonly UserQuestion[] = [
  of(
    'push.devices',
    `${USER}(?:现在|目前|都|一共|总共){0,2}(?:有|在用|用|绑定|使用|登录|注册)(?:了|过|的是|的)?(?:哪些|什么|几个|几台|哪个|哪种|啥|哪台|多少台?|多少个)${DEVICES}`,
  ),
  of(
    'push.devices',
    `${USER}的?(?:所有|全部|推送)?的?${DEVICES}(?:和|及)?(?:token|证书|设备)?(?:列表|信息|情况|有哪些|是什么|都有哪些|有几个|有几台|是哪个|是哪台|是啥)?`,
    (words) => /的|哪|什么|几|列表|信息/.test(words),
  ),
  of('push.devices', `(?:有)?(?:哪些|什么)${DEVICES}(?:登录|绑定)(?:了|过)?${USER}`),
]

const HISTORY = '(?:历史记录|推送历史|推送记录|历史|记录|时间线|时间轴|日志|轨迹|流水)'

const HISTORY_QUESTIONS: readonly UserQuestion[] = [
  of(
    'push.history',
    `${USER}的?(?:所有|全部|最近的?)?(?:离线推送|消息推送|推送|通知|消息|状态|上下线|登录)?的?${HISTORY}(?:有哪些|是什么|呢)?`,
  ),
  of('push.history', `${USER}(?:都|一共)?(?:收到|接收)(?:了|过|到)?(?:哪些|什么|多少|几条)(?:推送|通知|消息推送)`),
  of('push.history', `${USER}(?:的${KIND})?(?:都|到底)?(?:发生了?(?:什么|啥|什么事))(?:了|呢|情况)?`),
]

const NOW = '(?:现在|目前|当前|此刻|都|还|谁|哪些|哪个|哪几个|是否|是不是|有没有|到底|究竟|已经)'
const PARTICLE = '(?:了)?(?:吗|么|没有|没|呢|不|吧)?'

const STATUS_QUESTIONS: readonly UserQuestion[] = [
  of('im.status', `${USERS}${NOW}{0,3}(?:在不在线|在线不在线|在没在线|在不在|在线|离线|在吗)${PARTICLE}`),
  of('im.status', `${USERS}${NOW}{0,3}(?:登录|登陆|登入|上线|下线|掉线|退出登录|退出)${PARTICLE}`, isAsked),
  of(
    'im.status',
    `${USERS}的?(?:在线|登录|登陆|当前|目前|现在的?|im|用户|账号)?(?:状态|在线情况|登录情况)(?:是什么|是啥|怎么样|如何|是|呢|吗)?`,
    (words, marked) => isAsked(words, marked) || /[的a-z0-9]/i.test(words),
  ),
  of('im.status', `${USERS}${NOW}{0,2}是?(?:什么|啥|哪种)(?:在线|登录)?状态`),
]

/** Chinese ways of asking about users, tried in turn. */
export const CHINESE_QUESTIONS: readonly Topic[] = [
  { words: /测试|检测|试/, questions: TESTS },
  { words: /设备|手机|终端|机型|型号|令牌|证书|[\u4e00-\u9fff] ?token/i, questions: DEVICE_QUESTIONS },
  { words: /历史|记录|时间|日志|轨迹|流水|哪些|什么|多少|几条|发生/, questions: HISTORY_QUESTIONS },
  { words: /推送|消息|通知|提醒|收不到|收到|诊断|排查|分析|定位|检测|[\u4e00-\u9fff] ?push/i, questions: PUSHES },
  { words: /在线|离线|在不在|在吗|登录|登陆|登入|上线|下线|掉线|退出|状态|情况/, questions: STATUS_QUESTIONS },
]
