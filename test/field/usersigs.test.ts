import { describe, expect, it } from 'vitest'
import { Secret } from '../../src/diagnostics/secret.ts'
import { call, request, testApp, testBot } from '../support/bot.ts'
import { FIELD_APPS, FIELD_TIME, casesOfKinds, fieldCase } from '../support/field-cases.ts'
import { craft, KEY, NOW } from '../unit/diagnostics/usersig/craft.ts'

interface Finding {
  code: string
  severity: string
  message: string
  remedy: string
  imErrorCodes: readonly number[]
}

interface Answer {
  status: string
  verdict: string
  userId: string | null
  findings: readonly Finding[]
  text: string
}

async function verify(id: string, locale: 'en' | 'zh'): Promise<Answer> {
  const { command = '', args = {} } = fieldCase(id).call ?? {}
  const { bot } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })
  const reply = await bot.answer(request(call(command, args), { locale }))
  const result = reply?.result as Answer
  return { ...result, status: reply?.status ?? '', text: JSON.stringify(reply) }
}

type Expected = {
  verdict?: string
  code: string
  en: RegExp
  zh: RegExp
  userId?: string | null
  imErrorCodes?: readonly number[]
  notAtAll?: RegExp
}

const MALFORMED = 'malformed'
const EXPECTED: Readonly<Record<string, Expected>> = {
  U13: { code: MALFORMED, en: /JSON object without a UserSig/, zh: /JSON 对象，里面没有 UserSig/, userId: null },
  U2: { code: MALFORMED, en: /lines of text that get signed/, zh: /待签名的几行文本/, userId: 'user_8842' },
  U5b: {
    code: MALFORMED,
    en: /Base64 twice.*good UserSig for user_8842/,
    zh: /两次 Base64.*user_8842.*有效 UserSig/,
    userId: 'user_8842',
  },
  U13a: { code: MALFORMED, en: /hexadecimal/, zh: /十六进制/, userId: 'user_8842' },
  U13b: { code: MALFORMED, en: /undefined.*variable was not set/, zh: /undefined.*变量没有赋值/, userId: null },
  U13c: {
    code: MALFORMED,
    en: /\[object Object\].*turned into text/,
    zh: /\[object Object\].*转成了文本/,
    userId: null,
  },
  U1: { code: 'malformed-zlib', en: /raw deflate.*Base64url/, zh: /raw deflate.*Base64url/, userId: 'user_8842' },
  U1g: { code: 'malformed-zlib', en: /gzip.*Base64url/, zh: /gzip.*Base64url/, userId: 'user_8842' },
  U3: {
    code: 'wrong-key',
    en: /right key.*extra line.*UserSig alphabet/,
    zh: /密钥是对的.*多了一行.*UserSig 的字符表/,
  },
  U4a: { code: 'wrong-key', en: /right key.*two characters/, zh: /密钥是对的.*两个字符/ },
  U4b: { code: 'wrong-key', en: /right key.*joined by &/, zh: /密钥是对的.*用 & 连接/ },
  U4c: { code: 'wrong-key', en: /right key.*TLS\.sdkappid before/, zh: /密钥是对的.*TLS\.sdkappid 排在了/ },
  U4d: { code: 'wrong-key', en: /right key.*TLS\.time in milliseconds/, zh: /密钥是对的.*TLS\.time 用了毫秒/ },
  U4e: { code: 'wrong-key', en: /right key.*JSON was signed/, zh: /密钥是对的.*JSON 签/ },
  U4f: { code: 'wrong-key', en: /right key.*lacks its padding/, zh: /密钥是对的.*缺少填充/ },
  U7: {
    code: MALFORMED,
    en: /two parts joined by a dot at character 45.*signature first.*not verified/,
    zh: /点号连接的两段.*45.*签名在前.*未经验证/,
    userId: 'user_8842',
  },
  U8: {
    code: MALFORMED,
    en: /two parts joined by a dot.*content first/,
    zh: /点号连接的两段.*内容在前/,
    userId: 'user_8842',
  },
  U9: {
    verdict: 'valid',
    code: 'markup',
    en: /Base64url.*70003/,
    zh: /Base64url.*70003/,
    imErrorCodes: [70_003, 70_005],
    notAtAll: /code block|代码块/,
  },
  U9b: {
    verdict: 'valid',
    code: 'markup',
    en: /standard Base64.*70003/,
    zh: /标准 Base64.*70003/,
    imErrorCodes: [70_003, 70_005],
    notAtAll: /code block|代码块/,
  },
  U12c: {
    code: 'missing-field',
    en: /Missing: TLS\.ver\. Wrong JSON type: TLS\.time \(string/,
    zh: /缺少字段 TLS\.ver。JSON 类型不对：TLS\.time/,
  },
  U17: {
    code: 'missing-field',
    en: /TLS\.expire is -2134967296, not a whole number of seconds above zero.*overflowed 32 bits/,
    zh: /TLS\.expire 的值 -2134967296 不是大于 0 的整数秒.*溢出/,
    notAtAll: /wrong JSON type|JSON 类型不对/,
  },
  U18: {
    code: 'missing-field',
    en: /TLS\.time is 1796000000\.512, not a whole number/,
    zh: /TLS\.time 的值 1796000000\.512 不是/,
    notAtAll: /wrong JSON type|JSON 类型不对|wrong-key/,
  },
  F1b: { code: 'wrong-userid', en: /only in a space at the end: at character 14/, zh: /只差末尾的空格：第 14 个字符/ },
  U11: {
    code: 'missing-field',
    en: /Wrong JSON type: TLS\.sdkappid.*TLS\.time.*TLS\.expire/,
    zh: /类型不对：TLS\.sdkappid.*TLS\.time.*TLS\.expire/,
  },
  U12: {
    code: 'missing-field',
    en: /Missing: TLS\.sdkappid.*TLS\.appId.*TLS\.time.*TLS\.sig.*TLS\.sign.*TLS\.ver/,
    zh: /缺少字段 TLS\.sdkappid.*TLS\.time.*TLS\.sig.*TLS\.ver/,
  },
  U14: { code: 'malformed-zlib', en: /left out the zlib step/, zh: /漏了 zlib/ },
  U15: {
    code: MALFORMED,
    en: /behind the padding at its end: 1 at character 193/,
    zh: /末尾的填充字符后面还有内容：第 193 个字符起的 1/,
    userId: 'user_8842',
  },
}

/** Those that are good, with the codes of what is still to be said. */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  U10: ['expire-in-milliseconds'],
  U16: ['markup'],
  F1a: [],
  F1c: [],
  F2: ['too-long'],
}

const verifications = casesOfKinds('K0', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K26', 'K30').filter(
  (each) => each.call?.command === 'usersig.verify',
)

describe('UserSigs from the field', () => {
  it('are all judged here', () => {
    expect(verifications.map(({ id }) => id).sort()).toEqual([...Object.keys(EXPECTED), ...Object.keys(GOOD)].sort())
  })

  describe.each(['en', 'zh'] as const)('%s', (locale) => {
    it.each(Object.entries(EXPECTED))('%s is called what it is', async (id, expected) => {
      const answer = await verify(id, locale)
      expect(answer).toMatchObject({ status: 'ok', verdict: expected.verdict ?? 'invalid' })
      const finding = answer.findings.find(({ code }) => code.startsWith(expected.code))
      expect(finding?.message).toMatch(expected[locale])
      expect([answer.userId, null]).toContain(expected.userId ?? null)
      expect(finding?.imErrorCodes).toEqual(expect.arrayContaining([...(expected.imErrorCodes ?? [])]))
      expect(answer.text).not.toMatch(expected.notAtAll ?? /^$/)
    })

    it.each(Object.keys(EXPECTED))('%s claims no proof of what was not unpacked', async (id) => {
      const { findings, text } = await verify(id, locale)
      const others = findings.filter(({ code }) => !code.startsWith(MALFORMED))
      const isMalformed = others.length < findings.length
      expect(isMalformed ? JSON.stringify(others) : '').not.toMatch(/prove|checksum|证实|校验和/)
      expect(isMalformed ? text : '').not.toMatch(/changed on the way|Copy it again|被改动|重新复制/)
    })

    it.each(Object.entries(GOOD))('%s is good', async (id, codes) => {
      const answer = await verify(id, locale)
      expect(answer).toMatchObject({ status: 'ok', verdict: 'valid', userId: fieldCase(id).call?.args['user'] })
      expect(answer.findings.map(({ code }) => code).sort()).toEqual([...codes].sort())
    })
  })
})

describe('the configured key', () => {
  const alice = craft({ key: 'ab'.repeat(32) })
  const ask = async (key: string, text = alice) => {
    const app = testApp('prod', { sdkAppId: 1_400_000_001, secretKey: new Secret(key) })
    const { bot } = testBot({ apps: [app], now: () => NOW })
    const reply = await bot.answer(request(call('usersig.verify', { user: 'alice', sig: text })))
    return { ...(reply?.result as Answer), text: JSON.stringify(reply) }
  }

  it.each([`${'ab'.repeat(32)} `, `${'ab'.repeat(32)}\n`])(
    'with white space behind it is itself (C10)',
    async (key) => {
      expect(await ask(key)).toMatchObject({ verdict: 'valid' })
    },
  )

  it.each([
    ['one digit too many', `${KEY}a`],
    ['in upper case', KEY.toUpperCase()],
    ['in quotes', `"${KEY}"`],
  ])('that is odd is not blamed on the server, which signs with the right one: %s', async (_, configured) => {
    const apps = [testApp('prod', { sdkAppId: 1_400_000_001, secretKey: new Secret(configured) })]
    const { bot } = testBot({ apps, now: () => NOW })
    const reply = await bot.answer(request(call('usersig.verify', { user: 'alice', sig: craft() })))
    expect(reply?.result).toMatchObject({
      verdict: 'unverifiable',
      findings: [{ code: 'wrong-key', severity: 'warning', owner: 'administrator' }],
    })
  })

  it.each(['AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', 'short'])(
    'that is no SecretKey says nothing about who signed (C9): %s',
    async (key) => {
      const answer = await ask(key)
      expect(answer).toMatchObject({ verdict: 'unverifiable', findings: [{ code: 'wrong-key', severity: 'warning' }] })
      expect(answer.text).toMatch(/not a valid SecretKey[\s\S]*says nothing about the server/)
      expect(answer.text).not.toMatch(/No key for SDKAppID/)
    },
  )
})
