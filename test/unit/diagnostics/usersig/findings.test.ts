import { describe, expect, it } from 'vitest'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import {
  ask,
  codes,
  craft,
  DAY,
  findingOf,
  ISSUED,
  KEY,
  makeApp,
  NOW,
  OLD_KEY,
  OTHER_KEY,
  PROD,
  STAGING,
  toSigText,
} from './craft.ts'

describe('what is no signature', () => {
  it.each(['', ' ', '\n\t ', '\u200b\ufeff', '""', '``````'])('%j is empty', (text) => {
    expect(ask(text)).toMatchObject({
      verdict: 'invalid',
      userId: null,
      version: null,
      findings: [{ code: 'empty', imErrorCodes: [70_002] }],
    })
  })

  it.each([
    ['hello, world!', { index: 5, character: ',', looksLike: 'not-a-sig' }],
    [`${craft().slice(0, 80)}#${craft().slice(81)}`, { index: 80, character: '#' }],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN', { index: 20, character: '.', looksLike: 'jwt' }],
    [`${craft().slice(0, 100)}_${craft().slice(101)}`, { index: 100, character: '_' }],
  ])('%# is no base64', (text, params) => {
    const report = ask(text)
    expect(report.verdict).toBe('invalid')
    expect(findingOf(report, 'malformed-base64')?.params).toEqual(params)
  })

  it.each([
    ['plain-json', toSigText(Buffer.from('{"TLS.ver":"2.0","TLS.identifier":"alice"}'))],
    ['gzip', 'H4sIAAAAAAAAA6tWCvEJ1itLLVKyUjLSM1CqBQBOqlYBEgAAAA__'],
    [
      'raw-deflate',
      toSigText(
        Buffer.from(craft().replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64').subarray(2, -4),
      ),
    ],
    ['case-changed', craft().toLowerCase()],
    ['case-changed', craft().toUpperCase()],
  ])('names what was made in place of zlib: %s', (looksLike, text) => {
    expect(findingOf(ask(text), 'malformed-zlib')?.params).toMatchObject({ looksLike })
  })

  it.each([
    ['not-an-object', '[1,2]'],
    ['not-an-object', 'null'],
    ['not-an-object', '"text"'],
    ['syntax', '{"TLS.ver":"2.0",'],
    ['syntax', '{"TLS.identifier":"a"b"}'],
  ])('says that the content is %s', (at, json) => {
    const report = ask(craft({ json: () => json }))
    expect(report.verdict).toBe('invalid')
    expect(report.findings).toMatchObject([{ code: 'malformed-json', params: { at } }])
  })

  it('reads UTF-8 strictly', async () => {
    const { deflateSync } = await import('node:zlib')
    const report = ask(toSigText(deflateSync(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))))
    expect(report.findings).toMatchObject([{ code: 'malformed-json', params: { at: 'utf-8' } }])
  })

  it.each([
    [KEY, 'app-key'],
    ['AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', 'api-secret'],
    ['Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', 'api-secret'],
  ])('warns of a pasted key', (text, kind) => {
    const report = ask(text)
    expect(report.verdict).toBe('invalid')
    expect(findingOf(report, 'looks-like-secret-key')).toMatchObject({
      severity: 'warning',
      params: { where: 'sig', kind },
    })
    expect(report.findings.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it('warns of a key in the place of the user and does not repeat it', () => {
    const report = ask(craft(), { expected: { userId: OTHER_KEY, app: PROD } })
    expect(findingOf(report, 'looks-like-secret-key')?.params).toEqual({ where: 'user', kind: 'app-key' })
    expect(JSON.stringify(report)).not.toContain(OTHER_KEY)
  })
})

describe('what is cut or changed', () => {
  it.each([40, 64, 100, 128, 150])('is truncated at %i characters', (length) => {
    const report = ask(craft().slice(0, length))
    expect(report.verdict).toBe('invalid')
    expect(report.findings).toMatchObject([{ code: 'truncated', params: { length }, imErrorCodes: [70_003, 70_005] }])
  })

  it.each(['...', '…'])('is truncated before %s', (tail) => {
    expect(codes(ask(craft().slice(0, 120) + tail))).toContain('truncated')
  })

  it('tells what came through whole', () => {
    const report = ask(craft({ level: 0 }).slice(0, 150), { expected: { userId: 'bob', app: PROD } })
    expect(report).toMatchObject({ userId: 'alice', sdkAppId: 1_400_000_001, version: '2.0', ttlSeconds: null })
    expect(codes(report)).toEqual(['truncated', 'wrong-userid'])
  })

  it('is tampered where the checksum is wrong, and only that', () => {
    const bytes = Buffer.from(craft().replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const report = ask(toSigText(bytes))
    expect(report.findings).toMatchObject([{ code: 'tampered', params: { proof: 'checksum' }, imErrorCodes: [70_009] }])
    expect(report).toMatchObject({ verdict: 'invalid', userId: 'alice' })
  })

  it.each([
    ['TLS.identifier', { members: { 'TLS.identifier': 'administrator' } }],
    ['TLS.expire', { members: { 'TLS.expire': 3_650 * DAY } }],
    ['TLS.sdkappid', { sdkAppId: STAGING.sdkAppId, key: OTHER_KEY, members: { 'TLS.sdkappid': PROD.sdkAppId } }],
    ['TLS.userbuf', { members: { 'TLS.userbuf': 'AAAA' } }],
  ])('is tampered where another %s fits', (field, recipe) => {
    const report = ask(craft(recipe))
    expect(report.verdict).toBe('invalid')
    expect(findingOf(report, 'tampered')?.params).toEqual({ proof: 'original-found', field })
    expect(codes(report)).not.toContain('wrong-key')
  })

  it.each([1, 2, 3])('refuses %i bytes after the stream', (extra) => {
    const bytes = Buffer.from(craft().replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64')
    expect(ask(toSigText(Buffer.concat([bytes, Buffer.alloc(extra)]))).findings).toMatchObject([
      { code: 'malformed-zlib' },
    ])
  })

  it('refuses bits that no encoder leaves', () => {
    const sig =
      Array.from({ length: 40 }, (_, index) => craft({ userId: 'x'.repeat(index + 1) })).find((one) =>
        one.endsWith('__'),
      ) ?? ''
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-'
    const index = sig.length - 3
    const changed = sig.slice(0, index) + alphabet[alphabet.indexOf(sig.charAt(index)) + 1] + sig.slice(index + 1)
    expect(findingOf(ask(changed), 'malformed-base64')?.params).toMatchObject({ index })
  })
})

const NUMBERS = ['TLS.sdkappid', 'TLS.time', 'TLS.expire']

describe('members', () => {
  it.each(['TLS.ver', 'TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.sig'])(
    '%s may not be missing',
    (field) => {
      const report = ask(craft({ members: { [field]: undefined } }))
      expect(report.verdict).toBe('invalid')
      expect(findingOf(report, 'missing-field')?.params).toEqual({ problems: [{ field, problem: 'missing' }] })
    },
  )

  it.each([
    ['TLS.ver', 2],
    ['TLS.identifier', 7],
    ['TLS.sdkappid', '1400000001'],
    ['TLS.time', String(ISSUED)],
    ['TLS.expire', null],
    ['TLS.expire', 86_400.5],
    ['TLS.time', -1],
    ['TLS.userbuf', 5],
    ['TLS.sig', true],
  ])('%s may not be %j', (field, value) => {
    const report = ask(craft({ members: { [field]: value } }))
    expect(report.verdict).toBe('invalid')
    expect(findingOf(report, 'missing-field')?.params).toMatchObject({
      problems: [
        { field, problem: typeof value === 'number' && NUMBERS.includes(field) ? 'wrong-value' : 'wrong-type' },
      ],
    })
  })

  it('lists all that are missing', () => {
    const report = ask(craft({ members: { 'TLS.identifier': undefined, 'TLS.expire': undefined } }))
    expect(findingOf(report, 'missing-field')?.params).toEqual({
      problems: [
        { field: 'TLS.identifier', problem: 'missing' },
        { field: 'TLS.expire', problem: 'missing' },
      ],
    })
  })

  it('reads numbers written as text, whose signature holds, and refuses them all the same', () => {
    const report = ask(
      craft({ members: { 'TLS.sdkappid': '1400000001', 'TLS.time': String(ISSUED), 'TLS.expire': String(30 * DAY) } }),
    )
    expect(report).toMatchObject({ verdict: 'invalid', sdkAppId: 1_400_000_001, ttlSeconds: 30 * DAY })
    expect(codes(report)).toEqual(['missing-field'])
  })

  it('never takes a true for a signature', () => {
    expect(codes(ask(craft({ members: { 'TLS.sig': true } })))).toEqual(['missing-field'])
  })

  it.each(['1.0', '3.0', ''])('knows no version %j', (version) => {
    const report = ask(craft({ members: { 'TLS.ver': version } }))
    expect(report).toMatchObject({ verdict: 'invalid', version: null })
    expect(report.findings).toMatchObject([{ code: 'unknown-version', params: { version } }])
  })

  it('is not deceived by the names of an object', () => {
    const report = ask(
      craft({ json: (json) => json.replace('{', '{"__proto__":{"TLS.sig":"x"},"constructor":1,"toString":"y",') }),
    )
    expect(report).toMatchObject({ verdict: 'valid', findings: [] })
  })

  it('takes the last of two members of a name', () => {
    const twice = craft({ json: (json) => json.replace('"TLS.time"', '"TLS.expire":1,"TLS.time"') })
    expect(ask(twice).verdict).toBe('valid')
  })

  it.each(['9007199254740993', '123456789012345678901234567890'])('keeps the digits of %s', (expire) => {
    const sig = craft({
      expire: '@',
      content: (content) => content.replace('@', expire),
      json: (json) => json.replace('"@"', expire),
    })
    const report = ask(sig)
    // No calendar holds such an end, but the signature is over these digits and no others.
    expect(report).toMatchObject({ verdict: 'invalid', ttlSeconds: expire })
    expect(codes(report)).toEqual(['missing-field', 'expire-in-milliseconds'])
  })

  it('keeps the digits of a time that no date can hold', () => {
    const time = '9007199254740993000'
    const sig = craft({
      time: '@',
      content: (content) => content.replace('@', time),
      json: (json) => json.replace('"@"', time),
    })
    const report = ask(sig)
    expect(report).toMatchObject({ verdict: 'invalid', issuedAt: null, expiresAt: null, remainingSeconds: null })
    expect(codes(report)).toEqual(['missing-field', 'not-yet-valid'])
  })
})

describe('keys', () => {
  it.each([1, 2])('takes previous key %i', (position) => {
    const previousSecretKeys = position === 1 ? [OLD_KEY, OTHER_KEY] : [OTHER_KEY, OLD_KEY]
    const app = makeApp({ previousSecretKeys: previousSecretKeys.map((key) => new Secret(key)) })
    const report = ask(craft({ key: OLD_KEY }), { apps: [app], expected: { userId: 'alice', app } })
    expect(report.verdict).toBe('valid')
    expect(report.findings).toMatchObject([{ code: 'old-key', severity: 'note', params: { position, total: 2 } }])
  })

  it('ignores white space around a configured key', () => {
    const app = makeApp({ secretKey: new Secret(` ${KEY}\n`) })
    expect(ask(craft(), { apps: [app], expected: { app } }).verdict).toBe('valid')
  })

  it('names the app whose key fits', () => {
    const report = ask(craft({ key: OTHER_KEY }))
    expect(report).toMatchObject({ verdict: 'invalid', app: 'prod' })
    expect(report.findings).toMatchObject([{ code: 'wrong-key', params: { fits: 'staging' }, imErrorCodes: [70_009] }])
  })

  it('says no more than it knows of an unknown key', () => {
    expect(ask(craft({ key: 'unknown' })).findings).toMatchObject([{ code: 'wrong-key', params: {} }])
  })

  it('reports an app mixed up with another', () => {
    const report = ask(craft({ sdkAppId: STAGING.sdkAppId, key: OTHER_KEY }))
    expect(report).toMatchObject({ verdict: 'invalid', app: 'staging' })
    expect(report.findings).toMatchObject([
      {
        code: 'wrong-sdkappid',
        params: { expected: '1400000001', expectedApp: 'prod', actual: '1400000002', actualApp: 'staging' },
      },
    ])
  })

  it('sees an SDKAppID of the other site', () => {
    const report = ask(craft({ sdkAppId: 20_000_001, key: 'unknown' }))
    expect(report).toMatchObject({ verdict: 'unverifiable', app: null, sdkAppId: 20_000_001 })
    expect(findingOf(report, 'wrong-sdkappid')?.params).toMatchObject({ hint: 'other-site', actual: '20000001' })
  })

  it('is invalid for the app that the asker named', () => {
    const expected = { userId: 'alice', app: PROD, appWasNamed: true }
    expect(ask(craft({ sdkAppId: 1_600_000_001, key: 'unknown' }), { expected }).verdict).toBe('invalid')
  })

  it('stays unverifiable without a key, whatever it says of itself', () => {
    const report = ask(craft({ sdkAppId: 1_600_000_001, key: 'unknown', expire: 10 }), { expected: {} })
    expect(report.verdict).toBe('unverifiable')
    expect(codes(report)).toEqual(['expired'])
  })

  it('finds a mistyped SDKAppID by the key', () => {
    const report = ask(craft({ sdkAppId: 1_400_000_010 }), { expected: {} })
    expect(report.verdict).toBe('unverifiable')
    expect(findingOf(report, 'wrong-key')?.params).toEqual({ fits: 'prod' })
    expect(findingOf(report, 'wrong-sdkappid')?.params).toMatchObject({ actual: '1400000010', expectedApp: 'prod' })
  })

  it("blames the SDKAppID alone where the asked app's own key fits", () => {
    const report = ask(craft({ sdkAppId: 1_400_000_010 }))
    expect(report.verdict).toBe('unverifiable')
    expect(codes(report)).toEqual(['wrong-sdkappid'])
  })

  it('verifies nothing with no app configured', () => {
    expect(ask(craft(), { apps: [], expected: {} })).toMatchObject({
      verdict: 'unverifiable',
      userId: 'alice',
      app: null,
    })
  })
})

describe('users', () => {
  it.each([
    ['Alice', 'case'],
    ['alice ', 'space-after'],
    ['al ice', 'space-inside'],
    ['bob', undefined],
  ])('is not %j', (userId, kind) => {
    const report = ask(craft(), { expected: { userId, app: PROD } })
    expect(report.verdict).toBe('invalid')
    expect(report.findings).toMatchObject([{ code: 'wrong-userid', imErrorCodes: [70_013] }])
    expect(report.findings[0]?.params).toMatchObject({ expected: userId, actual: 'alice' })
    const { difference } = Object(report.findings[0]?.params)
    expect(difference?.kinds).toEqual(kind === undefined ? undefined : [kind])
  })

  it.each(['undefined', 'null', 'None', '[object Object]'])('sees the unset variable in %s', (userId) => {
    expect(findingOf(ask(craft({ userId })), 'wrong-userid')?.params).toMatchObject({ unset: true })
  })

  it('does not take one Unicode form for another', () => {
    const report = ask(craft({ userId: 'e\u0301' }), { expected: { userId: '\u00e9', app: PROD } })
    expect(findingOf(report, 'wrong-userid')?.params).toMatchObject({
      difference: { kinds: ['unicode-form'], at: 0, expected: 'U+00E9', actual: 'U+0065' },
    })
  })

  it.each(['administrator', 'root'])('notes the administrator %s', (userId) => {
    const app = makeApp({ administrators: ['administrator', 'root'] })
    const report = ask(craft({ userId }), { apps: [app], expected: { userId, app } })
    expect(report).toMatchObject({
      verdict: 'valid',
      findings: [{ code: 'admin-account', severity: 'note', params: { userId } }],
    })
  })

  it('asks no user in an inspection', () => {
    expect(ask(craft({ userId: '用户' }), { expected: {} })).toMatchObject({
      verdict: 'valid',
      userId: '用户',
      findings: [],
    })
  })
})

describe('findings', () => {
  it('come all at once, errors first, no code twice', () => {
    const report = ask(
      craft({ userId: 'administrator', expire: 200 * DAY, time: ISSUED - 300 * DAY, key: OTHER_KEY }),
      {
        expected: { userId: 'bob', app: PROD },
        now: NOW,
      },
    )
    expect(codes(report)).toEqual(['wrong-key', 'wrong-userid', 'expired', 'long-lived', 'admin-account'])
    expect(report.findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'note', 'note'])
  })

  it('never hold a key or a signature', () => {
    const sig = craft({ key: OTHER_KEY })
    const text = JSON.stringify(ask(sig))
    for (const secret of [KEY, OTHER_KEY, sig]) expect(text).not.toContain(secret)
  })
})
