import { LIMITS } from './limits.ts'
import { adler32 } from './adler32.ts'
import { BitReader, ENDED, NO_WORD } from './bit-reader.ts'
import { DynamicCodes } from './deflate-codes.ts'
import { FIXED_DISTANCES, FIXED_LITERALS, type Huffman } from './huffman.ts'

export interface Inflated {
  /** `checksum-wrong`: the data is whole but is not what was compressed. `stray`: bytes or bits follow that belong to nothing. */
  outcome: 'whole' | 'checksum-wrong' | 'stray' | 'ended' | 'broken' | 'over-limit'
  /** What could be inflated before that. */
  output: Buffer
  /** How many bytes of the input were looked at. */
  used: number
  /** Where the first block's codes end and its data begin, in bytes of the input. */
  dataFrom: number
}

const END_OF_BLOCK = 256
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]

/** One for all, as is the room for output: inflating is synchronous, and nothing of them outlives a call. */
const DYNAMIC_CODES = new DynamicCodes()
const OUTPUT = new Uint8Array(LIMITS.content)

type BlockOutcome = 'done' | 'ended' | 'broken' | 'over-limit'

/** Two header bytes that a zlib stream of at most 32 KiB window, without a preset dictionary, can begin with. */
export function hasZlibHeader(bytes: Uint8Array): boolean {
  const method = bytes[0] ?? 0
  const flags = bytes[1] ?? 0
  return (method & 15) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0
}

/**
 * Inflates deflate data of at most `limit` bytes, and never more than a signature may hold. Why not node:zlib: a diagnosis needs what zlib does not tell (how far
 * it came, whether bits are left over that no encoder writes, the part before an error), the search for eaten characters
 * runs it thousands of times, and an object per call makes zlib several times slower on texts this small.
 */
class Inflater {
  readonly #bits: BitReader
  readonly #limit: number
  #size = 0
  strayBits = false
  dataFrom = 0

  constructor(input: Uint8Array, start: number, limit: number) {
    this.#bits = new BitReader(input, start)
    this.#limit = Math.min(limit, OUTPUT.length)
  }

  get output(): Buffer {
    const output = Buffer.allocUnsafe(this.#size)
    for (let index = 0; index < output.length; index++) output[index] = OUTPUT[index] ?? 0
    return output
  }

  get nextByte(): number {
    return this.#bits.nextByte
  }

  run(): BlockOutcome {
    for (;;) {
      const last = this.#bits.take(1)
      const type = this.#bits.take(2)
      if (last === ENDED || type === ENDED) return 'ended'
      const outcome = this.#block(type)
      if (outcome !== 'done') return outcome
      if (last === 1) {
        if (!this.#bits.align()) this.strayBits = true
        return 'done'
      }
    }
  }

  #block(type: number): BlockOutcome {
    if (type === 0) return this.#stored()
    if (type === 1) return this.#compressed(FIXED_LITERALS, FIXED_DISTANCES)
    if (type !== 2) return 'broken'
    const outcome = DYNAMIC_CODES.read(this.#bits)
    if (this.dataFrom === 0) this.dataFrom = this.#bits.nextByte
    return outcome === 'done' ? this.#compressed(DYNAMIC_CODES.literals, DYNAMIC_CODES.distances) : outcome
  }

  #stored(): BlockOutcome {
    if (!this.#bits.align()) this.strayBits = true
    const length = this.#bits.take(16)
    const complement = this.#bits.take(16)
    if (length === ENDED || complement === ENDED) return 'ended'
    if ((length ^ complement) !== 0xffff) return 'broken'
    for (let index = 0; index < length; index++) {
      const byte = this.#bits.take(8)
      if (byte === ENDED) return 'ended'
      if (this.#size === this.#limit) return 'over-limit'
      OUTPUT[this.#size++] = byte
    }
    return 'done'
  }

  #compressed(literals: Huffman, distances: Huffman): BlockOutcome {
    for (;;) {
      const symbol = this.#bits.symbol(literals)
      if (symbol < 0) return symbol === ENDED ? 'ended' : 'broken'
      if (symbol < END_OF_BLOCK) {
        if (this.#size === this.#limit) return 'over-limit'
        OUTPUT[this.#size++] = symbol
        continue
      }
      if (symbol === END_OF_BLOCK) return 'done'
      const outcome = this.#copy(symbol - END_OF_BLOCK - 1, distances)
      if (outcome !== 'done') return outcome
    }
  }

  #copy(lengthSymbol: number, distances: Huffman): BlockOutcome {
    const lengthExtra = LENGTH_EXTRA[lengthSymbol]
    if (lengthExtra === undefined) return 'broken'
    const lengthMore = this.#bits.take(lengthExtra)
    if (lengthMore === ENDED) return 'ended'
    const distanceSymbol = this.#bits.symbol(distances)
    if (distanceSymbol < 0) return distanceSymbol === NO_WORD ? 'broken' : 'ended'
    const distanceExtra = DISTANCE_EXTRA[distanceSymbol]
    if (distanceExtra === undefined) return 'broken'
    const distanceMore = this.#bits.take(distanceExtra)
    if (distanceMore === ENDED) return 'ended'
    const distance = (DISTANCE_BASE[distanceSymbol] ?? 0) + distanceMore
    if (distance > this.#size) return 'broken'
    const length = (LENGTH_BASE[lengthSymbol] ?? 0) + lengthMore
    const fits = this.#size + length <= this.#limit
    const end = fits ? this.#size + length : this.#limit
    for (let to = this.#size; to < end; to++) OUTPUT[to] = OUTPUT[to - distance] ?? 0
    this.#size = end
    return fits ? 'done' : 'over-limit'
  }
}

/** What a zlib stream holds, up to `limit` bytes. The header has been looked at by `hasZlibHeader`. */
export function inflate(input: Uint8Array, limit: number): Inflated {
  const inflater = new Inflater(input, 2, limit)
  const block = inflater.run()
  const output = inflater.output
  const used = inflater.nextByte
  const { dataFrom } = inflater
  if (block !== 'done') return { outcome: block, output, used, dataFrom }
  if (input.length < used + 4) return { outcome: 'ended', output, used: input.length, dataFrom }
  const stated =
    (((input[used] ?? 0) << 24) |
      ((input[used + 1] ?? 0) << 16) |
      ((input[used + 2] ?? 0) << 8) |
      (input[used + 3] ?? 0)) >>>
    0
  if (adler32(output) !== stated) return { outcome: 'checksum-wrong', output, used: used + 4, dataFrom }
  const stray = inflater.strayBits || input.length > used + 4
  return { outcome: stray ? 'stray' : 'whole', output, used: used + 4, dataFrom }
}

/** The same for deflate data without zlib's header and checksum, which some hand-made generators write. */
export function inflateRaw(input: Uint8Array, limit: number): Buffer | null {
  const inflater = new Inflater(input, 0, limit)
  return inflater.run() === 'done' ? inflater.output : null
}
