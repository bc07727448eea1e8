import { describe, expect, test } from 'vitest'
import type { Vendor } from '../../../../src/diagnostics/codes/entry.ts'
import { mainFlaw, readToken, type TokenFlaw } from '../../../../src/diagnostics/vendors/read-token.ts'

const HEX = '5acf1be2520a16fc8218235909b7355e4af37586529d8ef2aaaa6879fb2fc0e6'
const BYTES = Buffer.from(HEX, 'hex')
const FCM = `dXyAbCdEf0123456789abc:APA91b${'x_'.repeat(67)}`
const XIAOMI = 'Ws8b4lIKFvyCGCNZCbc1XkrzdYZSnY7yqqpoefsvwOY='

describe('the token is not in it', () => {
  test.each<[TokenFlaw, string]>([
    ['nsdata-cut', '{length=32,bytes=0x5acf1be2520a16fc8218235909b7355e...aaaa6879fb2fc0e6}'],
    ['nsdata-cut', '{length = 32, bytes = 0x5acf1be2 520a16fc 82182359 09b7355e ... aaaa6879 fb2fc0e6 }'],
    ['nsdata-cut', '{length = 32, bytes = 0x5acf1be2 520a16fc … fb2fc0e6 }'],
    ['nsdata-cut', '{length = 80, bytes = 0x80ee1234 ... 0001}'],
    ['nsdata-cut', 'apn: {length=32,bytes=0x01c011c7f5f21eeb4918833d3956e74b...665a29e5107d...}'],
    ['nsdata-cut', 'length=32,bytes=0x5acf1be2520a16fc8218235909b7355e...aaaa6879fb2fc0e6'],
    ['nsdata-cut', 'e32be05acf1be2520a16fc8218235909b7355eaaaa6879fb2fc0e6'],
    ['object', '32 bytes'],
    ['object', '[object Object]'],
    ['object', '[object Promise]'],
    ['object', '[B@1a2b3c4'],
    ['object', 'com.google.android.gms.tasks.zzw@8a7d21'],
    ['object', 'java.util.concurrent.CompletableFuture@5e9f23b4'],
    ['object', 'System.Byte[]'],
    ['object', "Instance of 'Future<String?>'"],
    ['object', 'Promise { <pending> }'],
    ['object', '<OS_dispatch_data: data[0x2800a4] = { leaf, size = 32, buf = 0x1 }>'],
    ['object', '<NSObject: 0x600003e1c000>'],
    ['object', '<coroutine object get_token at 0x7f2c>'],
    ['object', 'function getToken() { return t }'],
    ['object', 'java.io.IOException: SERVICE_NOT_AVAILABLE'],
    ['error-code', 'AUTHENTICATION_FAILED'],
    ['placeholder', ''],
    ['placeholder', 'null'],
    ['placeholder', 'NULL'],
    ['placeholder', '(null)'],
    ['placeholder', '<null>'],
    ['placeholder', 'undefined'],
    ['placeholder', 'nil'],
    ['placeholder', 'None'],
    ['placeholder', 'NaN'],
    ['placeholder', '0'],
    ['placeholder', 'YOUR_DEVICE_TOKEN'],
    ['placeholder', 'NSNull'],
    ['placeholder', '{}'],
    ['placeholder', 'dummy_token'],
    ['placeholder', 'xxxx'],
    ['object', '6003: certificate fingerprint error'],
    ['cut', '5acf1be2...fb2fc0e6'],
    ['cut', '5acf1be2…'],
    ['cut', '5acf****c0e6'],
    ['expo', 'ExponentPushToken[xxxxxxxxxxxxxxxxxxxxxx]'],
    ['expo', 'ExpoPushToken[xxxxxxxxxxxxxxxxxxxxxx]'],
  ])('%s: %s', (flaw, text) => {
    expect(readToken(text, null)).toEqual({ flaws: [flaw], token: null })
    // Whatever an app puts around it on top.
    expect(readToken(`"${text}"`, null)).toEqual({ flaws: ['quotes', flaw], token: null })
    expect(readToken(`Optional(${text})`, null)).toEqual({ flaws: ['optional', flaw], token: null })
  })
})

describe('the token is in it', () => {
  test.each<[TokenFlaw[], string, string?, (Vendor | null)?]>([
    [['nsdata'], '<5acf1be2 520a16fc 82182359 09b7355e 4af37586 529d8ef2 aaaa6879 fb2fc0e6>'],
    [['escaped', 'nsdata'], '&lt;5acf1be2 520a16fc 82182359 09b7355e 4af37586 529d8ef2 aaaa6879 fb2fc0e6&gt;'],
    [['base64-of-bytes'], BYTES.toString('base64'), HEX, 'apns'],
    [['base64-of-bytes'], BYTES.toString('base64url'), HEX, 'apns'],
    [['base64-of-bytes'], `-_${BYTES.toString('base64url').slice(2)}`, `fbf${HEX.slice(3)}`],
    [['byte-list'], JSON.stringify(BYTES)],
    [['byte-list'], JSON.stringify([...BYTES])],
    [['byte-list'], JSON.stringify(new Uint8Array(BYTES))],
    [['byte-list'], `[${[...BYTES].map((byte) => (byte > 127 ? byte - 256 : byte)).join(', ')}]`],
    [['byte-list'], `Uint8Array(32) [${[...BYTES].join(', ')}]`],
    [['byte-list'], [...BYTES].join(',')],
    [['separators'], HEX.match(/../g)?.join(':') ?? ''],
    [['separators'], HEX.match(/.{8}/g)?.join('-') ?? ''],
    [['separators'], `0x${HEX}`],
    [
      ['separators'],
      HEX.match(/../g)
        ?.map((byte) => `\\x${byte}`)
        .join('') ?? '',
    ],
    [['whitespace'], HEX.match(/.{8}/g)?.join(' ') ?? ''],
    [['whitespace'], `${HEX.slice(0, 40)}\n${HEX.slice(40)}`],
    [['escaped'], encodeURIComponent(FCM), FCM],
    [['escaped'], encodeURIComponent(XIAOMI), XIAOMI],
    [['label'], `fcm:${FCM}`, FCM],
    [['label'], `Token=${FCM}`, FCM],
    [['label'], `My device token is ${HEX}`],
    [['label'], `registrationId => ${FCM}`, FCM],
    [['record'], `{"os":"ios","token":"${HEX}"}`],
    [['record'], `{token=${FCM}, provider=fcm}`, FCM],
    [['optional', 'quotes'], `Optional("${HEX}")`],
    [['record', 'quotes'], `Ok("${FCM}")`, FCM],
    [['record'], `Result.success(${FCM})`, FCM],
    [['quotes'], `b'${HEX}'`],
    [['quotes'], `\\"${HEX}\\"`],
    [['quotes', 'whitespace'], `[${HEX.match(/.{8}/g)?.join(' ')}]`],
  ])('%s: %s', (flaws, text, token = HEX, vendor = null) => {
    const reading = readToken(text, vendor)
    expect(reading.flaws).toEqual(flaws)
    expect(reading.token).toBe(token)
  })
})

test.each([
  ['{"token":null}', ['record']],
  ['{"deviceToken":"null"}', ['record', 'placeholder']],
  ['{"pushToken":"{length = 32, bytes = 0x5acf1be2 … fb2fc0e6 }"}', ['nsdata-cut']],
])('a record without a token: %s', (text, flaws) => {
  expect(readToken(text, null)).toEqual({ flaws, token: null })
})

test.each<[string, Vendor | null]>([
  [HEX, 'apns'],
  [HEX.toUpperCase(), null],
  [
    'e6a43d141237f317796e32c6de19f6ea350f6625e6f715ed7d9c0c512dc5bc7c5acf1be2520a16fc8218235909b7355e4af37586529d8ef2',
    null,
  ],
  [HEX.repeat(3).slice(0, 160), 'apns'],
  [FCM, 'fcm'],
  [XIAOMI, 'xiaomi'],
  [XIAOMI, null],
  ['OPPO_CN_0123456789abcdef0123456789abcdef', null],
  ['v2-CRzHoJ8ROM0CwVn5vrXhPBgDMxlLYbLmGOcCGfoKUMDpKEtIkj0p', 'vivo'],
  ['0864212034156789300002655500CN01', 'huawei'],
  // Of another vendor than the device's: a finding of its own.
  [FCM, 'apns'],
  [`IQAAAACy${'aB3_'.repeat(30)}`, 'apns'],
  ['hello there my friend', null],
])('%s is as it should be', (token, vendor) => {
  expect(readToken(token, vendor)).toEqual({ flaws: [], token })
})

test('what has to be mended is the innermost, and what is merely around it the least', () => {
  expect(mainFlaw(['whitespace', 'nsdata-cut'])).toBe('nsdata-cut')
  expect(mainFlaw(['hex-of-text', 'quotes'])).toBe('hex-of-text')
  expect(mainFlaw(['quotes', 'whitespace'])).toBe('whitespace')
  expect(mainFlaw([])).toBeUndefined()
})

test('a long text is read in no time', () => {
  const texts = ['(', 'token=', 'a:', '%41', '0x', '12,', 'Optional(', '"', '[', '{"token":', 'a.', 'AAAA', '… '].map(
    (part) => part.repeat(8_000 / part.length),
  )
  const began = performance.now()
  for (const text of [...texts, 'x'.repeat(2_000_000)]) readToken(text, null)
  expect(performance.now() - began).toBeLessThan(500)
})
