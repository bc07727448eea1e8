import type { OtherAlphabet, Repair, UsersigFinding } from './finding.ts'
import { ILLEGAL, newFinding } from './new-finding.ts'

/** What had to be undone before a pasted text could be read. */
export interface RecoveryNotes {
  repairs: Set<Repair>
  /** Another alphabet that the whole text was in. */
  alphabet: OtherAlphabet | null
  /** Characters put back in place. */
  restored: number
  timesUrlEncoded: number
  whitespace: boolean
  quoted: boolean
}

export function newNotes(): RecoveryNotes {
  return { repairs: new Set(), alphabet: null, restored: 0, timesUrlEncoded: 0, whitespace: false, quoted: false }
}

/**
 * What was undone. `proved`: what came out was unpacked to its end, so that its checksum was compared; else all this was
 * only tried.
 */
export function reportNotes(notes: RecoveryNotes, proved: boolean, findings: UsersigFinding[]): void {
  const { alphabet, restored } = notes
  const generators = (repair: Repair): boolean => repair === 'alphabet' || (repair === 'padding' && alphabet !== null)
  const isTold = (repair: Repair): boolean => proved || (repair !== 'label' && repair !== 'json-wrapper')
  const repairs = [...notes.repairs].filter((repair) => !generators(repair) && isTold(repair)).sort()
  if (alphabet !== null && proved) {
    findings.push(
      newFinding('markup', { repairs: ['alphabet'], alphabet, proved }, { owner: 'developer', imErrorCodes: ILLEGAL }),
    )
  }
  if (repairs.length > 0) {
    const count = restored > 0 && alphabet !== 'blanks' ? { restored } : {}
    findings.push(newFinding('markup', { repairs, ...count, proved }, proved ? {} : { severity: 'note' }))
  }
  if (notes.timesUrlEncoded > 0) findings.push(newFinding('url-encoded', { times: notes.timesUrlEncoded }))
  if (notes.whitespace) findings.push(newFinding('whitespace', {}))
  if (notes.quoted) findings.push(newFinding('quoted', {}))
}
