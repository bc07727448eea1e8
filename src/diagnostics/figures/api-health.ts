import { classOf } from '../push/probe-failures.ts'
import type { Probed } from '../push/evidence.ts'
import { imFailureOf } from './im-failure-of.ts'
import type { ApiHealth } from './report-figures.ts'

/** How the server API took a question for the administrator's own state, the cheapest that there is. */
export function apiHealth(probed: Probed<unknown>): ApiHealth {
  // That the account has no state is an answer.
  if (probed.kind === 'seen' || probed.kind === 'absent') return { kind: 'well', ms: probed.ms }
  const failure = imFailureOf(probed, 'v4/openim/query_online_status')
  const isRefused = classOf({ source: 'im', failure }) === 'admin-sig-rejected'
  return { kind: isRefused ? 'signature-refused' : 'failing', failure }
}
