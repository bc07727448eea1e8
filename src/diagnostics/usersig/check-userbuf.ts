import type { Claims } from './claims.ts'
import type { UsersigFinding } from './finding.ts'
import { newFinding } from './new-finding.ts'
import type { Userbuf } from './report.ts'
import { readUserbuf, ticketMismatches } from './userbuf.ts'

/** Reads the userbuf, if there is one, and compares a ticket in it with the signature around it. */
export function checkUserbuf(claims: Claims, findings: UsersigFinding[]): Userbuf | null {
  if (claims.userbuf === null) return null
  const userbuf = readUserbuf(claims.userbuf)
  const { identifier, sdkAppId, time, lifetime } = claims
  const isComplete = identifier !== null && sdkAppId !== null && time !== null && lifetime !== null
  const mismatches =
    userbuf.kind === 'private-map-key' && isComplete
      ? ticketMismatches(userbuf, { identifier, sdkAppId, end: Number(time) + Number(lifetime) })
      : []
  const consistent = mismatches.length === 0
  findings.push(
    newFinding('userbuf-present', { consistent, mismatches }, { severity: consistent ? 'note' : 'warning' }),
  )
  return userbuf
}
