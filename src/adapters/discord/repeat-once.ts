import { isBrokenConnection } from './broken-connection.ts'

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
