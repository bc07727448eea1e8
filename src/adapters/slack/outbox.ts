import type { Visibility } from '../../bot/reply.ts'
import type { Surface } from './render-block.ts'
import type { SlackMessage } from './render-card.ts'
import { section } from './render-block.ts'
import { plainElement } from './render-rich.ts'
import type { Called } from './retry.ts'
import type { SlackApi } from './slack-api.ts'
import { failure, type SlackFailure } from './slack-failure.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'

/** The way back to a person: one for each way in which they can ask. */
export interface Outbox {
  surface: Surface
  /** The words came from a public place, so where the person cannot be reached a verdict without secrets may stand there. */
  mayGoPublic: boolean
  /** Sends the answer, in place of what told its progress. Null when sent; `private` is never seen by anyone else. */
  send(message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null>
  /** Sends a sentence that holds no secret in place of an answer: where its progress was told, else privately. */
  giveUp(message: SlackMessage): Promise<SlackFailure | null>
  /** Shows how far the answer has come, in one attempt; null when shown. */
  showProgress(message: SlackMessage, visibility: Visibility): Promise<SlackFailure | null>
  /** Tells the person that work goes on. Never rejects. */
  signOfLife(message: SlackMessage): Promise<void>
}

/** As for what only one person sees in a channel: it cannot be changed. */
export const NO_PROGRESS_HERE: SlackFailure = failure('no_progress_here', false)

/** For all to see it was not sent, and the person has been told so. */
export const TOLD_ALREADY: SlackFailure = failure('told_already', false)

export const sentence = (text: string): SlackMessage => {
  const block = section([plainElement(text)])
  return { text: escapeMrkdwn(text), blocks: block === null ? [] : [block] }
}

export const failureIn = (called: Called<unknown>): SlackFailure | null => (called.ok ? null : called.failure)

/** A message to a user's id goes to their direct messages with the bot. */
export const sendDirectly = async (api: SlackApi, user: string, message: SlackMessage): Promise<SlackFailure | null> =>
  failureIn(await api.postMessage({ channel: user, threadTs: null }, message))
