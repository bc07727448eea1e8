import { isVendor } from '../../../diagnostics/codes/is-vendor.ts'
import { endedAtTencent } from '../../../diagnostics/push/tencent-codes.ts'
import type { VendorAnswer } from '../../../diagnostics/push/push-finding.ts'
import { code, moment, relative, rich } from '../../rich.ts'
import type { Texts } from '../texts.ts'
import { vendors } from './codes.ts'

const STAGES: Readonly<Record<number, string>> = { 1: '已交给', 2: '已送达，经', 3: '已点击，经' }

const ACTIONS: Readonly<Record<string, string>> = {
  login: '登录',
  logout: '退出登录',
  disconnect: '断开连接',
  unknown: '状态变化',
}

const vendorName = (vendor: VendorAnswer['vendor']): string => (vendor === null ? '未知厂商' : vendors[vendor])

const clients = (list: readonly { platform: string; state: string }[]): string =>
  list.length === 0 ? '' : `（${list.map(({ platform, state }) => `${platform} ${state}`).join('、')}）`

export const pushEvidence: Texts['push']['evidence'] = {
  state: ({ state, clients: all, at }) => rich`当前状态：${code(state)}${clients(all)}，${moment(at)}`,
  account: ({ exists }) => rich`账号：${exists ? '存在' : '腾讯云没有这个账号'}`,
  'state-event': ({ action, platform, reason, kicked, at }) =>
    rich`最近一次变化：${platform === null ? '' : `${platform} `}${ACTIONS[action] ?? action}${reason === null ? '' : `（${reason}）`}${kicked.length === 0 ? '' : `，踢下线：${kicked.join('、')}`}，${moment(at)}（${relative(at)}）`,
  'push-event': ({ stage, answer, delivery }) =>
    rich`推送${delivery === 'online' ? '经在线通道送达' : endedAtTencent(answer.code) ? `停在腾讯云，没有交给${vendorName(answer.vendor)}` : `${STAGES[stage] ?? `第 ${stage} 阶段，`}${vendorName(answer.vendor)}`}：${answer.code === null ? '成功' : code(answer.code)}${answer.info === '' ? '' : ` ${answer.info}`}${answer.at === null ? '' : rich`，${moment(answer.at)}（${relative(answer.at)}）`}`,
  trace: ({ device, notifications, token, at }) =>
    rich`推送轨迹：${device.model ?? vendorName(device.vendor)}，证书${device.certificateId === null ? '未上报' : rich` ${code(device.certificateId)}`}，token ${token ? '已上报' : '未上报'}，通知${notifications === 'on' ? '已开启' : notifications === 'off' ? '已关闭' : '未知'}${at === null ? '' : rich`，${moment(at)}`}`,
  registered: ({ device, at }) =>
    rich`设备登记：${device.model ?? vendorName(device.vendor)}，证书${device.certificateId === null ? '未上报' : rich` ${code(device.certificateId)}`}，${relative(at)}上报`,
  'token-probe': ({ device, outcome, answer, certainty, deadSince }) =>
    rich`刚刚用证书 ${code(device.certificateId ?? '')} 询问${answer.vendor === null ? '厂商' : vendors[answer.vendor]}${device.model === null ? '' : `（${device.model}）`}：${outcome === 'accepted' ? 'token 有效' : outcome === 'refused' ? rich`被拒绝，${code(answer.code ?? '')}` : '没有应答'}${deadSince === null ? '' : rich`，${moment(deadSince)}（${relative(deadSince)}）起失效`}${answer.info === '' ? '' : `（${answer.info}）`}${certainty === 'hint' ? '；该厂商的结果仅供参考' : ''}`,
  'empty-trace': () => rich`推送轨迹里没有任何设备`,
  message: ({ from, groupId, onlineOnly, result, elements, at }) =>
    rich`${code(from)} ${groupId === null ? '' : rich`发到群 ${code(groupId)} `}的消息：${elements.length === 0 ? '未知元素' : elements.join('、')}${onlineOnly ? '，只发给在线用户' : ''}${result === 0 ? '' : rich`，结果 ${code(result)}`}，${moment(at)}`,
  member: ({ groupId, option, member }) =>
    rich`群 ${code(groupId)}：${member ? rich`接收选项 ${code(option ?? '')}` : '不是成员'}`,
  group: ({ groupId, type }) =>
    type === null ? rich`群 ${code(groupId)}：腾讯云没有这个群` : rich`群 ${code(groupId)}：类型 ${code(type)}`,
  blocked: ({ from }) => rich`用户的黑名单里有 ${code(from)}`,
  'no-message': ({ complete }) =>
    complete ? rich`回调记录和腾讯云的历史消息里都没有` : rich`回调记录里没有，腾讯云的历史消息没有全部读完`,
  certificate: ({ id, vendor, environment }) =>
    rich`配置里的证书 ${code(id)}：${vendors[vendor]}${environment === null ? '' : `，${environment}`}`,
  losses: ({ code: loss, count }) => rich`7 天内全应用有 ${count} 次推送因 ${code(loss)} 丢失`,
  absence: ({ refusal: { code: answer, info } }) =>
    rich`腾讯云返回：${answer === null ? '' : code(answer)}${info === '' ? '' : `${answer === null ? '' : ' '}${info}`}`,
  refusal: ({ refusal }) => {
    if (refusal.endpoint === 'store') return rich`机器人自己的存储没有响应`
    if (refusal.endpoint === 'timeout') return rich`某个查询超时没有结果`
    return rich`${isVendor(refusal.endpoint) ? vendors[refusal.endpoint] : code(refusal.endpoint)}${refusal.code === null ? '' : rich`：${code(refusal.code)}`}${refusal.info === '' ? '' : `${refusal.code === null ? '：' : ' '}${refusal.info}`}`
  },
}
