const UNSTORABLE = /\p{Surrogate}|\0/gu

/** Postgres takes neither U+0000 nor half characters in a text; both are replaced alike for writing and for looking up. */
export function columnText(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD')
}
