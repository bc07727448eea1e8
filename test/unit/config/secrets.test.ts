import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { assert, oneof, property, string, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../../src/config/load-config.ts'
import type { Environment } from '../../../src/config/read-source.ts'
import { problemSentence } from '../../../src/config/texts.ts'
import { folderWith } from '../../support/config-file.ts'
import { fieldCase } from '../../support/field-cases.ts'

const KEY = 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb'
const OLD_KEY = createHash('sha256').update('the year before').digest('hex')
const BOT = 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx'
const APP_TOKEN = 'xapp-1-A0123456789-1234567890123-0123456789abcdef'
const SIGNING = '8f742231b10e8a7bcd9912f3a45e6071'
const DISCORD = 'MTEyMjMzNDQ1NTY2Nzc4ODk5.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB'
const CLOUD_ID = `AKID${'z8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE'.slice(0, 32)}`
const CLOUD_KEY = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE'
const PEM = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----'

interface Told {
  refused: readonly string[]
  warned: readonly string[]
}

interface Given {
  yaml: unknown
  files?: Readonly<Record<string, string>>
  environment?: Environment
  locale?: 'en' | 'zh'
}

/** What is refused and what is warned of, as the person reads it. */
function told({ yaml, files = {}, environment = {}, locale = 'en' }: Given): Told {
  const folder = folderWith({ ...files, 'im-doctor.yaml': JSON.stringify(yaml) })
  const loaded = loadConfig(join(folder, 'im-doctor.yaml'), environment)
  const sentence = (problem: Parameters<typeof problemSentence>[0]) => problemSentence(problem, locale)
  return {
    refused: loaded.kind === 'wrong' ? loaded.problems.map(sentence) : [],
    warned: loaded.warnings.map(sentence),
  }
}

const app = (more: object = {}) => ({ sdkAppId: 1_400_000_000, secretKey: KEY, ...more })
const withApp = (more: object) => ({ apps: { prod: app(more) } })
const withSlack = (more: object) => ({
  apps: { prod: app() },
  slack: { botToken: BOT, appToken: APP_TOKEN, ...more },
})
const withDiscord = (token: string) => ({ apps: { prod: app() }, discord: { token } })

const nothing: Told = { refused: [], warned: [] }

test('what is right is neither refused nor warned of', () => {
  expect(
    told({
      yaml: {
        apps: { prod: app({ previousSecretKeys: [OLD_KEY], webhook: { token: 'callback-token' } }) },
        slack: { botToken: BOT, appToken: APP_TOKEN, signingSecret: SIGNING },
        discord: { token: DISCORD },
      },
    }),
  ).toEqual(nothing)
})

describe('the SecretKey of an app', () => {
  test.each([
    ['a SecretId of the cloud API', CLOUD_ID, 'SecretId of the cloud API'],
    ['one of the international site', `I${CLOUD_ID.slice(1)}`, 'SecretId of the cloud API'],
    ['a key of the cloud API', CLOUD_KEY, 'SecretKey of the cloud API'],
    ['five letters', 'abcde', 'does not have the form of a SecretKey'],
    ['a word', 'password1', 'does not have the form of a SecretKey'],
    ['32 hexadecimal digits', SIGNING, '32 hexadecimal digits'],
    ['63 of 64 digits', KEY.slice(1), 'has 63 hexadecimal digits'],
    ['65 of 64 digits', `${KEY}a`, 'has 65 hexadecimal digits'],
    ['capital letters', KEY.toUpperCase(), 'has capital letters'],
    ['the SDKAppID', '1400000000', 'the SDKAppID itself'],
    ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', 'JSON Web Token'],
    ['an access key of AWS', 'AKIAIOSFODNN7EXAMPLE', 'another service'],
    ['one of Alibaba', 'LTAI5tEXAMPLEEXAMPLE1234', 'another service'],
    ['a token of Discord', DISCORD, 'Discord bot token'],
    ['a key with a blank in it', `${KEY.slice(0, 32)} ${KEY.slice(32)}`, 'does not have the form of a SecretKey'],
    ['its name before it', `IM_SECRET_KEY=${KEY}`, 'a name and its value together'],
    ['its name, as a document shows it', `SecretKey: ${KEY}`, 'a name and its value together'],
    ['the name of a variable', 'IM_SECRET_KEY', 'was not replaced'],
    ['a variable of a shell', '$IM_SECRET_KEY', 'was not replaced'],
    ['a variable of Windows', '%IM_SECRET_KEY%', 'was not replaced'],
    ['a variable of a template', '{{ im_secret_key }}', 'was not replaced'],
  ])('%s is warned of, since a key of an odd form may exist', (_, secretKey, expected) => {
    const { refused, warned } = told({ yaml: withApp({ secretKey }) })
    expect(refused).toEqual([])
    expect(warned).toEqual([expect.stringContaining(expected)])
    expect(warned[0]).toMatch(/^apps\.prod\.secretKey /)
    expect(warned[0]).not.toContain(secretKey)
  })

  test.each([
    ['a private key', PEM, 'private key (PEM)'],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----', 'public key or certificate'],
    ['a user token of Slack', 'xoxp-1-2-3-abc', 'Slack user token'],
    ['a bot token of Slack', BOT, 'Slack bot token'],
    ['a URL', 'https://console.cloud.tencent.com/im', 'looks like a URL'],
    ['a signature', `eJw1jcEKgkAURf9ltoW8GWdUWqZSQrQpN7kLe8ajNNNx0qJ-L7SW93LuuW92${'a'.repeat(40)}`, 'a UserSig'],
    ['brackets', '<your key>', 'placeholder'],
    ['brackets in Chinese', '【你的密钥】', 'placeholder'],
    ['an order in Chinese', '请填写密钥', 'placeholder'],
    ['another order in Chinese', '替换为你的密钥', 'placeholder'],
    ['curly brackets', '{your_key}', 'placeholder'],
    [
      'a private key without its lines',
      `MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg${'a'.repeat(40)}`,
      'private key',
    ],
    ['changeme', 'changeme', 'placeholder'],
    ['CHANGE_ME', 'CHANGE_ME', 'placeholder'],
    ['replace me', 'replace-me', 'placeholder'],
    ['xxx', 'xxx', 'placeholder'],
    ['many x', 'xxxxxxxxxxxxxxxx', 'placeholder'],
    ['stars', '********', 'placeholder'],
    ['dots', '…………', 'placeholder'],
    ['your-secret-key', 'your-secret-key', 'placeholder'],
    ['YOUR_SECRETKEY', 'YOUR_SECRETKEY', 'placeholder'],
    ['TODO', 'TODO', 'placeholder'],
    ['undefined', 'undefined', 'placeholder'],
    ['paste it here', 'paste-the-key-here', 'placeholder'],
    ['quotation marks', `"${KEY}"`, 'quotation marks'],
    ['curly ones', `“${KEY}”`, 'quotation marks'],
  ])('%s is refused: no app has such a key', (_, secretKey, expected) => {
    const { refused } = told({ yaml: withApp({ secretKey }) })
    expect(refused).toEqual([expect.stringContaining(expected)])
    expect(refused[0]).toMatch(/^apps\.prod\.secretKey /)
    expect(refused[0]).toContain('Chat console')
    expect(refused[0]).not.toContain(secretKey)
  })

  test.each([
    [
      'a previous key',
      withApp({ previousSecretKeys: [OLD_KEY, CLOUD_KEY] }),
      {},
      'apps.prod.previousSecretKeys.1 looks',
    ],
    [
      'a key in a file',
      { apps: { prod: { sdkAppId: 1_400_000_000, secretKeyFile: 'key' } } },
      { key: `${CLOUD_ID}\n` },
      'apps.prod.secretKeyFile looks',
    ],
  ])('%s is looked at as well', (_, yaml, files, expected) => {
    expect(told({ yaml, files }).warned).toEqual([expect.stringContaining(expected)])
  })

  test('a variable is named where there is no file', () => {
    const loaded = loadConfig(undefined, { IM_SDK_APP_ID: '1400000000', IM_SECRET_KEY: CLOUD_ID })
    expect(loaded.warnings.map((warning) => problemSentence(warning, 'en'))).toEqual([
      expect.stringMatching(/^IM_SECRET_KEY looks like a SecretId of the cloud API/),
    ])
  })

  test('a variable is named, too, where it fills in what a file leaves out', () => {
    const { refused } = told({ yaml: { apps: { prod: app() } }, environment: { SLACK_BOT_TOKEN: 'xoxp-1-2' } })
    expect(refused).toContainEqual(expect.stringMatching(/^SLACK_BOT_TOKEN looks like a Slack user token/))
  })

  test('another key is named as it is set, too', () => {
    const loaded = loadConfig(undefined, { IM_SDK_APP_ID: '1400000000', IM_SECRET_KEY: KEY, IM_WEBHOOK_TOKEN: KEY })
    expect(loaded.warnings.map((warning) => problemSentence(warning, 'en'))).toEqual([
      'IM_WEBHOOK_TOKEN is the same as IM_SECRET_KEY. One of them is probably in the wrong place: check both.',
    ])
  })

  test('is never that of another app, nor an old one of its own', () => {
    const yaml = {
      apps: { prod: app({ previousSecretKeys: [KEY] }), staging: app({ sdkAppId: 1_400_000_001 }) },
      defaultApp: 'prod',
    }
    expect(told({ yaml }).warned).toEqual([
      'apps.prod.previousSecretKeys.0 is the same as apps.prod.secretKey. Remove it here.',
      'apps.staging.secretKey is the same as apps.prod.secretKey, and each SDKAppID has a SecretKey of its own. Check both.',
    ])
  })
})

describe('tokens of Slack', () => {
  const cases: readonly (readonly [string, object, readonly RegExp[]])[] = [
    ['a user token', { botToken: 'xoxp-1-2-3-abc' }, [/^slack\.botToken looks like a Slack user token.*xoxb-/]],
    ['a rotated user token', { botToken: 'xoxe.xoxp-1-abc' }, [/^slack\.botToken looks like a Slack user token/]],
    ['a refresh token', { botToken: 'xoxe-1-abc' }, [/^slack\.botToken looks like a Slack refresh token/]],
    ['a token of the browser', { botToken: 'xoxc-1-abc' }, [/^slack\.botToken looks like a token of a Slack browser/]],
    ['its cookie', { botToken: 'xoxd-abc%2B' }, [/^slack\.botToken looks like a token of a Slack browser session/]],
    ['a legacy token', { botToken: 'xoxa-2-abc' }, [/^slack\.botToken looks like a legacy Slack token/]],
    ['an app-level token', { botToken: APP_TOKEN }, [/^slack\.botToken looks like a Slack app-level token/]],
    [
      'a bot token as app-level token',
      { appToken: BOT },
      [/^slack\.appToken looks like a Slack bot token.*connections:write/],
    ],
    ['a user token as app-level token', { appToken: 'xoxp-1-2' }, [/^slack\.appToken looks like a Slack user token/]],
    [
      'tokens swapped',
      { botToken: APP_TOKEN, appToken: BOT },
      [/^slack\.botToken is swapped with slack\.appToken/, /^slack\.appToken is swapped with slack\.botToken/],
    ],
    [
      'a webhook URL',
      { botToken: 'https://hooks.slack.com/services/T0/B0/x' },
      [/^slack\.botToken looks like the URL of a/],
    ],
    ['a whole header', { botToken: `Bearer ${BOT}` }, [/^slack\.botToken looks like a whole header value/]],
    [
      'a bot token as signing secret',
      { signingSecret: BOT },
      [/^slack\.signingSecret looks like a Slack bot token.*Signing/],
    ],
    ['a placeholder', { signingSecret: 'your-signing-secret' }, [/^slack\.signingSecret still holds a placeholder/]],
    ['a private key', { appToken: PEM }, [/^slack\.appToken looks like a private key/]],
  ]

  test.each(cases)('%s is refused', (_, more, expected) => {
    expect(told({ yaml: withSlack(more) }).refused).toEqual(expected.map((each) => expect.stringMatching(each)))
  })

  test.each([
    ['a bot token that expires', { botToken: 'xoxe.xoxb-1-abc' }, /^slack\.botToken .*token rotation/],
    ['a bot token without its end', { botToken: 'xoxb-' }, /^slack\.botToken does not have the form/],
    ['a bot token of no known form', { botToken: 'token-of-a-test' }, /^slack\.botToken does not have the form/],
    ['one letter as signing secret', { signingSecret: 's' }, /^slack\.signingSecret does not have the form/],
    [
      'a verification token',
      { signingSecret: 'gIkuvaNzQIHg97ATvDxqgjtO' },
      /^slack\.signingSecret .*verification token/,
    ],
    [
      'the SecretKey of the app',
      { signingSecret: KEY },
      /^slack\.signingSecret looks like the SecretKey of a Chat app/,
    ],
    ['an app-level token of no known form', { appToken: 'test' }, /^slack\.appToken does not have the form/],
  ])('%s is warned of', (_, more, expected) => {
    expect(told({ yaml: withSlack(more) })).toEqual({ refused: [], warned: [expect.stringMatching(expected)] })
  })
})

describe('the token of Discord', () => {
  test.each([
    ['the client secret', 'Gq8H_kP2vL9mN4xR7tY1wZ3cB6dF0aJs', 'client secret of a Discord application'],
    ['a client secret of letters and digits alone', CLOUD_KEY, 'client secret of a Discord application'],
    ['the public key', KEY.replace('b', 'c'), 'public key of a Discord application'],
    ['the application ID', '112233445566778899', 'Discord ID'],
    ['the token of a person', `mfa.${'a'.repeat(84)}`, 'Discord user account'],
    ['something else', 'discord-token', 'does not have the form of a Discord bot token'],
  ])('%s is warned of, with the place of the right one', (_, token, expected) => {
    const { refused, warned } = told({ yaml: withDiscord(token) })
    expect(refused).toEqual([])
    expect(warned).toEqual([expect.stringContaining(expected)])
    expect(warned[0]).toMatch(/^discord\.token .*Bot → Reset Token\.$/)
  })

  test.each([
    ['a token of Slack', BOT],
    ['the URL of a webhook', 'https://discord.com/api/webhooks/112233445566778899/abc'],
    ['a bearer token', `Bearer ${DISCORD}`],
  ])('%s is refused', (_, token) => {
    expect(told({ yaml: withDiscord(token) }).refused).toEqual([expect.stringMatching(/^discord\.token looks like/)])
  })

  test.each([`Bot ${DISCORD}`, `bot  ${DISCORD}`, `${DISCORD}\n`, ` ${DISCORD} `])('works as %j', (token) => {
    expect(told({ yaml: withDiscord(token) })).toEqual(nothing)
  })
})

describe('a secret that the team chose', () => {
  test.each([
    ['one letter', { webhook: { token: 't' } }, /^apps\.prod\.webhook\.token is too short/],
    ['a placeholder', { webhook: { token: 'changeme' } }, /^apps\.prod\.webhook\.token still holds a placeholder/],
    [
      'the key of the app',
      { webhook: { token: KEY } },
      /^apps\.prod\.webhook\.token is the same as apps\.prod\.secretKey/,
    ],
    ['a token of Slack', { webhook: { token: BOT } }, /^apps\.prod\.webhook\.token looks like a Slack bot token/],
    [
      'an address',
      { webhook: { token: 'https://a.example/webhooks/im' } },
      /^apps\.prod\.webhook\.token looks like a URL/,
    ],
    ['a placeholder of 16', { registry: { token: 'your-registry-token' } }, /^apps\.prod\.registry\.token still holds/],
    [
      'a placeholder of a vendor',
      {
        certificates: [{ id: 1, vendor: 'oppo', credential: { appKey: 'k', masterSecret: '<MasterSecret>' } }],
      },
      /^apps\.prod\.certificates\.0\.credential\.masterSecret still holds a placeholder/,
    ],
  ])('%s is warned of', (_, more, expected) => {
    expect(told({ yaml: withApp(more) })).toEqual({ refused: [], warned: [expect.stringMatching(expected)] })
  })

  test.each(['callback-token', 'a'.repeat(8), 'x'.repeat(64), 'kdjsgjdskgjwejsdkk'])('%s is right', (token) => {
    expect(told({ yaml: withApp({ webhook: { token } }) })).toEqual(nothing)
  })
})

test('in Chinese it is said as plainly', () => {
  const yaml = {
    apps: { prod: app({ secretKey: CLOUD_ID }) },
    slack: { botToken: APP_TOKEN, appToken: BOT },
  }
  expect(told({ yaml, locale: 'zh' })).toEqual({
    refused: [
      expect.stringMatching(/^slack\.botToken 与 slack\.appToken 填反了。/),
      expect.stringMatching(/^slack\.appToken 与 slack\.botToken 填反了。/),
    ],
    warned: [
      'apps.prod.secretKey 看起来是云 API 的 SecretId（AKID…），属于腾讯云账号，不属于 IM 应用。请填写该应用的 SecretKey（64 位十六进制）：即时通信 IM 控制台 → 应用 → 基础配置 → 基本信息 → 显示密钥。',
    ],
  })
})

test('no value ever gets into what is said', () => {
  const text = oneof(
    string({ minLength: 12, maxLength: 90 }),
    stringMatching(/^(xox[a-z]-|xapp-|AKID|eyJ|Bot |-----BEGIN |https:\/\/|<|your-|\$)[A-Za-z0-9.\-_]{12,60}$/),
  ).filter((value) => value.trim().length >= 12 && !value.includes('${'))
  assert(
    property(text, text, text, (one, two, three) => {
      const yaml = {
        apps: { prod: app({ secretKey: one, previousSecretKeys: [two], webhook: { token: three } }) },
        slack: { botToken: two, appToken: three, signingSecret: one },
        discord: { token: two },
      }
      const { refused, warned } = told({ yaml })
      for (const sentence of [...refused, ...warned])
        for (const value of [one, two, three]) expect(sentence).not.toContain(value.trim())
    }),
    { numRuns: 60 },
  )
})

test('a secret of any length is looked at in an instant', () => {
  const started = performance.now()
  for (const value of [
    'your-'.repeat(8_000),
    '<'.repeat(40_000),
    'x-'.repeat(20_000),
    'a.'.repeat(20_000),
    'e'.repeat(40_000),
  ])
    told({ yaml: withApp({ secretKey: value }) })
  expect(performance.now() - started).toBeLessThan(1_000)
})

describe('the region', () => {
  const region = (sdkAppId: number, more: object = {}) => told({ yaml: withApp({ sdkAppId, ...more }) })

  test.each([
    ['eight digits and no region', 20_007_777, {}, /^apps\.prod\.region is china.*international site.*Set region/],
    ['eight digits in China', 20_007_777, { region: 'china' }, /^apps\.prod\.region is china/],
    ['ten digits abroad', 1_400_000_000, { region: 'singapore' }, /^apps\.prod\.region is singapore.*mainland China/],
    ['the newer ten digits abroad', 1_600_000_123, { region: 'frankfurt' }, /^apps\.prod\.region is frankfurt/],
    ['the number of the account', 1_251_234_567, {}, /^apps\.prod\.sdkAppId looks like the APPID of the Tencent Cloud/],
    ['the newer number of the account', 1_301_234_567, {}, /^apps\.prod\.sdkAppId looks like the APPID/],
  ])('%s: a hint', (_, sdkAppId, more, expected) => {
    expect(region(sdkAppId, more)).toEqual({ refused: [], warned: [expect.stringMatching(expected)] })
  })

  test.each([
    ['eight digits abroad', 20_007_777, { region: 'singapore' }],
    ['ten digits and no region', 1_400_000_000, {}],
    ['ten digits in China', 1_600_000_123, { region: 'china' }],
    ['an address of its own', 20_007_777, { baseUrl: 'http://127.0.0.1:1' }],
    ['an address of its own, abroad', 1_400_000_000, { region: 'singapore', baseUrl: 'http://127.0.0.1:1' }],
    ['another number', 88_888_888, {}],
    ['a small number', 20_001, {}],
  ])('%s: none', (_, sdkAppId, more) => {
    expect(region(sdkAppId, more)).toEqual(nothing)
  })
})

describe('cases from the field', () => {
  test('C1: tokens swapped', () => {
    expect(fieldCase('C1').config).toContain('xapp')
    const { refused } = told({ yaml: withSlack({ botToken: APP_TOKEN, appToken: BOT }) })
    expect(refused.filter((sentence) => sentence.includes('swapped'))).toHaveLength(2)
  })

  test('C12: keys in snake_case', () => {
    const snake = {
      sdk_app_id: 1,
      secret_key: KEY,
      previous_secret_keys: [],
      base_url: 'x',
      'sdk-app-id': 2,
      SDKAppID: 3,
      secretkey: KEY,
    }
    const { refused } = told({
      yaml: {
        apps: { prod: snake },
        default_app: 'prod',
        slack: { bot_token: BOT, app_token: APP_TOKEN, signing_secret: SIGNING, api_url: 'x' },
        discord: { application_id: '1', guild_ids: [], bot_token: DISCORD },
      },
    })
    for (const [given, right] of [
      ['apps.prod.sdk_app_id', 'sdkAppId'],
      ['apps.prod.secret_key', 'secretKey'],
      ['apps.prod.previous_secret_keys', 'previousSecretKeys'],
      ['apps.prod.base_url', 'baseUrl'],
      ['apps.prod.sdk-app-id', 'sdkAppId'],
      ['apps.prod.SDKAppID', 'sdkAppId'],
      ['apps.prod.secretkey', 'secretKey'],
      ['default_app', 'defaultApp'],
      ['slack.bot_token', 'botToken'],
      ['slack.app_token', 'appToken'],
      ['slack.signing_secret', 'signingSecret'],
      ['slack.api_url', 'apiUrl'],
      ['discord.application_id', 'applicationId'],
      ['discord.guild_ids', 'guildIds'],
    ])
      expect(refused).toContain(`${given} is not a key I know. Did you mean ${right}?`)
  })
})
