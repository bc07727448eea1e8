import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../../../src/bot/texts/locale.ts'
import { loadConfig } from '../../../src/config/load-config.ts'
import { problemSentence } from '../../../src/config/texts.ts'

const KEY = '4f0d6f7a2c9be18354d7c6a1e0b3f29d8a5c7e6b1f4d3a2c9e8b7d6f5a4c3b2e'
const APP = `apps:\n  prod:\n    sdkAppId: 1400000000\n    secretKey: ${KEY}\n`

function told(yaml: string, locale: Locale = 'en') {
  const file = join(mkdtempSync(join(tmpdir(), 'im-doctor-')), 'im-doctor.yaml')
  writeFileSync(file, yaml)
  const loaded = loadConfig(file, {})
  const say = (problems: (typeof loaded)['warnings']) =>
    problems.map((problem) => problemSentence(problem, locale).replaceAll(file, 'FILE'))
  const said = { refused: loaded.kind === 'wrong' ? say(loaded.problems) : [], warned: say(loaded.warnings) }
  expect(JSON.stringify(said)).not.toContain(KEY.slice(0, 12))
  return said
}

const prod = (lines: string) => `apps:\n  prod:\n${lines.replace(/^/gm, '    ')}\n`

describe('a store in the file that is no folder', () => {
  test.each([
    'postgres:/user:pw123456789012@h/db',
    'user:pw123456789012@host/db',
    'host:5432/db',
    'postgres//user:pw123456789012@h/db',
    'postgres',
    'file:./data',
    '$DATABASE_URL',
    '~/data',
    'im:pw123456789012@10.0.0.5:5432/db',
  ])('%s', (store) => {
    const { refused } = told(`${APP}store: ${JSON.stringify(store)}\n`)
    expect(refused).toEqual([expect.stringMatching(/^store /)])
    expect(refused.join()).not.toContain('pw1234')
  })

  test.each(['./data', 'data', '/var/lib/im', '../data.d', ':memory:', 'postgres://user:word@host/db'])(
    '%s is right',
    (store) => {
      expect(told(`${APP}store: ${JSON.stringify(store)}\n`).refused).toEqual([])
    },
  )
})

describe('keys in the wrong place, or by another name', () => {
  test.each([
    [`sdkAppId: 1400000000\n`, 'sdkAppId does not belong at the top level. Move it to apps.<name>.sdkAppId.'],
    [`${APP}secretKey: x\n`, 'secretKey does not belong at the top level. Move it to apps.<name>.secretKey.'],
    [`${APP}botToken: x\n`, 'botToken does not belong at the top level. Move it to slack.botToken.'],
    [`${APP}port: 1\n`, 'port does not belong at the top level. Move it to http.port.'],
    [prod(`sdkAppId: 1400000000\nkey: ${KEY}`), 'apps.prod.key is not a key I know. Did you mean secretKey?'],
    [
      prod(`sdkAppId: 1400000000\nappSecret: ${KEY}`),
      'apps.prod.appSecret is not a key I know. Did you mean secretKey?',
    ],
    [prod(`appId: 1400000000\nsecretKey: ${KEY}`), 'apps.prod.appId is not a key I know. Did you mean sdkAppId?'],
  ])('%s', (yaml, expected) => {
    expect(told(yaml).refused).toContain(expected)
  })

  test('SDKAppID and SecretKey swapped', () => {
    expect(told(prod(`sdkAppId: ${KEY}\nsecretKey: 1400000000`)).refused).toEqual([
      'apps.prod.sdkAppId and secretKey are swapped: this is the SecretKey. Swap them.',
      'apps.prod.secretKey and sdkAppId are swapped: this is the SDKAppID. Swap them.',
    ])
  })

  test('a SecretKey as the SDKAppID', () => {
    const { refused, warned } = told(prod(`sdkAppId: ${KEY}\nsecretKey: ${KEY}`))
    expect(refused).toEqual([expect.stringContaining('holds a SecretKey')])
    expect(warned).toEqual([])
  })

  test.each([
    ['China', 'china'],
    ['cn', 'china'],
    ['singapor', 'singapore'],
    ['ap-singapore', 'singapore'],
    ['germany', 'frankfurt'],
    ['usa', 'siliconvalley'],
    ['新加坡', 'singapore'],
    ['Silicon Valley', 'siliconvalley'],
  ])('the region %s', (region, meant) => {
    const { refused } = told(`${APP}    region: ${region}\n`)
    expect(refused).toEqual([`apps.prod.region is not a region I know. Did you mean ${meant}?`])
  })

  test('the webhook as a text', () => {
    expect(told(`${APP}    webhook: abcdefghijklmnop\n`).refused).toEqual([
      'apps.prod.webhook must be a mapping. Write webhook: { token: … }.',
    ])
  })
})

describe('placeholders', () => {
  const slack = (bot: string, app: string) => `${APP}slack:\n  botToken: "${bot}"\n  appToken: "${app}"\n`
  test.each([
    ['xoxb-...', 'xapp-...'],
    ['xoxb-your-token-here', 'xapp-your-token'],
    ['xoxb-xxxxxxxxxxxx', 'xapp-1-xxxx'],
    ['xoxb-<token>', 'xapp-YOUR_APP_TOKEN'],
  ])('%s and %s', (bot, app) => {
    expect(told(slack(bot, app)).refused).toEqual([
      expect.stringMatching(/^slack\.botToken still holds a placeholder/),
      expect.stringMatching(/^slack\.appToken still holds a placeholder/),
    ])
  })

  test.each(['x'.repeat(64), '0'.repeat(64), '*'.repeat(64)])('%s as a key', (key) => {
    expect(told(prod(`sdkAppId: 1400000000\nsecretKey: "${key}"`)).refused).toEqual([
      expect.stringContaining('placeholder'),
    ])
  })
})

test('a key that YAML read as a number', () => {
  const { refused } = told(prod(`sdkAppId: 1400000000\nsecretKey: 0x${KEY}`))
  expect(refused).toEqual([expect.stringContaining('without 0x')])
})

describe('what is no YAML', () => {
  test.each([
    ['an unclosed quotation mark', prod(`secretKey: "${KEY}\nsdkAppId: 1400000000`), 3, 'never closed', '没有闭合'],
    ['a single one', prod(`sdkAppId: 1400000000\nsecretKey: '${KEY}\nregion: china`), 4, 'never closed', '没有闭合'],
    ['a tab', 'apps:\n\tprod:\n\t\tsdkAppId: 1\n', 2, 'tab', '制表符'],
    ['a key twice', `${APP}  prod:\n    sdkAppId: 1\n`, 5, 'twice', '重复'],
    ['an alias', prod('sdkAppId: 1400000000\nsecretKey: *key'), 1, 'alias', '别名'],
  ])('%s', (_, yaml, line, en, zh) => {
    for (const locale of LOCALES) {
      const { refused } = told(yaml, locale)
      expect(refused).toHaveLength(1)
      expect(refused[0]).toContain(locale === 'en' ? `line ${line}. ` : `第 ${line} 行`)
      expect(refused[0]).toContain(locale === 'en' ? en : zh)
    }
  })
})
