const DESKTOP = /^(?:web|browser|pc|windows|win|mac|macos|linux|mini[ _-]?program|miniapp|wechat.{0,20}|applet)$/i
const MAC = /^mac(?:os)?$/i
const APPLE_PHONE = /^(?:iphone|ios)$/i

/**
 * `phone` may be pushed by a vendor, `desktop` not, `mac` only when its connection is gone. The names are an open set:
 * what is not known to be a desktop may be a phone.
 *
 * @see https://cloud.tencent.com/document/product/269/3602
 */
export type PlatformClass = 'phone' | 'desktop' | 'mac'

export const platformClass = (platform: string): PlatformClass =>
  MAC.test(platform) ? 'mac' : DESKTOP.test(platform) ? 'desktop' : 'phone'

/** Callbacks say `iOS` where states say `iPhone`, and `Mac` or `macOS`. */
export const samePlatform = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase() || [APPLE_PHONE, MAC].some((alike) => alike.test(one) && alike.test(other))
