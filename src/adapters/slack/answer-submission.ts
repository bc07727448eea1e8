import type { ViewResponseAction } from '@slack/bolt'
import type { Input, Progress } from '../../bot/request.ts'
import { within } from '../within.ts'
import { acknowledgingOutbox } from './acknowledging-outbox.ts'
import { ask, TOO_LATE, type Asked } from './answer.ts'
import { deliver } from './deliver.ts'
import type { FormMetadata } from './form-metadata.ts'
import { TIMES } from './limits.ts'
import type { ModalPlace } from './modal-outbox.ts'
import { sentence } from './outbox.ts'
import { NO_PICTURES } from './pictures.ts'
import type { SlackContext } from './slack-context.ts'
import { tellDefect } from './tell-defect.ts'
import { tellProgress } from './tell-progress.ts'
import { slackTexts } from './texts.ts'

/** False: it did not reach Slack. */
export type ViewAck = (response?: ViewResponseAction) => Promise<boolean>

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
 * Answers a submitted form. The acknowledgement itself carries the answer when it is ready soon enough; else it carries
 * what has been told of its progress, or "checking", and the modal is updated later. A problem is put on top of the
 * form, so that one step back leads to what was typed.
 */
export async function answerSubmission(context: SlackContext, question: SubmissionQuestion): Promise<void> {
  const { id, user, metadata, place, ack } = question
  const { locale, timeZone } = metadata
  let outbox = acknowledgingOutbox(context, place, { ack, action: 'update' })
  const progress = tellProgress(context, outbox, null)
  let early: Progress | null = null
  let acknowledged = false
  const onProgress = (told: Progress): void => {
    if (acknowledged) progress.tell(told)
    else early = told
  }
  try {
    const where = { kind: 'direct', id: metadata.channel ?? user, thread: null } as const
    const asked = { id, user, input: question.input, place: where }
    const asking = ask(context, asked, { locale, timeZone }, onProgress)
    const soon = await within(asking, TIMES.submissionAck, LATER)
    if (soon === LATER) {
      acknowledged = true
      if (early !== null) progress.tell(early)
      else await outbox.signOfLife(sentence(slackTexts(locale).checking))
    } else if (isProblem(soon)) outbox = acknowledgingOutbox(context, place, { ack, action: 'push' })
    const { reply, actor } = soon === LATER ? await asking : soon
    await progress.end()
    if (reply === null) {
      if (soon !== LATER) await ack()
      return
    }
    if (reply === TOO_LATE) {
      await outbox.giveUp(sentence(slackTexts(locale).tooLate(id)))
      return
    }
    const log = context.log.child({ request: id })
    // What a command would show to all is shown in the modal as well; its card has a button where sharing makes sense.
    const shown = { ...reply, visibility: 'private' } as const
    await deliver(context, shown, { actor, outbox, log, sharing: false, extraButtons: [], pictures: NO_PICTURES })
  } catch (error) {
    await progress.end()
    await tellDefect(context, { id, user, outbox }, error)
  }
}

const isProblem = ({ reply }: Asked): boolean => reply !== null && reply !== TOO_LATE && reply.status === 'usage'
