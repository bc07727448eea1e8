import { code, moment, relative, rich, strong } from '../../rich.ts'
import type { report as english } from '../en/report.ts'

const OWNERS = {
  user: '用户本人',
  developer: '应用开发者',
  administrator: '腾讯云控制台管理员',
  vendor: '推送厂商',
  tencent: '腾讯云',
}

/** 西文名称之后的汉字前空一格。 */
const spaced = (name: string): string => name.replace(/(?<=[A-Za-z0-9])$/, ' ')

export const report: typeof english = {
  title: (app, from, to) => `${app} 推送报告：${from} – ${to}`,
  progressTitle: (app) => `正在生成 ${app} 的报告…`,
  progress: rich`正在统计推送、回调和大家的提问，需要几秒钟。`,
  again: '重新生成',
  noData: '没有数据',
  otherVendor: '其他',
  late: (by) => rich`这份报告晚了 ${by}：到点时我没有在运行。`,
  headline: {
    signatureRefused: (answer, remedy) =>
      remedy === null
        ? rich`${strong('腾讯云拒绝了管理员签名')}（${code(answer)}），现在什么都查不了。请检查配置里的密钥和管理员账号。`
        : rich`${strong('腾讯云拒绝了管理员签名')}（${code(answer)}），现在什么都查不了。${remedy}`,
    noPushData: (answer) =>
      answer === null
        ? rich`${strong('这段时间没有推送数据。')}腾讯云没有统计，也没有收到推送回调。`
        : rich`${strong('这段时间没有推送数据。')}腾讯云没有返回统计（${code(answer)}），也没有收到推送回调。`,
    noWebhooks: (path) => rich`要有数据，请在腾讯云控制台为这个应用打开推送回调，地址指向这里的 ${code(path)}。`,
    noPushes: rich`这段时间${strong('没有发起过推送')}。`,
    vendorLost: (vendor, lost, attempted, rate) =>
      rich`${strong(`${spaced(vendor)}推送损耗 ${rate}`)}：${attempted} 条里损耗 ${lost} 条。`,
    mostly: (answer, meaning) => rich`主要原因：${code(answer)}${meaning === '' ? '' : `（${meaning}）`}。`,
    risen: (now, before) => rich`${strong('推送损耗上升')}：从 ${before} 升到 ${now}。`,
    certificate: rich`${strong('有推送证书已经不能用')}，见下文。`,
    certificateSoon: rich`${strong('有推送证书即将到期')}，见下文。`,
    silent: (at) => rich`${strong('回调中断')}：最后一次是 ${relative(at)}。下面的数字可能缺少此后的部分。`,
    apiFailing: (answer) => rich`${strong('腾讯云服务端 API 响应不正常')}（${code(answer)}），部分数字可能缺失。`,
    alert: (what, more, list) =>
      rich`${strong(`告警：${what}`)}${more > 0 ? `，另有 ${more} 条` : ''}。详见 ${code(list)}。`,
    well: (attempted, rate) =>
      rich`${strong('一切正常。')}共发起推送 ${attempted} 条${rate === null ? '' : `，损耗 ${rate}`}。`,
  },
  noAlert: {
    few: (needed) => rich`推送太少，无法判断：这段时间没有一家厂商达到 ${needed} 条。`,
    window: (vendor, needed, minutes) =>
      rich`${spaced(vendor)}没有告警：最近 ${minutes} 分钟推送不足 ${needed} 条，数量太少，无法判断。`,
    history: (vendor, needed, days) =>
      rich`${spaced(vendor)}暂无告警：之前 ${days} 天推送不足 ${needed} 条，没有可对比的数据。`,
  },
  totals: { attempted: '发起', accepted: '厂商接受', delivered: '送达', clicked: '点击', lost: '损耗' },
  changed: (change) => `（${change}）`,
  rate: (rate, before) => `，占 ${rate}${before === null ? '' : `（之前 ${before}）`}`,
  compared: rich`括号内是与之前同样长的一段时间相比。`,
  columns: ['厂商', '发起', '送达', '损耗'],
  moreVendors: (count) => rich`另有 ${count} 家厂商推送较少，没有列出。`,
  failures: {
    lead: strong('失败原因'),
    line: (count, name, answer, meaning) =>
      rich`${strong(count)} 条 · ${name.endsWith('）') ? name : `${name} `}${code(answer)}${meaning === '' ? '' : `：${meaning}`}`,
    before: (before) => `（之前 ${before}）`,
    who: (owner, remedy) => rich`→ ${remedy}由${OWNERS[owner]}处理。`,
    more: (count) => rich`另有 ${count} 种较少见的失败。`,
  },
  asked: {
    label: '大家问了',
    times: (count, commands) => `${count} 次：${commands}`,
    command: (name, count) => `${name} ${count} 次`,
    never: '没有提问',
    concluded: '诊断结论',
    conclusion: (what, count) => `${what} ${count} 次`,
    failed: (count) => `；其中 ${count} 次没能回答`,
    cases: '案例',
    opened: (count) => `新增 ${count} 个`,
    truly: (causes) => `；真正原因：${causes}`,
    verdicts: {
      'can-receive': '能收到',
      'cannot-receive': '收不到',
      unlikely: '很难收到',
      unknown: '还不清楚',
    },
  },
  health: {
    states: '登录与状态',
    statesOf: (logins, change, logouts, disconnects, kicks) =>
      `登录 ${logins} 次${change}，退出 ${logouts} 次，断开连接 ${disconnects} 次，被另一次登录踢下线 ${kicks} 次`,
    noStates: '没有数据：没有收到状态回调',
    users: '用户',
    active: (count, date) => `${date} 活跃 ${count} 人`,
    sent: (count) => `发送消息 ${count} 条`,
    webhooks: '回调',
    neverReceived: '从未收到',
    lastReceived: (at) => rich`最近一次 ${relative(at)}`,
    received: (count) => `这段时间 ${count} 次`,
    gap: (length, from) => rich`⚠️ ${moment(from)} 起中断 ${length}`,
    moreGaps: (count) => `另有 ${count} 次中断`,
    answered: (answered, sent) => `腾讯云统计：发出 ${sent} 次，应答 ${answered} 次`,
    certificates: '证书',
    fine: '30 天内没有证书到期',
    expired: (id, days) => rich`❌ ${code(id)} 已到期 ${days} 天`,
    expiresSoon: (id, days) => (days === 0 ? rich`❌ ${code(id)} 今天到期` : rich`⚠️ ${code(id)} 还有 ${days} 天到期`),
    rejected: (id) => rich`❌ ${code(id)} 被厂商拒绝`,
    api: '服务端 API',
    well: (ms) => `✅ ${ms} 毫秒应答，管理员签名有效`,
    refused: (answer) => rich`❌ 拒绝管理员签名：${code(answer)}`,
    failing: (answer) => rich`⚠️ 响应不正常：${code(answer)}`,
  },
  failure: {
    'rate-limited': '调用过于频繁',
    unreachable: '无法连接',
    timeout: '超时',
    http: 'HTTP 错误',
    garbage: '返回内容无法解析',
    cancelled: '已放弃',
    refused: '被拒绝',
  },
  source: {
    statistics: rich`推送数字来自腾讯云统计`,
    callbacks: rich`推送数字来自这里存下的回调`,
    none: rich`没有推送数据`,
    since: (at) => rich`，从 ${moment(at)} 起，之前的情况不清楚`,
    notUsed: (answer) => rich`；没能拿到腾讯云统计：${code(answer)}`,
    end: '。',
    noBefore: rich`没有之前一段时间的数字，无法比较。`,
    chart: rich`图表根据回调绘制。`,
  },
  chart: {
    title: (app) => `各厂商推送损耗：${app}`,
    subtitle: (from, to) => `${from} 至 ${to}`,
    axis: '损耗占发起的百分比',
    empty: '这段时间没有统计到推送',
    alt: (lines) => `各时段推送损耗图。${lines}`,
    altLine: (name, least, most, last) => `${name}：${least} 到 ${most}，最近 ${last}。`,
  },
}
