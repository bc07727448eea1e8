import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { startProgram } from './command-line.ts'

export interface Doctor {
  child: ChildProcess
  url: string
  /** All that it wrote, on both streams. */
  wrote: () => string
}

/** The built program, up to where it says that it is ready. */
export async function start(folder: string): Promise<Doctor> {
  const child = startProgram(['start'], { folder })
  if (child.stdout === null || child.stderr === null) throw new Error('no output')
  let wrote = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (wrote += chunk))
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (wrote += chunk))
  let url = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = /"urls":\["([^"]+)"/.exec(line)?.[1] ?? url
    if (line.includes('im-doctor is ready')) break
  }
  child.stdout.resume()
  if (url === '') throw new Error(`it did not start: ${wrote}`)
  return { child, url, wrote: () => wrote }
}
