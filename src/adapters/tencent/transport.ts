import { createRequire } from 'node:module'
import type * as undici from 'undici'
import { dateOf } from '../clock-skew.ts'
import type { Bounds } from './bounds.ts'

/** What came back from one POST, before anybody looks at what it means. */
export type Sent =
  /** `date`: the time of the server, UNIX milliseconds; null: it does not say. */
  | { kind: 'answer'; text: string; date: number | null }
  | { kind: 'status'; status: number; date: number | null }
  | { kind: 'too-big' }
  /** No connection, or one that broke. `info` is the network's word. */
  | { kind: 'broken'; info: string }
  /** Bytes that are no HTTP. */
  | { kind: 'not-http'; info: string }

export interface Transport {
  /**
   * One POST of JSON over a kept connection, or over one of its own. Redirects are not followed. It ends when the signal
   * does; who aborts does not get to know how.
   */
  post(call: { url: string; body: string; ownConnection: boolean }, signal: AbortSignal): Promise<Sent>
  /** Cuts all connections. */
  close(): Promise<void>
}

/** Of a body that nobody reads, so much is taken in to keep its connection. */
const UNREAD_BYTES = 16_384

// Loaded with the first call: it takes longer than all of our own code.
const loadUndici = (): typeof undici => createRequire(import.meta.url)('undici')

export function createTransport(bounds: Bounds): Transport {
  let agents: { kept: undici.Agent; single: undici.Agent } | null = null

  function open() {
    const { Agent } = loadUndici()
    const options = {
      connections: bounds.connections,
      connect: { timeout: bounds.connect },
      // The attempt's own bound comes first; these end what nobody waits for any more.
      headersTimeout: 2 * bounds.attempt,
      bodyTimeout: 2 * bounds.attempt,
    }
    // Without pipelining, undici closes a connection after its answer.
    return { kept: new Agent(options), single: new Agent({ ...options, pipelining: 0 }) }
  }

  return {
    async post({ url, body, ownConnection }, signal) {
      agents ??= open()
      const { origin, pathname, search } = new URL(url)
      try {
        const answer = await agents[ownConnection ? 'single' : 'kept'].request({
          origin,
          path: pathname + search,
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
          body,
          signal,
        })
        const date = dateOf(answer.headers['date'])
        if (answer.statusCode < 200 || answer.statusCode > 299) {
          // Its failure would say nothing that the status does not.
          answer.body.dump({ limit: UNREAD_BYTES }).catch(() => undefined)
          return { kind: 'status', status: answer.statusCode, date }
        }
        const text = await readText(answer.body, bounds.answerBytes)
        return text === null ? { kind: 'too-big' } : { kind: 'answer', text, date }
      } catch (error) {
        return failureOf(error)
      }
    },
    async close() {
      const open = agents
      agents = null
      if (open !== null) await Promise.all([open.kept.destroy(), open.single.destroy()])
    },
  }
}

async function readText(body: AsyncIterable<Buffer>, most: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > most) return null
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function failureOf(error: unknown): Sent {
  if (!(error instanceof Error)) return { kind: 'broken', info: 'no connection' }
  const { name, code, message } = error as NodeJS.ErrnoException
  // Several addresses that all refuse make an error of many, which says nothing itself.
  const info = message === '' ? (code ?? name) : message
  const isNoise = name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW'
  return { kind: isNoise ? 'not-http' : 'broken', info }
}
