import { deflateSync, inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adler32 } from '../../../../src/diagnostics/usersig/adler32.ts'
import { hasZlibHeader, inflate, inflateRaw } from '../../../../src/diagnostics/usersig/inflate.ts'
import { decodeSigText, encodeSigText } from '../../../../src/diagnostics/usersig/sig-alphabet.ts'

const LIMIT = 16_384

/** What node:zlib says of it, in our words. */
function oracle(bytes: Buffer): { outcome: string; output: Buffer | null } {
  try {
    return { outcome: 'readable', output: inflateSync(bytes) }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message === 'unexpected end of file') return { outcome: 'ended', output: null }
    return { outcome: message === 'incorrect data check' ? 'checksum-wrong' : 'broken', output: null }
  }
}

const sources = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc.array(fc.constantFrom(65, 66, 67, 34, 58), { maxLength: 2_000 }).map((bytes) => Uint8Array.from(bytes)),
  fc.string({ maxLength: 400 }).map((text) => Buffer.from(text + text)),
)
const compressed = fc
  .tuple(sources, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 9 }))
  .map(([source, level, strategy, memLevel]) => ({
    source: Buffer.from(source),
    stream: deflateSync(source, { level, strategy, memLevel }),
  }))

describe('inflate', () => {
  it('reads whatever zlib writes', () => {
    fc.assert(
      fc.property(compressed, ({ source, stream }) => {
        expect(hasZlibHeader(stream)).toBe(true)
        const { outcome, output, used } = inflate(stream, LIMIT)
        expect({ outcome, used }).toEqual({ outcome: 'whole', used: stream.length })
        expect(output.equals(source)).toBe(true)
        expect(inflateRaw(stream.subarray(2), LIMIT)?.equals(source)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('judges damage as zlib does', () => {
    fc.assert(
      fc.property(compressed, fc.nat(), fc.integer({ min: 0, max: 7 }), fc.boolean(), ({ stream }, at, bit, isCut) => {
        const damaged = Buffer.from(stream)
        const index = 2 + (at % (stream.length - 2))
        damaged[index] = (damaged[index] ?? 0) ^ (1 << bit)
        const bytes = isCut ? stream.subarray(0, index) : damaged
        // zlib does not tell a header that is cut from one that is wrong.
        fc.pre(bytes.length > 2)
        const expected = oracle(bytes)
        const { outcome, output } = inflate(bytes, LIMIT)
        if (outcome === 'over-limit') return
        expect(outcome === 'whole' || outcome === 'stray' ? 'readable' : outcome).toBe(expected.outcome)
        expect(expected.output === null || output.equals(expected.output)).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  it('sees bits and bytes that belong to nothing', () => {
    const stream = deflateSync('hello')
    expect(inflate(Buffer.concat([stream, Buffer.from([0])]), LIMIT).outcome).toBe('stray')
    const strayBit = Buffer.from(stream)
    const last = stream.length - 5
    strayBit[last] = (stream[last] ?? 0) | 0x80
    expect(inflate(strayBit, LIMIT).outcome).toBe('stray')
  })

  it('stops at the limit, within a copy too', () => {
    const { outcome, output } = inflate(deflateSync(Buffer.alloc(1_000, 'a')), 100)
    expect({ outcome, length: output.length }).toEqual({ outcome: 'over-limit', length: 100 })
    expect(inflate(deflateSync(Buffer.alloc(100, 'a'), { level: 0 }), 99).outcome).toBe('over-limit')
  })

  it.each([[[0x78]], [[0x79, 0x9c]], [[0x88, 0x1c]], [[0x78, 0x9d]], [[0x78, 0xbb]], [[]]])(
    'knows no header %j',
    (bytes) => {
      expect(hasZlibHeader(Uint8Array.from(bytes))).toBe(false)
    },
  )

  it.each([
    [[0x07], 'broken'],
    [[0x05, 0x00], 'ended'],
    [[0xfd, 0xff, 0xff, 0xff], 'broken'],
    [[], 'ended'],
  ])('answers %j with %s', (bytes, outcome) => {
    expect(inflate(Uint8Array.from([0x78, 0x9c, ...bytes]), LIMIT).outcome).toBe(outcome)
  })
})

describe('the alphabet', () => {
  it('goes both ways for all bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = encodeSigText(bytes)
        expect(text).toBe(
          Buffer.from(bytes).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_'),
        )
        const decoded = decodeSigText(text)
        expect(decoded).toMatchObject({ kind: 'bytes', paddingLost: false, strayBits: false })
        expect(decoded.kind === 'bytes' && decoded.bytes.equals(Buffer.from(bytes))).toBe(true)
      }),
    )
  })

  it.each([
    ['AAAA=', 4],
    ['AA+A', 2],
    ['AA_A', 2],
    ['AAAA_', 4],
    ['AAA__', 4],
    ['AA😀A', 2],
  ])('has no %j', (text, index) => {
    expect(decodeSigText(text)).toEqual({ kind: 'bad-character', index })
  })

  it.each([
    ['AA', true, false],
    ['AA_', true, false],
    ['AA__', false, false],
    ['AB__', false, true],
    ['AAB_', false, true],
    ['AAAAA', true, true],
  ])('%j has lost padding: %s, and stray bits: %s', (text, paddingLost, strayBits) => {
    expect(decodeSigText(text)).toMatchObject({ kind: 'bytes', paddingLost, strayBits })
  })
})

describe('adler32', () => {
  it('is what zlib writes, for long inputs too', () => {
    for (const size of [0, 1, 5_551, 5_552, 5_553, 100_000]) {
      const bytes = Buffer.alloc(size, 0xff)
      expect(adler32(bytes)).toBe(deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4))
    }
  })
})
