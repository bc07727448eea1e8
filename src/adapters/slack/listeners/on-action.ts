import type { App } from '@slack/bolt'
import type { z } from 'zod'
import type { Input } from '../../../bot/request.ts'
import { Secret } from '../../../diagnostics/secret.ts'
import { acknowledge } from '../acknowledge.ts'
import { answer, textsOf } from '../answer.ts'
import { readMetadata, type FormMetadata } from '../form-metadata.ts'
import { modalOutbox } from '../modal-outbox.ts'
import { openForm } from '../open-form.ts'
import { sentence, type Outbox } from '../outbox.ts'
import { actionPayload } from '../payloads.ts'
import { formOfPress, keyOfPress, type OpenedForm } from '../render-buttons.ts'
import { responseUrlOutbox } from '../response-url-outbox.ts'
import type { SlackContext } from '../slack-context.ts'
import { tellDefect } from '../tell-defect.ts'

type Press = z.infer<typeof actionPayload>

/** Every press, also of buttons that we no longer know: one that is not acknowledged shows a warning triangle. */
export function onAction(app: App, context: SlackContext): void {
  app.action(/.*/, async ({ ack, body, context: boltContext }) => {
    await acknowledge(context, ack, boltContext)
    const read = actionPayload.safeParse(body)
    const [action] = read.data?.actions ?? []
    if (!read.success || action === undefined) {
      context.log.error('unreadable press')
      return
    }
    const metadata = read.data.view === undefined ? null : readMetadata(read.data.view.private_metadata)
    const outbox = outboxOf(context, read.data, metadata)
    if (outbox === null) return
    const { trigger_id: id, user } = read.data
    try {
      const { action_id: actionId, value } = action
      await press(context, read.data, {
        key: keyOfPress(actionId, value),
        opens: formOfPress(actionId, value),
        metadata,
        outbox,
      })
    } catch (error) {
      await tellDefect(context, { id, user: user.id, outbox }, error)
    }
  })
}

function outboxOf(context: SlackContext, press: Press, metadata: FormMetadata | null): Outbox | null {
  const { view, user, channel, response_url: url, trigger_id: triggerId } = press
  if (url !== undefined) {
    const spot = channel === undefined ? null : { channel: channel.id, threadTs: threadOf(press) }
    // What only the person sees is shown where they are: in a thread only where they pressed in it.
    const threadTs = press.container.thread_ts ?? null
    return responseUrlOutbox(context, { url, user: user.id, threadTs, spot })
  }
  if (view === undefined || metadata === null) return null
  const { id: viewId, private_metadata: rawMetadata } = view
  return modalOutbox(context, { viewId, triggerId, user: user.id, metadata, rawMetadata, locale: metadata.locale })
}

/** The thread that the button stands in, or that its message can start; nobody can answer to one that is ephemeral. */
const threadOf = ({ container: { thread_ts: thread, message_ts: message, is_ephemeral: ephemeral } }: Press) =>
  thread ?? (ephemeral ? null : (message ?? null))

interface Pressed {
  key: string
  opens: OpenedForm | null
  metadata: FormMetadata | null
  outbox: Outbox
}

async function press(context: SlackContext, payload: Press, { key, opens, metadata, outbox }: Pressed): Promise<void> {
  const { trigger_id: id, response_url: url = null } = payload
  const user = payload.user.id
  const channel = payload.channel?.id ?? metadata?.channel ?? null
  const form = { id, user, triggerId: id, channel, responseUrl: url, outbox, onTop: payload.view !== undefined }
  if (opens !== null) {
    const input: Input = { kind: 'call', intent: { command: opens.command, args: new Secret({}) } }
    const plan = context.bot.plan(input, null)
    const found = context.seal.open(opens.value, user) !== null
    if (plan.kind === 'form')
      return openForm(context, { ...form, input, form: plan.form, ...(found ? { found: opens.value } : {}) })
  }
  if (context.shared.get(key) === true) {
    const person = await context.people.find(user)
    await outbox.send(sentence(textsOf(context, person).alreadyShared), 'private')
    return
  }
  const input: Input = { kind: 'press', key }
  const plan = context.bot.plan(input, context.people.known(user)?.locale ?? null)
  if (plan.kind === 'form') return openForm(context, { ...form, input, form: plan.form })
  const kind = channel?.startsWith('D') === true ? 'direct' : 'channel'
  const place = { kind, id: channel ?? user, thread: threadOf(payload) } as const
  return answer(context, { id, user, place, input, outbox })
}
