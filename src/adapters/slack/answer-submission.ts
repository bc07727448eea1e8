import type { ViewResponseAction } from '@slack/bolt'
import type { Input } from '../../bot/request.ts'
import { within } from '../within.ts'
import { ask, TOO_LATE, type Asked } from './answer.ts'
import { deliver } from './deliver.ts'
import type { FormMetadata } from './form-metadata.ts'
import { TIMES } from './limits.ts'
import { modalOutbox, type ModalPlace } from './modal-outbox.ts'
import { sentence, type Outbox } from './outbox.ts'
import type { SlackMessage } from './render-card.ts'
import { answerView } from './render-view.ts'
import type { SlackContext } from './slack-context.ts'
import { tellDefect } from './tell-defect.ts'
import { slackTexts } from './texts.ts'

export type ViewAck = (response?: ViewResponseAction) => Promise<void>

export interface SubmissionQuestion {
  id: string
  user: string
  input: Input
  metadata: FormMetadata
  place: ModalPlace
  ack: ViewAck
}

const LATER = Symbol('later')

/**
 * Answers a submitted form. The acknowledgement itself carries the answer when it is ready soon enough; else it says
 * "checking" and the modal is updated later. A problem is put on top of the form, so that one step back leads to what
 * was typed.
 */
export async function answerSubmission(context: SlackContext, question: SubmissionQuestion): Promise<void> {
  const { id, user, metadata, place, ack } = question
  const { locale, timeZone } = metadata
  let outbox = acknowledgingOutbox(place, ack, 'update')
  try {
    const where = { kind: 'direct', id: metadata.channel ?? user } as const
    const asking = ask(context, { id, user, input: question.input, place: where }, { locale, timeZone })
    const soon = await within(asking, TIMES.submissionAck, LATER)
    if (soon === LATER) {
      await outbox.signOfLife(sentence(slackTexts(locale).checking))
      outbox = modalOutbox(context, place)
    } else if (isProblem(soon)) outbox = acknowledgingOutbox(place, ack, 'push')
    const { reply, actor } = soon === LATER ? await asking : soon
    if (reply === null) return soon === LATER ? undefined : await ack()
    if (reply === TOO_LATE) {
      await outbox.send(sentence(slackTexts(locale).tooLate(id)), 'private')
      return
    }
    const log = context.log.child({ request: id })
    // What a command would show to all is shown in the modal as well; its card has a button where sharing makes sense.
    const shown = { ...reply, visibility: 'private' } as const
    await deliver(context, shown, { actor, outbox, log, sharing: false, extraButtons: [] })
  } catch (error) {
    await tellDefect(context, { id, user, outbox }, error)
  }
}

const isProblem = ({ reply }: Asked): boolean => reply !== null && reply !== TOO_LATE && reply.status === 'usage'

/** Answers with the acknowledgement, which Slack takes once and never says what it thinks of. */
function acknowledgingOutbox({ rawMetadata, locale }: ModalPlace, ack: ViewAck, action: 'update' | 'push'): Outbox {
  const show = (message: SlackMessage): Promise<void> =>
    ack({ response_action: action, view: answerView(message.blocks, rawMetadata, locale) })
  return {
    surface: 'modal',
    mayGoPublic: false,
    async send(message) {
      await show(message)
      return null
    },
    signOfLife: show,
  }
}
