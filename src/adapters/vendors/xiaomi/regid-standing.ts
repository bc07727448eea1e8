import type { Secret } from '../../../diagnostics/secret.ts'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { accepted } from '../accepted.ts'
import { failed, unreadable } from '../read-answer.ts'
import type { XiaomiTaken } from './read-xiaomi.ts'

/** Deeper than any answer of Xiaomi. */
const DEEPEST = 5

/** Xiaomi's code for it elsewhere; a validation tells it in words. */
const NO_SUCH_DEVICE = '10029'

type Standing = 'good' | 'bad' | null

/**
 * What a validation says of one regid. Its shape is written down nowhere, so that only plain words count: the regid under a
 * name such as `invalid_regids`, or a yes or no beside it. All else stays unread, with the vendor's own words in the reply.
 */
export function regidStanding({ data, answered, info }: XiaomiTaken, token: Secret): VendorReply {
  switch (standingIn(data, token.reveal(), null, 0)) {
    case 'good':
      return accepted(info)
    case 'bad':
      return failed('xiaomi', NO_SUCH_DEVICE, answered, info).reply
    case null:
      return unreadable(answered.status, info).reply
  }
}

/** @param under what the names on the way to this value say */
function standingIn(value: unknown, regid: string, under: Standing, depth: number): Standing {
  if (value === regid) return under
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return null
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  const own = entries.find(([name]) => name === regid)
  if (own !== undefined) return flagOf(own[1])
  const flag = entries.map(([name, flag]) => (meaning(name) === null ? null : flagNamed(name, flag))).find(Boolean)
  if (flag !== undefined && entries.some(([, each]) => each === regid)) return flag ?? null
  const inner = entries.map(([name, each]) => standingIn(each, regid, meaning(name) ?? under, depth + 1))
  return inner.includes('bad') ? 'bad' : (inner.find((each) => each !== null) ?? null)
}

/** `invalid_regids`, `validRegids`. */
function meaning(name: string): Standing {
  if (/invalid|illegal|not_?exist/i.test(name)) return 'bad'
  return /valid|legal|exist/i.test(name) ? 'good' : null
}

function flagOf(flag: unknown): Standing {
  if (flag === true || flag === 1) return 'good'
  if (flag === false || flag === 0) return 'bad'
  if (typeof flag !== 'string') return null
  if (/^(?:true|1)$/i.test(flag)) return 'good'
  return /^(?:false|0)$/i.test(flag) ? 'bad' : meaning(flag)
}

/** `valid: false` is bad, and so is `invalid: true`. */
function flagNamed(name: string, flag: unknown): Standing {
  const told = typeof flag === 'object' ? null : flagOf(flag)
  if (told === null || meaning(name) === 'good') return told
  return told === 'good' ? 'bad' : 'good'
}
