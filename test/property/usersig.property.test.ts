import { inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/diagnostics/secret.ts'
import { generateUsersig } from '../../src/diagnostics/usersig/generate-usersig.ts'
import type { UsersigApp } from '../../src/diagnostics/usersig/keyring.ts'
import { verifyUsersig } from '../../src/diagnostics/usersig/verify-usersig.ts'

/** More runs, for a search at leisure: `USERSIG_RUNS=20000 npx vitest run test/property/usersig`. */
const RUNS = Number(process.env['USERSIG_RUNS'] ?? 300)
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-_']
const LIMITS = { maxTtlSeconds: 315_360_000, allowAdministrator: true }

const userIds = fc
  .oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 16 }))
  .filter((id) => id !== '' && Buffer.byteLength(id) <= 32 && !/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(id))

const privateMapKeys = fc.record({
  room: fc.oneof(
    fc.record({ kind: fc.constant('number' as const), id: fc.integer({ min: 1, max: 4_294_967_295 }) }),
    fc.record({ kind: fc.constant('name' as const), name: fc.stringMatching(/^[ -~]{1,40}$/) }),
  ),
  privilegeMap: fc.integer({ min: 1, max: 255 }),
})

interface Sample {
  app: UsersigApp
  userId: string
  ttlSeconds: number
  sig: string
  issuedAt: number
}

const samples: fc.Arbitrary<Sample> = fc
  .record({
    sdkAppId: fc.integer({ min: 1, max: 4_294_967_295 }),
    key: fc.stringMatching(/^[0-9a-f]{64}$/),
    userId: userIds,
    ttlSeconds: fc.oneof(fc.integer({ min: 1, max: 315_360_000 }), fc.constantFrom(86_400, 604_800, 15_552_000)),
    now: fc.integer({ min: 1_500_000_000_000, max: 4_000_000_000_000 }),
    privateMapKey: fc.option(privateMapKeys, { nil: undefined, freq: 3 }),
  })
  .map(({ sdkAppId, key, userId, ttlSeconds, now, privateMapKey }) => {
    const app = { name: 'any', sdkAppId, secretKey: new Secret(key), previousSecretKeys: [], administrators: [] }
    const order = { app, userId, ttlSeconds, now, limits: LIMITS }
    const made = generateUsersig(privateMapKey === undefined ? order : { ...order, privateMapKey })
    if (made.kind === 'refused') throw new Error(made.reason)
    return { app, userId, ttlSeconds, sig: made.sig.reveal(), issuedAt: made.issuedAt }
  })

function ask({ app, userId, issuedAt }: Sample, text: string) {
  return verifyUsersig({ text, apps: [app], now: issuedAt + 500, expected: { userId, app } })
}

function contentOf(sig: string): string {
  const base64 = sig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  return inflateSync(Buffer.from(base64, 'base64')).toString('utf8')
}

describe('any UserSig', () => {
  it('that is generated verifies and says what was ordered', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const report = ask(sample, sample.sig)
        expect(report).toMatchObject({
          verdict: 'valid',
          version: '2.0',
          userId: sample.userId,
          sdkAppId: sample.app.sdkAppId,
          ttlSeconds: sample.ttlSeconds,
          issuedAt: sample.issuedAt,
          expiresAt: sample.issuedAt + sample.ttlSeconds * 1_000,
        })
        expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(sample.sig).toMatch(/^eJ[A-Za-z0-9*-]+_{0,2}$/)
        expect(sample.sig.length % 4).toBe(0)
      }),
      { numRuns: RUNS },
    )
  })

  it('with one character changed within the alphabet is never valid', () => {
    fc.assert(
      fc.property(samples, fc.nat(), fc.constantFrom(...ALPHABET), (sample, place, letter) => {
        const index = place % sample.sig.length
        fc.pre(sample.sig[index] !== letter)
        const changed = sample.sig.slice(0, index) + letter + sample.sig.slice(index + 1)
        const report = ask(sample, changed)
        // Deflate can say one text in more ways than one: a copy may name another place where the same letters stand.
        // Such a text is good for every verifier, and nothing in it was changed.
        const isRefused = report.findings.some(({ severity }) => severity === 'error')
        expect(report.verdict === 'valid' ? contentOf(changed) === contentOf(sample.sig) : isRefused).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  it('cut anywhere is never valid', () => {
    fc.assert(
      fc.property(samples, fc.nat(), (sample, place) => {
        const letters = sample.sig.replace(/_+$/, '')
        const cut = letters.slice(0, place % letters.length)
        // A star at the very end is put back as a mark that was eaten, which is what it looks like.
        fc.pre(!/^\*+$/.test(letters.slice(cut.length)))
        expect(ask(sample, cut).verdict).toBe('invalid')
      }),
      { numRuns: RUNS },
    )
  })

  it('of another user, app or key is never valid', () => {
    fc.assert(
      fc.property(samples, samples, (sample, other) => {
        fc.pre(sample.userId !== other.userId && sample.app.sdkAppId !== other.app.sdkAppId)
        expect(ask({ ...sample, userId: other.userId }, sample.sig).verdict).toBe('invalid')
        const app = { ...sample.app, secretKey: other.app.secretKey }
        expect(ask({ ...sample, app }, sample.sig).verdict).toBe('invalid')
        expect(verifyUsersig({ text: sample.sig, apps: [other.app], now: sample.issuedAt, expected: {} }).verdict).toBe(
          'unverifiable',
        )
      }),
      // Each run looks for slips in the signing code with two keys.
      { numRuns: Math.ceil(RUNS / 4) },
    )
  })
})

type Damage = (sig: string) => string

const wrap =
  (open: string, close = open): Damage =>
  (sig) =>
    open + sig + close

const toStandard: Damage = (sig) => sig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')

/** What happens to a text on its way through a chat. */
const DAMAGES: Record<string, Damage> = {
  nothing: (sig) => sig,
  bold: wrap('*'),
  italic: wrap('_'),
  strong: wrap('**'),
  underlined: wrap('__'),
  struck: wrap('~~'),
  spoiler: wrap('||'),
  code: wrap('`'),
  fence: wrap('```\n', '\n```'),
  'fence with a language': wrap('```json\n', '\n```'),
  'quoted line': wrap('> ', ''),
  'quote entity': wrap('&gt; ', ''),
  quotes: wrap('"'),
  'curly quotes': wrap('“', '”'),
  brackets: wrap('「', '」'),
  label: wrap('UserSig: ', ''),
  query: wrap('https://example.com/?usersig=', '&identifier=a'),
  json: wrap('{"userSig":"', '"}'),
  link: wrap('<http://x.example|', '>'),
  'full stop': wrap('', '.'),
  sentence: wrap('is this one ', ' good?'),
  'line feed': wrap('', '\n'),
  lines: (sig) => sig.replace(/(.{60})/g, '$1\n'),
  'zero-width': (sig) => sig.replace(/(.{70})/g, '$1\u200b'),
  'no-break spaces': (sig) => sig.replace(/(.{70})/g, '$1\u00a0'),
  'percent-encoded': (sig) => encodeURIComponent(sig).replaceAll('*', '%2A'),
  'percent-encoded twice': (sig) => encodeURIComponent(encodeURIComponent(sig).replaceAll('*', '%2a')),
  escaped: (sig) => sig.replace(/[*_-]/g, '\\$&'),
  'full-width': (sig) => sig.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0)),
  'em dashes': (sig) => sig.replaceAll('--', '—'),
  'no padding': (sig) => sig.replace(/_+$/, ''),
  'standard alphabet': toStandard,
  'standard alphabet without padding': (sig) => toStandard(sig).replace(/=+$/, ''),
  'one star eaten': (sig) => sig.replace('*', ''),
  'two stars eaten': (sig) => sig.replace('*', '').replace('*', ''),
  'first and last star eaten': (sig) => sig.replace('*', '').replace(/\*([^*]*)$/, '$1'),
}

/** Wrappings that may be put around one another. */
const WRAPPINGS = [
  'bold',
  'code',
  'fence',
  'quoted line',
  'quotes',
  'curly quotes',
  'brackets',
  'label',
  'full stop',
  'line feed',
  'json',
]

describe('a good UserSig that a chat has damaged', () => {
  it.each(Object.entries(DAMAGES))('is still good: %s', (_, damage) => {
    fc.assert(
      fc.property(samples, (sample) => {
        const report = ask(sample, damage(sample.sig))
        expect(report.verdict).toBe('valid')
        expect(report.userId).toBe(sample.userId)
      }),
      { numRuns: Math.max(20, RUNS / 10) },
    )
  })

  it('is still good in two wrappings', () => {
    const wrappings = fc.constantFrom(...WRAPPINGS)
    fc.assert(
      fc.property(
        samples,
        wrappings,
        wrappings,
        fc.constantFrom('nothing', 'lines', 'percent-encoded', 'no padding'),
        (sample, outer, inner, core) => {
          const text = [core, inner, outer].reduce((sig, name) => DAMAGES[name]?.(sig) ?? sig, sample.sig)
          // Fences do not nest. JSON within JSON is escaped, which putting quotes around does not do.
          fc.pre(!(inner === 'fence' && outer === 'fence'))
          fc.pre(inner !== 'json' && (outer !== 'json' || !/["\n]/.test(text.slice(12, -2))))
          expect([text, ask(sample, text).verdict]).toEqual([text, 'valid'])
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe('whatever the text is', () => {
  const app: UsersigApp = {
    name: 'any',
    sdkAppId: 1_400_000_001,
    secretKey: new Secret('k'),
    previousSecretKeys: [],
    administrators: [],
  }
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 300 }).map((tail) => `eJ${tail}`),
    fc.string({
      unit: fc.constantFrom(
        '"',
        '`',
        '<',
        '>',
        '|',
        '*',
        '_',
        '%',
        '2',
        'A',
        '\\',
        '{',
        '}',
        '&',
        ';',
        ' ',
        '\n',
        '—',
        'e',
        'J',
        ':',
        '=',
      ),
      maxLength: 200,
    }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.json().map((json) => json),
  )

  it('the answer is a report, not an exception', () => {
    fc.assert(
      fc.property(texts, fc.option(fc.string({ unit: 'binary' }), { nil: undefined }), (text, userId) => {
        const expected = userId === undefined ? { app } : { app, userId }
        const report = verifyUsersig({ text, apps: [app], now: 1_764_000_000_000, expected })
        expect(report.verdict).toBe('invalid')
        expect(new Set(report.findings.map(({ code }) => code)).size).toBe(report.findings.length)
        expect(JSON.parse(JSON.stringify(report))).toEqual(report)
      }),
      { numRuns: RUNS * 2 },
    )
  })

  it('so it is for any content in a sound container', async () => {
    const { deflateSync } = await import('node:zlib')
    const values = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.bigInt().map(String),
      fc.constantFrom('2.0', '', '1.0', 1e300, -0, true),
    )
    const names = [
      'ver',
      'identifier',
      'sdkappid',
      'sdk_appid',
      'time',
      'expire',
      'expire_after',
      'userbuf',
      'sig',
      'account_type',
    ]
    const contents = fc.oneof(
      fc
        .dictionary(fc.constantFrom(...names.map((name) => `TLS.${name}`)), values)
        .map((value) => Buffer.from(JSON.stringify(value))),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
    )
    fc.assert(
      fc.property(contents, (content) => {
        const text = deflateSync(content)
          .toString('base64')
          .replaceAll('+', '*')
          .replaceAll('/', '-')
          .replaceAll('=', '_')
        const report = verifyUsersig({ text, apps: [app], now: 1_764_000_000_000, expected: { app, userId: 'alice' } })
        expect(report.verdict).not.toBe('valid')
        expect(JSON.parse(JSON.stringify(report))).toEqual(report)
      }),
      { numRuns: RUNS * 2 },
    )
  })
})
