import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { code, rich, strong, type Rich } from '../../rich.ts'
import type { Texts } from '../texts.ts'
import { vendors } from './codes.ts'

const PLACES: Partial<Record<Vendor, string>> = {
  huawei: ' AppGallery Connect（推送服务 > 消息回执）',
  honor: '荣耀开发者平台（推送回执）',
  vivo: ' vivo 推送平台（消息回执）',
  meizu: ' Flyme 推送平台（回执管理）',
}

const BESIDES: Partial<Record<Vendor, Rich>> = {
  vivo: rich`然后把 vivo 给出的回执 ID 填到腾讯云控制台的证书里。`,
  meizu: rich`请仔细核对：地址填错会导致魅族停止推送。`,
}

const after = (name: string): string => (/^[A-Za-z0-9]/.test(name) ? ` ${name}` : name)
const spaced = (name: string): string => (/[A-Za-z0-9]$/.test(name) ? `${name} ` : name)

export const pushReceipts: Texts['push']['receipts'] = {
  lead: rich`${strong('无法统计送达的厂商')}`,
  missing: (vendor, setup) => {
    const name = vendors[vendor]
    switch (setup.kind) {
      case 'none':
        return rich`${spaced(name)}不提供送达统计，这里无法确认是否送达。`
      case 'old-certificate':
        return rich`从未收到${after(spaced(name))}的送达回执：证书 ID 不大于 11344（这里是 ${code(setup.certificateId)}）的不支持回执。请在腾讯云控制台重新添加证书，得到新的 ID；所有应用版本都上报新 ID 之前不要删除旧证书。`
      case 'url':
        return setup.url === null
          ? rich`从未收到${after(spaced(name))}的送达回执：还没有配置。腾讯云文档没有列出 ${code(setup.region)} 地域的回执地址，请向腾讯云确认。`
          : rich`从未收到${after(spaced(name))}的送达回执：还没有配置。请在${PLACES[vendor] ?? after(name)}填写回执地址 ${code(setup.url)}。${BESIDES[vendor] ?? []}`
    }
  },
}
