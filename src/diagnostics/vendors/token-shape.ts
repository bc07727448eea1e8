import type { Vendor } from '../codes/entry.ts'

/** Shapes that one vendor alone gives; the others overlap, and prove nothing. Source: the vendors' SDK documentation. */
const SHAPES: readonly (readonly [Vendor, RegExp])[] = [
  ['vivo', /^v2-\S{48,250}$/],
  ['vivo', /^\d{19,26}$/],
  ['oppo', /^(?:[0-9A-Za-z]{2,10}_)?(?:[A-Z]{2}|EUEX)_[0-9a-fA-F]{32}$/],
  ['apns', /^(?=.{64,200}$)(?:[0-9a-fA-F]{2})+$/],
  ['fcm', /^[\w-]{11,64}:APA91b[\w-]{100,250}$/],
  ['honor', /^BAEAAAAAB\.[\w-]{20,250}$/],
]

/** The vendor whose token this surely is; null where the shape does not tell. */
export const vendorOfToken = (token: string): Vendor | null =>
  SHAPES.find(([, shape]) => shape.test(token))?.[0] ?? null
