import { codeIndex, entriesOf } from '../../diagnostics/codes/code-index.ts'
import type { CodeEntry, Vendor } from '../../diagnostics/codes/entry.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { scrubbed } from './scrubbed.ts'
import type { HttpAnswer } from './vendor-http.ts'

export { readJson } from './read-json.ts'
export { scrubbed } from './scrubbed.ts'

type Refused = Extract<VendorReply, { kind: 'refused' }>
type Unanswered = Extract<VendorReply, { kind: 'unanswered' }>

export interface RefusalFacts {
  /** HTTP status; null: none. */
  http: number | null
  /** The vendor's words, already scrubbed. */
  info: string
  /** UNIX milliseconds. */
  deadSince?: number | null
}

/**
 * A refusal in the catalogue's terms. The code is what the catalogue lists, with its prefix where it has one (`1101/20003`),
 * in any letter case; where nothing is listed, the vendor's own code stands, and what it is about is open.
 */
export function refused(vendor: Vendor, code: string, { http, info, deadSince = null }: RefusalFacts): Refused {
  const entry = listed(vendor, code)
  const known = entry !== undefined && entry.code.toLowerCase() === code.toLowerCase() ? entry.code : null
  return { kind: 'refused', about: entry?.kind ?? null, code: known ?? scrubbed(code, []), http, info, deadSince }
}

/** The entry for exactly this code, else for the range it is in; never one that merely has the code as a part. */
function listed(vendor: Vendor, code: string): CodeEntry | undefined {
  const own = entriesOf(code, codeIndex()).filter((entry) => entry.vendor === vendor)
  const lower = code.toLowerCase()
  return own.find((entry) => entry.code.toLowerCase() === lower) ?? own.find((entry) => /^\d+-\d+$/.test(entry.code))
}

/** Why there is no answer to read: none came, 429, 5xx, or a redirect. Null: there is one. */
export function unansweredBy(answer: HttpAnswer): Unanswered | null {
  if (answer.kind === 'unanswered') return { ...answer, http: null, retryAfterMs: null }
  const { status, retryAfterMs } = answer
  const info = `HTTP ${status}`
  if (status === 429) return { kind: 'unanswered', reason: 'busy', http: status, info, retryAfterMs }
  if (status >= 500 || (status >= 300 && status < 400))
    return { kind: 'unanswered', reason: 'broken', http: status, info, retryAfterMs }
  return null
}
