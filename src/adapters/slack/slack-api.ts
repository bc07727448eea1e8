import type { types } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { CallSlack, Tries } from './call-slack.ts'
import { keyMetadata } from './channel-api.ts'
import type { FindAnswer, Spot } from './find-answer.ts'
import type { SlackMessage } from './render-card.ts'
import type { Called, Looked } from './retry.ts'

/** The calls to Slack's Web API that this surface makes. Each is bounded and tells its failure as a value. */
export interface SlackApi {
  postMessage(spot: Spot, message: SlackMessage, tries?: Tries): Promise<Called<{ ts: string | null }>>
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

export interface ApiDeps {
  call: CallSlack
  find: FindAnswer
  /** A key that no other message or modal has. */
  newKey: () => string
}

export function createSlackApi(client: WebClient, { call, find, newKey }: ApiDeps): SlackApi {
  const { chat, views, users, usergroups } = client

  /** Opens a modal by a trigger, which is good once. Whether it did is asked by a name of ours for the modal. */
  function show(
    name: string,
    method: (args: { trigger_id: string; view: types.ModalView }) => Promise<unknown>,
    triggerId: string,
    form: types.ModalView,
  ): Promise<Called<null>> {
    const view = { ...form, external_id: newKey() }
    const open = async () => {
      await method({ trigger_id: triggerId, view })
      return null
    }
    const look = async (): Promise<Looked<null>> => {
      const update = () => views.update({ external_id: view.external_id, view })
      const updated = await call('views.update', update, { tries: 'once' })
      if (updated.ok) return { kind: 'done', value: null }
      return { kind: updated.failure.code === 'not_found' ? 'not-done' : 'unknown' }
    }
    return call(name, open, { look })
  }

  return {
    postMessage: (spot, message, tries) => {
      const { channel, threadTs } = spot
      const key = newKey()
      const post = async () => {
        const keyed = { channel, ...message, ...keyMetadata(key), ...inThread(threadTs), ...QUIET }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window's
        const { ts } = await chat.postMessage(keyed)
        return { ts: ts ?? null }
      }
      return call('chat.postMessage', post, {
        tries,
        look: () => find<{ ts: string | null }>(spot, key, (ts) => ({ ts })),
      })
    },
    // Twice is harmless: only one person sees it, and it is gone when they reload.
    postEphemeral: ({ channel, user, threadTs }, message) =>
      call('chat.postEphemeral', async () => {
        await chat.postEphemeral({ channel, user, ...message, ...inThread(threadTs) })
        return null
      }),
    updateMessage: ({ channel, ts }, message, tries) => {
      const update = async () => {
        await chat.update({ channel, ts, ...message })
        return null
      }
      return call('chat.update', update, { tries })
    },
    deleteMessage: ({ channel, ts }) =>
      call('chat.delete', async () => {
        await chat.delete({ channel, ts })
        return null
      }),
    openView: (trigger, view) => show('views.open', (args) => views.open(args), trigger, view),
    pushView: (trigger, view) => show('views.push', (args) => views.push(args), trigger, view),
    updateView: (viewId, view, tries) => {
      const update = async () => {
        await views.update({ view_id: viewId, view })
        return null
      }
      return call('views.update', update, { tries })
    },
    userInfo: (user) =>
      call('users.info', async () => {
        const { user: info } = await users.info({ user, include_locale: true })
        return { locale: info?.locale ?? null, timeZone: info?.tz ?? null }
      }),
    usergroupMembers: (usergroup) =>
      call('usergroups.users.list', async () => (await usergroups.users.list({ usergroup })).users ?? []),
  }
}
