import { describe, expect, test, onTestFinished } from 'vitest'
import { Secret } from '../../src/diagnostics/secret.ts'
import { generateUsersig } from '../../src/diagnostics/usersig/generate-usersig.ts'
import { DiscordServer } from '../servers/discord/discord-server.ts'
import { APP_TOKEN, BOT_TOKEN, SlackServer } from '../servers/slack/slack-server.ts'
import { testApp } from '../support/bot.ts'
import { run, type RunOptions } from '../support/command-line.ts'
import { folderWith } from '../support/config-file.ts'

const KEY = 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb'
const CLOUD_ID = 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE'
const CLOUD_KEY = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE'

const yamlOf = (secretKey: string, more = '') =>
  `apps:\n  prod:\n    sdkAppId: 1400000000\n    secretKey: ${secretKey}\n${more}`

const check = (yaml: string, env: RunOptions['env'] = {}) =>
  run(['config', 'check'], { folder: folderWith({ 'im-doctor.yaml': yaml }), env })

/** A signature of alice that is good now. */
function goodSig(): string {
  const made = generateUsersig({
    app: testApp('prod', { sdkAppId: 1_400_000_000, secretKey: new Secret(KEY) }),
    userId: 'alice',
    ttlSeconds: 86_400,
    now: Date.now(),
    limits: { maxTtlSeconds: 86_400, allowAdministrator: false },
  })
  if (made.kind === 'refused') throw new Error(made.reason)
  return made.sig.reveal()
}

async function verify(yaml: string) {
  const { out } = await run(['ask', '--json', `usersig verify alice ${goodSig()}`], {
    folder: folderWith({ 'im-doctor.yaml': yaml }),
  })
  return (JSON.parse(out) as { result: { verdict: string; findings: { code: string }[] } }).result
}

describe('config check', () => {
  test('C2: a user token of Slack is refused, by the name of its key', async () => {
    const { status, out, err } = await check(
      yamlOf(KEY, 'slack: { botToken: xoxp-1-2-3-abc, appToken: xapp-1-A0-1-ab }\n'),
    )
    expect({ status, out }).toEqual({ status: 78, out: '' })
    expect(err).toMatch(/slack\.botToken looks like a Slack user token .*xoxb-/)
    expect(err).not.toContain('xoxp-1-2-3')
  })

  test.each([
    ['C9: a SecretId of the cloud API', CLOUD_ID],
    ['C9: a SecretKey of the cloud API', CLOUD_KEY],
  ])('%s is warned of, and stops nothing', async (_, key) => {
    const { status, out, err } = await check(yamlOf(key))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/Warning: apps\.prod\.secretKey looks like a Secret\w+ of the cloud API/)
    expect(out).not.toContain(key)
  })

  test('C11: a hint at the region, and the rest stays right', async () => {
    const { status, out } = await check(`apps: { prod: { sdkAppId: 20007777, secretKey: ${KEY} } }\n`)
    expect(status).toBe(0)
    expect(out).toMatch(/is right\.\n {2}Warning: apps\.prod\.region is china.*international site.*Set region/)
  })

  test('a file whose name is nearly right is refused, and named', async () => {
    const folder = folderWith({ 'im-doctor.yml': yamlOf(KEY) })
    for (const args of [['config', 'check'], ['start'], ['ask', 'im apps']]) {
      const { status, out, err } = await run(args, { folder })
      expect({ status, out }).toEqual({ status: 78, out: '' })
      expect(err).toContain('im-doctor.yml is not read: the file must be called im-doctor.yaml.')
    }
  })

  test('in Chinese', async () => {
    const { out } = await check(yamlOf(CLOUD_ID), { LANG: 'zh_CN.UTF-8' })
    expect(out).toContain('警告：apps.prod.secretKey 看起来是云 API 的 SecretId')
  })
})

describe('a question', () => {
  test.each([
    ['with a blank behind it, in quotes', `"${KEY} "`],
    ['as a block, which ends with a line feed', `|\n      ${KEY}`],
  ])('C10: a key %s is the key', async (_, written) => {
    expect((await verify(yamlOf(written))).verdict).toBe('valid')
  })

  test('C7: an id of Discord without quotes is that id alone', async () => {
    const yaml = yamlOf(KEY, 'access: { roles: { admin: { discord: { users: [112233445566778899] } } } }\n')
    const folder = folderWith({ 'im-doctor.yaml': yaml })
    const statusOf = async (id: string) =>
      (await run(['ask', '--as', `discord:${id}`, '/usersig generate alice'], { folder })).status
    expect(await statusOf('112233445566778899')).toBe(0)
    expect(await statusOf('112233445566778900')).toBe(3)
    expect(await statusOf('112233445566778896')).toBe(3)
  })

  test('answered by the simulated app says what was looked for, where something was probably meant', async () => {
    const folder = folderWith({ 'config/im-doctor.yaml': yamlOf(KEY) })
    const { status, err } = await run(['ask', 'im apps'], { folder, env: { IM_SDKAPPID: '1400000000' } })
    expect(status).toBe(0)
    expect(err).toContain('looked for --config, $IM_DOCTOR_CONFIG, ./im-doctor.yaml and the environment')
    expect(err).toContain('Warning: config/im-doctor.yaml is not read')
    expect(err).toContain('Warning: IM_SDKAPPID is not read. Did you mean IM_SDK_APP_ID?')
  })

  test('of nobody who has a configuration near says nothing more', async () => {
    const { err } = await run(['ask', 'im apps'], { folder: folderWith({ 'README.md': '' }) })
    expect(err).not.toContain('Warning')
  })
})

describe('start', () => {
  const APP = { IM_SDK_APP_ID: '1400000000', IM_SECRET_KEY: KEY, PORT: '0' }

  /** How a start ends that cannot go on: its status, and the last line of its log. */
  async function end(env: NonNullable<RunOptions['env']>, lines: RegExp) {
    const { status, out, err } = await run(['start'], { folder: folderWith({}), env: { ...APP, ...env } })
    expect(status).toBe(78)
    const said = out.trim().split('\n').at(-1) ?? ''
    expect(said).toMatch(lines)
    expect(err).toBe('')
    return out
  }

  async function slack(): Promise<SlackServer> {
    const server = await new SlackServer().start()
    onTestFinished(() => server.stop())
    return server
  }

  test('C3: a bot token that Slack refuses', async () => {
    const { apiUrl } = await slack()
    const out = await end(
      { SLACK_BOT_TOKEN: 'xoxb-wrong-token', SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: apiUrl },
      /invalid_auth.*OAuth & Permissions|OAuth & Permissions.*invalid_auth/,
    )
    expect(out).not.toContain('xoxb-wrong-token')
  })

  test('C4: an app-level token that Slack refuses', async () => {
    const { apiUrl } = await slack()
    const out = await end(
      { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: 'xapp-wrong-token', SLACK_API_URL: apiUrl },
      /(?=.*app-level token)(?=.*connections:write)/,
    )
    expect(out).not.toContain('xapp-wrong-token')
  })

  test('C5: the client secret of a Discord application', async () => {
    const server = await new DiscordServer().start()
    onTestFinished(() => server.stop())
    const out = await end(
      { DISCORD_TOKEN: 'Gq8H_kP2vL9mN4xR7tY1wZ3cB6dF0aJs', DISCORD_API_URL: server.apiUrl },
      /Bot → Reset Token/,
    )
    expect(out).toContain('DISCORD_TOKEN looks like the client secret of a Discord application')
    expect(out).not.toContain('Gq8H_kP2vL9')
  })

  test('a store that is no address of Postgres becomes no folder', async () => {
    const { status, err } = await run(['start'], {
      folder: folderWith({}),
      env: { ...APP, DATABASE_URL: 'postgress://im:pa55phrase@db/im' },
    })
    expect(status).toBe(78)
    expect(err).toContain('DATABASE_URL is not a valid Postgres URL')
    expect(err).not.toContain('pa55phrase')
  })
})
