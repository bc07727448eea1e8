import { Secret } from '../../diagnostics/secret.ts'

/** What a message says about a signature: the signature, and whose it is where the message states it. */
export interface FoundSignature {
  sig: Secret
  user: string | null
}

// zlib streams in base64 start with one of these, by their compression level. Letters before it would make it a word.
const START = /(?<![A-Za-z0-9])(?:eJ|eA|eN|e[J-N]%)[A-Za-z0-9]/g
// What may stand in a signature, or in what a client made of one; the engine judges and repairs.
const PIECE = /^[A-Za-z0-9*_\-+/=%~\u2010-\u2015\u200b-\u200f\u2060\ufeff]+/u
/** Shorter than any signature; still long enough that no word is taken for one. */
const SHORTEST = 40
const LONGEST = 6000
/** A following piece must be long to belong to it: the next word of a sentence is not. */
const SHORTEST_NEXT = 20

// Only where a message says "user = …"; a name that merely stands nearby may be anyone's.
const USER = /\b(?:user[ _]?id|user|identifier|account)["'`]?\s*[:=：＝]\s*["'`“]?([^\s"'`”,，;；}]{1,100})/iu
const USER_ZH = /(?:用户(?:名|ID)?|账号)\s*[:=：＝]\s*["'`“]?([^\s"'`”,，;；}]{1,100})/iu

/** Finds the signature in a message, also one that was wrapped over lines; null where there is none. */
export function findSignature(text: string): FoundSignature | null {
  let best = ''
  for (const match of text.matchAll(START)) {
    const candidate = takeFrom(text, match.index)
    if (candidate.length > best.length) best = candidate
  }
  if (best.length < SHORTEST) return null
  const user = USER.exec(text)?.[1] ?? USER_ZH.exec(text)?.[1] ?? null
  return { sig: new Secret(best), user: user !== null && best.startsWith(user) ? null : user }
}

function takeFrom(text: string, start: number): string {
  let rest = text.slice(start, start + LONGEST)
  let taken = PIECE.exec(rest)?.[0] ?? ''
  rest = rest.slice(taken.length)
  for (;;) {
    const blank = /^[ \t\r\u00a0]*\n?[ \t>\u00a0]*/.exec(rest)?.[0] ?? ''
    const after = rest.slice(blank.length)
    const next = PIECE.exec(after)?.[0] ?? ''
    if (blank === '' || !(next.length >= SHORTEST_NEXT || isLastLine(blank, next, after))) return taken
    taken += next
    rest = after.slice(next.length)
  }
}

/** The short end of a wrapped signature: alone on its line, and not a word. */
const isLastLine = (blank: string, next: string, after: string): boolean =>
  blank.includes('\n') && /^[ \t]*(?:\n|`|$)/.test(after.slice(next.length)) && /\d|[*_]|[a-z][A-Z]/.test(next)
