import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allCodes } from '../../../../src/diagnostics/codes/catalogue/all.ts'
import { type CodeAnswer, findCodes, MATCH_LIMIT, NEAREST_LIMIT } from '../../../../src/diagnostics/codes/find-codes.ts'

const logPart = fc.constantFrom(
  'code',
  '错误码',
  ':',
  '=',
  '"',
  ' ',
  '-',
  '(',
  '70009',
  'BadDeviceToken',
  '\n',
  '/',
  '200',
  'vivo',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ maxLength: 400 }),
  fc.array(logPart, { maxLength: 80 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
)

function isBounded(answer: CodeAnswer): boolean {
  switch (answer.kind) {
    case 'found': {
      const { matches, codes } = answer
      const each = new Set(matches).size === matches.length && new Set(codes).size === codes.length
      return each && matches.length > 0 && matches.length <= MATCH_LIMIT && codes.length > 0 && codes.length <= 8
    }
    case 'unknown':
      return answer.nearest.length <= NEAREST_LIMIT && answer.code.length > 0 && answer.code.length <= 64
    case 'no-code':
      return true
  }
}

describe('findCodes', () => {
  it('answers any text, and never with more than fits a card', () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.string(), { nil: undefined }), (text, vendor) => {
        const answer = findCodes({ text, ...(vendor === undefined ? {} : { vendor }) })
        expect(isBounded(answer)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('finds a labelled code whatever stands around it', () => {
    const ownCodes = allCodes.filter(({ vendor, code }) => vendor === undefined && /^\d{4,6}$/.test(code))
    const noise = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '推', '送', ',', '。'), maxLength: 40 })
    fc.assert(
      fc.property(fc.constantFrom(...ownCodes), noise, noise, (entry, before, after) => {
        const answer = findCodes({ text: `${before} "ErrorCode": ${entry.code}, ${after}` })
        const { code, area } = entry
        expect(answer).toMatchObject({ matches: expect.arrayContaining([expect.objectContaining({ code, area })]) })
      }),
    )
  })

  it.each([
    ['digits', '7'],
    ['short numbers', '70009 '],
    ['unlisted numbers', '79999,'],
    ['letters', 'a'],
    ['labels', 'code'],
    ['labels with blanks', 'code    '],
    ['capitals', 'BadDevicToken_'],
    ['words', 'BadDevicToken '],
    ['server texts', 'requested userid '],
    ['compounds', 'a:b/c=d.'],
    ['brackets', '"(['],
    ['minus signs', '-'],
    ['letters that grow when normalised', '\ufdfa'],
    ['surrogates', '\ud800'],
    ['listed words', 'BadDeviceToken '],
    ['names of codes', 'ERR_SVR_MSG_PUSH_DENY '],
    ['small numbers', '1 '],
    ['beginnings of sentences with a gap', 'the requested sdkappid '],
    ['gaps without an end', 'appid in the '],
    ['sentences', 'usersig expired '],
    ['descriptions', '"message":"6003: '],
    ['calls', 'onError(6012 '],
    ['lists', '70009, '],
    ['words in brackets', '(A'],
    ['entities', '&gt;'],
    ['Chinese', '错误码'],
  ])('takes no longer for 16 KiB of %s than for any other text', (_what, unit) => {
    const text = unit.repeat(Math.ceil(16_384 / unit.length))
    const start = performance.now()
    findCodes({ text })
    findCodes({ text: `${text} 70009`.repeat(40) })
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
