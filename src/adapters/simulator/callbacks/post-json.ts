import { type Agent, request } from 'node:http'

/** Of the answer, more than this is not read. */
const MOST_BYTES = 65_536

/**
 * One POST over a kept connection; several times faster than `fetch`, which counts where a whole past is told.
 * @throws when there is no answer in `milliseconds`, none at all, or one that is too long
 */
export function postJson(
  url: string,
  body: unknown,
  { agent, milliseconds }: { agent: Agent; milliseconds: number },
): Promise<{ status: number; text: string }> {
  const sent = Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': sent.length }
    const outgoing = request(url, { method: 'POST', headers, agent, signal: AbortSignal.timeout(milliseconds) })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        chunks.push(chunk)
        if (bytes > MOST_BYTES) response.destroy(new RangeError('The answer is too long.'))
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    outgoing.end(sent)
  })
}
