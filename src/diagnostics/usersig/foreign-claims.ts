import { type Claims, NO_CLAIMS } from './claims.ts'
import type { Members } from './document.ts'

const USER = /^(?:user_?(?:id|name)|identifier|uid|sub|account|user)$/i
const APP = /^(?:sdk_?)?app_?id$/i
const TIME = /^(?:time(?:stamp)?|(?:curr?(?:ent)?|issue|create)_?time|iat)$/i
const LIFETIME = /^(?:expires?_?in|ttl|lifetime)$/i
const END = /^(?:exp|expires?|expire_?(?:time|at))$/i

/** Who, which app and when, in a home-made token with names of its own. */
export function foreignClaims(members: Members): Claims {
  const value = (form: RegExp): string | null => {
    const found = Object.entries(members).find(([name]) => form.test(name))?.[1]
    return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, 512) : null
  }
  const digits = (text: string | null): string | null => (text !== null && /^\d{1,12}$/.test(text) ? text : null)
  const time = digits(value(TIME))
  const end = digits(value(END))
  // Seconds from the issue on where that is small, else a point in time.
  const length = end === null || time === null || Number(end) < Number(time) ? end : String(Number(end) - Number(time))
  return {
    ...NO_CLAIMS,
    identifier: value(USER),
    sdkAppId: digits(value(APP)),
    time,
    lifetime: digits(value(LIFETIME)) ?? (length !== null && Number(length) < 1e9 ? length : null),
  }
}
