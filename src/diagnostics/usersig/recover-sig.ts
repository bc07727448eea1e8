import { type CleanText, cleanText } from './clean-text.ts'
import { readings } from './readings.ts'
import { LIMITS } from './limits.ts'
import { ALL_BLANKS } from './normalise-characters.ts'
import { type Recognised, recognise, recognisePage } from './recognise.ts'
import { newNotes, type RecoveryNotes } from './recovery-notes.ts'
import { restoreEaten } from './restore-eaten.ts'
import { unsetKind } from './unset-values.ts'
import { type Unpacked, unpack } from './unpack.ts'

export type Recovered =
  | { kind: 'sig'; sig: string; unpacked: Unpacked; notes: RecoveryNotes }
  /** Something that can be read, and that is no UserSig. */
  | { kind: 'other'; other: Recognised; notes: RecoveryNotes; text: string }
  /** A JSON text, neither compressed nor encoded, as the oldest signatures were. */
  | { kind: 'json'; json: string; notes: RecoveryNotes }
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number }

/** Base64 within Base64, as often as anybody does it. */
const DEEPEST_LAYER = 2

/** Finds the signature in what was pasted. What needs a guess is accepted only where the container's checksum proves it. */
export function recoverSig(pasted: string, layer = 0): Recovered {
  if (pasted.length > LIMITS.rawText) return { kind: 'too-long', length: pasted.length }
  if (pasted.length > 0 && pasted.length <= LIMITS.text) {
    const unpacked = unpack(pasted)
    if (unpacked.kind === 'whole' && !unpacked.paddingLost)
      return { kind: 'sig', sig: pasted, unpacked, notes: newNotes() }
  }
  const nothing = unset(pasted) ?? recognisePage(pasted)
  if (nothing !== null) return { kind: 'other', other: nothing, notes: newNotes(), text: pasted.trim() }
  const clean = cleanText(pasted)
  if (clean.text === '') return { kind: 'empty' }
  if (clean.text.length > LIMITS.text) return { kind: 'too-long', length: clean.text.length }
  if (clean.isJson) return { kind: 'json', json: clean.raw, notes: clean.notes }
  const value = unset(clean.raw)
  if (value !== null) return { kind: 'other', other: value, notes: clean.notes, text: clean.text }
  return proveReading(clean, layer)
}

function lookInside(text: string, layer: number): { content: Buffer | null } | null {
  const inner = recoverSig(text, layer + 1)
  if (inner.kind === 'other') return { content: inner.other.content }
  return inner.kind === 'sig' && inner.unpacked.kind === 'whole' ? { content: inner.unpacked.content } : null
}

/** Longer than anything that is printed for a value that is none. */
const LONGEST_UNSET = 160

function unset(text: string): Recognised | null {
  const given = text
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .trim()
  const looksLike = given.length > LONGEST_UNSET ? null : unsetKind(given)
  return looksLike === null
    ? null
    : { code: 'malformed-base64', detail: { looksLike, given: given.slice(0, 40) }, content: null }
}

function proveReading(clean: CleanText, layer: number): Recovered {
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
  const plain = unpack(clean.text)
  if (plain.kind === 'bad-base64' || plain.kind === 'bad-zlib') {
    const other = recognise(clean.raw.replace(ALL_BLANKS, ''), (text) =>
      layer < DEEPEST_LAYER ? lookInside(text, layer) : null,
    )
    if (other !== null) return { kind: 'other', other, notes: clean.notes, text: clean.text }
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
  return { kind: 'sig', sig: clean.text, unpacked: plain, notes: clean.notes }
}
