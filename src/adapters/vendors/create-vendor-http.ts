import { createRequire } from 'node:module'
import type * as undici from 'undici'
import { askTwice } from './ask-twice.ts'
import { deadline } from './deadline.ts'
import { HTTP_BOUNDS, type HttpBounds } from './http-bounds.ts'
import { sendOnce } from './send-once.ts'
import type { HttpAnswer, HttpCall, VendorHttp } from './vendor-http.ts'

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

const TIMEOUT: HttpAnswer = { kind: 'unanswered', reason: 'timeout', info: 'no answer in time' }
const CANCELLED: HttpAnswer = { kind: 'unanswered', reason: 'cancelled', info: 'given up by the asker' }
// Without the address, which may hold a password.
const NO_PROXY: HttpAnswer = { kind: 'unanswered', reason: 'unreachable', info: "the environment's proxy is no URL" }

// Loaded with the first call: it takes longer than all of our own code.
const loadUndici = (): typeof undici => createRequire(import.meta.url)('undici')

/** The HTTP of all vendors but Apple's, through the environment's proxy where one is set. `close` cuts all connections. */
export function createVendorHttp(bounds: Partial<HttpBounds> = {}): { http: VendorHttp; close(): Promise<void> } {
  const limits = { ...HTTP_BOUNDS, ...bounds }
  const open = new Set<undici.Dispatcher>()
  let pool: undici.Dispatcher | null = null
  let isClosed = false

  /** Null: the environment names a proxy that cannot be used. */
  function connect(): undici.Dispatcher | null {
    const { Agent, EnvHttpProxyAgent } = loadUndici()
    const options = {
      connections: limits.connections,
      connect: { timeout: limits.connect },
      // The call's own bound comes first; these end what nobody waits for any more.
      headersTimeout: 2 * limits.call,
      bodyTimeout: 2 * limits.call,
    }
    const isProxied = PROXY_VARIABLES.some((name) => (process.env[name] ?? '') !== '')
    try {
      const made = isProxied ? new EnvHttpProxyAgent(options) : new Agent(options)
      open.add(made)
      return made
    } catch {
      return null
    }
  }

  async function cut(connections: undici.Dispatcher): Promise<void> {
    open.delete(connections)
    await connections.destroy().catch(() => undefined)
  }

  async function showing(call: HttpCall, signal: AbortSignal): Promise<HttpAnswer | null> {
    const own = connect()
    if (own === null) return NO_PROXY
    try {
      return await sendOnce(own, call, limits.answerBytes, signal)
    } finally {
      await cut(own)
    }
  }

  function reading(call: HttpCall, signal: AbortSignal): Promise<HttpAnswer | null> {
    const ask = async () => {
      // A second attempt after the end would open connections that nobody closes.
      if (isClosed) return null
      pool ??= connect()
      return pool === null ? NO_PROXY : sendOnce(pool, call, limits.answerBytes, signal)
    }
    return askTwice(ask, mayPass, limits.pause, signal)
  }

  return {
    async http(call, asker) {
      const end = deadline(asker, limits.call)
      try {
        if (isClosed || end.signal.aborted) return CANCELLED
        const answer = await (call.repeat === 'once' ? showing : reading)(call, end.signal)
        return end.cause() === 'cancelled' ? CANCELLED : (answer ?? TIMEOUT)
      } finally {
        end.release()
      }
    },
    async close() {
      isClosed = true
      pool = null
      await Promise.all([...open].map(cut))
    },
  }
}

const mayPass = (answer: HttpAnswer): boolean =>
  answer.kind === 'answer' ? answer.status >= 500 : answer.reason === 'broken'
