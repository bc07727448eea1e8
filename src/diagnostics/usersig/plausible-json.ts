const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Kinds of bytes, as bits. */
const DIGIT = 1
const BASE64 = 2
const NAME = 4
const BLANK = 8
const ESCAPABLE = 16
const KINDS = new Uint8Array(256)

function markKind(kind: number, characters: string): void {
  for (const byte of Buffer.from(characters, 'latin1')) KINDS[byte] = (KINDS[byte] ?? 0) | kind
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
markKind(DIGIT | BASE64 | NAME, '0123456789')
markKind(BASE64 | NAME, LETTERS)
markKind(BASE64, '+/=')
markKind(NAME, '._')
markKind(BLANK, ' \t\r\n')
markKind(ESCAPABLE, '"\\/bfnrtu')

function isKind(byte: number | undefined, kind: number): boolean {
  return ((KINDS[byte ?? 0] ?? 0) & kind) !== 0
}

const PREFIX = Buffer.from('TLS.')
const LONGEST_NAME = 20

/** What a text member may hold: a signature and a userbuf are base64, the others are short. */
interface TextShape {
  longest: number
  isBase64: boolean
}

const OTHER: TextShape = { longest: 40, isBase64: false }

/** Told by the first two letters after the prefix. */
function shapeOf(bytes: Uint8Array, nameStart: number): TextShape {
  switch (String.fromCharCode(bytes[nameStart + 4] ?? 0, bytes[nameStart + 5] ?? 0)) {
    case 'si':
      return { longest: 160, isBase64: true }
    case 'us':
      return { longest: 1_400, isBase64: true }
    case 'id':
      return { longest: 200, isBase64: false }
    default:
      return OTHER
  }
}

/** Where between the tokens of a flat object a reader is. */
type Place = 'start' | 'name' | 'colon' | 'value' | 'number' | 'comma' | 'end'

/**
 * The index of the first byte that no signature's JSON could have there, or -1. It is strict enough for a text decoded
 * from a wrong place on to be recognised after a few bytes, and lets pass whatever a signature may be.
 */
export function firstImplausible(bytes: Uint8Array): number {
  let place: Place = 'start'
  let shape = OTHER
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0
    if (byte !== QUOTE || (place !== 'name' && place !== 'value')) {
      const next = nextPlace(place, byte)
      if (next === null) return index
      place = next
      continue
    }
    const start = index + 1
    const end = place === 'name' ? endOfName(bytes, start) : endOfText(bytes, start, shape)
    if (end < 0) return ~end
    if (end >= bytes.length) return -1
    if (place === 'name') shape = shapeOf(bytes, start)
    place = place === 'name' ? 'colon' : 'comma'
    index = end
  }
  return -1
}

function nextPlace(place: Place, byte: number): Place | null {
  if (isKind(byte, BLANK)) return place === 'number' ? 'comma' : place
  switch (place) {
    case 'start':
      return byte === 0x7b ? 'name' : null
    case 'colon':
      return byte === 0x3a ? 'value' : null
    case 'value':
      return isKind(byte, DIGIT) ? 'number' : null
    case 'number':
      return isKind(byte, DIGIT) ? 'number' : afterValue(byte)
    case 'comma':
      return afterValue(byte)
    case 'name':
    case 'end':
      return null
  }
}

function afterValue(byte: number): Place | null {
  return byte === 0x2c ? 'name' : byte === 0x7d ? 'end' : null
}

/** The index of a name's closing quote; that of a byte that cannot be in it, with its bits turned over. */
function endOfName(bytes: Uint8Array, start: number): number {
  for (let index = start; index < bytes.length; index++) {
    const byte = bytes[index]
    const at = index - start
    if (byte === QUOTE && at > PREFIX.length) return index
    const fits = at < PREFIX.length ? byte === PREFIX[at] : at < LONGEST_NAME && isKind(byte, NAME)
    if (!fits) return ~index
  }
  return bytes.length
}

/** The same in a text in UTF-8: no control characters, no broken sequences, and only the escapes that JSON has. */
function endOfText(bytes: Uint8Array, start: number, { longest, isBase64 }: TextShape): number {
  let following = 0
  for (let index = start; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0
    if (byte === QUOTE && following === 0) return index
    if (index - start > longest) return ~index
    if (isBase64 ? byte !== BACKSLASH && !isKind(byte, BASE64) : byte < 0x20 || byte === 0x7f || byte > 0xf4)
      return ~index
    const continues = byte >= 0x80 && byte < 0xc0
    if (following > 0 !== continues || byte === 0xc0 || byte === 0xc1) return ~index
    if (continues) following--
    else if (byte >= 0xc2) following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
    else if (byte === BACKSLASH && ++index < bytes.length && !isKind(bytes[index], ESCAPABLE)) return ~index
  }
  return bytes.length
}
