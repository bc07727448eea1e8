import { describe, expect, test } from 'vitest'
import { understand } from '../../../../src/bot/words/questions.ts'

const TOKEN = '740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387462c7eaf61bb78ad'

describe('whose token it is', () => {
  test.each([
    ['is this token still good: T', 'en'],
    ['Is the push token valid? T', 'en'],
    ['whose token is this: T', 'en'],
    ['which vendor’s token is this'.replace('’', "'") + ': T', 'en'],
    ['check this device token T', 'en'],
    ['这个 token 是哪家的 T', 'zh'],
    ['这个token还有效吗：T', 'zh'],
    ['查一下这个 token：T', 'zh'],
    ['帮我看一下这个推送token T 还能用吗？', 'zh'],
  ])('%s', (form, locale) => {
    expect(understand(form.replace('T', TOKEN))).toEqual({ command: 'push.token', args: { token: TOKEN }, locale })
  })

  test('in quotes, and in pieces as iOS prints it', () => {
    for (const given of [`\`${TOKEN}\``, '<740f4707 bebcf74f 9b7c25d4 8e335894 5f6aa01d a5ddb387 462c7eaf 61bb78ad>'])
      expect(understand(`is this token still good: ${given}`)).toMatchObject({ args: { token: given } })
  })
})

describe('the certificates', () => {
  test.each([
    ['check the push certificates', 'en'],
    ['when do the certificates expire?', 'en'],
    ['Are our push certificates still valid?', 'en'],
    ['show me the certificates', 'en'],
    ['推送证书还有效吗', 'zh'],
    ['证书什么时候到期？', 'zh'],
    ['检查一下推送证书', 'zh'],
  ])('%s', (text, locale) => {
    expect(understand(text)).toEqual({ command: 'im.certificates', args: {}, locale })
  })
})

const SIG = 'eJwtzEELgkAQhuG-sGewcXdWVqFLQ9BBiQ'
describe('what is asked about a signature stays so', () => {
  test.each([
    [`is this signature still good: ${SIG}`, 'usersig.inspect'],
    [`is this sig good for alice: ${SIG}`, 'usersig.verify'],
    [`check alice ${SIG}`, 'usersig.verify'],
    [`检查 alice 的签名 ${SIG}`, 'usersig.verify'],
  ])('%s', (text, command) => {
    expect(understand(text)?.command).toBe(command)
  })

  test.each(['is this token still good: no', `is this token still good: ${SIG}`, 'what is a token', '证书是什么'])(
    '%s is no question for a vendor',
    (text) => {
      expect(understand(text)?.command ?? '').not.toMatch(/push\.token|im\.certificates/)
    },
  )

  test('a long text is read at once', () => {
    const began = performance.now()
    for (const text of [`is this token good: ${'a '.repeat(2900)}`, `check token ${'a'.repeat(5900)}`]) understand(text)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
