import type { Visibility } from '../../bot/reply.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { Surface } from './render-block.ts'
import type { SlackMessage } from './render-card.ts'
import { section } from './render-block.ts'
import { plainElement } from './render-rich.ts'
import type { Called } from './retry.ts'
import type { SlackApi } from './slack-api.ts'
import type { SlackContext } from './slack-context.ts'
import { refusesBlocks, type SlackFailure } from './slack-failure.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'

/** The way back to a person: one for each way in which they can ask. */
export interface Outbox {
  surface: Surface
  /** The words came from a public place, so where the person cannot be reached a verdict without secrets may stand there. */
  mayGoPublic: boolean
  /** Null when it has been sent. `private` is never seen by anyone else. */
  send(message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null>
  /** Tells the person that work goes on. Never rejects. */
  signOfLife(message: SlackMessage): Promise<void>
}

export const sentence = (text: string): SlackMessage => {
  const block = section([plainElement(text)])
  return { text: escapeMrkdwn(text), blocks: block === null ? [] : [block] }
}

export const failureIn = (called: Called<unknown>): SlackFailure | null => (called.ok ? null : called.failure)

/** A message to a user's id goes to their direct messages with the bot. */
export const sendDirectly = async (api: SlackApi, user: string, message: SlackMessage): Promise<SlackFailure | null> =>
  failureIn(await api.postMessage({ channel: user, threadTs: null }, message))

/** By the `response_url` of a slash command, a button or a shortcut: works also where the bot is not a member. */
export function responseUrlOutbox(
  { respond, api }: SlackContext,
  { url, user, threadTs }: { url: Secret; user: string; threadTs: string | null },
): Outbox {
  const post = async (message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null> =>
    failureIn(
      await respond(url, {
        ...message,
        response_type: visibility === 'private' ? 'ephemeral' : 'in_channel',
        replace_original: false,
        ...(threadTs === null ? {} : { thread_ts: threadTs }),
      }),
    )
  return {
    surface: 'message',
    mayGoPublic: false,
    async send(message, visibility) {
      const failed = await post(message, visibility)
      if (failed === null || visibility === 'public' || refusesBlocks(failed)) return failed
      return sendDirectly(api, user, message)
    },
    async signOfLife(message) {
      await post(message, 'private')
    },
  }
}

/** For a mention in a channel: in its thread, and what is private only for the eyes of the person who asked. */
export function channelOutbox(
  { api }: SlackContext,
  { channel, user, threadTs }: { channel: string; user: string; threadTs: string },
): Outbox {
  return {
    surface: 'message',
    mayGoPublic: true,
    async send(message, visibility) {
      if (visibility === 'public') return failureIn(await api.postMessage({ channel, threadTs }, message))
      const ephemeral = await api.postEphemeral({ channel, user, threadTs }, message)
      if (ephemeral.ok || refusesBlocks(ephemeral.failure)) return failureIn(ephemeral)
      return sendDirectly(api, user, message)
    },
    async signOfLife(message) {
      await api.postEphemeral({ channel, user, threadTs }, message)
    },
  }
}

/** In a direct message everything is private; the sign of life becomes the answer. */
export function directOutbox(
  { api }: SlackContext,
  { channel, threadTs }: { channel: string; threadTs: string },
): Outbox {
  let placeholder: string | null = null
  return {
    surface: 'message',
    mayGoPublic: false,
    async send(message) {
      if (placeholder !== null) {
        const updated = await api.updateMessage({ channel, ts: placeholder }, message)
        if (updated.ok || refusesBlocks(updated.failure)) return failureIn(updated)
        placeholder = null
      }
      return failureIn(await api.postMessage({ channel, threadTs }, message))
    },
    async signOfLife(message) {
      const posted = await api.postMessage({ channel, threadTs }, message)
      if (posted.ok) placeholder = posted.value.ts
    },
  }
}
