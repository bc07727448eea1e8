import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DiscordServer } from '../test/servers/discord/discord-server.ts'
import { APP_TOKEN, BOT_TOKEN, SlackServer } from '../test/servers/slack/slack-server.ts'
import { EXAMPLE_KEY } from '../test/support/bot.ts'
import { printResult, type BenchResult } from './result.ts'

const ROUNDS = 5
const TARGET_MS = 1500
const TARGET_MB = 160

/** From the start of the built program, with Slack and Discord on, to `/readyz`; and what it then holds in memory. */
export async function run(): Promise<BenchResult[]> {
  const slack = await new SlackServer().start()
  const discord = await new DiscordServer({}).start()
  const rounds: { milliseconds: number; megabytes: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await startOnce(slack, discord))
  await Promise.all([slack.stop(), discord.stop()])
  // The first round fills the disk cache.
  const counted = rounds.slice(1)
  const milliseconds = median(counted.map((round) => round.milliseconds))
  const megabytes = median(counted.map((round) => round.megabytes))
  return [
    {
      name: 'start to /readyz, share of 1.5 s',
      ratio: milliseconds / TARGET_MS,
      target: { atMost: 1 },
      detail: `${Math.round(milliseconds)} ms`,
    },
    {
      name: 'resident memory, share of 160 MB',
      ratio: megabytes / TARGET_MB,
      target: { atMost: 1 },
      detail: `${Math.round(megabytes)} MB`,
    },
  ]
}

async function startOnce(
  slack: SlackServer,
  discord: DiscordServer,
): Promise<{ milliseconds: number; megabytes: number }> {
  const port = await freePort()
  const store = mkdtempSync(join(tmpdir(), 'im-doctor-bench-'))
  const started = performance.now()
  const child = spawn(process.execPath, ['dist/main.js', 'start'], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      IM_SDK_APP_ID: '1400000010',
      IM_SECRET_KEY: EXAMPLE_KEY,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: store,
    },
  })
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`the program ended with status ${child.exitCode}`)
      await pause(5)
    }
    const milliseconds = performance.now() - started
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return { milliseconds, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
    rmSync(store, { recursive: true, force: true })
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

if (import.meta.filename === process.argv[1]) for (const result of await run()) printResult(result)
