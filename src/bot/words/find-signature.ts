import { Secret } from '../../diagnostics/secret.ts'

/** What a message says about a signature: the signature, and whose it is where the message states it. */
export interface FoundSignature {
  sig: Secret
  user: string | null
}

// What may stand in a signature, or in what a client made of one; the engine judges and repairs.
const LETTER = String.raw`[A-Za-z0-9*_\-+/=%~\\\u2010-\u2015\u200b-\u200f\u2060\ufeff]`
/** Shorter than any signature; still long enough that no word is taken for one. */
const SHORTEST = 30
const LONGEST = 6000
/** A following piece must be long to belong to it: the next word of a sentence is not. */
const SHORTEST_NEXT = 20

// zlib streams in base64 start with one of these, by their compression level. Letters before it would make it a word.
const START = /(?<![A-Za-z0-9])e[AFJN]/g
const PIECE = new RegExp(`^${LETTER}+`)
const RUN = new RegExp(`${LETTER}{${SHORTEST},}`, 'g')
/** Unlike hexadecimal digits, or the address of a page. */
const LIKE_BASE64 = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)/
/** The name in `usersig=…`, as it stands in a URL or a log. */
const PARAMETER = /^[A-Za-z_-]{1,20}=(?=[^=]{30})/
const FENCED = /```(?:[a-z]+\n)?([\s\S]+?)```/g

// Only where a message says "user = …"; a name that merely stands nearby may be anyone's.
const STATED = String.raw`["'\x60*]*\s*[:=：＝][\s"'\x60“*]*(?![@<])([^\s"'\x60“”*,，;；&}]{1,100})`
const USER = new RegExp(String.raw`\b(?:user[ _]?id|user|identifier|account)${STATED}`, 'iu')
const USER_ZH = new RegExp(`(?:用户(?:名|ID)?|账号)${STATED}`, 'iu')

/**
 * The part of a message that is most likely a UserSig, damage and all, also one that was wrapped over lines. What begins like
 * compressed data comes first, and of that what stands in a code fence; then the longest run of base64. Null: there is none.
 */
export function findSignature(text: string): FoundSignature | null {
  const fenced = [...text.matchAll(FENCED)].map(([, inside]) => inside).join('\n\n')
  const sig =
    longest(candidates(fenced, START)) ??
    longest(candidates(text, START)) ??
    longest(candidates(text, RUN).filter((run) => LIKE_BASE64.test(run)))
  if (sig === null) return null
  const user = USER.exec(text)?.[1] ?? USER_ZH.exec(text)?.[1] ?? null
  return { sig: new Secret(sig), user: user !== null && sig.startsWith(user) ? null : user }
}

const longest = (found: readonly string[]): string | null =>
  found.reduce<string | null>((best, each) => (each.length > (best?.length ?? 0) ? each : best), null)

function candidates(text: string, begin: RegExp): readonly string[] {
  const found: string[] = []
  let end = 0
  for (const { index } of text.matchAll(begin)) {
    if (index < end) continue
    const taken = takeFrom(text, index)
    end = taken.end
    const sig = taken.sig.replace(PARAMETER, '').replace(/\\+$/, '')
    if (sig.length >= SHORTEST) found.push(sig)
  }
  return found
}

function takeFrom(text: string, start: number): { sig: string; end: number } {
  const most = start + LONGEST
  let sig = PIECE.exec(text.slice(start, most))?.[0] ?? ''
  let end = start + sig.length
  let width = sig.length
  for (;;) {
    const rest = text.slice(end, most)
    const blank = /^[ \t\r\u00a0]*\n?[ \t>\u00a0]*/.exec(rest)?.[0] ?? ''
    const after = rest.slice(blank.length)
    const next = PIECE.exec(after)?.[0] ?? ''
    const belongs = next.length >= SHORTEST_NEXT ? next.search(START) !== 0 : isLastLine(blank, next, after)
    if (blank === '' || !belongs) return { sig, end }
    sig += next
    end += blank.length + next.length
    // Of lines that were wrapped only the last is shorter than the one before.
    if (blank.includes('\n') && next.length < width) return { sig, end }
    width = next.length
  }
}

/** The short end of a wrapped signature: alone on its line, and not a word. */
const isLastLine = (blank: string, next: string, after: string): boolean =>
  blank.includes('\n') && /^[ \t]*(?:\n|`|$)/.test(after.slice(next.length)) && /\d|[*_]|[a-z][A-Z]/.test(next)
