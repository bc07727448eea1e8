import http2 from 'node:http2'
import { retryAfter } from '../retry-after.ts'
import type { ApnsAnswer } from './apns-answer.ts'

export interface ApnsRequest {
  path: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** One push over a connection. Rejects when the stream or the connection breaks, and when the signal ends. */
export function exchange(
  session: http2.ClientHttp2Session,
  { path, headers, body }: ApnsRequest,
  answerBytes: number,
  signal: AbortSignal,
): Promise<ApnsAnswer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('given up'))
    const stream = session.request({ ':method': 'POST', ':path': path, ...headers })
    const giveUp = () => stream.close(http2.constants.NGHTTP2_CANCEL)
    signal.addEventListener('abort', giveUp, { once: true })
    let answered: http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader = {}
    const chunks: Buffer[] = []
    let size = 0
    stream.on('response', (headers) => {
      answered = headers
    })
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > answerBytes) stream.destroy(new Error(`more than ${answerBytes} bytes of answer`))
      else chunks.push(chunk)
    })
    stream.on('error', reject)
    stream.on('close', () => {
      signal.removeEventListener('abort', giveUp)
      const status = answered[':status']
      // Not every reset is an error to Node.
      if (stream.rstCode !== http2.constants.NGHTTP2_NO_ERROR || status === undefined || signal.aborted)
        return reject(new Error(`the stream was closed early, with code ${stream.rstCode}`))
      const date = typeof answered.date === 'string' ? Date.parse(answered.date) : Number.NaN
      const time = Number.isNaN(date) ? null : date
      const id = answered['apns-id']
      resolve({
        kind: 'answer',
        status,
        text: Buffer.concat(chunks).toString(),
        retryAfterMs: retryAfter(answered['retry-after'], time),
        date: time,
        id: typeof id === 'string' && /^[\dA-Fa-f-]{36}$/.test(id) ? id : null,
      })
    })
    stream.end(body)
  })
}
