import type { Repair, UsersigFinding } from './finding.ts'
import { newFinding } from './new-finding.ts'

/** What had to be undone before a pasted text could be read. */
export interface RecoveryNotes {
  repairs: Set<Repair>
  /** Characters put back in place. */
  restored: number
  timesUrlEncoded: number
  whitespace: boolean
  quoted: boolean
}

export function newNotes(): RecoveryNotes {
  return { repairs: new Set(), restored: 0, timesUrlEncoded: 0, whitespace: false, quoted: false }
}

export function reportNotes(notes: RecoveryNotes, findings: UsersigFinding[]): void {
  if (notes.repairs.size > 0) {
    const repairs = [...notes.repairs].sort()
    findings.push(newFinding('markup', notes.restored > 0 ? { repairs, restored: notes.restored } : { repairs }))
  }
  if (notes.timesUrlEncoded > 0) findings.push(newFinding('url-encoded', { times: notes.timesUrlEncoded }))
  if (notes.whitespace) findings.push(newFinding('whitespace', {}))
  if (notes.quoted) findings.push(newFinding('quoted', {}))
}
