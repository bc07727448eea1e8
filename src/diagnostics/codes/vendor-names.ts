import type { Vendor } from './entry.ts'

const NAMES: Readonly<Record<Vendor, readonly string[]>> = {
  apns: ['apns', 'apn', 'ios', 'apple', 'iphone', '苹果'],
  fcm: ['fcm', 'google', 'firebase', 'gcm', '谷歌'],
  huawei: ['huawei', 'hms', 'hw', 'harmony', 'harmonyos', 'hmos', '华为', '鸿蒙'],
  honor: ['honor', 'honour', 'magicos', '荣耀'],
  xiaomi: ['xiaomi', 'mi', 'mipush', 'redmi', 'miui', 'hyperos', '小米', '红米'],
  oppo: ['oppo', 'heytap', 'coloros', 'oneplus', 'realme', '一加', '真我'],
  vivo: ['vivo', 'iqoo', 'originos', '维沃'],
  meizu: ['meizu', 'flyme', 'mz', '魅族'],
}

const BY_NAME: ReadonlyMap<string, Vendor> = new Map(
  (Object.keys(NAMES) as Vendor[]).flatMap((vendor) => NAMES[vendor].map((name) => [name, vendor] as const)),
)

/** What only one vendor's library or site is called; of the vendor where a text is read, not where one is named. */
const CONTEXT: ReadonlyMap<string, Vendor> = new Map([
  ['gettoken', 'huawei'],
  ['appgallery', 'huawei'],
  ['agconnect', 'huawei'],
  ['hmspush', 'huawei'],
  ['hmssdk', 'huawei'],
  ['hmsmessaging', 'huawei'],
  ['hmsinstanceid', 'huawei'],
  ['hihonor', 'honor'],
  ['honorpush', 'honor'],
  ['honorpushclient', 'honor'],
  ['mipushclient', 'xiaomi'],
  ['opush', 'oppo'],
  ['heytappushmanager', 'oppo'],
  ['turnonpush', 'vivo'],
  ['vpush', 'vivo'],
  ['flymepush', 'meizu'],
  ['pushid', 'meizu'],
  ['firebasemessaging', 'fcm'],
])

const HAN_NAMES = new RegExp([...BY_NAME.keys()].filter((name) => /\p{Script=Han}/u.test(name)).join('|'), 'g')

/** Too short to be taken for a vendor in the middle of a log line. */
const ONLY_ALONE = new Set(['mi', 'hw', 'mz', 'apn'])

/** The vendor that a person names: `ios`, `Firebase`, `hms`, `小米`, `vendor-oppo`. */
export function vendorByName(name: string): Vendor | undefined {
  const key = name
    .slice(0, 64)
    .trim()
    .toLowerCase()
    .replace(/^vendor[-_ ]/, '')
    .replace(/[-_ ]?(?:push|推送|厂商|手机)$/, '')
  return BY_NAME.get(key)
}

export interface VendorMention {
  readonly vendor: Vendor
  readonly at: number
  readonly end: number
}

/** Where a text names a vendor, in its order. */
export function vendorMentions(text: string): readonly VendorMention[] {
  const found: VendorMention[] = []
  for (const { 0: word, index: at } of text.matchAll(/[a-z]+/gi)) {
    const name = word.toLowerCase()
    const vendor = BY_NAME.get(name) ?? CONTEXT.get(name)
    if (vendor !== undefined && !ONLY_ALONE.has(name)) found.push({ vendor, at, end: at + word.length })
  }
  for (const { 0: word, index: at } of text.matchAll(HAN_NAMES)) {
    const vendor = BY_NAME.get(word)
    if (vendor !== undefined) found.push({ vendor, at, end: at + word.length })
  }
  return found.toSorted((one, other) => one.at - other.at)
}

/** The vendors that a text speaks of, each once. */
export const vendorsIn = (text: string): readonly Vendor[] => [
  ...new Set(vendorMentions(text).map(({ vendor }) => vendor)),
]
