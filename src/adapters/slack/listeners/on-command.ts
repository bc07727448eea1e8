import type { App } from '@slack/bolt'
import { Secret } from '../../../diagnostics/secret.ts'
import type { Input, Place } from '../../../bot/request.ts'
import { acknowledge } from '../acknowledge.ts'
import { answer } from '../answer.ts'
import { decodeText } from '../decode-text.ts'
import { openForm } from '../open-form.ts'
import { commandPayload } from '../payloads.ts'
import { responseUrlOutbox } from '../response-url-outbox.ts'
import type { SlackContext } from '../slack-context.ts'
import { tellDefect } from '../tell-defect.ts'

/** Every slash command, known or not: one without a listener would leave the person with Slack's own "dispatch_failed". */
export function onCommand(app: App, context: SlackContext): void {
  app.command(/.*/, async ({ ack, body, context: boltContext }) => {
    await acknowledge(context, ack, boltContext)
    const read = commandPayload.safeParse(body)
    if (!read.success) {
      context.log.error('unreadable slash command')
      return
    }
    const command = read.data
    const { trigger_id: id, user_id: user, response_url: responseUrl } = command
    const spot = { channel: command.channel_id, threadTs: null }
    const outbox = responseUrlOutbox(context, { url: responseUrl, user, threadTs: null, spot })
    try {
      const words = `${command.command.replace(/^\/+/, '')} ${decodeText(command.text.reveal(), null)}`
      const input: Input = { kind: 'words', text: new Secret(words) }
      const plan = context.bot.plan(input, context.people.known(user)?.locale ?? null)
      if (plan.kind === 'form') {
        const form = {
          id,
          user,
          triggerId: id,
          input,
          form: plan.form,
          channel: command.channel_id,
          responseUrl,
          outbox,
        }
        await openForm(context, form)
      } else {
        await answer(context, { id, user, place: placeOf(command.channel_id, command.channel_name), input, outbox })
      }
    } catch (error) {
      await tellDefect(context, { id, user, outbox }, error)
    }
  })
}

/** Slack has no slash commands in threads. */
const placeOf = (id: string, name: string): Place => ({
  kind: name === 'directmessage' ? 'direct' : 'channel',
  id,
  thread: null,
})
