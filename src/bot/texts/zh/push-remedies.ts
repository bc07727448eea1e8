import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { entryOfAnswer } from '../../../diagnostics/push/vendor-cause.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'
import type { remedies as english } from '../en/push-remedies.ts'

const TOKEN: Readonly<Record<Vendor, string>> = {
  apns: '没有开启推送能力或描述文件不含推送，或没有调用 registerForRemoteNotifications',
  fcm: '手机没有谷歌服务、google-services.json 属于别的项目，或网络无法访问谷歌',
  huawei: '没有开通 Push Kit、缺少 HMS Core 或版本过低、SHA-256 指纹没有在 AppGallery Connect 登记',
  honor: '没有在荣耀平台开通推送，或机型较旧、走的是华为通道',
  xiaomi: 'AppID 或 AppKey 与包名不符，或没有在小米平台开通推送',
  oppo: 'AppKey 或 AppSecret 与包名不符，或没有在 OPPO 平台开通推送',
  vivo: 'AppID 或 AppKey 与包名不符，或应用还没有通过 vivo 审核',
  meizu: 'AppID 或 AppKey 与包名不符',
}

const CATEGORY: Readonly<Record<Vendor, Rich>> = {
  apns: rich`请把 ${code('ApnsInfo')} 里的 ${code('InterruptionLevel')} 改成应用已获授权的级别。`,
  fcm: rich`请在应用里创建通知渠道，并把它的 ID 填到 ${code('GoogleChannelID')}。`,
  huawei: rich`请在 AppGallery Connect 申请消息自分类权益，并把 ${code('HuaWeiCategory')} 设为 ${code('IM')}。`,
  honor: rich`请在荣耀开发者平台申请消息自分类权益，并把 ${code('HonorImportance')} 设为 ${code('NORMAL')}。`,
  xiaomi: rich`请在小米推送平台申请即时通讯类私信 Channel，并把它的 ID 填到 ${code('XiaoMiChannelID')}。`,
  oppo: rich`请在 OPPO 推送平台申请通讯与服务类通道，并设置 ${code('OPPOChannelID')} 和 ${code('OPPOCategory')}。`,
  vivo: rich`请把 ${code('VIVOClassification')} 设为 1、${code('VIVOCategory')} 设为 ${code('IM')}，并在 vivo 推送平台申请该分类。`,
  meizu: rich`请把 ${code('MeiZuNoticeMsgType')} 设为 1（私信），并在 Flyme 推送平台确认应用权限。`,
}

const CONTENT: Partial<Record<Vendor, Rich>> = {
  apns: rich`请让 ${code('Desc')} 与 ${code('Ext')} 合计小于 3 KB：APNs 总共只接受 4 KB。`,
  fcm: rich`请让 ${code('Desc')} 与 ${code('Ext')} 合计小于 3 KB：FCM 总共只接受 4 KB。`,
  oppo: rich`请发一句正常的话，不超过 50 个字：OPPO 会丢弃重复或像测试的文字。${code('Ext')} 必须是 JSON。`,
  vivo: rich`请发一句正常的话，不超过 100 个字：vivo 不接受纯数字、纯字母或带“test”“测试”的文字。${code('Ext')} 必须是 JSON。`,
}

const CLASS: Partial<Record<Vendor, string>> = {
  huawei: 'HuaWeiCategory',
  honor: 'HonorImportance',
  xiaomi: 'XiaoMiChannelID',
  oppo: 'OPPOCategory',
  vivo: 'VIVOCategory',
  meizu: 'MeiZuNoticeMsgType',
}

const classField = (vendor: Vendor | null): Rich =>
  rich`${code((vendor === null ? null : CLASS[vendor]) ?? 'AndroidInfo')}`

export const remedies: typeof english = {
  listed(answer, otherwise) {
    const entry = entryOfAnswer(answer)
    return entry === null ? otherwise : [entry.zh.remedy]
  },
  quota: (vendor) =>
    vendor === 'apns' || vendor === 'fcm'
      ? rich`发往这台设备过于频繁：请降低频率，合并通知。`
      : rich`多半是聊天消息按营销类下发，每天配额很少。请用 ${classField(vendor)} 设置厂商的即时通讯分类，或申请提高限额。`,
  category: (vendor) =>
    vendor === null ? rich`请向厂商申请该分类，并在证书或 ${code('AndroidInfo')} 中设置。` : CATEGORY[vendor],
  content: (vendor) =>
    (vendor === null ? undefined : CONTENT[vendor]) ??
    rich`请把标题和内容缩短到厂商允许的长度，并使用正常的语句。${code('Ext')} 必须是 JSON。`,
  mismatch: (vendor) =>
    vendor === 'apns'
      ? rich`请上报与应用 Bundle ID 对应的证书 ID。`
      : vendor === 'fcm'
        ? rich`应用和腾讯云控制台要使用同一个 Firebase 项目。`
        : rich`请上报该厂商、该应用包名对应的证书 ID。`,
  phone: (vendor) =>
    vendor === 'apns'
      ? rich`请向用户核实 iPhone 的设置：应用的通知、专注模式、当时是否联网。然后发一条测试推送。`
      : rich`请向用户核实手机设置：应用的通知和通知渠道、省电模式、勿扰模式、网络。营销类消息会静默送达。`,
  unlisted: rich`这个错误码没有收录。请查厂商文档；如果也没有，请带上这次推送的 ID 向腾讯云提工单。`,
  notifications: (vendor) =>
    vendor === 'apns'
      ? rich`请用户在 iPhone 的设置里允许该应用的通知。`
      : rich`请用户在手机系统设置里允许该应用的通知。Android 13 及以上需要应用主动申请通知权限。`,
  token: (vendor) =>
    rich`请在应用日志里查厂商注册错误（800005～800010）。${
      vendor === null ? '常见原因：包名或证书指纹没有在厂商平台登记。' : `常见原因：${TOKEN[vendor]}。`
    }`,
  certificate: (vendor) =>
    vendor === 'apns' || vendor === null
      ? rich`应用需要上报证书 ID（businessID）。iOS 上使用推送插件时由 AppDelegate 的方法返回；缺少这个方法时各接口都返回成功，但什么也收不到。`
      : rich`应用需要在每次登录后上报该厂商的证书 ID（businessID）。`,
  editCertificate: rich`请在控制台${strong('编辑')}该证书，不要删除重建：ID 会变，正在使用的版本会收不到推送。`,
}
