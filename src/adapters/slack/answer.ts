import type { Reply } from '../../bot/reply.ts'
import type { Actor, Input, Place, Progress, Request } from '../../bot/request.ts'
import { within } from '../within.ts'
import { announce } from './announce.ts'
import { deliver } from './deliver.ts'
import { TIMES } from './limits.ts'
import { sentence, type Outbox } from './outbox.ts'
import type { Person } from './people.ts'
import { NO_PICTURES, type Pictures } from './pictures.ts'
import type { Button } from './render-buttons.ts'
import type { SlackContext } from './slack-context.ts'
import { slackTexts, type SlackTexts } from './texts.ts'
import { tellDefect } from './tell-defect.ts'
import { tellProgress } from './tell-progress.ts'

/** A question with the way back to the person who asked it. */
export interface Question {
  id: string
  user: string
  place: Place
  input: Input
  outbox: Outbox
  /** Where it is known already; else Slack is asked. */
  person?: Person
  extraButtons?: readonly Button[]
}

export const TOO_LATE = Symbol('too late')

/** Asks the bot and answers the person: in time, once, and never with silence. Never rejects. */
export async function answer(context: SlackContext, question: Question): Promise<void> {
  const { id, outbox } = question
  const log = context.log.child({ request: id })
  const announcement = announce(context, question)
  const progress = tellProgress(context, outbox, announcement)
  const settled = async (): Promise<void> => {
    await progress.end()
    await announcement.hush()
  }
  try {
    const person = question.person ?? (await context.people.find(question.user))
    const { reply, actor } = await ask(context, question, person, (told) => progress.tell(told))
    // While there is still something that tells of progress: bringing pictures to Slack takes its time.
    const pictures = reply === null || reply === TOO_LATE ? NO_PICTURES : await picturesOf(context, reply, outbox)
    await settled()
    if (reply === null) return
    if (reply === TOO_LATE) {
      log.error({ afterMs: TIMES.answer }, 'gave up waiting for an answer')
      await outbox.giveUp(sentence(textsOf(context, person).tooLate(id)))
      return
    }
    const sharing = isShare(question.input, reply)
    // In a modal a command is answered in the modal, also where it would be answered for all to see elsewhere.
    const shown = outbox.surface === 'modal' && !sharing ? ({ ...reply, visibility: 'private' } as const) : reply
    const extraButtons = question.extraButtons ?? []
    const way = sharing ? sharingOnce(context, question) : outbox
    await deliver(context, shown, { actor, outbox: way, log, sharing, extraButtons, pictures })
  } catch (error) {
    await settled()
    await tellDefect(context, { id, user: question.user, outbox }, error)
  }
}

/** What a press makes public, it makes public once. */
const sharingOnce = ({ shared }: SlackContext, { outbox, input }: Question): Outbox => ({
  ...outbox,
  async send(message, visibility) {
    const failed = await outbox.send(message, visibility)
    if (visibility === 'public' && failed === null && input.kind === 'press') shared.set(input.key, true)
    return failed
  },
})

const picturesOf = ({ uploadPictures }: SlackContext, { card }: Reply, { surface }: Outbox): Promise<Pictures> =>
  surface === 'modal' ? Promise.resolve(NO_PICTURES) : uploadPictures(card, TIMES.pictureInAnswer)

export interface Asked {
  reply: Reply | null | typeof TOO_LATE
  actor: Actor
}

/** The bot's reply, or that it took too long: also when it hangs. */
export async function ask(
  context: SlackContext,
  { id, user, place, input }: Pick<Question, 'id' | 'user' | 'place' | 'input'>,
  { locale, timeZone }: Person,
  onProgress: (progress: Progress) => void,
): Promise<Asked> {
  const groups = await context.groups.of(user)
  const actor: Actor = { platform: 'slack', id: user, groups, owner: false }
  const signal = AbortSignal.timeout(TIMES.answerSignal)
  const request: Request = { id, actor, place, input, locale, timeZone, signal, onProgress }
  return { reply: await within(context.bot.answer(request), TIMES.answer, TOO_LATE), actor }
}

/** A press that made a card public belongs to no command. */
export const isShare = (input: Input, { command, status, visibility }: Reply): boolean =>
  input.kind === 'press' && command === null && status === 'ok' && visibility === 'public'

export const textsOf = ({ bot }: SlackContext, person: Person | null): SlackTexts =>
  slackTexts(person?.locale ?? bot.language)
