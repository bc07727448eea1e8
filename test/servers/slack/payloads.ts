import { BOT_USER, type SlackServer } from './slack-server.ts'
import type { Shown } from './slack-rig.ts'

/** Payloads as Slack sends them, with all that the adapter must not rely on. */

let serial = 0
const next = (prefix: string): string => `${prefix}${++serial}`

export interface By {
  user?: string
  channel?: string
}

const TEAM = { id: 'T0', domain: 'test' }

export const slash = (
  server: SlackServer,
  command: string,
  text: string,
  { user = 'U1', channel = 'C1' }: By = {},
) => ({
  token: 'legacy',
  team_id: 'T0',
  api_app_id: 'A0',
  command,
  text,
  user_id: user,
  user_name: 'someone',
  channel_id: channel,
  channel_name: channel.startsWith('D') ? 'directmessage' : 'ops',
  trigger_id: next('trigger-'),
  response_url: `${server.url}/response/${channel}/${next('r')}`,
})

const envelope = (event: object) => ({
  type: 'event_callback',
  team_id: 'T0',
  api_app_id: 'A0',
  event_id: next('Ev'),
  event_time: 1,
  authorizations: [{ team_id: 'T0', user_id: BOT_USER, is_bot: true }],
  event: event as { channel: string; ts: string },
})

/** What a person wrote stands in the conversation before the bot hears of it. */
export function written(server: SlackServer, { event }: { event: { channel: string; ts: string } }): void {
  const { channel, ts, ...message } = event
  server.messages.set(`${channel}/${ts}`, message)
}

export const mention = (text: string, { user = 'U1', channel = 'C1' }: By = {}, more: object = {}) =>
  envelope({ type: 'app_mention', user, channel, ts: '1700000001.000100', text: `<@${BOT_USER}> ${text}`, ...more })

export const directMessage = (text: string, { user = 'U1', channel = 'D1' }: By = {}, more: object = {}) =>
  envelope({ type: 'message', channel_type: 'im', user, channel, ts: '1700000002.000100', text, ...more })

export const shortcut = (server: SlackServer, text: string, { user = 'U1', channel = 'C1' }: By = {}) => ({
  type: 'message_action',
  callback_id: 'verify_usersig',
  trigger_id: next('trigger-'),
  team: TEAM,
  user: { id: user, name: 'someone' },
  channel: { id: channel, name: 'ops' },
  message: { type: 'message', user: 'U2', text, ts: '1700000003.000100' },
  response_url: `${server.url}/response/${channel}/${next('r')}`,
})

export interface PressOptions extends By {
  /** What is known of the message that the button stands in; left out: an ephemeral one. */
  container?: { message_ts?: string; thread_ts?: string; is_ephemeral?: boolean }
  label?: string
  actionId?: string
  value?: string
}

/** The press of a button that was shown in a message. */
export function press(server: SlackServer, shown: Shown | null, options: PressOptions) {
  const { user = 'U1', channel = 'C1', label, actionId = 'old', value = 'nothing' } = options
  const { container = { is_ephemeral: true } } = options
  const button = shown === null || label === undefined ? { action_id: actionId, value } : buttonOf(shown, label)
  return {
    type: 'block_actions',
    trigger_id: next('trigger-'),
    team: TEAM,
    user: { id: user, name: 'someone' },
    channel: { id: channel, name: 'ops' },
    container: { type: 'message', message_ts: '1700000004.000100', channel_id: channel, ...container },
    response_url: `${server.url}/response/${channel}/${next('r')}`,
    actions: [{ type: 'button', block_id: 'b1', action_ts: '1', ...button }],
  }
}

interface Button {
  action_id: string
  value: string
  text: { text: string }
}

function buttonOf({ args }: Shown, label: string): Pick<Button, 'action_id' | 'value'> {
  const { blocks } = (args['view'] ?? args) as { blocks: readonly { elements?: readonly Button[] }[] }
  const button = blocks.flatMap(({ elements = [] }) => elements).find((each) => each.text?.text === label)
  if (button === undefined) throw new Error(`no button ${label}`)
  return { action_id: button.action_id, value: button.value }
}

interface View {
  callback_id: string
  private_metadata: string
  blocks: readonly { block_id?: string }[]
}

const viewOf = ({ args }: Shown): View => args['view'] as View

/** What Slack sends when the form that was shown is submitted with these values; fields left out are empty. */
export function submission(shown: Shown, values: Readonly<Record<string, string>>, { user = 'U1' }: By = {}) {
  const view = viewOf(shown)
  const fields = view.blocks.flatMap(({ block_id: id }) => (id === undefined ? [] : [id]))
  return {
    type: 'view_submission',
    trigger_id: next('trigger-'),
    team: TEAM,
    user: { id: user, name: 'someone' },
    view: {
      ...view,
      id: 'V1',
      hash: 'h1',
      state: {
        values: Object.fromEntries(
          fields.map((name) => [name, { value: { type: 'plain_text_input', value: values[name] ?? null } }]),
        ),
      },
    },
    response_urls: [],
  }
}

/** The press of a button inside a modal: without a response url. */
export function pressInView(shown: Shown, label: string, { user = 'U1' }: By = {}) {
  return {
    type: 'block_actions',
    trigger_id: next('trigger-'),
    team: TEAM,
    user: { id: user, name: 'someone' },
    container: { type: 'view', view_id: 'V1' },
    view: { ...viewOf(shown), id: 'V1', hash: 'h1', state: { values: {} } },
    actions: [{ type: 'button', block_id: 'b1', action_ts: '1', ...buttonOf(shown, label) }],
  }
}
