import type { Vendor } from '../codes/entry.ts'

interface Shape {
  vendor: Vendor
  form: RegExp
  /** No other vendor gives such tokens. */
  sure: boolean
}

/** In the order in which a shape tells most. Source: the vendors' SDKs and documentation; lengths are bounded by Tencent's 256. */
const SHAPES: readonly Shape[] = [
  { vendor: 'vivo', form: /^v2-\S{48,250}$/, sure: true },
  { vendor: 'vivo', form: /^\d{19,26}$/, sure: true },
  { vendor: 'oppo', form: /^(?:[0-9A-Za-z]{2,10}_)?(?:[A-Z]{2}|EUEX)_[0-9a-fA-F]{32}$/, sure: true },
  // Without its prefix it is any MD5 as well.
  { vendor: 'oppo', form: /^[0-9a-fA-F]{32}$/, sure: false },
  { vendor: 'apns', form: /^(?=.{64,200}$)(?:[0-9a-fA-F]{2})+$/, sure: true },
  { vendor: 'fcm', form: /^[\w-]{11,64}:APA91b[\w-]{100,250}$/, sure: true },
  { vendor: 'honor', form: /^BAEAAAAAB\.[\w-]{20,250}$/, sure: true },
  { vendor: 'huawei', form: /^MA[A-Z]{1,3}[\w-]{20,250}$/, sure: false },
  { vendor: 'huawei', form: /^(?:IQAAAACy|0[0-9]{14}|[A-Z]{2}AAAAAA)[\w-]{40,250}$/, sure: false },
  // Phones of Honor that came before its own service.
  { vendor: 'honor', form: /^(?:IQAAAACy|0[0-9]{14}|[A-Z]{2}AAAAAA)[\w-]{40,250}$/, sure: false },
  { vendor: 'meizu', form: /^[A-Z]{1,3}[0-9a-f]{40,50}$/, sure: false },
  { vendor: 'xiaomi', form: /^[A-Za-z0-9+/]{40,88}={0,2}$/, sure: false },
  { vendor: 'meizu', form: /^[A-Z]{1,3}[0-9A-Za-z]{40,50}$/, sure: false },
]

export interface TokenShape {
  vendor: Vendor
  /** False: it looks like one, as those of other vendors do. */
  sure: boolean
}

/** The vendors whose token this may be, the likeliest first; one alone where the shape is its own. */
export function shapesOf(token: string): readonly TokenShape[] {
  const fitting = SHAPES.filter(({ form }) => form.test(token))
  const sure = fitting.find((shape) => shape.sure)
  if (sure !== undefined) return [{ vendor: sure.vendor, sure: true }]
  return [...new Set(fitting.map(({ vendor }) => vendor))].map((vendor) => ({ vendor, sure: false }))
}
