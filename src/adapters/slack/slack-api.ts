import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { CallSlack, Tries } from './call-slack.ts'
import type { SlackMessage } from './render-card.ts'
import type { Called } from './retry.ts'

/** The calls to Slack's Web API that this surface makes. Each is bounded and tells its failure as a value. */
export interface SlackApi {
  postMessage(
    to: { channel: string; threadTs: string | null },
    message: SlackMessage,
    tries?: Tries,
  ): Promise<Called<{ ts: string | null }>>
  postEphemeral(
    to: { channel: string; user: string; threadTs: string | null },
    message: SlackMessage,
  ): Promise<Called<null>>
  updateMessage(at: { channel: string; ts: string }, message: SlackMessage, tries?: Tries): Promise<Called<null>>
  deleteMessage(at: { channel: string; ts: string }): Promise<Called<null>>
  openView(triggerId: string, view: types.ModalView): Promise<Called<null>>
  pushView(triggerId: string, view: types.ModalView): Promise<Called<null>>
  updateView(viewId: string, view: types.ModalView, tries?: Tries): Promise<Called<null>>
  userInfo(user: string): Promise<Called<{ locale: string | null; timeZone: string | null }>>
  usergroupMembers(usergroup: string): Promise<Called<readonly string[]>>
}

/** Links in our messages are never unfolded: what a user typed must not make Slack fetch or show anything. */
export const QUIET = { unfurl_links: false, unfurl_media: false }

export const inThread = (threadTs: string | null) => (threadTs === null ? {} : { thread_ts: threadTs })

export function createSlackApi(client: WebClient, call: CallSlack): SlackApi {
  const { chat, views, users, usergroups } = client
  return {
    postMessage: ({ channel, threadTs }, message, tries) => {
      const post = async () => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window's
        const { ts } = await chat.postMessage({ channel, ...message, ...inThread(threadTs), ...QUIET })
        return { ts: ts ?? null }
      }
      return call('chat.postMessage', false, post, tries)
    },
    // Twice is harmless: only one person sees it, and it is gone when they reload.
    postEphemeral: ({ channel, user, threadTs }, message) =>
      call('chat.postEphemeral', true, async () => {
        await chat.postEphemeral({ channel, user, ...message, ...inThread(threadTs) })
        return null
      }),
    updateMessage: ({ channel, ts }, message, tries) => {
      const update = async () => {
        await chat.update({ channel, ts, ...message })
        return null
      }
      return call('chat.update', true, update, tries)
    },
    deleteMessage: ({ channel, ts }) =>
      call('chat.delete', true, async () => {
        await chat.delete({ channel, ts })
        return null
      }),
    // A trigger is good once: after a cut, a second call could only fail.
    openView: (trigger, view) =>
      call('views.open', false, async () => {
        await views.open({ trigger_id: trigger, view })
        return null
      }),
    pushView: (trigger, view) =>
      call('views.push', false, async () => {
        await views.push({ trigger_id: trigger, view })
        return null
      }),
    updateView: (viewId, view, tries) => {
      const update = async () => {
        await views.update({ view_id: viewId, view })
        return null
      }
      return call('views.update', true, update, tries)
    },
    userInfo: (user) =>
      call('users.info', true, async () => {
        const { user: info } = await users.info({ user, include_locale: true })
        return { locale: info?.locale ?? null, timeZone: info?.tz ?? null }
      }),
    usergroupMembers: (usergroup) =>
      call('usergroups.users.list', true, async () => (await usergroups.users.list({ usergroup })).users ?? []),
  }
}
