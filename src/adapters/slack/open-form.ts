import type { Form } from '../../bot/form.ts'
import type { Input } from '../../bot/request.ts'
import { commandForm } from '../../bot/cards/command-form.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import { textsOf } from './answer.ts'
import { writeMetadata } from './form-metadata.ts'
import { TIMES } from './limits.ts'
import { sentence, type Outbox } from './outbox.ts'
import { formView } from './render-view.ts'
import type { SlackContext } from './slack-context.ts'

/** The argument of `usersig.verify` that a found signature is for. */
export const SIGNATURE_ARGUMENT = 'sig'

const HALF_AN_HOUR = 1_800_000
const LONGEST_ORIGIN = 400

export interface FormRequest {
  id: string
  user: string
  triggerId: string
  /** What was asked; the form is planned again in the person's language. */
  input: Input
  form: Form
  channel: string | null
  responseUrl: Secret | null
  outbox: Outbox
  /** A sealed signature that is known already; it is not asked for. */
  found?: string
  /** On top of a modal that is open. */
  onTop?: boolean
}

/** Opens the form of a command as a modal; where Slack does not let us, the person learns what to type instead. */
export async function openForm(context: SlackContext, request: FormRequest): Promise<void> {
  const { bot, people, api } = context
  const person = await people.find(request.user, TIMES.personBeforeForm)
  const planned = bot.plan(request.input, person.locale)
  const form = planned.kind === 'form' ? planned.form : request.form
  const found = request.found ?? null
  const metadata = writeMetadata({
    command: form.command,
    channel: request.channel,
    origin: sealOrigin(context, request),
    found,
    locale: person.locale ?? bot.language,
    timeZone: person.timeZone,
  })
  const view = formView(found === null ? form : withoutSignature(form), metadata)
  const opened =
    request.onTop === true ? await api.pushView(request.triggerId, view) : await api.openView(request.triggerId, view)
  if (opened.ok) return
  context.log.warn({ request: request.id, code: opened.failure.code }, 'form not opened')
  const command = bot.commands.find(({ id }) => id === form.command)
  const typed = command === undefined ? '/im help' : commandForm(command)
  await request.outbox.send(sentence(textsOf(context, person).cannotOpenForm(typed)), 'private')
}

/** Slack takes a response url for half an hour; one so long that it leaves no room for the rest is done without. */
function sealOrigin({ seal, now }: SlackContext, { responseUrl, user }: FormRequest): string | null {
  if (responseUrl === null || responseUrl.reveal().length > LONGEST_ORIGIN) return null
  return seal.close(responseUrl, user, now() + HALF_AN_HOUR)
}

const withoutSignature = (form: Form): Form => ({
  ...form,
  fields: form.fields.filter(({ name }) => name !== SIGNATURE_ARGUMENT),
})
