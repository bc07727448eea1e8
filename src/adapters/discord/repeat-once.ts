import { isBrokenConnection } from './broken-connection.ts'

/**
 * Repeats a call whose connection broke before the answer, which discord.js does not do: it may or may not have been done.
 * So only for calls that can be repeated: acknowledgements, edits, and messages with a nonce; and for those that can be looked up.
 *
 * @param find what the call made, where it did; null: it made nothing, or that cannot be seen, and it is repeated
 */
export async function repeatOnce<Value>(
  send: () => Promise<Value>,
  find: () => Promise<Value | null> = async () => null,
): Promise<Value> {
  try {
    return await send()
  } catch (error) {
    if (!isBrokenConnection(error)) throw error
    return (await find()) ?? send()
  }
}
