import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../support/config-file.ts'
import { run, startProgram, type Run } from '../support/command-line.ts'
import { EXAMPLE_KEY } from '../support/bot.ts'
import { exampleSig } from '../support/examples.ts'

const SIG = exampleSig('ex-01')
const AT = '--at 1750000100'
const CONFIG = `apps:\n  prod: { sdkAppId: 1400000010, secretKey: ${EXAMPLE_KEY} }\n`

interface Answer {
  command: string | null
  status: string
  visibility: string
  result: Record<string, unknown> | null
  error?: string
  card: { tone: string; title: string; text: string }
}

/** `im-doctor ask`, in a folder with this configuration. */
const ask = (
  args: readonly string[],
  { yaml = CONFIG, ...options }: { yaml?: string | null; input?: string; env?: Record<string, string> } = {},
) => run(['ask', ...args], { folder: folderWith(yaml === null ? {} : { 'im-doctor.yaml': yaml }), ...options })

const jsonOf = ({ out }: Run): Answer => {
  expect(out.match(/\n/g)).toHaveLength(1)
  return JSON.parse(out) as Answer
}

describe('one question', () => {
  test('gets a card', async () => {
    const { status, out } = await ask([`usersig verify demo_user ${SIG} ${AT}`])
    expect(status).toBe(0)
    expect(out).toMatch(/^✔ UserSig of demo_user: valid\n\nGood\. The signature, the app and the time are right;/)
    expect(out).toContain('  Expires   2025-06-16 15:06:40 UTC\n')
    expect(out).not.toContain('\u001b')
  })

  test('with --json gets one object on one line', async () => {
    const done = await ask(['--json', `usersig verify demo_user ${SIG} ${AT}`])
    expect(done.status).toBe(0)
    expect(jsonOf(done)).toMatchObject({
      command: 'usersig.verify',
      status: 'ok',
      visibility: 'private',
      result: { verdict: 'valid', app: 'prod', sdkAppId: 1_400_000_010, findings: [] },
      card: { tone: 'good', title: 'UserSig of demo_user: valid' },
    })
  })

  test.each([
    ['ok, also for a signature that is not', `usersig verify alice ${SIG}`, [], 0, 'ok'],
    ['usage', 'usersig verify', [], 2, 'usage'],
    ['usage for what cannot be read', 'what is going on', [], 2, 'usage'],
    ['denied', 'usersig generate alice', ['--as', 'slack:U1'], 3, 'denied'],
  ])('exit status: %s', async (_, text, options, expected, status) => {
    const done = await ask(['--json', ...options, text])
    expect(done.status).toBe(expected)
    expect(jsonOf(done)).toMatchObject({ status })
  })

  test('--as is that person, with the rights of the configuration', async () => {
    const yaml = `${CONFIG}access: { roles: { admin: { slack: { users: [U0ADMIN] } } } }\n`
    expect((await ask(['--as', 'slack:U0ADMIN', 'usersig generate alice'], { yaml })).status).toBe(0)
    expect((await ask(['--as', 'slack:U0OTHER', 'usersig generate alice'], { yaml })).status).toBe(3)
    expect((await ask(['usersig generate alice'], { yaml })).status).toBe(0)
  })

  test('--locale zh', async () => {
    const { out } = await ask(['--locale', 'zh', `usersig verify demo_user ${SIG} ${AT}`])
    expect(out).toMatch(/^✔ demo_user 的 UserSig：有效\n/)
  })

  test('the language of the machine', async () => {
    const { out } = await ask(['im apps'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(out).toContain('已配置的应用')
  })

  test('--config names the file', async () => {
    const folder = folderWith({ 'other.yaml': CONFIG.replace('prod', 'elsewhere') })
    const { out } = await run(['ask', '--config', 'other.yaml', 'im apps'], { folder })
    expect(out).toContain('elsewhere (default)')
  })

  test('the audit line goes to standard error, without the signature', async () => {
    const { err } = await ask(['--json', `usersig verify demo_user ${SIG}`])
    const [line = ''] = err.split('\n')
    expect(JSON.parse(line)).toMatchObject({ audit: { command: 'usersig.verify', actor: 'owner', status: 'ok' } })
    expect(err).not.toContain(SIG.slice(0, 20))
  })
})

describe('with no configuration', () => {
  test('the simulated app answers, and says so', async () => {
    const made = await ask(['--json', 'usersig generate alice'], { yaml: null })
    const { sig } = jsonOf(made).result as { sig: string }
    const done = await ask(['--json', `usersig verify alice ${sig}`], { yaml: null })
    expect(done.status).toBe(0)
    expect(jsonOf(done)).toMatchObject({ result: { verdict: 'valid', app: 'demo' } })
    expect(jsonOf(done).card.text).toContain('simulated app')
  })
})

describe('--stdin', () => {
  test('one object a line, in order', async () => {
    const input = [
      `usersig verify demo_user ${SIG} ${AT}`,
      '',
      `{"command":"usersig.verify","args":{"user":"demo_user","sig":"${SIG}","app":"prod","at":1750000100}}`,
      '{"command":"usersig.generate","args":{"user":"li lei","ttl":"7d"}}',
      '{"command":',
      '错误码 70009 是什么意思',
      'usersig verify "li lei',
    ].join('\n')
    const { status, out } = await ask(['--stdin'], { input })
    expect(status).toBe(0)
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer)
    expect(answers).toMatchObject([
      { command: 'usersig.verify', status: 'ok', result: { verdict: 'valid' } },
      { command: null, status: 'usage' },
      { command: 'usersig.verify', status: 'ok', result: { verdict: 'valid' } },
      { command: 'usersig.generate', status: 'ok', result: { userId: 'li lei', ttlSeconds: 604_800 } },
      { command: null, status: 'usage' },
      { command: 'im.error', status: 'ok', card: { title: '错误码 70009' } },
      { command: 'usersig.verify', status: 'usage' },
    ])
  })

  test('a large batch keeps its order', async () => {
    const input = Array.from({ length: 3000 }, (_, count) => `{"command":"im.help","args":{"command":"x${count}"}}\n`)
    const { out } = await ask(['--stdin'], { input: input.join(''), yaml: `${CONFIG}log: { level: error }\n` })
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(3000)
    expect(lines.every((line, count) => line.includes(`no command x${count}.`))).toBe(true)
  })

  test('whoever stops reading is no failure', async () => {
    const child = startProgram(['ask', '--stdin'], {
      folder: folderWith({ 'im-doctor.yaml': `${CONFIG}log: { level: error }\n` }),
    })
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
    child.stdin?.on('error', () => {})
    child.stdout?.once('data', () => child.stdout?.destroy())
    child.stdin?.end('im apps\n'.repeat(20_000))
    const [status] = (await once(child, 'close')) as [number]
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })
})

describe('the simulated app', () => {
  test('speaks of no case to one question, since the next one would not find it', async () => {
    const done = await ask(['--json', 'push why carol'], { yaml: null })
    expect(jsonOf(done).result).toMatchObject({ case: null })
    expect(jsonOf(done).card.text).not.toMatch(/case/i)
  })

  test('keeps its cases for all questions of one batch', async () => {
    const done = await ask(['--stdin'], { yaml: null, input: 'push why carol\npush case list\n' })
    const [why, cases] = done.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer)
    expect(why?.result).toMatchObject({ case: { userId: 'carol' } })
    expect(JSON.stringify(cases?.result)).toContain('carol')
  })
})

describe('a person without a platform', () => {
  test.each(['bob', 'alice@example.com', '@bob', 'teams:U1'])('--as %s is refused with the right form', async (as) => {
    const { status, out, err } = await ask(['--as', as, 'im apps'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(`"${as}"`)
    expect(err).toContain('--as slack:U')
  })
})

describe('a command line that cannot be read', () => {
  test.each([
    [['ask']],
    [['ask', '--stdin', 'im apps']],
    [['ask', '--locale', 'fr', 'im apps']],
    [['ask', '--as', ' ', 'im apps']],
    [['ask', '--nope', 'im apps']],
    [['ask', 'im', 'apps']],
    [['nonsense']],
    [['slack', 'manifest', '--mode', 'http']],
    [['slack', 'manifest', '--mode', 'pigeon']],
    [['discord', 'register']],
  ])('%o', async (args) => {
    const { status, out, err } = await run(args, { folder: folderWith({}) })
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/\S/)
    expect(err).not.toMatch(/^\s+at /m)
  })

  test.each([
    [['--help']],
    [['ask', '--help']],
    [['start', '--help']],
    [['config', 'check', '--help']],
    [['slack', 'manifest', '--help']],
    [['discord', 'register', '--help']],
  ])('%o prints help', async (args) => {
    const { status, out } = await run(args, { folder: folderWith({}) })
    expect(status).toBe(0)
    expect(out).toContain('Usage: im-doctor')
  })
})

describe('a configuration that cannot be used', () => {
  const yaml = CONFIG.replace('secretKey', 'secretkey')

  test.each([[['ask', 'im apps']], [['config', 'check']], [['start']], [['discord', 'register']]])(
    '%o',
    async (args) => {
      const { status, out, err } = await run(args, { folder: folderWith({ 'im-doctor.yaml': yaml }) })
      expect({ status, out }).toEqual({ status: 78, out: '' })
      expect(err).toContain('apps.prod.secretkey is not a key I know. Did you mean secretKey?')
      expect(err).not.toContain(EXAMPLE_KEY.slice(0, 12))
    },
  )
})

describe('config check', () => {
  test('says what the configuration comes to', async () => {
    const { status, out } = await run(['config', 'check'], { folder: folderWith({ 'im-doctor.yaml': CONFIG }) })
    expect(status).toBe(0)
    expect(out).toContain('  Apps: prod (1400000010)\n  Reachable over: playground, ask\n')
    expect(out).not.toContain(EXAMPLE_KEY.slice(0, 12))
  })

  test('of nothing', async () => {
    const { status, out } = await run(['config', 'check'], { folder: folderWith({}) })
    expect(status).toBe(0)
    expect(out).toContain('demo (1400000000)')
  })
})

test('slack manifest prints YAML', async () => {
  const { status, out } = await run(['slack', 'manifest'], { folder: folderWith({}) })
  expect(status).toBe(0)
  expect(out).toContain('slash_commands:')
})

describe('start', () => {
  test('with no configuration is alive, and ends with status 0 when told to', async () => {
    const child = startProgram(['start'], { folder: folderWith({}), env: { PORT: '0' } })
    if (child.stdout === null) throw new Error('no standard output')
    let url = ''
    for await (const line of createInterface({ input: child.stdout })) {
      url = /^Playground: (\S+)/.exec(line)?.[1] ?? ''
      if (url !== '') break
    }
    for (const path of ['healthz', 'readyz', '']) expect((await fetch(new URL(path, url))).status).toBe(200)
    child.stdout.resume()
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
