import { isFileRefused } from './platform-failure.ts'
import { withoutPictures } from './pictures.ts'
import type { Payload } from './render-reply.ts'

/** Sends a message with its pictures, and without them where Discord does not take the files: the text is what counts. */
export async function uploadOrTell<Value>(
  payload: Payload,
  send: (payload: Payload) => Promise<Value>,
): Promise<Value> {
  if (payload.files === undefined) return send(payload)
  try {
    return await send(payload)
  } catch (error) {
    if (!isFileRefused(error)) throw error
    return send(withoutPictures(payload))
  }
}
