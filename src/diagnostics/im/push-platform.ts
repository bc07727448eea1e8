import type { Vendor } from '../codes/entry.ts'

const VENDOR_OF: Readonly<Record<number, Vendor>> = {
  1: 'apns',
  2: 'xiaomi',
  3: 'huawei',
  4: 'fcm',
  5: 'meizu',
  6: 'oppo',
  7: 'vivo',
  8: 'honor',
}

/**
 * The vendor behind a `PushPlatform` number; null for 0 and for numbers that no page lists.
 * @see https://cloud.tencent.com/document/product/269/102567
 */
export const vendorOfPlatform = (platform: number): Vendor | null => VENDOR_OF[platform] ?? null

/** The number of a vendor; 0 where it is not known. */
export const platformOfVendor = (vendor: Vendor | null): number =>
  Number(Object.entries(VENDOR_OF).find(([, known]) => known === vendor)?.[0] ?? 0)
