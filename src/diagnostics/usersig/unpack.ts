import { hasZlibHeader, inflate } from './inflate.ts'
import { LIMITS } from './limits.ts'
import { decodeSigText } from './sig-alphabet.ts'

/** What a cleaned text is as a container: base64, then zlib. `content` is what could be read of the JSON. */
export type Unpacked =
  | { kind: 'whole'; content: Buffer; paddingLost: boolean }
  | { kind: 'checksum-wrong'; content: Buffer }
  | { kind: 'truncated'; content: Buffer }
  | { kind: 'bad-base64'; index: number; content: Buffer | null }
  | { kind: 'bad-zlib'; looksLike?: 'case-changed' | 'no-start'; content: Buffer | null }
  | { kind: 'over-limit' }

export function unpack(sig: string): Unpacked {
  const decoded = decodeSigText(sig)
  if (decoded.kind === 'bad-character') return { kind: 'bad-base64', index: decoded.index, content: null }
  const { bytes, strayBits, paddingLost } = decoded
  if (!hasZlibHeader(bytes)) return notZlib(sig, bytes)
  const { outcome, output: content } = inflate(bytes, LIMITS.content)
  switch (outcome) {
    case 'whole':
      // The bytes are whole, so the bits after them are in a character that no encoder wrote.
      return strayBits
        ? { kind: 'bad-base64', index: lastLetter(sig), content }
        : { kind: 'whole', content, paddingLost }
    case 'checksum-wrong':
      return { kind: 'checksum-wrong', content }
    case 'ended':
      return { kind: 'truncated', content }
    case 'stray':
    case 'broken':
      return { kind: 'bad-zlib', content }
    case 'over-limit':
      return { kind: 'over-limit' }
  }
}

function lastLetter(sig: string): number {
  let index = sig.length - 1
  while (index > 0 && sig[index] === '_') index--
  return index
}

function notZlib(sig: string, bytes: Buffer): Unpacked {
  if (bytes.length === 1 && bytes[0] === 0x78) return { kind: 'truncated', content: Buffer.alloc(0) }
  if (/^e[JAFN]/.test(sig)) return { kind: 'bad-zlib', content: null }
  return { kind: 'bad-zlib', looksLike: /^e[jafn]/i.test(sig) ? 'case-changed' : 'no-start', content: null }
}
