import { createHmac } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../../src/diagnostics/usersig/inflate.ts'
import { LIMITS } from '../../../../src/diagnostics/usersig/limits.ts'
import { ask, craft, toSigText } from './craft.ts'

/** Deterministic letters that look like base64. */
function letters(length: number): string {
  let text = 'eJ'
  for (let round = 0; text.length < length; round++)
    text += createHmac('sha256', 'seed').update(String(round)).digest('hex')
  return text.slice(0, length)
}

describe('size', () => {
  it.each([4_097, 20_000, 70_000, 5_000_000])('a text of %i characters is too long', (length) => {
    expect(ask('e'.repeat(length)).findings).toMatchObject([
      { code: 'too-long', params: { what: 'text', limit: 4_096, length }, imErrorCodes: [70_003, 70_005] },
    ])
  })

  it('a text of 4096 characters is looked at', () => {
    expect(ask('e'.repeat(4_096)).findings).not.toMatchObject([{ code: 'too-long' }])
  })

  it('counts what is left after cleaning', () => {
    expect(ask(`${' '.repeat(10_000)}${craft()}`).verdict).toBe('valid')
  })

  it('a content of more than 16 KiB is too long', () => {
    const padded = craft({ json: (json) => json + ' '.repeat(16_384) })
    expect(ask(padded)).toMatchObject({
      verdict: 'invalid',
      findings: [{ code: 'too-long', params: { what: 'content', limit: 16_384 } }],
    })
  })

  it('a content of 16 KiB is not', () => {
    const padded = craft({ json: (json) => json.padEnd(16_384) })
    expect(ask(padded)).toMatchObject({ verdict: 'valid', findings: [] })
  })

  it('a bomb inflates no further than the limit', () => {
    const bomb = deflateSync(Buffer.alloc(3_000_000, ' '))
    const { outcome, output } = inflate(bomb, Number.MAX_SAFE_INTEGER)
    expect({ outcome, length: output.length }).toEqual({ outcome: 'over-limit', length: LIMITS.content })
    expect(ask(toSigText(bomb)).findings).toMatchObject([{ code: 'too-long', params: { what: 'content' } }])
  })

  it('many bombs take no memory', () => {
    const bomb = toSigText(deflateSync(Buffer.alloc(2_900_000, ' ')))
    expect(bomb.length).toBeLessThanOrEqual(4_096)
    const before = process.memoryUsage()
    for (let round = 0; round < 300; round++) ask(bomb)
    const after = process.memoryUsage()
    // A single inflated bomb of each round would be 870 MB.
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(300_000_000)
  })
})

describe('work is bounded', () => {
  const nasty: [string, string][] = [
    ['random letters', letters(4_096)],
    ['a stored block cut short', toSigText(deflateSync(Buffer.from(letters(3_000)), { level: 0 })).slice(0, 4_000)],
    ['a long JSON cut short', toSigText(deflateSync(Buffer.from(`{"TLS.userbuf":"${letters(3_600)}`))).slice(0, 4_095)],
    ['marks', '*'.repeat(4_096)],
    ['underscores', `e${'_'.repeat(4_000)}`],
    ['percents', '%25'.repeat(20_000)],
    ['brackets', '<'.repeat(60_000)],
    ['links', '<http://a|'.repeat(6_000)],
    ['labels', 'usersig='.repeat(8_000)],
    ['blanks', `e${' '.repeat(65_000)}e`],
    ['quotes', '">'.repeat(30_000)],
    ['quotes before a letter', `e${'"'.repeat(60_000)}e`],
    ['marks before a letter', `e${'~'.repeat(60_000)}e`],
    ['blanks between', `e${' e'.repeat(30_000)}`],
    ['backslashes', '\\'.repeat(60_000)],
    ['open JSON', '{"a":'.repeat(10_000)],
    ['deep JSON', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['dashes', `eJ${'–'.repeat(3_000)}`],
    ['fences', '```'.repeat(20_000)],
    ['entities', '&amp;'.repeat(13_000)],
  ]

  it.each(nasty)('%s', (_, text) => {
    const start = process.hrtime.bigint()
    expect(ask(text).verdict).toBe('invalid')
    // Far above what it takes, so that a busy machine does not fail; a quadratic slip takes minutes.
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(4_000)
  })
})
