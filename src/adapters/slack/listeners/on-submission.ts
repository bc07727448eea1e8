import type { App } from '@slack/bolt'
import type { z } from 'zod'
import { readArguments } from '../../../bot/argument.ts'
import { plainRich } from '../../../bot/cards/plain-text.ts'
import type { Input } from '../../../bot/request.ts'
import { textsFor } from '../../../bot/texts/texts.ts'
import { Secret } from '../../../diagnostics/secret.ts'
import { acknowledge } from '../acknowledge.ts'
import { readMetadata, type FormMetadata } from '../form-metadata.ts'
import { submissionPayload } from '../payloads.ts'
import { SIGNATURE_ARGUMENT } from '../open-form.ts'
import { FORM_CALLBACK, INPUT_ACTION, sentenceView } from '../render-view.ts'
import type { SlackContext } from '../slack-context.ts'
import { answerSubmission, type ViewAck } from '../answer-submission.ts'
import { defectFields } from '../tell-defect.ts'
import { slackTexts } from '../texts.ts'

type Submission = z.infer<typeof submissionPayload>

/** Submitted modals. The answer is shown inside the modal: it is private there, wherever it was opened. */
export function onSubmission(app: App, context: SlackContext): void {
  app.view(/.*/, async ({ ack, body, context: boltContext }) => {
    const acked: ViewAck = (response) =>
      acknowledge(context, () => (response === undefined ? ack() : ack(response)), boltContext)
    const read = submissionPayload.safeParse(body)
    const metadata = read.success ? readMetadata(read.data.view.private_metadata) : null
    if (!read.success || metadata === null || read.data.view.callback_id !== FORM_CALLBACK) {
      await acked()
      return
    }
    try {
      await submit(context, read.data, metadata, acked)
    } catch (error) {
      context.log.error(defectFields(error), 'defect in a submission')
      await acked()
    }
  })
}

async function submit(
  context: SlackContext,
  submission: Submission,
  metadata: FormMetadata,
  ack: ViewAck,
): Promise<void> {
  const found = foundSignature(context, metadata, submission)
  if (found === 'lost') {
    const { locale } = metadata
    const view = sentenceView(slackTexts(locale).signatureLost, submission.view.private_metadata, locale)
    await ack({ response_action: 'update', view })
    return
  }
  const args = { ...argumentsOf(submission), ...found }
  const errors = fieldErrors(context, metadata, args)
  if (errors !== null) {
    await ack({ response_action: 'errors', errors })
    return
  }
  const { view, user, trigger_id: triggerId = '' } = submission
  const input: Input = { kind: 'call', intent: { command: metadata.command, args: new Secret(args), typed: true } }
  await answerSubmission(context, {
    id: triggerId === '' ? `${view.id}:${view.hash}` : triggerId,
    user: user.id,
    input,
    metadata,
    ack,
    place: {
      viewId: view.id,
      triggerId,
      user: user.id,
      metadata,
      rawMetadata: view.private_metadata,
      locale: metadata.locale,
    },
  })
}

/** The signature that the form was opened for, where it was; it can be had for a day. */
function foundSignature(
  { seal }: SlackContext,
  { found }: FormMetadata,
  { user }: Submission,
): Readonly<Record<string, string>> | 'lost' {
  if (found === null) return {}
  const sig = seal.open(found, user.id)
  return sig === null ? 'lost' : { [SIGNATURE_ARGUMENT]: sig.reveal() }
}

/** A field that was left empty was not given. */
function argumentsOf({ view }: Submission): Readonly<Record<string, string>> {
  const values = Object.entries(view.state.values.reveal()).map(
    ([name, block]) => [name, block[INPUT_ACTION]?.value ?? ''] as const,
  )
  return Object.fromEntries(values.filter(([, value]) => value.trim() !== ''))
}

/** What can be told at the field itself: values that no command would read. */
function fieldErrors(
  { bot, now }: SlackContext,
  { command: id, locale, timeZone }: FormMetadata,
  args: Readonly<Record<string, string>>,
): Record<string, string> | null {
  const command = bot.commands.find((each) => each.id === id)
  const read = command === undefined ? null : readArguments(command.args, args)
  if (command === undefined || read?.kind !== 'unreadable') return null
  const write = textsFor(locale).conversation.problems.arguments
  return Object.fromEntries(
    read.errors.map((error) => [
      error.name,
      plainRich(write({ kind: 'arguments', command: id, errors: [error] }), { locale, timeZone, now: now() }),
    ]),
  )
}
