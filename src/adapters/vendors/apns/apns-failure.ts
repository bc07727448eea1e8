import { scrubbed } from '../scrubbed.ts'
import type { ApnsAnswer } from './apns-answer.ts'

/** How TLS says that it does not take our certificate. */
const CERTIFICATE_ALERT = /^ERR_SSL_.*ALERT.*(?:CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED)/

/** What became of a connection, from its error. `stood`: it had been opened. */
export function apnsFailure(error: unknown, stood: boolean): Exclude<ApnsAnswer, { kind: 'answer' }> {
  const { name = '', code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  // Several addresses that all refuse make an error of many, which says nothing itself.
  const info = scrubbed(message || code || name || 'no connection', [])
  if (CERTIFICATE_ALERT.test(code)) return { kind: 'rejected', reason: 'BadCertificate', info }
  return { kind: 'unanswered', reason: stood ? 'broken' : 'unreachable', info }
}
