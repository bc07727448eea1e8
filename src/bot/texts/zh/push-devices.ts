import { code, moment, relative, rich, strong } from '../../rich.ts'
import type { Texts } from '../texts.ts'

export const pushDevices: Texts['push']['devices'] = {
  title: (user) => `${user} 的设备`,
  columns: ['设备', '厂商', '证书', 'Token 末位', '通知', '最近见到'],
  none: rich`没有已知的设备。`,
  noApi: rich`腾讯云没有接口可以列出用户当前的 Token。这里的信息来自过去的推送，可能已经过时；发一条测试推送就能知道。`,
  notReported: '未上报',
  unknown: '未知',
  notifications: { on: '开启', off: '关闭', unknown: '未知' },
  sources: { trace: '推送轨迹', callback: '回调', registry: '历史记录' },
  seen: (at, source) => rich`${moment(at)}（${relative(at)}），${source}`,
  numbered: (number, name) => `#${number} ${name}`,
  confirmOne: (user, number, name) =>
    rich`这会在 ${code(user)} 的一台设备（#${number} ${name}）上显示一条${strong('真实的通知')}，通知里会说明这是测试。`,
  untested: rich`按设备的 RegistrationID 发送，手机上的 SDK 需为 8.5.6864 或更高版本。这种方式还没有在线上应用验证过。`,
  noRegistration: (number, name) =>
    rich`设备 #${number}（${name}）的 RegistrationID 未知，无法只给它推送。腾讯云没有接口可查：请让应用调用 ${code('getRegistrationID')}，由你们的后台用 ${code('registrationId')} 字段上报到设备登记接口。不加 ${code('--device')} 则发给所有设备。`,
}
