import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface RunOptions {
  input?: string
  env?: Readonly<Record<string, string>>
  /** The folder to run in; one without a configuration is taken where none is given. */
  folder: string
}

export interface Run {
  status: number | null
  out: string
  err: string
}

/** Starts the built program in an environment of its own. */
export function startProgram(args: readonly string[], { env = {}, folder }: RunOptions): ChildProcess {
  if (!existsSync(MAIN)) throw new Error('the program is not built: npm run build')
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TZ: 'UTC', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

/** Runs the built program to its end. */
export async function run(args: readonly string[], options: RunOptions): Promise<Run> {
  const child = startProgram(args, options)
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
  child.stdin?.end(options.input ?? '')
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, out, err }
}
