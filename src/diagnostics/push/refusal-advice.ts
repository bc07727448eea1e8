import type { NetworkFault } from '../network-fault.ts'
import { networkFault } from '../network-fault.ts'
import type { Refusal } from './push-finding.ts'

/**
 * What a refused or failed call to Tencent calls for. `clock`: this machine's clock, as told by the answer or by an
 * expired signature that was made a moment ago. `path` and `parameters`: the URL, which only a `baseUrl` can spoil.
 * `stand-in`: something that is not Tencent answered.
 */
export type RefusalAdvice =
  | { about: 'clock'; skewMs: number | null }
  | { about: 'administrator' | 'app' | 'region' | 'address' | 'path' | 'parameters' }
  | { about: 'plan' | 'disabled' | 'product' | 'trial' | 'push-service' }
  | { about: 'network'; fault: NetworkFault }
  | { about: 'http'; status: number }
  | { about: 'stand-in' }

type Simple = Exclude<RefusalAdvice['about'], 'clock' | 'network' | 'http'>

const BY_CODE: Readonly<Record<Simple, readonly number[]>> = {
  administrator: [60010, 70403, 90009, 30004, 40004, 50003],
  app: [60006, 60012, 70016, 70020, 70346, 70347, 70348],
  region: [60026],
  address: [60021],
  path: [60002, 60009],
  parameters: [60025],
  plan: [60020, 80005],
  disabled: [60016, 60017],
  product: [60027],
  trial: [60028],
  'push-service': [90045],
  'stand-in': [],
}

/** Where the call is not to be had, while the service itself works; null: the service does not. */
export const inactiveFor = (code: number | null): 'trial' | 'product' | null =>
  code === null ? null : BY_CODE.trial.includes(code) ? 'trial' : BY_CODE.product.includes(code) ? 'product' : null

/** Of a signature, which has a time in it. */
const EXPIRED = 70001
const OF_SIGNATURE: ReadonlySet<number> = new Set([
  EXPIRED,
  70002,
  70003,
  70004,
  70005,
  70007,
  70008,
  70009,
  70010,
  70011,
  70012,
])

/** Null: nothing particular. */
export function adviceOn({ code, info, skewMs }: Refusal): RefusalAdvice | null {
  if (code !== null) {
    // A signature is made anew for every refusal, so that an expired one is the clock's doing.
    if (code === EXPIRED || (skewMs !== undefined && OF_SIGNATURE.has(code)))
      return { about: 'clock', skewMs: skewMs ?? null }
    const found = Object.entries(BY_CODE).find(([, codes]) => codes.includes(code))
    return found === undefined ? null : { about: found[0] as Simple }
  }
  if (skewMs !== undefined && info === '') return { about: 'clock', skewMs }
  const status = /^HTTP (\d{3})$/.exec(info)?.[1]
  if (status !== undefined && status !== '407') return { about: 'http', status: Number(status) }
  const fault = networkFault(info)
  if (fault !== null) return { about: 'network', fault }
  return /^not (?:an answer of the server API|the documented answer)$|HTTP\/|Expected HTTP/i.test(info)
    ? { about: 'stand-in' }
    : null
}
