import { isUtf8 } from 'node:buffer'
import { hasZlibHeader, inflate, inflateRaw } from './inflate.ts'
import { LIMITS } from './limits.ts'

const OPENING_BRACE = 0x7b

export interface CompressedForm {
  form: 'zlib' | 'gzip' | 'raw-deflate' | 'plain-json'
  /** Null: it cannot be unpacked. */
  content: Buffer | null
}

/** How bytes are packed, where what is inside can be read or the packing names itself. */
export function compressedForm(bytes: Buffer): CompressedForm | null {
  // A damaged signature may begin with that byte, too.
  if (/^\{\s*["}]/.test(bytes.toString('latin1', 0, 40)) && isUtf8(bytes)) return { form: 'plain-json', content: bytes }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { form: 'gzip', content: gunzip(bytes) }
  if (hasZlibHeader(bytes)) {
    const { outcome, output } = inflate(bytes, LIMITS.content)
    return outcome === 'whole' && output[0] === OPENING_BRACE ? { form: 'zlib', content: output } : null
  }
  const raw = inflateRaw(bytes, LIMITS.content)
  return raw?.[0] === OPENING_BRACE ? { form: 'raw-deflate', content: raw } : null
}

/** @see https://www.rfc-editor.org/rfc/rfc1952 */
function gunzip(bytes: Buffer): Buffer | null {
  const flags = bytes[3] ?? 0
  let start = 10
  if ((flags & 4) !== 0) start += 2 + (bytes[start] ?? 0) + ((bytes[start + 1] ?? 0) << 8)
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const end = bytes.indexOf(0, start)
    if (end < 0) return null
    start = end + 1
  }
  if ((flags & 2) !== 0) start += 2
  return start >= bytes.length ? null : inflateRaw(bytes.subarray(start), LIMITS.content)
}
