import { type CleanText, cleanText } from './clean-text.ts'
import { readings } from './readings.ts'
import { LIMITS } from './limits.ts'
import { newNotes, type RecoveryNotes } from './recovery-notes.ts'
import { restoreEaten } from './restore-eaten.ts'
import { type Unpacked, unpack } from './unpack.ts'

export type Recovered =
  | { kind: 'sig'; sig: string; unpacked: Unpacked; notes: RecoveryNotes }
  /** A JSON text, neither compressed nor encoded, as the oldest signatures were. */
  | { kind: 'json'; json: string; notes: RecoveryNotes }
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number }

/** Finds the signature in what was pasted. What needs a guess is accepted only where the container's checksum proves it. */
export function recoverSig(pasted: string): Recovered {
  if (pasted.length > LIMITS.rawText) return { kind: 'too-long', length: pasted.length }
  if (pasted.length > 0 && pasted.length <= LIMITS.text) {
    const unpacked = unpack(pasted)
    if (unpacked.kind === 'whole' && !unpacked.paddingLost)
      return { kind: 'sig', sig: pasted, unpacked, notes: newNotes() }
  }
  const clean = cleanText(pasted)
  if (clean.text === '') return { kind: 'empty' }
  if (clean.text.length > LIMITS.text) return { kind: 'too-long', length: clean.text.length }
  if (clean.isJson) return { kind: 'json', json: clean.raw, notes: clean.notes }
  return proveReading(clean)
}

function proveReading(clean: CleanText): Recovered {
  const budget = { left: LIMITS.searchWork }
  const tried: { sig: string; notes: RecoveryNotes }[] = []
  for (const reading of readings(clean)) {
    const unpacked = unpack(reading.sig)
    if (unpacked.kind === 'over-limit') return { kind: 'sig', ...reading, unpacked }
    if (unpacked.kind === 'whole') {
      if (unpacked.paddingLost) reading.notes.repairs.add('padding')
      return { kind: 'sig', ...reading, unpacked }
    }
    tried.push(reading)
  }
  for (const { sig, notes } of tried) {
    const restored = restoreEaten(sig, budget)
    if (restored === null) continue
    const unpacked = unpack(restored.sig)
    notes.repairs.add('eaten-characters')
    notes.restored += restored.restored
    if (restored.sig.endsWith('_') && !sig.endsWith('_')) notes.repairs.add('padding')
    return { kind: 'sig', sig: restored.sig, unpacked, notes }
  }
  return { kind: 'sig', sig: clean.text, unpacked: unpack(clean.text), notes: clean.notes }
}
