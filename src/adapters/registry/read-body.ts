import type { IncomingMessage } from 'node:http'
import { within } from '../within.ts'

export type BodyReading =
  | { kind: 'read'; value: unknown }
  | { kind: 'encoded' }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  /** Whoever sent it went away. */
  | { kind: 'aborted' }
  | { kind: 'not-json' }

/** The JSON value of a request that nothing has read from yet. Keeps no byte beyond the bound. Never rejects. */
export async function readBody(incoming: IncomingMessage, most: number, milliseconds: number): Promise<BodyReading> {
  if (!/^\s*(identity)?\s*$/i.test(incoming.headers['content-encoding'] ?? '')) return { kind: 'encoded' }
  if (Number(incoming.headers['content-length'] ?? 0) > most) return { kind: 'too-large' }
  const collected = await within(collect(incoming, most), milliseconds, 'too-slow' as const)
  return typeof collected === 'string' ? { kind: collected } : parse(collected)
}

async function collect(incoming: IncomingMessage, most: number): Promise<Buffer | 'too-large' | 'aborted'> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // The connection stays open: the answer goes out on it.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) return 'too-large'
      chunks.push(chunk)
    }
    return Buffer.concat(chunks, size)
  } catch {
    return 'aborted'
  }
}

function parse(bytes: Buffer): BodyReading {
  try {
    // What is not UTF-8 is refused: a token with a replaced character would be another token.
    return { kind: 'read', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { kind: 'not-json' }
  }
}
