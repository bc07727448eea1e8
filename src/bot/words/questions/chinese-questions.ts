import { nameZh } from './name.ts'
import type { Topic, UserQuestion } from './user-questions.ts'

// Blanks beside Chinese letters are gone before these are tried.
/** What stands before a name. Latin letters are a label only where something parts them from it: `uid_5` is a name. */
const LABEL = String.raw`(?:(?:有|有个|有一个|线上|我们|我们的|咱们的?|这个|一个|某个|用户名?|客户|玩家|账号|帐号)[ :#]{0,4}[为是]?|(?:user_?id|uid|id)(?:[ :#=]{1,4}|[为是] ?|(?=[\ue000-\uf8ff])))`
const USER = `(?:${LABEL}){0,5}${nameZh('user')}(?:(?:(?:这|那)个?)?(?:用户|客户|账号|人))?`
const FROM = `(?:用户)?${nameZh('from')}`
const USERS = String.raw`(?<users>\S.{0,500}?)`

const WHY = '(?:为什么|为啥|为何|怎么|咋|是不是|是否)'
const FILL =
  '(?: ?(?:为什么|为啥|为何|是不是|是否|怎么会|怎么|咋|最近|现在|目前|当前|突然|总是|老是|一直|经常|偶尔|有时候?|好像|似乎|已经|居然|根本|完全|还是|还|都|又|就|也|会|这个用户|这个账号|在群聊里?|刚才|刚刚|这几天|这两天|最近几天|近几天|几天|后来|总|老|打开app(?:才|才能)|只有|(?:app|应用|软件)? ?(?:关闭|关掉|退出|杀掉|杀死|杀|划掉|切到?|退到?|切换到|更新|升级|重装|卸载重装)(?:掉|了)?(?:app|应用|软件|后台|进程|版本)?(?:之后|以后|后|的时候|时)?就?|,|上|ios|的?(?:苹果|安卓|华为|小米|荣耀|vivo|oppo|iphone|ios|android)?手机上?|的?(?:iphone|ios|android|安卓)(?:上|端)?|的设备|那边|这边|在群里|在后台|后台|离线时|离线的时候|离线(?:后|之后)|离线|锁屏(?:之后|以后|的时候|状态下?|时|后|了)?|退到后台后?|切到后台后?|切后台后?|杀(?:掉)?进程后|通知栏上?里?|这))'
const KIND =
  '(?:推送消息|消息推送|推送通知|通知推送|离线推送|推送|消息通知|通知栏消息|通知|消息|push|提醒)(?:消息|通知|提醒)?'
const OBJECT = `(?: ?(?:到|apns|fcm|来电|音视频|语音|视频|声音|消息的|任何|所有|离线|手机|系统|厂商|群|新|的|过|了|一条|这条|那条|app|im|im的)){0,5} ?${KIND}`
const NOT_GET =
  '(?:收不到|没有收到|没收到|未收到|接收不到|接不到|没接到|不能收到|不能接收|无法收到|无法接收|收不着|收不了|没能收到|没有接收到|看不到|没看到|没有看到|没有?弹出?|不弹出?|弹不出|没有?显示|不显示|没有|没|无|缺少|少|漏|丢)'
const WHAT_IS_IT =
  '(?:了|呢|吗|啊|呀|是为什么|是为啥|是怎么回事|怎么回事|怎么办|什么原因|是什么原因|为什么|怎么了|怎么解决|怎么处理|的原因|的问题|是什么情况|什么情况|啥情况|啥原因|咋办|咋整|咋回事|是咋回事|到){0,4}'
const FAILED =
  '(?:有问题|有没有问题|有没有异常|是否正常|是否异常|问题|故障|啥问题|什么问题|有啥问题|报错|失败|出错|有延迟|延时|很慢|慢|太慢|不稳定|时有时无|丢失|丢了?|没有了|不弹|不响|弹不出来?|没弹|不显示|没显示|没有声音|没声音|没反应|不好使|用不了|咋了|咋回事|有什么问题|不了|出问题了?|出了什么问题|有故障|坏了|不行了?|不正常|异常|失败了?|不工作了?|没到|没有到|不到|没来|没有来|收不到了?|没收到|没有收到|正常|怎么样|怎么了|怎么回事|不通|挂了|丢了|没了|延迟|不来|为什么失败)'
const PHONE = '(?:iphone|安卓|苹果|华为|小米|荣耀|vivo|oppo|ios|android)?手机'
const WHAT_HAPPENED =
  '(?:怎么了|怎么回事|咋了|咋回事|出什么问题了?|出了什么问题|有什么问题|有啥问题|什么情况|啥情况|什么问题|啥问题|出问题了吗?|有问题吗)'
const DIAGNOSE = '(?:诊断|排查|分析|定位|检测)(?:一下|下)?'

/** A verb of looking, taken off before: "查一下 alice 的推送" asks, "alice 的推送" alone does not. */
const LOOKING = /^[^a-z0-9]{0,12}?(?:查|看|检查|分析|确认)/i
const IS_ASKED = /吗|么|没有?$|能否|可否|会不会|还是|是否|有没有|是不是|在不在|能不能|谁|哪些|什么|怎么|如何/
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
  of('push.why', `${USER}的?${OBJECT}(?:成功|送达|到)(?:了|没|吗|没有){0,4}`, isAsked),
  of('push.why', `${FROM}发(?:送|了)?(?:一条)?消息,? ?${USER}${FILL}{0,4}${NOT_GET}(?:${OBJECT})?${WHAT_IS_IT}`),
  of('push.why', `${WHY}?${USER}${FILL}{0,4}${NOT_GET}${OBJECT}${WHAT_IS_IT}`),
  of(
    'push.why',
    `${WHY}?${USER}${FILL}{0,4}${NOT_GET}到?(?:来自)?${FROM}(?:发来|发送|发给(?:他|她|它)|发出|发)?的?${OBJECT}${WHAT_IS_IT}`,
  ),
  // Of a message that was named before, or in a group: "alice 为什么没收到".
  of('push.why', `${WHY}?${USER}${FILL}{0,4}(?:收不到|没有收到|没收到|未收到)${WHAT_IS_IT}`),
  of(
    'push.why',
    `${WHY}?${FROM}(?:发送|发)?(?:消息|了消息)?给${USER}(?:发送|发|推送)?了?的?(?:${OBJECT})?,?${FILL}{0,4}(?:(?:没有|没|未|不)(?:被)?(?:推送|通知|收到|送达|推)(?:到|成功|出去)?|${NOT_GET}${OBJECT}|${NOT_GET})${WHAT_IS_IT}`,
  ),
  of('push.why', `${WHY}?(?:给|发给|推给|推送给)${USER}的${OBJECT}${FILL}{0,4}(?:${FAILED}|没有?送达)${WHAT_IS_IT}`),
  of('push.why', `${WHY}?${USER}的?${OBJECT}${FILL}{0,4}${FAILED}${WHAT_IS_IT}`),
  of('push.why', `${USER}的?${OBJECT}(?:情况|问题|状态|状况)?`, (words, marked) => marked || LOOKING.test(words)),
  of(
    'push.why',
    `${WHY}?${USER}${FILL}{0,4}(?:不|没有?|推送不|推不|没法|无法|不能)(?:被)?(?:推送|推)?(?:到|了|动|出去|成功|推送)${WHAT_IS_IT}`,
    (words) => /推/.test(words),
  ),
  of('push.why', `${WHY}?${USER}${FILL}{0,4}不推送?${WHAT_IS_IT}`),
  of('push.why', `${USER}${FILL}{0,4}(?:能不能|能否|能|可以|会|有)(?:被)?(?:推送|推)(?:到|了)?${WHAT_IS_IT}`, isAsked),
  of(
    'push.why',
    `(?:能不能|能否|能|可以|是否能)(?:给|向|推送到|推送给|推到|推给)${USER}(?:推送|推|发推送)?(?:到)?${WHAT_IS_IT}`,
    isAsked,
  ),
  of('push.why', `${WHY}?(?:推不到|推不了|没有?推(?:送)?(?:给|到)|推送失败|推送不了)${USER}${WHAT_IS_IT}`),
  of(
    'push.why',
    `${WHY}?(?:给|向|往|对|推送给|推给|发给)${USER}的?(?:${OBJECT})?${FILL}{0,4}(?:${FAILED}|${NOT_GET})(?:${OBJECT})?${WHAT_IS_IT}`,
  ),
  of(
    'push.why',
    `${USER}${FILL}{0,4}(?:啥|什么)?(?:${OBJECT})?(?:都|也)?(?:收不到|没收到|没有收到|没有|没)${WHAT_IS_IT}`,
    (words) => /推送|消息|通知|收/.test(words),
  ),
  of(
    'push.why',
    `${USER}${FILL}{0,4}(?:一条|一个|半条)(?:${OBJECT})?(?:都|也)?(?:收不到|没收到|没有收到|没有|没)${WHAT_IS_IT}`,
  ),
  of(
    'push.why',
    `${USER}${FILL}{0,4}(?:只有)?打开(?:app|应用)?(?:之后|以后|后|的时候|时)?(?:才|才能|才会)(?:收到|看到|有)${OBJECT}`,
  ),
  of(
    'push.why',
    `${USER}的?${PHONE}(?:上)?(?:都|一直|完全|从来|就|也)?(?:没反应|没有反应|不响铃?|不震动?|没动静|没声音|没有声音|不亮)${WHAT_IS_IT}`,
  ),
  of('push.why', `${USER}(?:的?(?:情况|问题))?(?:是|又|到底|究竟)?${WHAT_HAPPENED}`),
  of('push.why', `${USER}(?:的?(?:情况|问题))?`, (words) =>
    /^(?:[^a-z0-9\ue000-\uf8ff]{0,12}?)(?:看|查|检查)/i.test(words),
  ),
  of(
    'push.why',
    `${WHY}?${FROM}(?:发送?|发了?)?(?:消息|了消息)?给?${USER}(?:发送?|发了?)?(?:了)?(?:一?条)?的?(?:${OBJECT})?,? ?(?:她|他|对方|对面|[\\w.-]{1,40})${FILL}{0,4}${NOT_GET}(?:${OBJECT})?${WHAT_IS_IT}`,
  ),
  of(
    'push.why',
    `${DIAGNOSE}${USER}(?:的?(?:${OBJECT}|账号)?(?:情况|问题|故障)?|${FILL}{0,4}${NOT_GET}${OBJECT}${WHAT_IS_IT})`,
  ),
  of('push.why', `(?:对)?${USER}(?:做|进行)?(?:一次|一下)?(?:推送)?诊断(?:一下)?`),
  of(
    'push.why',
    `${USER}${FILL}{0,4}(?:能不能|能否|可不可以|可以|是否能够?|是否可以|能够?|会不会|会|有没有|是否)?(?:正常)?(?:收到|收得到|接收到|接收|收)(?:了|到|过)?${OBJECT}(?:了)?(?:吗|么|不|没有?|呢)?`,
    isAsked,
  ),
  of(
    'push.why',
    `${WHY}?${KIND}${FILL}{0,4}(?:没有|没|不|未|无法)(?:推送|推|发|送|通知)?(?:到|给|达)?${USER}${WHAT_IS_IT}`,
  ),
  of('push.why', `${WHY}?${FILL}{0,4}(?:没有|没|不)(?:给)${USER}(?:推送|发推送|发通知|推)(?:消息|通知)?${WHAT_IS_IT}`),
]

const TEST = '(?:测试推送|推送测试|测试消息|测试通知|测试push|推送检测|测试|推送)'
const ONE = '(?:一条|一个|个|条|一次|一下|次)?'

const TESTS: readonly UserQuestion[] = [
  of(
    'push.check',
    `(?:给|向|对|往)${USER}(?:发送|发|推送|推|做|来|进行|执行)${ONE}(?:推送试试|推送看看|测试推送|推送测试|测试消息|测试通知|测试push|推送检测|测试)(?:试试|看看)?`,
  ),
  of(
    'push.check',
    `(?:发送|发|推送|推|做|来)${ONE}(?:测试推送|推送测试|测试消息|测试通知|测试push|测试)(?:给|到) ?${USER}`,
  ),
  of('push.check', `(?:测试|试)(?:一下|下)?(?:推送|push|通知)(?:给|到)?${USER}`),
  of('push.check', `推送测试(?:给|到)?${USER}`),
  of('push.check', `(?:给|向|往)${USER}(?:推|推送)(?:一条|一下|一个|条)(?:试试|看看|消息|通知)?`),
  of(
    'push.check',
    `(?:测试|测|试)(?:一下|下)?(?:给|向|对)?${USER}的?(?:离线)?(?:推送|push|通知)(?:是否正常|能不能用|正常吗)?`,
  ),
  of('push.check', `(?:给|向|对)${USER}(?:开始|启动|做)${TEST}?检测`),
]

const DEVICES = '(?:登录过?的?|绑定的?|注册的?|推送的?)?(?:设备|手机型号|手机|终端|机型|型号|推送token|token|令牌|证书)'

const DEVICE_QUESTIONS: readonly UserQuestion[] = [
  of(
    'push.devices',
    `${USER}(?:现在|目前|都|一共|总共){0,4}(?:有|在用|用|绑定|使用|登录|注册)(?:了|过|的是|的)?(?:哪些|什么|几个|几台|哪个|哪种|啥|哪台|多少台?|多少个)${DEVICES}`,
  ),
  of(
    'push.devices',
    `${USER}的?(?:所有|全部|推送)?的?${DEVICES}(?:和|及)?(?:token|证书|设备)?(?:列表|信息|情况|有哪些|是什么|都有哪些|有几个|有几台|是哪个|是哪台|是啥)?`,
    (words, marked) => marked || LOOKING.test(words) || /的|哪|什么|几|列表|信息|设备$/.test(words),
  ),
  of(
    'push.devices',
    `${USER}(?:是|用的?是?)(?:苹果|安卓|ios|android|iphone)(?:手机)?(?:还是|吗)(?:苹果|安卓|ios|android|iphone)?(?:手机)?`,
  ),
  of('push.devices', `${USER}(?:是什么|是啥|是哪个|用什么|用啥)${DEVICES}`),
  of(
    'push.devices',
    `${USER}(?:有没有|有|注册了?|是否有)(?:注册|绑定|上报)?(?:过|了)?${DEVICES}(?:吗|么|没有?)?`,
    isAsked,
  ),
  of('push.devices', `(?:有)?(?:哪些|什么)${DEVICES}(?:登录|绑定)(?:了|过)?${USER}`),
]

const HISTORY = '(?:历史记录|推送历史|推送记录|历史|记录|时间线|时间轴|日志|轨迹|流水)'

const MOMENT = '(?:在线|登录|登陆|上线|离线|下线|掉线|退出|活跃|收到推送|收到通知|收到消息|推送|登出|被踢)'

const HISTORY_QUESTIONS: readonly UserQuestion[] = [
  of(
    'push.history',
    `${USER}(?:的)?(?:上一?次|最后一?次?|最近一次|最近)?的?${MOMENT}(?:的)?(?:时间|是什么时候|是啥时候|在什么时候|是几点|记录)(?:是什么|是多少|呢)?`,
  ),
  of(
    'push.history',
    `${USER}(?:上一?次|最后一?次?|最近一次|最近)?(?:是)?(?:什么时候|啥时候|何时|几点)(?:最后)?${MOMENT}(?:的|了|过)?`,
  ),
  of('push.history', `${USER}(?:的)?(?:上一次|上次|最后一次|最近一次|最近)的?(?:推送|通知)`),
  of(
    'push.history',
    `${USER}的?(?:所有|全部|最近的?)?(?:离线推送|消息推送|推送|通知|消息|状态|上下线|登录)?的?${HISTORY}(?:有哪些|是什么|呢)?`,
  ),
  of('push.history', `${USER}(?:都|一共)?(?:收到|接收)(?:了|过|到)?(?:哪些|什么|多少|几条)(?:推送|通知|消息推送)`),
  of('push.history', `${USER}(?:的${KIND})?(?:都|到底)?(?:发生了?(?:什么|啥|什么事))(?:了|呢|情况)?`),
]

const NOW = '(?:现在|目前|当前|此刻|都|还|谁|哪些|哪个|哪几个|是否|是不是|有没有|到底|究竟|已经)'
const ACCOUNT = '(?:的?账号|的?帐号|这个用户)?'
const PARTICLE = '(?:了)?(?:吗|么|没有|没|呢|不|吧)?'

const STATUS_QUESTIONS: readonly UserQuestion[] = [
  of('im.status', `${USERS}${NOW}{0,4}(?:在不在线|在线不在线|在没在线|在不在|在线|离线|在吗|在不)${PARTICLE}`),
  of('im.status', `${USERS}(?:现在|是|目前)?在(?:前台|后台)(?:还是)?(?:前台|后台)?(?:吗|么)?`, isAsked),
  of(
    'im.status',
    `${USERS}(?:现在)?(?:都)?在(?:哪些?|哪个|什么)(?:端|平台|地方|设备|客户端)?(?:上)?(?:登录|登陆|在线)(?:的|了|着)?`,
  ),
  of('im.status', `(?:在线|登录)?状态:? ?${USERS}`),
  of('im.status', `有没有${USERS}这个?(?:用户|账号)?`),
  of(
    'im.status',
    `${USERS}${ACCOUNT}${NOW}{0,4}(?:登录|登陆|登入|登出|上线|下线|掉线|退出登录|退出|被踢|存在|被踢下线)${PARTICLE}`,
    isAsked,
  ),
  of(
    'im.status',
    `${USERS}的?(?:在线|登录|登陆|当前|目前|现在的?|im|用户|账号)?(?:状态|在线情况|登录情况)(?:是什么|是啥|怎么样|如何|是|呢|吗)?`,
    (words, marked) => isAsked(words, marked) || /[的a-z0-9]/i.test(words) || /^.{2,4}状态$/.test(words),
  ),
  of('im.status', `${USERS}${NOW}{0,4}是?(?:什么|啥|哪种)(?:在线|登录)?状态`),
]

/** Chinese ways of asking about users, tried in turn. */
export const CHINESE_QUESTIONS: readonly Topic[] = [
  { words: /测|试|给.{1,100}推/, questions: TESTS },
  { words: /设备|手机|终端|机型|型号|令牌|证书|安卓|苹果|token|[\u4e00-\u9fff] ?token/i, questions: DEVICE_QUESTIONS },
  {
    words: /历史|记录|时间|日志|轨迹|流水|哪些|什么|多少|几条|发生|时候|何时|上次|最后|最近/,
    questions: HISTORY_QUESTIONS,
  },
  {
    words:
      /推|消息|通知|提醒|收|怎么|咋|情况|问题|看|查|不响|没反应|手机|诊断|排查|分析|定位|检测|[\u4e00-\u9fff] ?push/i,
    questions: PUSHES,
  },
  {
    words: /在线|离线|在不在|在吗|登录|登陆|登入|上线|下线|掉线|退出|登出|状态|情况|在不|存在|被踢|前台|后台|有没有/,
    questions: STATUS_QUESTIONS,
  },
]
