import { type BitReader, ENDED } from './bit-reader.ts'
import { Huffman } from './huffman.ts'

const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const LENGTH_SYMBOLS = 19
const END_OF_BLOCK = 256

export type CodesOutcome = 'done' | 'ended' | 'broken'

/** The two codes that a dynamic block brings along (RFC 1951, 3.2.7), read with zlib's checks. */
export class DynamicCodes {
  readonly literals = new Huffman()
  readonly distances = new Huffman()
  readonly #lengthCode = new Huffman()
  readonly #lengths = new Uint8Array(320)

  read(bits: BitReader): CodesOutcome {
    const head = bits.take(14)
    if (head === ENDED) return 'ended'
    const literals = (head & 31) + 257
    const distances = ((head >> 5) & 31) + 1
    if (literals > 286 || distances > 30) return 'broken'
    const lengthCode = this.#readLengthCode(bits, (head >> 10) + 4)
    if (lengthCode !== 'done') return lengthCode
    const total = literals + distances
    const outcome = this.#readLengths(bits, total)
    if (outcome !== 'done') return outcome
    if (this.#lengths[END_OF_BLOCK] === 0) return 'broken'
    const usable =
      this.literals.build(this.#lengths, 0, literals) && this.distances.build(this.#lengths, literals, total)
    return usable ? 'done' : 'broken'
  }

  #readLengthCode(bits: BitReader, count: number): CodesOutcome {
    const lengths = this.#lengths
    let words = 0
    for (let index = 0; index < LENGTH_SYMBOLS; index++) {
      const length = index < count ? bits.take(3) : 0
      if (length === ENDED) return 'ended'
      lengths[LENGTH_ORDER[index] ?? 0] = length
      if (length > 0) words += 1 << (7 - length)
    }
    // Unlike the other two, this code must be complete, whatever its size.
    if (words !== 128) return 'broken'
    return this.#lengthCode.build(lengths, 0, LENGTH_SYMBOLS) ? 'done' : 'broken'
  }

  #readLengths(bits: BitReader, total: number): CodesOutcome {
    const lengths = this.#lengths
    let index = 0
    while (index < total) {
      const symbol = bits.symbol(this.#lengthCode)
      if (symbol < 0) return symbol === ENDED ? 'ended' : 'broken'
      if (symbol < 16) {
        lengths[index++] = symbol
        continue
      }
      const more = bits.take(symbol === 16 ? 2 : symbol === 17 ? 3 : 7)
      if (more === ENDED) return 'ended'
      if (symbol === 16 && index === 0) return 'broken'
      const repeated = symbol === 16 ? (lengths[index - 1] ?? 0) : 0
      const end = index + more + (symbol === 18 ? 11 : 3)
      if (end > total) return 'broken'
      while (index < end) lengths[index++] = repeated
    }
    return 'done'
  }
}
