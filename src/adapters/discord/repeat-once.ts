import { isPlatformFailure } from './platform-failure.ts'

const BROKEN_CONNECTION = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

/**
 * Repeats a call whose connection broke before the answer, which discord.js does not do: it may or may not have been done.
 * So only for calls that can be repeated: acknowledgements, edits, and messages with a nonce.
 */
export async function repeatOnce<Value>(send: () => Promise<Value>): Promise<Value> {
  try {
    return await send()
  } catch (error) {
    if (!isBrokenConnection(error)) throw error
    return send()
  }
}

const isBrokenConnection = (error: unknown): boolean =>
  error instanceof Error &&
  !isPlatformFailure(error) &&
  'code' in error &&
  typeof error.code === 'string' &&
  BROKEN_CONNECTION.has(error.code)
