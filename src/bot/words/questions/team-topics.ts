/** A question about nobody in particular, by words that give it away; `args` beside it are the same each time. */
interface TeamTopic {
  command: string
  words: RegExp
  args?: Readonly<Record<string, string>>
  /** It takes a time from when on. */
  takesSince?: true
}

const SHOW = String.raw`\b(?:show|give|get|send|see|list|which|what|any|are there|is there|display|need|want|can i|how many)\b`
const SHOW_ZH = '(?:看|查|给|发|有|哪|什么|列|多少|几|现在|今天|所有|全部)'

/** Tried in turn: what is narrower first. None of them names a user; a vendor's own figures come after. */
export const TEAM_TOPICS: readonly TeamTopic[] = [
  {
    command: 'im.help',
    args: { command: 'usersig generate' },
    words:
      /\bwho (?:can|may|is allowed to|has (?:the )?(?:right|permission)s? to) (?:generate|create|issue|make|sign)\b.{0,20}sigs?\b|谁(?:能|可以|有权限?|有资格)(?:生成|签发|创建).{0,6}(?:签名|usersig|sig)/i,
  },
  {
    command: 'im.help',
    words:
      /^(?:so |ok |hi |hey |please )?(?:what|which) (?:commands?|questions?|things?) (?:do|can|are|could)\b|^(?:what|how) (?:can|do|should) (?:i|we) (?:ask|use|do with) ?(?:you|here|this)?\b|^(?:show|list)(?: me)?(?: all)?(?: the)? commands\b|^(?:你)?(?:都|还|一共)?(?:能|会|可以|支持|有)(?:帮我)?(?:做|干|问|查)?(?:些?什么|哪些)(?:命令|功能|事情?|指令|操作)?(?:吗|呢)?$|^(?:你)?(?:都)?(?:有|支持)(?:哪些|什么)(?:命令|指令|功能)|^(?:使用)?(?:说明|手册|帮助)$/i,
  },
  {
    command: 'im.report.list',
    words:
      /\b(?:list|which|what|show|any|when|next|see)\b.{0,30}\b(?:scheduled?|schedules|recurring|planned|automatic)\b|\bscheduled reports\b|\breports?\b.{0,20}\b(?:automatically|go(?:es)? out|by (?:itself|themselves))\b|(?:定时|计划|自动).{0,6}(?:报告|日报|周报|推送报告|任务).{0,12}(?:哪些|什么|列|几个|有吗|吗|时候)|(?:有|看|查|列).{0,8}(?:定时|计划|自动)的?(?:报告|日报|周报)/i,
  },
  {
    command: 'im.certificates',
    words: new RegExp(
      String.raw`\bcert(?:ificate)?s?\b.{0,40}\b(?:expir(?:e[sd]?|ing|y)|valid|ok|okay|fine|good|status|state|health|run(?:s|ning)? out|about to|renew(?:al)?|accepted|left)\b|\b(?:expir(?:e[sd]?|ing|y)|valid|check|show|list|which|what|status of|state of|any|renew)\b.{0,40}\bcert(?:ificate)?s?\b|\b(?:p8|p12|push keys?|credentials?)\b.{0,30}\b(?:expir|valid|ok|status)|证书.{0,12}(?:过期|到期|失效|有效|快到|续|正常|状态|情况|能用|可用|哪些|多久|问题)|(?:过期|到期|失效|检查|查|看|列).{0,8}证书`,
      'i',
    ),
  },
  {
    command: 'im.alert.list',
    words: new RegExp(
      String.raw`(?:${SHOW}|\b(?:open|active|current|unacknowledged|pending|new|recent|today'?s?|latest|status)\b).{0,24}\b(?:alerts?|alarms?|incidents?)\b(?! (?:for|to|from|of|on) )|\bwho (?:has |is )?(?:acknowledged|took|taken|handl\w+|on|owns|working on)\b.{0,16}\b(?:alerts?|alarms?|incidents?)\b|\banything (?:alarming|alerting|firing|on fire)\b|^(?:the |all |current |open |active |any ){0,3}(?:alerts?|alarms?|incidents?)(?: list| status| today)?$|\b(?:alerts?|alarms?|incidents?) (?:is|are) (?:open|active|firing|there)|${SHOW_ZH}.{0,8}(?:告警|报警|警报)|(?:告警|报警|警报).{0,4}(?:列表|情况|有哪些|有没有|还有吗|有吗|状态|吗|呢)?$`,
      'i',
    ),
  },
  {
    command: 'im.watch.list',
    words:
      /\b(?:who|which|what|whom)\b.{0,24}\b(?:watch(?:ed|ing)?|monitor(?:ed|ing)?|track(?:ed|ing)?)\b|\b(?:list|show)\b.{0,16}\b(?:watch(?:es|ed|list)?|monitored)\b|^(?:the )?(?:active )?watch(?:es| list|list)$|(?:在|正在|现在|目前)?(?:监测|监控|关注|盯|观察)(?:着|了|中)?的?(?:谁|哪些|什么|几个|列表|用户有哪些|用户列表)|(?:哪些|谁|什么)(?:用户|人)?(?:在|正在|正)?被?(?:监测|监控|关注|盯|观察)/i,
  },
  {
    command: 'push.case.list',
    args: { state: 'closed' },
    words: /\bclosed (?:cases|tickets)\b|(?:已关闭|关闭了?|已解决|解决了?)的?(?:问题单|案例|工单)/i,
  },
  {
    command: 'push.case.list',
    words: new RegExp(
      String.raw`(?:${SHOW}|\b(?:open|unassigned|unresolved|pending|all|my|our)\b).{0,16}\b(?:cases|tickets)\b|^(?:the )?(?:open )?cases$|(?:问题单|案例|工单).{0,6}(?:有哪些|列表|情况|还有|多少|几|吗)|(?:${SHOW_ZH}|未关闭|没关闭|未解决|未处理|打开)的?.{0,6}(?:问题单|案例|工单)`,
      'i',
    ),
  },
  {
    command: 'im.apps',
    words:
      /\b(?:which|what|list|show)\b.{0,12}\bapps\b|\bapps (?:are )?(?:configured|available|known)|(?:有|配置了?|接入了?|管)(?:哪些|几个|什么|多少个?)应用|应用(?:列表|有哪些)/i,
  },
  {
    command: 'im.report',
    takesSince: true,
    words: new RegExp(
      String.raw`(?:${SHOW}|\b(?:make|generate|run|pull|today'?s|yesterday'?s|daily|weekly|monthly|push|delivery|latest|the)\b).{0,24}\b(?:reports?|digest|summary)\b(?! (?:that|is wrong))|^(?:the )?(?:push |daily |weekly |delivery )*(?:reports?|digest|summary)(?: now| please| (?:for|since|over|from|of) (?:the )?(?:last|past|today|yesterday|this|\d).*)?$|\b(?:push|pushes|notifications?|delivery)\b.{0,12}\b(?:stats|statistics|figures|numbers|metrics|summary|overview|rates?)\b|\bhow (?:are|is|were|was|did|do) (?:our |the |all )?(?:push(?:es)?|notifications?|push notifications?|push delivery|delivery)\b(?! (?:for|to|of) )|\bhow many (?:push(?:es)?|notifications?|push notifications?)\b(?!.{0,30}\b(?:for|to|did|does|has) \S)|(?:推送|通知)?(?:日报|周报|月报|报告|报表)(?:.{0,6}(?:看|发|给|来|吧|下|呢|吗|有吗|是什么))?$|(?:看|查|发|给|来|生成|出|要|拉).{0,12}(?:日报|周报|月报|报告|报表)|(?:推送|通知)(?:的)?(?:整体|总体|大盘)?(?:情况|统计|数据|指标|概况|到达率|送达率|成功率|丢失率|失败率|质量)(?:.{0,4}(?:怎么样|如何|咋样|多少|好吗|正常吗|吗|呢))?$|(?:整体|总体|大盘)(?:推送|通知|情况).{0,8}$`,
      'i',
    ),
  },
]
