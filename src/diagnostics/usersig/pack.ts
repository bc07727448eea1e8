import { constants, deflateRawSync } from 'node:zlib'
import { adler32 } from './adler32.ts'
import { encodeSigText } from './sig-alphabet.ts'

export type CompressionLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** zlib's second header byte, which names the level roughly and makes the header divisible by 31. */
function flagsOf(level: CompressionLevel): number {
  if (level < 2) return 0x01
  if (level < 6) return 0x5e
  return level === 6 ? 0x9c : 0xda
}

/**
 * JSON to signature text. The deflate data is made with a window as small as the text, which spares most of the memory
 * that zlib would set up for it, and put in a zlib stream by hand: the header promises the full window, so that every
 * reader accepts it and the text begins as those of the official libraries do.
 */
export function pack(json: string, level: CompressionLevel): string {
  const content = Buffer.from(json, 'utf8')
  const data = deflateRawSync(content, {
    level,
    windowBits: 10,
    memLevel: 3,
    chunkSize: 512,
    strategy: constants.Z_DEFAULT_STRATEGY,
  })
  const stream = Buffer.allocUnsafe(data.length + 6)
  stream[0] = 0x78
  stream[1] = flagsOf(level)
  data.copy(stream, 2)
  stream.writeUInt32BE(adler32(content), data.length + 2)
  return encodeSigText(stream)
}
