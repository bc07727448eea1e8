import { stripVTControlCharacters } from 'node:util'

/** What a terminal must not be told by foreign text: control characters other than the line feed, and bidirectional marks. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Foreign text as a terminal may print it. */
export const safe = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\t\u2028\u2029]/g, ' ')
    .replace(UNPRINTABLE, '')
