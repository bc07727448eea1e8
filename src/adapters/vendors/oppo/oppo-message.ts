import type { TestText } from '../../../diagnostics/ports/push-vendors.ts'
import type { Secret } from '../../../diagnostics/secret.ts'
import { cutText } from '../cut-text.ts'

const BY_REGISTRATION_ID = 2
/** Banner, lock screen, sound and vibration; only for messages with a category. */
const STRONGEST = 16
const HOUR_SECONDS = 3_600

/** A unicast to one phone: an IM message where the team has a channel for it, else content and marketing. */
export function oppoMessage(token: Secret, { title, text }: TestText, channelId: string | null): object {
  return {
    target_type: BY_REGISTRATION_ID,
    target_value: token.reveal(),
    notification: {
      title: cutText(title, 50),
      content: cutText(text, 200),
      off_line: true,
      off_line_ttl: HOUR_SECONDS,
      ...(channelId === null ? {} : { channel_id: channelId, category: 'IM', notify_level: STRONGEST }),
    },
  }
}
