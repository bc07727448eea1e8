import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { CallSlack } from './call-slack.ts'
import { TIMES } from './limits.ts'
import { withRetries, type Called } from './retry.ts'
import { httpFailure, networkFailure } from './slack-failure.ts'

/** The three steps of an upload, and how far Slack has come with it. All may be repeated: until it is posted, nobody sees the file. */
export interface FileApi {
  begin(file: { name: string; bytes: number; alt: string }): Promise<Called<{ id: string; url: string }>>
  /** @param url as `begin` gave it: a capability, in no log. */
  send(url: string, bytes: Uint8Array): Promise<Called<null>>
  complete(id: string, title: string): Promise<Called<null>>
  /** Whether Slack can show it by now. */
  isReady(id: string): Promise<Called<boolean>>
}

const begun = z.object({ file_id: z.string(), upload_url: z.url() })

/** @see https://docs.slack.dev/messaging/working-with-files */
export function createFileApi({ files }: WebClient, fetch: typeof globalThis.fetch, call: CallSlack): FileApi {
  return {
    begin: ({ name, bytes, alt }) =>
      call('files.getUploadURLExternal', async () => {
        const answer = await files.getUploadURLExternal({ filename: name, length: bytes, alt_text: alt })
        const { file_id: id, upload_url: url } = begun.parse(answer)
        return { id, url }
      }),
    send: (url, bytes) => withRetries(() => post(fetch, url, bytes), { look: null }),
    complete: (id, title) =>
      call('files.completeUploadExternal', async () => {
        await files.completeUploadExternal({ files: [{ id, title }] })
        return null
      }),
    isReady: (id) => call('files.info', async () => ((await files.info({ file: id })).file?.mimetype ?? '') !== ''),
  }
}

async function post(fetch: typeof globalThis.fetch, url: string, bytes: Uint8Array): Promise<Called<null>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      // The same bytes, in a buffer of a kind that fetch is typed for.
      body: new Uint8Array(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMES.upload),
    })
    // An unread body would hold the connection.
    await response.arrayBuffer()
    return response.ok ? { ok: true, value: null } : { ok: false, failure: httpFailure(response.status) }
  } catch (error) {
    return { ok: false, failure: networkFailure(error) }
  }
}
