const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-'
const PADDING = 0x5f
const ENCODE = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0))
const NO_LETTER = 255
const DECODE = new Uint8Array(256).fill(NO_LETTER)
ENCODE.forEach((code, value) => {
  DECODE[code] = value
})

export interface SigBytes {
  kind: 'bytes'
  bytes: Buffer
  /** Fewer padding characters than there should be. */
  paddingLost: boolean
  /** The text carries bits that no byte needs: an encoder never writes them, so a character was changed or lost. */
  strayBits: boolean
}

export interface BadCharacter {
  kind: 'bad-character'
  index: number
}

/** Reads UserSig's own base64: `*` for `+`, `-` for `/`, `_` for `=`. */
export function decodeSigText(text: string): SigBytes | BadCharacter {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === PADDING) end--
  const padding = text.length - end
  const rest = end & 3
  const bytes = Buffer.allocUnsafe((end >> 2) * 3 + (rest > 1 ? rest - 1 : 0))
  let hold = 0
  let bits = 0
  let size = 0
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index)
    const value = code < 256 ? (DECODE[code] ?? NO_LETTER) : NO_LETTER
    if (value === NO_LETTER) return { kind: 'bad-character', index }
    hold = (hold << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[size++] = hold >> bits
      hold &= (1 << bits) - 1
    }
  }
  const due = rest === 0 ? 0 : 4 - rest
  if (padding > due) return { kind: 'bad-character', index: end + due }
  return { kind: 'bytes', bytes, paddingLost: padding < due, strayBits: rest === 1 || hold !== 0 }
}

/** Writes bytes the way every UserSig library does. */
export function encodeSigText(bytes: Uint8Array): string {
  const size = bytes.length
  const text = Buffer.allocUnsafe(Math.ceil(size / 3) * 4)
  let at = 0
  for (let index = 0; index < size; index += 3) {
    const triple = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    text[at++] = ENCODE[triple >> 18] ?? PADDING
    text[at++] = ENCODE[(triple >> 12) & 63] ?? PADDING
    text[at++] = index + 1 < size ? (ENCODE[(triple >> 6) & 63] ?? PADDING) : PADDING
    text[at++] = index + 2 < size ? (ENCODE[triple & 63] ?? PADDING) : PADDING
  }
  return text.toString('latin1', 0, at)
}
