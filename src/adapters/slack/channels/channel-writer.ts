import type { Bot } from '../../../bot/bot.ts'
import type { ChannelPost, ChannelWriter, Edited, Posted } from '../../../bot/ports/channels.ts'
import type { InFlight } from '../../in-flight.ts'
import type { ChannelApi, KeyedMessage } from '../channel-api.ts'
import { TIMES } from '../limits.ts'
import { imagesOf, type UploadPictures } from '../pictures.ts'
import type { Called } from '../retry.ts'
import { refusesBlocks } from '../slack-failure.ts'
import { createChannelNames } from './channel-names.ts'
import { drawPost } from './draw-post.ts'
import { findPost } from './find-post.ts'
import { isForbidden, postOutcome } from './post-outcome.ts'
import { unlessAborted } from './unless-aborted.ts'

export interface WriterDeps {
  bot: Pick<Bot, 'keep'>
  api: ChannelApi
  uploadPictures: UploadPictures
  inFlight: InFlight
  now: () => number
}

type Drawn<T> = { called: Called<T>; whole: boolean }

/**
 * What the bot posts of its own accord. Pictures are brought to Slack first, in steps that may be repeated; the one step
 * that may not is made once, and again only in a plainer form where Slack has said that it takes nothing of it.
 */
export function createChannelWriter({ bot, api, uploadPictures, inFlight, now }: WriterDeps): ChannelWriter {
  const names = createChannelNames(api, now)

  /** Null: given up before anything was sent that could be seen. */
  async function write<T>(
    post: ChannelPost,
    signal: AbortSignal,
    send: (message: KeyedMessage) => Promise<Called<T>>,
  ): Promise<Drawn<T> | null> {
    const pictures = await unlessAborted(uploadPictures(post.card, TIMES.picture), signal)
    if (pictures === null) return null
    let last: Drawn<T> | null = null
    for (const { message, whole } of drawPost(bot, post, pictures, now())) {
      if (signal.aborted) return null
      const called = await send(message)
      last = { called, whole }
      if (called.ok || !refusesBlocks(called.failure)) return last
    }
    return last
  }

  async function post(
    to: Parameters<ChannelWriter['post']>[0],
    what: ChannelPost,
    signal: AbortSignal,
  ): Promise<Posted> {
    const channel = await names.idOf(to.id, signal)
    if (!channel.ok) return postingLater(channel.failure)
    const spot = { channel: channel.value, threadTs: to.thread }
    const sent = await write(what, signal, (message) => api.post(spot, message))
    if (sent === null) return { kind: 'later', code: 'aborted', afterMs: null }
    const { called, whole } = sent
    if (!called.ok) return postOutcome(called.failure)
    if (called.value === null) return { kind: 'unclear', code: 'no_ts' }
    const picture = imagesOf(what.card).length === 0 ? 'none' : whole ? 'shown' : 'failed'
    return { kind: 'posted', message: called.value, picture }
  }

  async function edit(
    to: Parameters<ChannelWriter['edit']>[0],
    ts: string,
    what: ChannelPost,
    signal: AbortSignal,
  ): Promise<Edited> {
    const channel = await names.idOf(to.id, signal)
    if (!channel.ok) return { kind: 'failed', code: channel.failure.code }
    const sent = await write(what, signal, (message) => api.update({ channel: channel.value, ts }, message))
    if (sent === null) return { kind: 'failed', code: 'aborted' }
    if (sent.called.ok) return { kind: 'edited' }
    const { code } = sent.called.failure
    return code === 'message_not_found' ? { kind: 'gone' } : { kind: 'failed', code }
  }

  return {
    post: (to, what, signal) => inFlight.track(post(to, what, signal)),
    edit: (to, ts, what, signal) => inFlight.track(edit(to, ts, what, signal)),
    async find({ id, thread }, key, since, signal) {
      const channel = await names.idOf(id, signal)
      if (channel.ok) return findPost(api, { channel: channel.value, thread, key, since }, signal)
      return { kind: 'unknown', code: channel.failure.code, allowed: !isForbidden(channel.failure) }
    },
    resolve: (text, signal) => names.resolve(text, signal),
  }
}

/** That a name could not be looked up leaves nothing behind, however it failed. */
function postingLater(failed: Parameters<typeof postOutcome>[0]): Posted {
  const outcome = postOutcome(failed)
  return outcome.kind === 'unclear' ? { kind: 'later', code: outcome.code, afterMs: null } : outcome
}
