import type { App } from '@slack/bolt'
import type { Input } from '../../../bot/request.ts'
import { findSignature, type FoundSignature } from '../../../bot/words/find-signature.ts'
import { Secret } from '../../../diagnostics/secret.ts'
import { acknowledge } from '../acknowledge.ts'
import { answer, textsOf } from '../answer.ts'
import { decodeText } from '../decode-text.ts'
import { LIMITS } from '../limits.ts'
import { sentence } from '../outbox.ts'
import { shortcutPayload } from '../payloads.ts'
import type { Button } from '../render-buttons.ts'
import { responseUrlOutbox } from '../response-url-outbox.ts'
import type { SlackContext } from '../slack-context.ts'
import { tellDefect } from '../tell-defect.ts'

const DAY = 86_400_000

/**
 * "Verify this UserSig" on a message: looks for the signature in it and answers at once, for the eyes of the person
 * who used it alone. Whose it should be is mostly not said in a message, so a button asks for that.
 */
export function onShortcut(app: App, context: SlackContext): void {
  app.shortcut(/.*/, async ({ ack, body, context: boltContext }) => {
    await acknowledge(context, ack, boltContext)
    const read = shortcutPayload.safeParse(body)
    if (!read.success || read.data.message === undefined || read.data.response_url === undefined) {
      context.log.error('unreadable shortcut')
      return
    }
    const { trigger_id: id, message, channel, response_url: url } = read.data
    const user = read.data.user.id
    const outbox = responseUrlOutbox(context, { url, user, threadTs: message.thread_ts ?? null, spot: null })
    try {
      const found = findSignature(decodeText(message.text.reveal(), null))
      if (found === null) {
        const person = await context.people.find(user)
        await outbox.send(sentence(textsOf(context, person).noSignature), 'private')
        return
      }
      // The answer is private wherever the message stands, so the place is that of a direct message.
      const place = { kind: 'direct', id: channel?.id ?? user, thread: null } as const
      const extraButtons = found.user === null ? await verifyButton(context, found, user) : []
      await answer(context, { id, user, place, input: inputOf(found), outbox, extraButtons })
    } catch (error) {
      await tellDefect(context, { id, user, outbox }, error)
    }
  })
}

const inputOf = ({ sig, user }: FoundSignature): Input => {
  const args = { sig: sig.reveal() }
  const intent =
    user === null
      ? { command: 'usersig.inspect', args: new Secret(args) }
      : { command: 'usersig.verify', args: new Secret({ ...args, user }) }
  return { kind: 'call', intent }
}

/** The button carries the signature itself, under seal; one that is too long for that can still be pasted into the form. */
async function verifyButton(context: SlackContext, { sig }: FoundSignature, owner: string): Promise<readonly Button[]> {
  const { seal, now } = context
  const key = seal.close(sig, owner, now() + DAY)
  if (key.length > LIMITS.buttonValue) return []
  const { verifyForUser } = textsOf(context, await context.people.find(owner))
  return [{ label: verifyForUser, style: 'default', key, opens: 'usersig.verify' }]
}
