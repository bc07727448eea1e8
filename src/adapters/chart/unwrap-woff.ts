import { inflateSync } from 'node:zlib'

const SIGNATURE = 0x774f4646
const HEADER = 44
const ENTRY = 20
const TTF_HEADER = 12
const TTF_ENTRY = 16

/** A font of the packages we use has a tenth of it; a damaged one is not to fill the memory. Bytes. */
const MOST_BYTES = 64 * 1024 * 1024

interface Table {
  tag: number
  checksum: number
  data: Buffer
}

/**
 * The TrueType or OpenType font in a WOFF 1 file: the same tables, no longer deflated.
 *
 * @returns null where it is no such file, or a damaged one
 * @see https://www.w3.org/TR/WOFF/
 */
export function unwrapWoff(file: Uint8Array): Buffer | null {
  const woff = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (woff.length < HEADER || woff.readUInt32BE(0) !== SIGNATURE || woff.readUInt32BE(16) > MOST_BYTES) return null
  try {
    const count = woff.readUInt16BE(12)
    return assemble(
      woff.readUInt32BE(4),
      Array.from({ length: count }, (_, index) => readTable(woff, HEADER + index * ENTRY)),
    )
  } catch {
    return null
  }
}

/** Throws where the file ends too early, or is damaged. */
function readTable(woff: Buffer, entry: number): Table {
  const offset = woff.readUInt32BE(entry + 4)
  const packed = woff.readUInt32BE(entry + 8)
  const length = woff.readUInt32BE(entry + 12)
  const stored = woff.subarray(offset, offset + packed)
  if (stored.length < packed) throw new RangeError('the file ends within a table')
  // What deflating would not make smaller is stored as it is.
  const data = packed < length ? inflateSync(stored, { maxOutputLength: Math.max(1, length) }) : stored
  if (data.length !== length) throw new RangeError('a table is not as long as it says')
  return { tag: woff.readUInt32BE(entry), checksum: woff.readUInt32BE(entry + 16), data }
}

/** Each table begins at a multiple of four. */
const padded = (length: number): number => Math.ceil(length / 4) * 4

function assemble(flavour: number, tables: readonly Table[]): Buffer {
  const body = TTF_HEADER + tables.length * TTF_ENTRY
  const font = Buffer.alloc(tables.reduce((size, { data }) => size + padded(data.length), body))
  const exponent = Math.floor(Math.log2(Math.max(1, tables.length)))
  font.writeUInt32BE(flavour, 0)
  font.writeUInt16BE(tables.length, 4)
  font.writeUInt16BE(16 * 2 ** exponent, 6)
  font.writeUInt16BE(exponent, 8)
  font.writeUInt16BE(16 * (tables.length - 2 ** exponent), 10)
  let offset = body
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = TTF_HEADER + index * TTF_ENTRY
    font.writeUInt32BE(tag, entry)
    font.writeUInt32BE(checksum, entry + 4)
    font.writeUInt32BE(offset, entry + 8)
    font.writeUInt32BE(data.length, entry + 12)
    data.copy(font, offset)
    offset += padded(data.length)
  }
  return font
}
