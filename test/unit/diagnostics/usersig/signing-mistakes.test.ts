import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ask, craft, findingOf, KEY, makeApp, type Recipe } from './craft.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'

type Case = [mistake: string, recipe: Partial<Recipe>]

const V1_NAMES = (content: string) =>
  content.replace('TLS.sdkappid', 'TLS.sdk_appid').replace('TLS.expire', 'TLS.expire_after')

const CASES: Case[] = [
  ...['\n', '\r\n', ' ', '\t'].map((tail): Case => ['key-surrounding-white-space', { key: KEY + tail }]),
  ['key-surrounding-white-space', { key: ` ${KEY}` }],
  ['key-quoted', { key: `"${KEY}"` }],
  ['key-quoted', { key: `'${KEY}'` }],
  ['key-upper-case', { key: KEY.toUpperCase() }],
  ['key-hex-decoded', { key: Buffer.from(KEY, 'hex') }],
  ['key-base64-decoded', { key: Buffer.from(KEY, 'base64') }],
  ['key-last-character-lost', { key: KEY.slice(0, -1) }],
  ['key-empty', { key: '' }],
  ['content-without-last-line-feed', { content: (content) => content.slice(0, -1) }],
  ['content-crlf', { content: (content) => content.replaceAll('\n', '\r\n') }],
  ['content-expire-before-time', { content: (content) => content.replace(/(TLS\.time.*\n)(TLS\.expire.*\n)/, '$2$1') }],
  ['content-v1-names', { content: V1_NAMES }],
  ['content-v1-names', { content: (content) => `TLS.appid_at_3rd:0\nTLS.account_type:0\n${V1_NAMES(content)}` }],
  [
    'content-identifier-percent-encoded',
    { userId: 'al ice', content: (content) => content.replace('al ice', 'al%20ice') },
  ],
  ['content-identifier-normalised', { userId: 'e\u0301', content: (content) => content.normalize('NFC') }],
  ['signature-hex', { signature: (content, key) => createHmac('sha256', key).update(content).digest('hex') }],
  [
    'signature-hex',
    {
      signature: (content, key) =>
        Buffer.from(createHmac('sha256', key).update(content).digest('hex')).toString('base64'),
    },
  ],
  ...['sha1', 'sha512', 'md5'].map(
    (hash): Case => [
      'signature-other-hash',
      { signature: (content, key) => createHmac(hash, key).update(content).digest('base64') },
    ],
  ),
]

describe('a mistake in the signing code', () => {
  it.each(CASES)('%s is proved and still refused (%#)', (mistake, recipe) => {
    const report = ask(craft(recipe), { expected: {} })
    expect(report.verdict).toBe('invalid')
    expect(report.findings).toMatchObject([{ code: 'wrong-key', params: { mistakes: [mistake] } }])
  })

  it('is none where the configured key is the odd one, in upper case', () => {
    const app = makeApp({ secretKey: new Secret(KEY.toUpperCase()) })
    expect(findingOf(ask(craft(), { apps: [app], expected: {} }), 'wrong-key')?.params).toEqual({
      notAKey: true,
    })
  })

  it('of an identifier with half a surrogate pair does not upset the search', () => {
    const sig = craft({ key: 'unknown', json: (json) => json.replace('alice', '\\ud800') })
    expect(ask(sig, { expected: {} }).findings).toMatchObject([{ code: 'wrong-key', params: {} }])
  })

  it('is looked for with previous keys too', () => {
    const app = makeApp({ secretKey: new Secret('new'), previousSecretKeys: [new Secret(KEY)] })
    expect(findingOf(ask(craft({ key: `${KEY}\n` }), { apps: [app], expected: {} }), 'wrong-key')?.params).toEqual({
      mistakes: ['key-surrounding-white-space'],
      previousKey: true,
    })
  })
})

describe('a signature in base64 that is not canonical', () => {
  it.each([
    ['without its padding', (sig: string) => sig.replace(/=+$/, '')],
    ['with a line feed', (sig: string) => `${sig}\n`],
    [
      'with bits to spare',
      (sig: string) => sig.replace(/(.)=$/, (_, last: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}=`),
    ],
  ])('does not match %s', (_, change) => {
    const hmac = (content: string, key: string | Buffer) => createHmac('sha256', key).update(content).digest('base64')
    const report = ask(craft({ signature: (content, key) => change(hmac(content, key)) }), { expected: {} })
    expect(report.verdict).toBe('invalid')
    expect(report.findings).toMatchObject([{ code: 'wrong-key' }])
  })
})
