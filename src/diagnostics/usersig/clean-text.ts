import { normaliseCharacters } from './normalise-characters.ts'
import { newNotes, type RecoveryNotes } from './recovery-notes.ts'
import { decodePercents, undoEntities, undoEscapes } from './undo-encodings.ts'
import { undoMarkup } from './undo-markup.ts'
import { isJson, unwrapJson } from './unwrap-json.ts'
import { dropLabel, dropQuotes, trimBlanks } from './unwrap-text.ts'

export interface CleanText {
  /** In UserSig's alphabet, as far as its characters allow. */
  text: string
  /** The same with what was removed inside still in it: blanks, dashes of unknown length. */
  raw: string
  notes: RecoveryNotes
  /** The notes on `raw`: all but those on single characters. */
  rawNotes: RecoveryNotes
  /** A JSON object without a signature in it: perhaps the content of one. */
  isJson: boolean
}

/** Wrappings can be within one another; more layers than this nobody pastes. */
const MOST_ROUNDS = 6

/** Undoes all that wraps or encodes a signature and can be undone without guessing. */
export function cleanText(pasted: string): CleanText {
  const notes = newNotes()
  let text = pasted
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text
    text = trimBlanks(text, notes)
    text = undoEntities(text, notes)
    text = undoMarkup(text, notes)
    text = unwrapJson(text, notes)
    if (isJson(text)) return { text, raw: text, notes, rawNotes: notes, isJson: true }
    text = dropLabel(text, notes)
    text = decodePercents(text, notes)
    text = undoEscapes(text, notes)
    text = dropQuotes(text, notes)
    if (text === before) break
  }
  const rawNotes = { ...notes, repairs: new Set(notes.repairs) }
  return { text: normaliseCharacters(text, notes), raw: text, notes, rawNotes, isJson: false }
}
