import { VENDORS, type Vendor } from '../../../diagnostics/codes/entry.ts'

/** How people name the vendors: by the service, the maker, the brand, the system. Android is no vendor, it has many. */
const NAMES: Readonly<Record<Vendor, { latin: string; han: string }>> = {
  apns: { latin: 'apns?|apple|ios|iphones?|ipad', han: '苹果' },
  fcm: { latin: 'fcm|firebase|google|samsung|pixel', han: '谷歌|三星' },
  huawei: { latin: 'huawei|hms|harmony(?:os)?', han: '华为|鸿蒙' },
  honor: { latin: 'honou?r', han: '荣耀' },
  xiaomi: { latin: 'xiaomi|redmi|mi ?push|miui', han: '小米|红米' },
  oppo: { latin: 'oppo|realme|oneplus|heytap', han: '一加|真我' },
  vivo: { latin: 'vivo|iqoo', han: '维沃' },
  meizu: { latin: 'meizu|flyme', han: '魅族' },
}

const FORMS = VENDORS.map((vendor) => {
  const { latin, han } = NAMES[vendor]
  return { vendor, form: new RegExp(String.raw`(?<![A-Za-z\d_])(?:${latin})(?![A-Za-z_])|${han}`, 'i') }
})

/** The vendors that a text names. */
export const vendorsIn = (text: string): readonly Vendor[] =>
  FORMS.flatMap(({ vendor, form }) => (form.test(text) ? [vendor] : []))
