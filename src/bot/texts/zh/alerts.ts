import { code, moment, rich, strong } from '../../rich.ts'
import { formatDuration } from '../duration.ts'
import type { alerts as english } from '../en/alerts.ts'

const percent = (rate: number): string => `${(rate * 100).toFixed(rate < 0.1 ? 1 : 0)}%`

const number = (count: number): string => count.toLocaleString('en')

/** 西文名称与两边的汉字之间空一格。 */
const within = (name: string): string => name.replace(/^(?=[A-Za-z0-9])/, ' ').replace(/(?<=[A-Za-z0-9])$/, ' ')

/** 句首不空格。 */
const first = (name: string): string => within(name).trimStart()

export const alerts: typeof english = {
  title: (app, what) => `${app}：${what}`,
  overTitle: (app, what) => `已恢复 · ${app}：${what}`,
  names: {
    'loss-rate': (vendor, rate) => `${first(vendor)}推送丢失 ${percent(rate)}`,
    'new-code': (vendor, answer) => `${first(vendor)}出现新的错误码 ${answer}`,
    'dead-tokens': (vendor) => `${first(vendor)}大量 token 失效`,
    'credential-rejected': (vendor) => `${first(vendor)}拒绝了推送凭证`,
    'certificate-expiring': (id, days) => (days < 0 ? `证书 ${id} 已过期` : `证书 ${id} 还有 ${days} 天到期`),
    'webhooks-silent': '收不到回调了',
    'signature-refused': '腾讯云拒绝了管理员签名',
    unknown: '另一个版本的程序发出的告警',
  },
  otherVendor: '未列出的厂商',
  moreAlarms: (count) => `（另有 ${count} 项）`,
  happened: {
    'loss-rate': ({ vendor, rate, baseline, attempted, lost }) =>
      rich`${first(vendor)}的推送丢失了 ${strong(percent(rate))}：最近一小时 ${number(attempted)} 条里有 ${number(lost)} 条没有成功，平时是 ${percent(baseline)}。`,
    leading: (answer, count) => rich`其中最多的是 ${code(answer)}，${number(count)} 次。`,
    'new-code': ({ vendor, answer, count }) =>
      rich`最近一小时${within(vendor)}有 ${strong(number(count))} 条推送返回 ${code(answer)}，前几天从未出现过。`,
    'dead-tokens': ({ vendor, count, usual }) =>
      usual === null
        ? rich`最近一小时有 ${strong(number(count))} 条推送的 token 已被${within(vendor)}判为失效；历史数据太少，还不知道平时有多少。`
        : rich`最近一小时有 ${strong(number(count))} 条推送的 token 已被${within(vendor)}判为失效；同样的推送量，平时约 ${number(usual)} 条。`,
    'credential-rejected': ({ vendor, answer, certificate, count }) =>
      certificate === null
        ? rich`${first(vendor)}拒绝了腾讯云使用的推送凭证：${code(answer)}，最近一小时 ${number(count ?? 0)} 次。`
        : rich`${first(vendor)}不接受证书 ${code(certificate)} 的凭证：${code(answer)}。`,
    'certificate-expiring': ({ vendor, certificate, days }) =>
      days < 0
        ? rich`${first(vendor)}的证书 ${code(certificate)} ${strong('已经过期')}，使用它的推送会失败。`
        : rich`${first(vendor)}的证书 ${code(certificate)} 还有 ${strong(`${days} 天`)}到期，到期后使用它的推送会失败。`,
    'webhooks-silent': ({ last, expected }) =>
      rich`最后一次回调是 ${moment(last)}。平时同一时段这么长时间里大约有 ${strong(number(expected))} 个事件。`,
    'signature-refused': ({ administrator, answer }) =>
      rich`腾讯云拒绝了我为管理员 ${code(administrator)} 生成的签名：${code(answer)}。诊断、报告和测试推送都无法使用。`,
  },
  remedies: {
    'loss-rate': rich`请看团队报告里还有什么失败，并留意厂商的服务状态。`,
    'dead-tokens': rich`多见于发布新版本或更换证书之后：请检查应用是否在每次登录后重新上报 token，证书环境与安装包是否一致。`,
    'certificate-expiring': rich`请在厂商处生成新的证书或密钥，在腾讯云控制台用同一个证书 ID 更新，并同步更新我的配置。`,
    'webhooks-silent': rich`请到腾讯云控制台 Chat > 回调配置，检查地址和事件开关是否还在、地址能否从公网访问。没有回调，就没有状态和推送的记录。`,
    'signature-refused': rich`请检查腾讯云控制台的 SecretKey 是否换过，以及该账号是否仍是管理员。`,
    'credential-rejected': rich`请在厂商处更新密钥或证书，并上传到腾讯云控制台。`,
    unknown: rich`这个错误码不在我的目录里，请查阅厂商文档。`,
  },
  since: '开始于',
  state: '状态',
  open: '待处理，还没有人认领',
  taken: (by) => rich`由 ${by} 处理`,
  silenced: (until) => rich`静默到 ${until}`,
  quiet: (since) => rich`${since} 起没有再出现，稍后自动关闭`,
  over: (at, seconds) => rich`${at} 恢复，持续了 ${formatDuration(seconds, 'zh')}`,
  buttons: { acknowledge: '我来处理', silence: '静默 4 小时', report: '团队报告' },
  more: {
    over: '其他告警',
    title: (app, count) => `${app}：另有 ${count} 条告警`,
    lead: (list) => rich`告警较多，这些不再单独发卡片。全部告警：${code(list)}`,
  },
  list: {
    title: '告警',
    none: '目前没有发现问题。',
    noneFound: '目前没有告警。',
    notYet: {
      'no-webhooks': (app) =>
        rich`${code(app)} 暂时无法判断：还没有收到任何回调。推送丢失、失效 Token 和回调中断都要靠推送回调和状态回调，请在腾讯云控制台打开。`,
      'no-history': (app, { attempted, needed, days }) =>
        rich`${code(app)} 暂时无法判断：推送丢失和新错误码。需要某一厂商之前 ${days} 天内至少 ${needed} 条推送作对比，目前只有 ${number(attempted)} 条。凭证被拒绝和${strong('大量失效 Token')}不需要对比，照常告警。`,
      'no-rhythm': (app, from) =>
        rich`${code(app)} 暂时无法判断：回调是否中断。需要一周的回调数据，从 ${from} 起可以判断。`,
    },
    columns: ['告警', '内容', '状态', '开始于'],
    openState: '待处理',
    more: (count) => `还有 ${count} 条。`,
    take: (example) => rich`认领其中一条：${code(example)}`,
  },
  acknowledged: (id, what) => rich`告警 ${code(id)} 由你处理：${what}。`,
  acknowledgedTitle: (id) => `已认领告警 ${id}`,
  silencedTitle: (id) => `已静默告警 ${id}`,
  silencedText: (what, until) => rich`${moment(until)} 之前不再提示：${what}。列表里仍可看到。`,
  alreadyOver: (id) => rich`告警 ${code(id)} 已经恢复。`,
}
