import { places } from './catalogue/places.ts'
import type { CodeEntry } from './entry.ts'

/** A code that says little in general says more where the text tells in which call it came. */
export function inPlace(entry: CodeEntry, text: string): CodeEntry {
  if (entry.vendor !== undefined) return entry
  const place = places.find(({ code, form }) => code === entry.code && form.test(text))
  return place === undefined ? entry : { ...entry, owner: place.owner, en: place.en, zh: place.zh }
}
