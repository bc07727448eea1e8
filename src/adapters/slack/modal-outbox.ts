import type { Locale } from '../../bot/texts/locale.ts'
import type { FormMetadata } from './form-metadata.ts'
import { failureIn, sendDirectly, TOLD_ALREADY, type Outbox } from './outbox.ts'
import type { SlackMessage } from './render-card.ts'
import { answerView, sentenceView } from './render-view.ts'
import type { SlackContext } from './slack-context.ts'
import type { SlackFailure } from './slack-failure.ts'
import { createSlate } from './slate.ts'
import { slackTexts } from './texts.ts'

export interface ModalPlace {
  viewId: string
  triggerId: string
  user: string
  metadata: FormMetadata
  /** As it came, to go on with the next view. */
  rawMetadata: string
  locale: Locale
}

/** Shows answers inside the modal that was used: the one place that is private, and always there. */
export function modalOutbox(context: SlackContext, place: ModalPlace): Outbox {
  const { api, inFlight } = context
  const { viewId, user, rawMetadata, locale } = place
  const view = createSlate(
    ({ blocks }, tries) => api.updateView(viewId, answerView(blocks, rawMetadata, locale), tries),
    inFlight,
  )

  async function show(message: SlackMessage): Promise<SlackFailure | null> {
    const shown = await view.finish(message)
    if (shown.ok || shown.failure.code !== 'not_found') return failureIn(shown)
    // The modal was closed meanwhile: a direct message is as private.
    return sendDirectly(api, user, message)
  }

  return {
    surface: 'modal',
    mayGoPublic: false,
    send: (message, visibility) => (visibility === 'public' ? postFromModal(context, place, message) : show(message)),
    giveUp: show,
    showProgress: async (message) => failureIn(await view.show(message)),
    async signOfLife(message) {
      await view.show(message)
    },
  }
}

/** A modal has no channel of its own: what is made public goes to where the form was opened. */
async function postFromModal(
  context: SlackContext,
  place: ModalPlace,
  message: SlackMessage,
): Promise<SlackFailure | null> {
  const { api, respond, seal } = context
  const { metadata, triggerId, rawMetadata, locale, user } = place
  const url = metadata.origin === null ? null : seal.open(metadata.origin, user)
  const spot = metadata.channel === null ? null : { channel: metadata.channel, threadTs: null }
  const sent =
    url !== null
      ? await respond(url, { ...message, response_type: 'in_channel', replace_original: false }, spot)
      : spot !== null
        ? await api.postMessage(spot, message)
        : null
  const texts = slackTexts(locale)
  const shared = sent?.ok === true
  const told = shared ? texts.shared : texts.cannotShare
  await api.pushView(triggerId, sentenceView(told, rawMetadata, locale))
  return shared ? null : TOLD_ALREADY
}
