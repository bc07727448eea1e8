import { describe, expect, it } from 'vitest'
import { pastedSecret, secretIn } from '../../../src/bot/policy/pasted-secret.ts'
import { SIGNATURES } from '../../servers/slack/signatures.ts'
import { call, words } from '../../support/bot.ts'

const { valid } = SIGNATURES
const APNS = '740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387462c7eaf61bb78ad'
const KEY = 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb'
const FCM = `dGVzdC1pbnN0YW5jZQ:APA91b${'Hq3_x-Z9'.repeat(16)}`

describe('words that hold a secret', () => {
  it.each([
    `verify this for alice: ${valid}`,
    `"userSig":"${valid}"`,
    `https://x.example/?sig=${encodeURIComponent(valid)}&b=1`,
    `push token ${APNS}`,
    `why does ${FCM} get nothing?`,
    `这个签名 ${valid} 对吗`,
    `key=${KEY}`,
    `token:${APNS}。`,
    'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA is our secret id',
    'x'.repeat(20_001),
  ])('%.60s', (text) => {
    expect(pastedSecret(text)).toBe(true)
    expect(secretIn(words(text))).toBe(true)
    expect(secretIn(call('usersig.verify', { user: 'alice', sig: text }))).toBe(true)
  })
})

describe('words that hold none', () => {
  it.each([
    '',
    'help',
    'why does alice get no push?',
    'wat is teh matter wiht teh pushs',
    'usersig verify alice',
    'usersig generate carol --ttl 7d',
    'what does 70009 mean?',
    '为什么 alice 收不到推送',
    'is <@1100000000000000001> online?',
    'why does 6ba7b810-9dad-11d1-80b4-00c04fd430c8 get no push',
    'im status 5f4dcc3b5aa765d61d8327deb882cf99',
    'push why user_1234567890_of_the_big_tenant_42',
    'SENDER_ID_MISMATCH and BadDeviceToken',
    '[getToken] Error/Exception: {"message":"6003: certificate fingerprint error","code":"907122045"}',
    'push why bob --since 2026-11-30T01:00:00Z --from @TIM#SYSTEM',
    'is http://ops.example.com online?',
  ])('%s', (text) => {
    expect(pastedSecret(text)).toBe(false)
    expect(secretIn(words(text))).toBe(false)
  })

  it('takes no longer for a long text', () => {
    const before = performance.now()
    pastedSecret('eJw-a'.repeat(4000))
    pastedSecret('a1B '.repeat(5000))
    expect(performance.now() - before).toBeLessThan(100)
  })
})
