import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { refused, scrubbed } from '../read-reply.ts'
import type { ApnsAnswer } from './apns-answer.ts'
import { refusalIn } from './refusal-in.ts'

/** What Apple's answer means. `secrets` are kept out of its words. */
export function judgeAnswer(answer: ApnsAnswer, secrets: readonly string[]): VendorReply {
  if (answer.kind === 'unanswered') return { ...answer, http: null, retryAfterMs: null }
  if (answer.kind === 'rejected') {
    const info = scrubbed(answer.info, secrets)
    return refusal({ reason: answer.reason, http: null, info, deadSince: null, retryAfterMs: null }, secrets)
  }
  const { status: http, text, retryAfterMs, id } = answer
  const info = id === null ? `HTTP ${http}` : `apns-id ${id}`
  if (http === 200) return { kind: 'accepted', notifications: null, otherEnvironment: false, info }
  const said = refusalIn(text)
  if (http === 429 || http >= 500 || said === null) {
    const reason = http === 429 ? 'busy' : 'broken'
    const words = said === null ? `HTTP ${http}` : scrubbed(said.reason, secrets)
    return { kind: 'unanswered', reason, http, info: words, retryAfterMs }
  }
  // A date only where a token has died; in any other answer it would mean nothing.
  const deadSince = http === 410 ? said.timestamp : null
  return refusal({ reason: said.reason, http, info, deadSince, retryAfterMs }, secrets)
}

interface Facts {
  reason: string
  http: number | null
  info: string
  deadSince: number | null
  retryAfterMs: number | null
}

function refusal({ reason, retryAfterMs, ...facts }: Facts, secrets: readonly string[]): VendorReply {
  const code = scrubbed(reason, secrets)
  const reply = refused('apns', code, facts)
  // A connection that idled or a server that shuts down: said of neither the credential nor the token.
  if (reply.about !== 'server') return reply
  return { kind: 'unanswered', reason: 'broken', http: facts.http, info: code, retryAfterMs }
}
