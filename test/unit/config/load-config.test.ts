import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toConfig, type Config } from '../../../src/config/config.ts'
import { loadConfig } from '../../../src/config/load-config.ts'
import type { Environment } from '../../../src/config/read-source.ts'
import { problemSentence } from '../../../src/config/texts.ts'
import { folderWith } from '../../support/config-file.ts'

const KEY = 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb'

const APP = `apps:
  prod:
    sdkAppId: 1400000000
    secretKey: ${KEY}
`

function load(yaml: string, environment: Environment = {}, files: Readonly<Record<string, string>> = {}) {
  return loadConfig(join(folderWith({ ...files, 'im-doctor.yaml': yaml }), 'im-doctor.yaml'), environment)
}

function configOf(loaded: ReturnType<typeof loadConfig>): Config {
  if (loaded.kind === 'wrong') throw new Error(JSON.stringify(loaded.problems))
  return toConfig(loaded.file, loaded.source)
}

const config = (...given: Parameters<typeof load>) => configOf(load(...given))

/** What is wrong, as the person reads it. */
function problems(...given: Parameters<typeof load>): readonly string[] {
  const loaded = load(...given)
  return loaded.kind === 'wrong' ? loaded.problems.map((problem) => problemSentence(problem, 'en')) : []
}

const fromEnvironment = (environment: Environment) => loadConfig(join(folderWith({}), 'none.yaml'), environment)

describe('the store', () => {
  const storeOf = (given: Parameters<typeof load>) => config(...given).store.reveal()

  test('is in a folder beside the file, wherever the program is started from', () => {
    const folder = folderWith({ 'im-doctor.yaml': `${APP}store: ./data\n` })
    const loaded = configOf(loadConfig(join(folder, 'im-doctor.yaml'), {}))
    expect(loaded.store.reveal()).toBe(join(folder, 'data'))
  })

  test.each([
    ['an absolute one', '/var/lib/im-doctor', '/var/lib/im-doctor'],
    ['a server', 'postgres://user:word@host/database', 'postgres://user:word@host/database'],
  ])('%s stays as it is', (_, store, expected) => {
    expect(storeOf([`${APP}store: ${store}\n`])).toBe(expected)
  })

  test('left out is where the program runs, or what the environment says', () => {
    expect(storeOf([APP])).toBe('./data')
    expect(storeOf([APP, { DATABASE_URL: 'postgres://host/database' }])).toBe('postgres://host/database')
  })
})

describe('a file', () => {
  test('with one app has defaults for all else', () => {
    const { apps, ...rest } = config(APP)
    expect(rest).toMatchObject({
      slack: null,
      discord: null,
      language: 'en',
      commandsPerMinute: 30,
      http: { host: '0.0.0.0', port: 3000 },
      logLevel: 'info',
      playground: true,
      access: { configured: false },
    })
    expect(apps?.default).toMatchObject({
      name: 'prod',
      sdkAppId: 1_400_000_000,
      administrators: ['administrator'],
      region: 'china',
      push: 'timpush',
      channels: [],
      maxTtlSeconds: 315_360_000,
      allowAdministratorUsersig: false,
      simulated: false,
    })
    expect(apps?.default.secretKey.reveal()).toBe(KEY)
    expect(JSON.stringify(apps)).not.toContain(KEY)
  })

  test('the example of the contract', () => {
    const yaml = `
apps:
  prod:
    sdkAppId: 1400000000
    secretKey: \${IM_SECRET_KEY}        # or secretKeyFile
    previousSecretKeys: []             # still accepted by verify, with the note old-key
    publicKeyFile:                     # PEM, verifies legacy 1.0 signatures
    administrator: administrator
    region: china                      # china singapore seoul tokyo frankfurt siliconvalley jakarta riyadh
    baseUrl:                           # overrides region: a proxy, or a test server
    push: timpush                      # timpush (the push service) | self-integrated
    webhook: { token: \${IM_WEBHOOK_TOKEN} }
    certificates:                      # no API lists them: what the team tells the bot; id and vendor suffice
      - { id: 12345, vendor: apns, environment: production, expiresAt: 2027-01-01 }
defaultApp: prod
slack:
  mode: socket                         # socket | http
  botToken: \${SLACK_BOT_TOKEN}
  appToken: \${SLACK_APP_TOKEN}
  signingSecret: \${SLACK_SIGNING_SECRET}
  apiUrl: https://slack.com/api/
discord:
  token: \${DISCORD_TOKEN}
  applicationId: "123456789012345678"
  guildIds: []                         # empty: global commands
  apiUrl: https://discord.com/api
access:                                # who may do what; without it, generate and check are refused outside the playground
  roles:
    admin:    { slack: { users: [], usergroups: [] }, discord: { users: [], roles: [] } }
    operator: { slack: { users: [U1], usergroups: [S1] }, discord: { roles: [80351110224678912] } }
    viewer:   everyone
reports: [ ]
store: ./data                          # a folder: embedded; postgres://… : several replicas
http: { host: 0.0.0.0, port: 3000 }
log: { level: info }
`
    const environment = {
      IM_SECRET_KEY: KEY,
      IM_WEBHOOK_TOKEN: 'token: with # YAML in it',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_SIGNING_SECRET: 'secret',
      DISCORD_TOKEN: 'discord-token',
    }
    const loaded = load(yaml, environment)
    expect(loaded).toMatchObject({
      kind: 'loaded',
      file: { apps: { prod: { webhook: { token: 'token: with # YAML in it' }, secretKey: KEY } } },
    })
    const { slack, discord, access, slackUsergroups, playground } = configOf(loaded)
    expect(slack).toMatchObject({ mode: 'socket', apiUrl: 'https://slack.com/api/' })
    expect(slack?.appToken?.reveal()).toBe('xapp-1')
    expect(discord).toMatchObject({ applicationId: '123456789012345678', apiUrl: 'https://discord.com/api' })
    expect([...access.members.operator.users]).toEqual(['slack:U1'])
    // Written without quotes, and larger than a number can hold.
    expect([...access.members.operator.groups]).toEqual(['slack:S1', 'discord:80351110224678912'])
    expect(access.members.viewer.everyone).toBe(true)
    expect(slackUsergroups).toEqual(['S1'])
    expect(playground).toBe(false)
  })

  test('an empty mapping is no configuration of apps', () => {
    expect(problems('')).toEqual(['apps must hold at least one app, as a mapping from its name to its keys.'])
  })

  test.each([
    ['a list', '- a\n', 'must be a mapping of keys to values at its top.'],
    ['not YAML', `${APP}\n  x: [1\n`, 'is not valid YAML, line'],
    ['a key twice', `${APP}${APP}`, 'is not valid YAML, line 5.'],
    ['an alias to nothing', 'apps: *nothing\n', 'is not valid YAML, line 1.'],
  ])('%s', (_, yaml, told) => {
    const all = problems(yaml)
    expect(all).toHaveLength(1)
    expect(all[0]).toContain(told)
  })

  test('that is not there', () => {
    const loaded = loadConfig(join(folderWith({}), 'no.yaml'), {})
    expect(loaded).toMatchObject({ kind: 'wrong', problems: [{ problem: 'file:ENOENT' }] })
  })

  test('is found by $IM_DOCTOR_CONFIG, and the one named goes first', () => {
    const folder = folderWith({ 'a.yaml': APP, 'b.yaml': APP.replaceAll('prod', 'other') })
    const named = configOf(loadConfig(join(folder, 'a.yaml'), { IM_DOCTOR_CONFIG: join(folder, 'b.yaml') }))
    expect(named.apps?.default.name).toBe('prod')
    const found = configOf(loadConfig(undefined, { IM_DOCTOR_CONFIG: join(folder, 'b.yaml') }))
    expect(found.apps?.default.name).toBe('other')
  })
})

describe('variables', () => {
  const app = (key: string) => `apps:\n  prod:\n    sdkAppId: \${ID:-1400000000}\n    secretKey: ${key}\n`

  test.each([
    ['from the environment', app('${KEY}'), { KEY: 'k1' }, 'k1'],
    ['a default', app('${KEY:-k2}'), {}, 'k2'],
    ['a default that is not needed', app('${KEY:-k2}'), { KEY: 'k1' }, 'k1'],
    ['a default for an empty variable', app('${KEY:-k2}'), { KEY: '' }, 'k2'],
    ['in the middle of a text', app('a-${KEY}-z'), { KEY: 'k1' }, 'a-k1-z'],
    ['in quotes', app('"${KEY}"'), { KEY: 'k1' }, 'k1'],
    ['whose value looks like YAML', app('${KEY}'), { KEY: '{ a: [b] } # c' }, '{ a: [b] } # c'],
    ['whose value looks like a variable', app('${KEY}'), { KEY: '${OTHER}' }, '${OTHER}'],
  ])('%s', (_, yaml, environment, expected) => {
    expect(config(yaml, environment).apps?.default.secretKey.reveal()).toBe(expected)
  })

  test('numbers and yes-or-no may come from them', () => {
    const yaml = `${app('k')}    allowAdministratorUsersig: \${ALLOW}\nhttp: { port: \${HTTP_PORT} }\n`
    const { apps, http } = config(yaml, { ID: '20000001', ALLOW: 'true', HTTP_PORT: '8080' })
    expect(apps?.default).toMatchObject({ sdkAppId: 20_000_001, allowAdministratorUsersig: true })
    expect(http.port).toBe(8080)
  })

  test('with nothing in them leave their key out', () => {
    expect(config(`${APP}    baseUrl: \${IM_BASE_URL:-}\n`).apps?.default.name).toBe('prod')
  })

  test('in comments are not asked for', () => {
    expect(problems(`# \${NOWHERE}\n${APP}`)).toEqual([])
  })

  test('that are not set are named, each once', () => {
    const yaml = `apps:\n  prod:\n    sdkAppId: \${ID}\n    secretKey: \${KEY}\n    region: \${REGION}\n`
    expect(problems(yaml)).toEqual([
      'apps.prod.sdkAppId takes the environment variable ID, which is not set. Set it, or give a default: ${ID:-default}.',
      'apps.prod.secretKey takes the environment variable KEY, which is not set. Set it, or give a default: ${KEY:-default}.',
      'apps.prod.region takes the environment variable REGION, which is not set. Set it, or give a default: ${REGION:-default}.',
    ])
  })
})

describe('keys that name a file', () => {
  const yaml = 'apps:\n  prod:\n    sdkAppId: 1400000000\n    secretKeyFile: secrets/key\n'
  const pem = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey.export({ type: 'spki', format: 'pem' })

  test('read it, relative to the configuration, without the blanks around', () => {
    expect(config(yaml, {}, { 'secrets/key': `  ${KEY}\n` }).apps?.default.secretKey.reveal()).toBe(KEY)
  })

  test('take variables', () => {
    const named = yaml.replace('secrets/key', '${FOLDER}/key')
    expect(config(named, { FOLDER: 'secrets' }, { 'secrets/key': KEY }).apps?.default.secretKey.reveal()).toBe(KEY)
  })

  test('for a public key', () => {
    const loaded = config(`${APP}    publicKeyFile: public.pem\n`, {}, { 'public.pem': String(pem) })
    expect(loaded.apps?.default.publicKey).toBe(String(pem).trim())
    expect(problems(`${APP}    publicKeyFile: public.pem\n`, {}, { 'public.pem': KEY })).toEqual([
      'apps.prod.publicKeyFile does not hold a PEM public key ("BEGIN PUBLIC KEY").',
    ])
  })

  test('that is not there', () => {
    expect(problems(yaml)).toEqual([
      'apps.prod.secretKeyFile names a file that cannot be read (ENOENT). Check the path and its permissions.',
    ])
  })

  test('beside the value itself', () => {
    expect(problems(`${APP}    secretKeyFile: secrets/key\n`, {}, { 'secrets/key': KEY })).toEqual([
      'apps.prod.secretKeyFile is given twice, as secretKey and as secretKeyFile. Keep one.',
    ])
  })
})

describe('the token of the device registry', () => {
  const registry = (value: string) => `${APP}    registry: ${value}\n`

  test('is a secret of the app', () => {
    const { apps } = config(registry('{ tokenFile: token }'), {}, { token: 'a-token-of-22-letters\n' })
    expect(apps?.default.registryToken?.reveal()).toBe('a-token-of-22-letters')
    expect(config(APP).apps?.default.registryToken).toBeNull()
  })

  test.each([
    ['too short', '{ token: fifteen-letters }', 'registry.token is too short: at least 16 characters.'],
    ['with blanks', '{ token: "sixteen letters in it" }', 'registry.token has blanks'],
    ['missing', '{}', 'registry.token is missing. Set it, or name a file'],
    ['misspelt', '{ token: a-token-of-22-letters, tokn: x }', 'registry.tokn is not a key I know. Did you mean token?'],
  ])('%s', (_, value, told) => {
    expect(problems(registry(value))).toEqual([expect.stringContaining(`apps.prod.${told}`)])
  })
})

describe('the environment alone', () => {
  const one = { IM_SDK_APP_ID: '1400000000', IM_SECRET_KEY: KEY }
  const load = (environment: Environment) => loadConfig(undefined, environment)

  test('is enough for one app', () => {
    const loaded = load({
      ...one,
      IM_REGION: 'singapore',
      IM_BASE_URL: 'http://127.0.0.1:1',
      IM_ADMINISTRATOR: 'root',
      IM_WEBHOOK_TOKEN: 'w',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:2/api',
      DISCORD_TOKEN: 'd',
      DISCORD_APPLICATION_ID: '80351110224678912',
      DISCORD_API_URL: 'http://127.0.0.1:3/api/',
      DATABASE_URL: 'postgres://x',
      PORT: '8080',
      LOG_LEVEL: 'debug',
    })
    expect(configOf(loaded)).toMatchObject({
      source: { kind: 'environment' },
      apps: { default: { name: 'default', sdkAppId: 1_400_000_000, region: 'singapore', administrators: ['root'] } },
      slack: { mode: 'socket', apiUrl: 'http://127.0.0.1:2/api/' },
      discord: { applicationId: '80351110224678912', apiUrl: 'http://127.0.0.1:3/api' },
      http: { port: 8080 },
      logLevel: 'debug',
      playground: false,
    })
  })

  test('with a signing secret alone Slack is reached over HTTP', () => {
    const loaded = load({ ...one, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })
    expect(configOf(loaded).slack).toMatchObject({ mode: 'http', appToken: null })
  })

  test.each([[{}], [{ PORT: '8080', LOG_LEVEL: 'warn' }], [{ IM_SDK_APP_ID: '', PORT: '8080' }]])(
    '%o is none',
    (environment) => {
      expect(configOf(load(environment))).toMatchObject({ source: { kind: 'none' }, apps: null, playground: true })
    },
  )

  test('problems name the variables', () => {
    const sentences = (environment: Environment) => {
      const loaded = load(environment)
      return loaded.kind === 'wrong' ? loaded.problems.map((problem) => problemSentence(problem, 'en')) : []
    }
    expect(sentences({ IM_SECRET_KEY: KEY })).toEqual(['IM_SDK_APP_ID is missing. Set it.'])
    expect(sentences({ IM_SDK_APP_ID: 'x', PORT: 'many', IM_REGION: 'mars' })).toEqual([
      'IM_SDK_APP_ID must be a whole number.',
      'IM_SECRET_KEY is missing. Set it.',
      'IM_REGION must be one of: china, singapore, seoul, tokyo, frankfurt, siliconvalley, jakarta, riyadh.',
      'PORT must be a whole number.',
    ])
    expect(sentences({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'IM_SDK_APP_ID is missing. Set it.',
      'IM_SECRET_KEY is missing. Set it.',
      'SLACK_APP_TOKEN is missing: mode "socket" takes an app-level token (xapp-…, scope connections:write).',
    ])
  })

  test('gives the sections that a file leaves out', () => {
    const folder = folderWith({ 'c.yaml': `${APP}log: { level: warn }\n` })
    const loaded = loadConfig(join(folder, 'c.yaml'), { ...one, PORT: '8080', LOG_LEVEL: 'debug', DISCORD_TOKEN: 'd' })
    expect(configOf(loaded)).toMatchObject({
      source: { kind: 'file' },
      apps: { default: { name: 'prod' } },
      discord: { applicationId: null },
      http: { port: 8080 },
      logLevel: 'warn',
    })
  })

  test('the helper finds no file where there is none', () => {
    expect(fromEnvironment(one)).toMatchObject({ kind: 'wrong', problems: [{ problem: 'file:ENOENT' }] })
  })
})

describe('what is wrong', () => {
  test('is told all at once, with the key and the fix', () => {
    const yaml = `
apps:
  prod:
    sdkAppId: many
    secretkey: ${KEY}
    region: mars
    baseUrl: not-a-url
    webhook: { tokn: x }
    certificates: [{ id: 1, vendor: nokia }, { id: 0, vendor: apns, expiresAt: soon }]
    maxTtl: forever
    channels: C1
  "bad name":
    sdkAppId: 1
    secretKey: x
defaultApp: none
slak: {}
slack: { botToken: xapp-1, mode: http }
discord: []
access: { roles: { admin: nobody } }
reports:
  - { app: none, when: now and then, channel: '#push-ops', tz: Mars/Base, lang: fr }
  - { when: '* * * * *', channel: discord:123, tz: UTC+8 }
  - { when: '0 9 30 2 *', channel: C012AB3CD, often: yes }
alerts: { channels: [here], lossPoints: many, lossFacter: 2 }
store: mysql://x
http: { port: 70000 }
log: { level: loud }
language: fr
limits: { commandsPerMinute: 0 }
playground: maybe
`
    expect(problems(yaml).toSorted()).toEqual(
      [
        'apps.prod.sdkAppId must be a whole number.',
        'apps.prod.secretKey is missing. Set it, or name a file that holds it under the same key with "File" at its end.',
        'apps.prod.secretkey is not a key I know. Did you mean secretKey?',
        'apps.prod.region must be one of: china, singapore, seoul, tokyo, frankfurt, siliconvalley, jakarta, riyadh.',
        'apps.prod.baseUrl must be a URL that starts with https:// or http://.',
        'apps.prod.webhook.token is missing. Set it, or name a file that holds it under the same key with "File" at its end.',
        'apps.prod.webhook.tokn is not a key I know. Did you mean token?',
        'apps.prod.certificates.0.vendor must be one of: apns, fcm, huawei, honor, xiaomi, oppo, vivo, meizu.',
        'apps.prod.certificates.1.id must be at least 1.',
        'apps.prod.certificates.1.expiresAt must be a date, such as 2027-01-01.',
        'apps.prod.maxTtl must be a duration, such as 180d or 12h.',
        'apps.prod.channels must be a list.',
        'apps has an app whose name is not made of letters, digits, "-", "_" and ".", at most 64.',
        'defaultApp names no configured app. There are: prod, bad name.',
        'slak is not a key I know. Did you mean slack?',
        'slack.botToken looks like a Slack app-level token (xapp-…). Set it to the Bot User OAuth Token (xoxb-…): api.slack.com/apps → the app → OAuth & Permissions.',
        'slack.signingSecret is missing: mode "http" takes the signing secret of the Slack app.',
        'discord must be a mapping of keys to values.',
        'access.roles.admin must be "everyone", or hold slack: { users, usergroups } and discord: { users, roles }.',
        'reports.0.app names no configured app. There are: prod, bad name.',
        'reports.0.when is no time that I can read. Write "every weekday 09:00", "every monday 10:00", "every 2 hours", or cron with five fields.',
        'reports.0.channel names a channel, and both Slack and Discord are configured. Write the platform before it: "slack:#push-ops".',
        'reports.0.tz is no time zone. Write one such as Asia/Shanghai.',
        'reports.0.lang must be one of: en, zh.',
        'reports.1.when comes more often than every five minutes. Choose a longer time.',
        'reports.1.tz is an offset, which knows no summer time. Write a time zone, such as Asia/Shanghai.',
        'reports.2.when is a time that never comes. Correct the day or the month.',
        'reports.2.often is not a key I know. Remove it.',
        'alerts.channels.0 is no channel that I can read. Write "slack:C012AB3CD", "discord:112233445566778899", or "slack:#push-ops".',
        'alerts.lossPoints must be a whole number.',
        'alerts.lossFacter is not a key I know. Did you mean lossFactor?',
        'store must be a folder (a path such as ./data), or postgres://user:password@host:5432/database.',
        'http.port must be at most 65535.',
        'log.level must be one of: debug, info, warn, error.',
        'language must be one of: en, zh.',
        'limits.commandsPerMinute must be at least 1.',
        'playground must be one of: true, false.',
      ].toSorted(),
    )
  })

  test('several apps need a default, and each SDKAppID stands once', () => {
    expect(problems(`${APP}  test:\n    sdkAppId: "1400000000"\n    secretKey: x\n`)).toEqual([
      'defaultApp is missing, and there are several apps. Set it to one of: prod, test.',
      'apps.test.sdkAppId has the same SDKAppID as the app prod. Each app stands here once; old keys go to previousSecretKeys.',
    ])
  })

  test('a token in the wrong place', () => {
    expect(problems(`${APP}slack: { botToken: xoxb-1, appToken: xoxb-2 }\n`)).toEqual([
      'slack.appToken looks like a Slack bot token (xoxb-…). Set it to an app-level token (xapp-…) with the scope connections:write: api.slack.com/apps → the app → Basic Information → App-Level Tokens.',
    ])
  })

  test.each(['', '-1', '1.5', '"1e3"', '"0x10"', '[]', 'true', '{}'])('a port of %s', (port) => {
    const all = problems(`${APP}http: { port: ${port === '' ? '""' : port} }\n`)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatch(/^http\.port must be (?:a whole number|at least 0)\.$/)
  })

  test('is told in Chinese as well', () => {
    const loaded = load('apps: {}\nslak: 1\n')
    const told = loaded.kind === 'wrong' ? loaded.problems.map((problem) => problemSentence(problem, 'zh')) : []
    expect(told).toEqual([
      'slak 不是已知的键。是想写 slack 吗？',
      'apps 至少要有一个应用，写成“名称: 各项设置”的形式。',
    ])
  })
})

describe('no secret in any message', () => {
  const secret = (place: number) => `5ec2e7${String(place).padStart(2, '0')}${'ab'.repeat(28)}`
  const places = [
    'apps: X',
    'apps: [X]',
    'apps: { prod: X }',
    'apps: { prod: { sdkAppId: X, secretKey: a } }',
    'apps: { prod: { sdkAppId: 1, secretKey: [X] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: { a: X } } }',
    'apps: { prod: { sdkAppId: 1, secretKey: { X: a } } }',
    'apps: { prod: { sdkAppId: 1, secretKeyFile: X } }',
    'apps: { prod: { sdkAppId: 1, secretKeyFile: [X] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, X: b } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, previousSecretKeys: X } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, previousSecretKeys: [{ X: X }] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, region: X, baseUrl: X, push: X, webhook: X, maxTtl: X } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, webhook: { token: [X] }, certificates: [X] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, certificates: [{ id: X, vendor: X, environment: X, expiresAt: X }] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, registry: { token: X, x: [X] }, certificates: [{ id: 1, vendor: apns, credential: X }] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, certificates: [{ id: 1, vendor: apns, credential: { key: X, keyId: X, teamId: X, X: 1 } }] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, certificates: [{ id: 1, vendor: apns, credential: { p12: X, password: X } }] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, certificates: [{ id: 1, vendor: fcm, credential: { serviceAccount: X } }] } }',
    'apps: { prod: { sdkAppId: 1, secretKey: a, certificates: [{ id: 1, vendor: oppo, credential: { appKey: X, masterSecret: X } }] } }',
    'slack: X',
    'slack: { botToken: [X], appToken: { X: 1 }, signingSecret: 5, mode: X, apiUrl: X }',
    'slack: { botToken: xapp-X, appToken: xoxb-X }',
    'discord: { token: [X], applicationId: [X], guildIds: X, apiUrl: X }',
    'access: X',
    'access: { roles: { admin: X, operator: { slack: X }, viewer: [X] } }',
    'defaultApp: X',
    'store: mysql://user:X@host/db',
    'http: { host: [X], port: X }',
    'log: X',
    'language: X',
    'limits: { commandsPerMinute: X }',
    'playground: X',
    'X: 1',
    'a: "X',
    'a: ${X}X',
    '- X',
    'X',
  ]

  test.each(places)('%s', (yaml) => {
    const planted = secret(places.indexOf(yaml))
    const all = problems(yaml.replaceAll('X', planted))
    expect(all.length).toBeGreaterThan(0)
    expect(all.join('\n')).not.toContain(planted.slice(0, 12))
  })
})
