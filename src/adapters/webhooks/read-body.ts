import type { IncomingMessage } from 'node:http'

export type BodyReading =
  | { kind: 'read'; bytes: Buffer }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  /** Whoever sent it went away. */
  | { kind: 'aborted' }

/** The body of a request that nothing has read from yet. Keeps no byte beyond the bound. Never rejects. */
export function readBody(incoming: IncomingMessage, most: number, milliseconds: number): Promise<BodyReading> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return Promise.resolve({ kind: 'too-large' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (reading: BodyReading) => {
      clearTimeout(timer)
      incoming.off('data', onData).off('end', onEnd).off('close', onAbort)
      // What still comes is let go, not kept; the server closes the connection where it does not end soon.
      if (reading.kind !== 'read') incoming.resume()
      resolve(reading)
    }
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > most) settle({ kind: 'too-large' })
      else chunks.push(chunk)
    }
    const onEnd = () => {
      const [first] = chunks
      settle({ kind: 'read', bytes: first?.length === size ? first : Buffer.concat(chunks, size) })
    }
    const onAbort = () => settle({ kind: 'aborted' })
    const timer = setTimeout(() => settle({ kind: 'too-slow' }), milliseconds)
    // Stays after the reading: an error that comes later is nobody's, and must not end the process.
    incoming.on('error', onAbort)
    incoming.on('data', onData).on('end', onEnd).on('close', onAbort)
  })
}
