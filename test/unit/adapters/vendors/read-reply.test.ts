import { describe, expect, it } from 'vitest'
import { readJson, refused, scrubbed, unansweredBy } from '../../../../src/adapters/vendors/read-reply.ts'
import { allCodes } from '../../../../src/diagnostics/codes/catalogue/all.ts'
import { VENDORS } from '../../../../src/diagnostics/codes/entry.ts'

const facts = { http: 200, info: 'their words' }

describe('a refusal', () => {
  const listed = allCodes.flatMap((entry) =>
    entry.vendor === undefined ? [] : [{ vendor: entry.vendor, code: entry.code, kind: entry.kind ?? null }],
  )

  it.each(VENDORS)('of %s is about what the catalogue says, in any letter case', (vendor) => {
    const own = listed.filter((entry) => entry.vendor === vendor)
    expect(own.length).toBeGreaterThan(5)
    for (const { code, kind } of own) {
      expect(refused(vendor, code, facts)).toMatchObject({ code, about: kind })
      expect(refused(vendor, code.toUpperCase(), facts)).toMatchObject({ code, about: kind })
    }
  })

  it.each([
    ['a code that nobody lists', 'vivo', '987654'],
    ['a code of another vendor', 'meizu', 'BadDeviceToken'],
    ['a part of a listed code', 'huawei', '20003'],
    ['a code of Tencent itself', 'fcm', '70001'],
  ] as const)('with %s stays as it is, about nothing', (_, vendor, code) => {
    expect(refused(vendor, code, facts)).toMatchObject({ code, about: null })
  })

  it('holds what is known besides', () => {
    expect(refused('apns', 'Unregistered', { http: 410, info: 'gone', deadSince: 5 })).toEqual({
      kind: 'refused',
      about: 'token',
      code: 'Unregistered',
      http: 410,
      info: 'gone',
      deadSince: 5,
    })
    expect(refused('apns', 'Unregistered', { http: null, info: '' })).toMatchObject({ http: null, deadSince: null })
  })

  it('with a code of many lines and no end is fit for a card', () => {
    const { code } = refused('oppo', `1\n2\u202e${'3'.repeat(1_000)}`, facts)
    expect(code).toBe(`1 2 ${'3'.repeat(296)}`)
  })
})

describe('no answer to read', () => {
  const answer = { kind: 'answer', text: 'x', retryAfterMs: 7_000, date: null } as const

  it.each([
    [429, 'busy'],
    [500, 'broken'],
    [503, 'broken'],
    [599, 'broken'],
    [301, 'broken'],
    [399, 'broken'],
  ] as const)('is a %s: %s', (status, reason) => {
    expect(unansweredBy({ ...answer, status })).toEqual({
      kind: 'unanswered',
      reason,
      http: status,
      info: `HTTP ${status}`,
      retryAfterMs: 7_000,
    })
  })

  it.each([200, 204, 299, 400, 401, 403, 404, 410])('is not a %s', (status) => {
    expect(unansweredBy({ ...answer, status })).toBeNull()
  })

  it.each(['timeout', 'unreachable', 'broken', 'cancelled'] as const)('came, by %s', (reason) => {
    expect(unansweredBy({ kind: 'unanswered', reason, info: 'why' })).toEqual({
      kind: 'unanswered',
      reason,
      http: null,
      info: 'why',
      retryAfterMs: null,
    })
  })
})

describe("a vendor's words", () => {
  const secret = 'xm+Se cret/5Bq=="(~!'

  it.each([
    ['as it is', secret],
    ['in a URL', encodeURIComponent(secret)],
    ['in a URL, in small letters', encodeURIComponent(secret).toLowerCase()],
    ['in a form', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON with slashes escaped', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
    ['in capitals', secret.toUpperCase()],
    ['over two lines', secret.replace(' ', '\r\n')],
  ])('are told without a secret %s', (_, form) => {
    expect(scrubbed(`bad key <${form}>, again ${form}`, [secret])).toBe('bad key <[secret]>, again [secret]')
  })

  it('are told without either of two secrets, of which one is in the other', () => {
    expect(scrubbed('no phone OPPO_CN_0123, nor 0123', ['0123', 'OPPO_CN_0123'])).toBe(
      'no phone [secret], nor [secret]',
    )
  })

  it('are told without the half of a secret where they are cut', () => {
    const words = scrubbed(`${'x'.repeat(295)}${secret}`, [secret])
    expect(words).toBe(`${'x'.repeat(295)}[secr`)
  })

  it('are told whole where a secret is empty, or no proper text', () => {
    expect(scrubbed('fine', ['', ' ', '\ud800'])).toBe('fine')
  })

  it.each([
    ['on one line', 'a\r\n b\tc\u2028d', 'a b c d'],
    ['without characters that turn the text around', 'a\u202eb\u200bc', 'a b c'],
    ['without colours of a terminal', '\u001b[31mred', '[31mred'],
    ['with at most 300 characters', 'x'.repeat(1_000), 'x'.repeat(300)],
    ['without half of a character at the end', `${'x'.repeat(299)}😀`, 'x'.repeat(299)],
  ])('are told %s', (_, said, told) => {
    expect(scrubbed(said, [])).toBe(told)
  })
})

it.each([
  ['{"a":1}', { a: 1 }],
  ['null', null],
  ['{"a":', undefined],
  ['', undefined],
  ['<html>', undefined],
])('reads %s as JSON', (text, value) => {
  expect(readJson(text)).toEqual(value)
})
