import type { Vendor } from '../codes/entry.ts'
import { platformClass, samePlatform } from '../im/platform-class.ts'
import { stateEvents } from './case-facts.ts'
import { seen, type Case } from './evidence.ts'

const APPLE = ['iPhone', 'iPad', 'Mac']
/** FCM reaches iPhones, too. */
const EITHER: ReadonlySet<Vendor> = new Set(['fcm'])

/**
 * What a vendor said then concerns a phone that is no longer logged in: the server names those that are, none is of the vendor's
 * kind, and one of them has logged in since. Silent about a platform that no page lists.
 *
 * @param at UNIX milliseconds; null: not known
 */
export function isOfOtherPhone(each: Case, vendor: Vendor | null, at: number | null): boolean {
  if (vendor === null || at === null || EITHER.has(vendor)) return false
  const isOther = (platform: string) => isApple(platform) === (vendor !== 'apns')
  const phones = (seen(each.evidence.state)?.clients ?? []).filter(
    ({ platform, state }) => state !== 'Offline' && platformClass(platform) !== 'desktop',
  )
  if (phones.length === 0 || !phones.every(({ platform }) => isOther(platform))) return false
  return stateEvents(each).some(
    ({ action, platform, at: changed }) => action === 'login' && changed > at && platform !== null && isOther(platform),
  )
}

/** Null: not known. */
function isApple(platform: string): boolean | null {
  if (APPLE.some((name) => samePlatform(platform, name))) return true
  return /^(?:android|harmony.{0,10})$/i.test(platform) ? false : null
}
