import { describe, expect, it } from 'vitest'
import { changeWords, countWords, shareWords } from '../../../../src/bot/cards/report/figure-words.ts'
import { lossRate } from '../../../../src/bot/reports/loss-rate.ts'

describe('figures as people read them', () => {
  it.each([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [0.02, '2%'],
    [0.0234, '2.3%'],
    [0.99996, '99.9%'],
    [1, '100%'],
  ])('a share of %d is %s', (share, words) => {
    expect(shareWords(share)).toBe(words)
  })

  it.each([
    [112, 100, '+12%'],
    [88, 100, '−12%'],
    [5000, 2, '×2,500'],
    [100, 100, null],
    [7, 0, null],
    [null, 5, null],
    [5, null, null],
  ])('%s after %s is %s', (now, before, words) => {
    expect(changeWords(now, before)).toBe(words)
  })

  it('groups thousands', () => {
    expect(countWords(1_234_567)).toBe('1,234,567')
  })

  it.each([
    [{ attempted: 0, lost: 0 }, null],
    [{ attempted: null, lost: 3 }, null],
    [{ attempted: 3, lost: null }, null],
    [{ attempted: 4, lost: 1 }, 0.25],
    // A receipt of a push before the period counts as lost in it.
    [{ attempted: 4, lost: 6 }, 1],
  ])('the loss of %o is %s', (totals, rate) => {
    expect(lossRate(totals)).toBe(rate)
  })
})
