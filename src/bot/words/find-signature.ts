import { Secret } from '../../diagnostics/secret.ts'
import { signatureApp } from './signature-app.ts'
import { type SignaturePlace, signatureOwner } from './signature-owner.ts'

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
/** Signatures of one paste that are looked at. */
const MOST = 50
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

/** As above, by the third letter as well: what any zlib stream begins with, or an uncompressed signature. */
const SURE_START = /(?<![A-Za-z0-9])(?:e(?:A[E-H]|F[4-7]|J[w-z]|N[o-r])|eyJUTFMu)/g
/** What a text calls a UserSig, whatever it looks like. */
const LABELLED = new RegExp(
  String.raw`(?:user[ _]?sig|签名|票据)["'\x60\\*]{0,4}\s{0,4}(?:[:=：＝]|是|为)\s{0,4}(["'\x60\\*]{0,3})(${LETTER}{${SHORTEST},6000})`,
  'giu',
)
/** A variable that was never set, in the place of one. */
const UNSET =
  /user[ _]?sig["'`\\]{0,4}\s{0,4}[:=：＝]\s{0,4}(?:["'`\\]{1,2}((?:undefined|null|nil|none|NaN|\[object [A-Z]\w{1,20}\])?)["'`\\]{1,2}(?=\s{0,4}[,})\]\n&]|$)|(undefined|null|nil|NaN|\[object [A-Z]\w{1,20}\])(?![\w.]))/i

/** All that stands in a paste: the first UserSig, the app that is named with it, and further ones. */
export interface PastedSignature extends FoundSignature {
  sdkAppId: string | null
  others: readonly FoundSignature[]
}

interface Located extends SignaturePlace {
  sig: string
}

/**
 * The part of a message that is most likely a UserSig, damage and all, also one that was wrapped over lines. What begins like
 * compressed data comes first, and of that what stands in a code fence; then the longest run of base64. Null: there is none.
 */
export function findSignature(text: string): FoundSignature | null {
  return ownedBy(
    text,
    longest(fencedCandidates(text)) ??
      longest(candidates(text, START)) ??
      longest(candidates(text, RUN).filter(({ sig }) => LIKE_BASE64.test(sig))),
  )
}

/**
 * A UserSig among other words, code or data, where there can be no doubt that it is one: it begins as they all do, or is
 * called one.
 */
export function findPastedSignature(text: string): PastedSignature | null {
  const found = pastedIn(text)
  if (found !== null) return found
  if (!/%(?:22|3d|26)/i.test(text)) return null
  const decoded = text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return pastedIn(decoded)
}

function pastedIn(text: string): PastedSignature | null {
  const [first, ...rest] = locatePasted(text)
  if (first === undefined) return null
  const sigs = [first, ...rest.slice(0, MOST - 1)]
  const all = sigs.map((each) => owned(text, each))
  // One that stands there twice is another one only where it is said to be of somebody else.
  const others = all
    .slice(1)
    .filter(({ user }, index) =>
      sigs
        .slice(0, index + 1)
        .every(({ sig }, at) => sig !== sigs[index + 1]?.sig || !(user === null || user === all[at]?.user)),
    )
  return { ...owned(text, first), sdkAppId: signatureApp(text, first), others }
}

/** More than one only of those that surely are; a piece much shorter than another is none. */
function locatePasted(text: string): readonly Located[] {
  const sure = candidates(text, SURE_START).filter(({ sig }) => LIKE_BASE64.test(sig))
  const most = longest(sure)?.sig.length ?? 0
  if (most > 0) return sure.filter(({ sig }) => sig.length >= most / 2)
  for (const { index, 0: whole, 2: sig = '' } of text.matchAll(LABELLED)) {
    const end = index + whole.length
    if (LIKE_BASE64.test(sig)) return [{ sig, start: end - sig.length, end }]
  }
  const unset = UNSET.exec(text)
  if (unset === null) return []
  const [whole, quoted, bare] = unset
  const sig = quoted ?? bare ?? ''
  return [{ sig, start: unset.index, end: unset.index + whole.length }]
}

function ownedBy(text: string, found: Located | null): FoundSignature | null {
  return found === null ? null : owned(text, found)
}

const owned = (text: string, found: Located): FoundSignature => ({
  sig: new Secret(found.sig),
  user: signatureOwner(text, found),
})

const longest = (found: readonly Located[]): Located | null =>
  found.reduce<Located | null>((best, each) => (each.sig.length > (best?.sig.length ?? 0) ? each : best), null)

function fencedCandidates(text: string): readonly Located[] {
  return [...text.matchAll(FENCED)].flatMap(({ index, 0: whole, 1: inside = '' }) => {
    const from = index + whole.indexOf(inside)
    return candidates(inside, START).map(({ sig, start, end }) => ({ sig, start: from + start, end: from + end }))
  })
}

function candidates(text: string, begin: RegExp): readonly Located[] {
  const found: Located[] = []
  let end = 0
  for (const { index } of text.matchAll(begin)) {
    if (index < end) continue
    const taken = takeFrom(text, index)
    end = taken.end
    const sig = taken.sig.replace(PARAMETER, '').replace(/\\+$/, '')
    if (sig.length >= SHORTEST) found.push({ sig, start: index, end })
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
