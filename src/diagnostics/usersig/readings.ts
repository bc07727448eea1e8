import type { CleanText } from './clean-text.ts'
import type { Repair } from './finding.ts'
import { normaliseCharacters } from './normalise-characters.ts'
import type { RecoveryNotes } from './recovery-notes.ts'

/** One way to read a pasted text as a signature. */
export interface Reading {
  sig: string
  notes: RecoveryNotes
}

const SHORTEST_SIG = 60
const MOST_MARKS = 4
const MOST_UNSURE_DASHES = 6

/** All the ways, the likeliest first. Which one is right, the checksum decides. */
export function* readings(clean: CleanText): Generator<Reading> {
  yield { sig: clean.text, notes: clean.notes }
  yield* withoutEmphasis(clean)
  yield* withOtherDashes(clean)
  yield* withPlusForBlank(clean)
  yield* fromUrlSafe(clean)
  yield* fromWords(clean)
}

function derive({ notes }: CleanText, sig: string, repair: Repair): Reading {
  return { sig, notes: { ...notes, repairs: new Set([...notes.repairs, repair]) } }
}

/** The same from the text before its characters were looked at. */
function deriveRaw({ rawNotes }: CleanText, raw: string, repair: Repair, restored = 0): Reading {
  const notes = { ...rawNotes, repairs: new Set([...rawNotes.repairs, repair]), restored }
  return { sig: normaliseCharacters(raw, notes), notes }
}

/** A signature begins with `e`, so marks in front are none of its own; those at the end may be. */
function* withoutEmphasis(clean: CleanText): Generator<Reading> {
  const opening = /^[*_]+/.exec(clean.text)?.[0] ?? ''
  if (opening === '' || opening.length > MOST_MARKS) return
  const inner = clean.text.slice(opening.length)
  const closing = [...opening].reverse().join('')
  if (inner.endsWith(closing)) yield derive(clean, inner.slice(0, inner.length - closing.length), 'emphasis')
  yield derive(clean, inner, 'emphasis')
  for (let tail = opening.length; tail > 0; tail--) {
    if (/^[*_]+$/.test(inner.slice(-tail))) yield derive(clean, inner.slice(0, -tail), 'emphasis')
  }
}

function* withOtherDashes(clean: CleanText): Generator<Reading> {
  const dashes = [...clean.raw.matchAll(/[\u2012-\u2015]/gu)].length
  if (dashes === 0 || dashes > MOST_UNSURE_DASHES) return
  for (let choice = 0; choice < 1 << dashes; choice++) {
    let seen = 0
    const raw = clean.raw.replace(/[\u2012-\u2015]/gu, () => ((choice >> seen++) & 1 ? '--' : '-'))
    yield deriveRaw(clean, raw, 'smart-punctuation')
  }
}

/** Standard base64 in a URL's query: each `+` has become a blank. */
function* withPlusForBlank(clean: CleanText): Generator<Reading> {
  const blanks = clean.raw.match(/(?<=[A-Za-z0-9+/]) +(?=[A-Za-z0-9+/])/g)?.join('').length ?? 0
  if (blanks === 0 || clean.text.includes('*')) return
  const reading = deriveRaw(clean, clean.raw.replaceAll(' ', '+'), 'alphabet', blanks)
  yield { ...reading, notes: { ...reading.notes, alphabet: 'blanks' } }
}

/** RFC 4648's URL-safe alphabet, where `-` and `_` mean other things. */
function* fromUrlSafe(clean: CleanText): Generator<Reading> {
  if (!/^[A-Za-z0-9_-]+$/.test(clean.text)) return
  if (!/[_-]/.test(clean.text)) return
  for (const padding of [0, 1, 2]) {
    const end = clean.text.length - padding
    if (!/^_*$/.test(clean.text.slice(end))) continue
    const letters = clean.text.slice(0, end).replaceAll('-', '*').replaceAll('_', '-')
    const reading = derive(clean, letters + '_'.repeat((4 - (letters.length % 4)) % 4), 'alphabet')
    yield { ...reading, notes: { ...reading.notes, alphabet: 'url' } }
  }
}

/** A signature among other words. */
function* fromWords(clean: CleanText): Generator<Reading> {
  const words = clean.raw.split(/[\s"'`“”‘’「」()<>[\]{},;|&：:，。；、！？]+/u)
  if (words.length < 2) return
  for (const word of words) {
    const start = word.indexOf('e')
    if (start < 0 || word.length - start < SHORTEST_SIG) continue
    yield deriveRaw(clean, word.slice(start), 'label')
  }
}
