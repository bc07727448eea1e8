import type { Dispatcher } from 'undici'
import { retryAfter } from './retry-after.ts'
import { scrubbed } from './scrubbed.ts'
import type { HttpAnswer, HttpCall } from './vendor-http.ts'

/** Failures of a connection that never stood; all others befell one that did. */
const NOT_CONNECTED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_ABORTED|UND_ERR_PRX_TLS|UND_ERR_INVALID_ARG|ERR_INVALID_URL|ERR_TLS_\w+|ERR_SSL_\w+|UNABLE_TO_\w+|\w*CERT\w*|DEPTH_ZERO\w*)$/

/** One attempt, no redirect. Null: the signal ended it. Never rejects. */
export async function sendOnce(
  dispatcher: Dispatcher,
  { method, url, headers, body }: HttpCall,
  answerBytes: number,
  signal: AbortSignal,
): Promise<HttpAnswer | null> {
  try {
    const { origin, pathname, search } = new URL(url)
    const answer = await dispatcher.request({ origin, path: pathname + search, method, headers, body, signal })
    const text = await readText(answer.body, answerBytes)
    if (text === null) return { kind: 'unanswered', reason: 'broken', info: `more than ${answerBytes} bytes of answer` }
    const date = timeOf(answer.headers['date'])
    const retryAfterMs = retryAfter(answer.headers['retry-after'], date)
    return { kind: 'answer', status: answer.statusCode, text, retryAfterMs, date }
  } catch (error) {
    return signal.aborted ? null : failureOf(error)
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

function timeOf(header: string | string[] | undefined): number | null {
  const time = typeof header === 'string' ? Date.parse(header) : Number.NaN
  return Number.isNaN(time) ? null : time
}

function failureOf(error: unknown): HttpAnswer {
  if (!(error instanceof Error)) return { kind: 'unanswered', reason: 'unreachable', info: 'no connection' }
  const { name, code = '', message } = error as NodeJS.ErrnoException
  // Several addresses that all refuse make an error of many, which says nothing itself.
  const info = scrubbed(message === '' ? code || name : message, [])
  return { kind: 'unanswered', reason: NOT_CONNECTED.test(code) ? 'unreachable' : 'broken', info }
}
