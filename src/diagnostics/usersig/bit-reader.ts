import type { Huffman } from './huffman.ts'

/** The answer when the input ends before the value does. */
export const ENDED = -1
/** The answer when the next bits are no word of the code. */
export const NO_WORD = -2

/** Bits as deflate packs them: from the lowest of each byte up. */
export class BitReader {
  readonly #input: Uint8Array
  #at: number
  #hold = 0
  #bits = 0

  constructor(input: Uint8Array, start: number) {
    this.#input = input
    this.#at = start
  }

  /** The first byte of which no bit was taken. */
  get nextByte(): number {
    return this.#at - (this.#bits >> 3)
  }

  take(count: number): number {
    while (this.#bits < count) {
      if (this.#at >= this.#input.length) return ENDED
      this.#hold |= (this.#input[this.#at++] ?? 0) << this.#bits
      this.#bits += 8
    }
    const value = this.#hold & ((1 << count) - 1)
    this.#hold >>>= count
    this.#bits -= count
    return value
  }

  /** Moves to the next whole byte; true when the bits passed over were all zero, as every encoder leaves them. */
  align(): boolean {
    const clean = (this.#hold & ((1 << (this.#bits & 7)) - 1)) === 0
    this.#at -= this.#bits >> 3
    this.#hold = 0
    this.#bits = 0
    return clean
  }

  symbol(code: Huffman): number {
    while (this.#bits < 15 && this.#at < this.#input.length) {
      this.#hold |= (this.#input[this.#at++] ?? 0) << this.#bits
      this.#bits += 8
    }
    const entry = code.lookup[this.#hold & code.mask] ?? 0
    const length = entry & 15
    if (length === 0) return this.#longSymbol(code)
    if (length > this.#bits) return ENDED
    this.#hold >>>= length
    this.#bits -= length
    return entry >> 4
  }

  #longSymbol(code: Huffman): number {
    let word = 0
    let first = 0
    let place = 0
    for (let length = 1; length <= 15; length++) {
      if (length > this.#bits) return ENDED
      word |= (this.#hold >> (length - 1)) & 1
      const words = code.count[length] ?? 0
      if (word - first < words) {
        this.#hold >>>= length
        this.#bits -= length
        return code.symbols[place + word - first] ?? NO_WORD
      }
      place += words
      first = (first + words) << 1
      word <<= 1
    }
    return NO_WORD
  }
}
