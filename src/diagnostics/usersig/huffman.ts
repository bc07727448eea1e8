/** Bits looked up at once; longer words are walked bit by bit. More would cost more to fill than it saves here. */
const LOOKUP_BITS = 7
const FIXED_LOOKUP_BITS = 9
const LONGEST = 15
const MOST_SYMBOLS = 288

const REVERSED = Uint16Array.from({ length: 1 << FIXED_LOOKUP_BITS }, (_, word) => {
  let reversed = 0
  for (let bit = 0; bit < FIXED_LOOKUP_BITS; bit++) reversed |= ((word >> bit) & 1) << (FIXED_LOOKUP_BITS - 1 - bit)
  return reversed
})

/**
 * A Huffman code as deflate describes it: by the lengths of its words alone. Built anew in place, since to allocate the
 * tables takes longer than to inflate a whole signature.
 */
export class Huffman {
  /** By the next bits: symbol << 4 | length, or 0 where the word is longer or there is none. */
  readonly lookup: Uint16Array
  readonly mask: number
  /** How many words of each length. */
  readonly count = new Uint16Array(LONGEST + 1)
  /** Symbols in the order of their words. */
  readonly symbols = new Uint16Array(MOST_SYMBOLS)
  readonly #bits: number
  readonly #place = new Uint16Array(LONGEST + 2)

  constructor(bits = LOOKUP_BITS) {
    this.#bits = bits
    this.lookup = new Uint16Array(1 << bits)
    this.mask = (1 << bits) - 1
  }

  /** Becomes the code with these word lengths; false where there is none. */
  build(lengths: Uint8Array, from: number, to: number): boolean {
    const { count, symbols } = this
    const place = this.#place
    for (let length = 0; length <= LONGEST; length++) count[length] = 0
    for (let index = from; index < to; index++) {
      const length = lengths[index] ?? 0
      count[length] = (count[length] ?? 0) + 1
    }
    count[0] = 0
    if (!this.#isUsable()) return false

    place[1] = 0
    for (let length = 1; length <= LONGEST; length++) place[length + 1] = (place[length] ?? 0) + (count[length] ?? 0)
    for (let index = from; index < to; index++) {
      const length = lengths[index] ?? 0
      if (length === 0) continue
      const at = place[length] ?? 0
      symbols[at] = index - from
      place[length] = at + 1
    }
    this.#fillLookup()
    return true
  }

  /** zlib refuses more words than fit, and fewer than could be told apart unless there is at most one, of one bit. */
  #isUsable(): boolean {
    let left = 1
    let longest = 0
    for (let length = 1; length <= LONGEST; length++) {
      const words = this.count[length] ?? 0
      left = left * 2 - words
      if (left < 0) return false
      if (words > 0) longest = length
    }
    return left === 0 || longest <= 1
  }

  #fillLookup(): void {
    const { count, symbols, lookup } = this
    const size = lookup.length
    for (let key = 0; key < size; key++) lookup[key] = 0
    let word = 0
    let index = 0
    for (let length = 1; length <= this.#bits; length++) {
      word <<= 1
      for (const end = index + (count[length] ?? 0); index < end; index++) {
        const entry = ((symbols[index] ?? 0) << 4) | length
        const first = (REVERSED[word++] ?? 0) >> (FIXED_LOOKUP_BITS - length)
        for (let key = first; key < size; key += 1 << length) lookup[key] = entry
      }
    }
  }
}

function fixed(lengths: Uint8Array): Huffman {
  const code = new Huffman(FIXED_LOOKUP_BITS)
  code.build(lengths, 0, lengths.length)
  return code
}

export const FIXED_LITERALS = fixed(
  new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280),
)
export const FIXED_DISTANCES = fixed(new Uint8Array(32).fill(5))
