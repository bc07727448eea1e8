import { randomUUID } from 'node:crypto'
import type { Secret } from '../../../diagnostics/secret.ts'
import type { VivoSecret } from '../../../diagnostics/vendors/credential.ts'
import type { HttpCall } from '../vendor-http.ts'

const SYSTEM_MESSAGE = 1
const OPENS_APP = 1
const SILENT = 1
const RINGS_AND_VIBRATES = 4
const HOUR_SECONDS = 3_600

/** One push to one phone, as a chat message. In test mode it reaches nothing but the team's test devices, and makes no sound. */
export function vivoSend(
  base: string,
  { appId }: VivoSecret,
  authToken: Secret,
  token: Secret,
  { mode, title, text }: { mode: 'test' | 'formal'; title: string; text: string },
): HttpCall {
  return {
    method: 'POST',
    url: `${base}/message/send`,
    headers: { 'content-type': 'application/json; charset=utf-8', authToken: authToken.reveal() },
    body: JSON.stringify({
      appId,
      regId: token.reveal(),
      notifyType: mode === 'formal' ? RINGS_AND_VIBRATES : SILENT,
      title,
      content: text,
      timeToLive: HOUR_SECONDS,
      skipType: OPENS_APP,
      classification: SYSTEM_MESSAGE,
      category: 'IM',
      requestId: randomUUID(),
      pushMode: mode === 'formal' ? 0 : 1,
    }),
    // Also in test mode: on a test device a second one would show as well.
    repeat: 'once',
  }
}
