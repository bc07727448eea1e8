import { describe, expect, it } from 'vitest'
import { ask, codes, craft, DAY, findingOf, ISSUED } from './craft.ts'

const HOUR = 3_600
const at = (seconds: number) => ({ now: seconds * 1_000 })

describe('the end', () => {
  it('is good until and at the very second, and no longer', () => {
    const sig = craft({ expire: DAY })
    expect(ask(sig, at(ISSUED + DAY)).verdict).toBe('valid')
    expect(ask(sig, { now: (ISSUED + DAY) * 1_000 + 999 }).verdict).toBe('valid')
    const late = ask(sig, at(ISSUED + DAY + 1))
    expect(late).toMatchObject({ verdict: 'invalid', remainingSeconds: -1 })
    expect(late.findings).toMatchObject([
      {
        code: 'expired',
        imErrorCodes: [70_001, 6_206],
        params: { at: (ISSUED + DAY) * 1_000, secondsAgo: 1, lifetimeSeconds: DAY },
      },
    ])
  })

  it.each([1, 7, 180, 366])('hints at a lifetime of %i meant in another unit', (expire) => {
    expect(findingOf(ask(craft({ expire }), at(ISSUED + HOUR)), 'expired')?.params).toMatchObject({
      hint: 'lifetime-unit',
    })
  })

  it.each([
    [DAY, 100, false],
    [DAY, DAY / 2 + 1, true],
    [30 * DAY, 29 * DAY - 1, false],
    [30 * DAY, 29 * DAY, true],
    [HOUR, 0, true],
    [2 * HOUR, 30, false],
  ])('of %i seconds is soon after %i: %s', (expire, age, isSoon) => {
    const report = ask(craft({ expire }), at(ISSUED + age))
    expect(report.verdict).toBe('valid')
    expect(codes(report)).toEqual(isSoon ? ['expires-soon'] : [])
  })
})

describe('the beginning', () => {
  it.each([0, 1, 300])('may be %i seconds ahead', (ahead) => {
    expect(ask(craft({ time: ISSUED + ahead }), at(ISSUED))).toMatchObject({ verdict: 'valid', findings: [] })
  })

  it.each([
    [301, undefined],
    [8 * HOUR, 'time-zone'],
    [8 * HOUR - 119, 'time-zone'],
    [HOUR + 121, undefined],
    [15 * HOUR, undefined],
  ])('may not be %i seconds ahead', (ahead, hint) => {
    const report = ask(craft({ time: ISSUED + ahead }), at(ISSUED))
    expect(report.verdict).toBe('invalid')
    const params = { issuedAt: (ISSUED + ahead) * 1_000, secondsAhead: ahead }
    expect(report.findings).toMatchObject([{ code: 'not-yet-valid', imErrorCodes: [] }])
    expect(report.findings[0]?.params).toEqual(hint === undefined ? params : { ...params, hint })
  })

  it.each([ISSUED * 1_000, ISSUED * 1_000_000])('in milliseconds or microseconds is told: %i', (time) => {
    const report = ask(craft({ time }), at(ISSUED))
    expect(findingOf(report, 'not-yet-valid')?.params).toMatchObject({ hint: 'time-in-milliseconds' })
    expect(JSON.parse(JSON.stringify(report.findings))).toEqual(report.findings)
  })
})

describe('the lifetime', () => {
  it.each([
    [15_552_000, []],
    [15_552_001, ['long-lived']],
    [3_650 * DAY, ['long-lived']],
  ])('of %i seconds', (expire, expected) => {
    expect(codes(ask(craft({ expire })))).toEqual(expected)
  })

  it('is a warning above ten years', () => {
    const tenYears = ask(craft({ expire: 3_650 * DAY }))
    const more = ask(craft({ expire: 3_651 * DAY }))
    expect([findingOf(tenYears, 'long-lived')?.severity, findingOf(more, 'long-lived')?.severity]).toEqual([
      'note',
      'warning',
    ])
  })

  it.each([
    [86_400_000, 'milliseconds'],
    [604_800_000, 'milliseconds'],
    [15_552_000_000, 'milliseconds'],
    [1_000_000_001, 'milliseconds'],
    [ISSUED + DAY, 'absolute-time'],
  ])('of %i looks like %s and still verifies', (expire, hint) => {
    const report = ask(craft({ expire }))
    expect(report.verdict).toBe('valid')
    expect(report.findings).toMatchObject([
      { code: 'expire-in-milliseconds', severity: 'warning', params: { value: String(expire), hint } },
    ])
  })
})
