import { Document, isScalar, isSeq } from 'yaml'
import type { Command, Family } from '../../bot/command.ts'
import { commandForm } from '../../bot/cards/command-form.ts'
import { textsFor } from '../../bot/texts/texts.ts'
import { clamp } from './clamp.ts'
import { MANIFEST_LIMITS } from './limits.ts'
import { ALWAYS, FOR_CHANNELS, FOR_USERGROUPS, SCOPES } from './scopes.ts'

export interface ManifestOptions {
  mode: 'socket' | 'http'
  /** Where Slack shall send payloads in http mode: the public address of `/slack/events`. */
  requestUrl?: string
  /** Whether the access rules name user groups; left out: not known, so the scope is optional. */
  usergroups?: boolean
}

/** Name of the message shortcut, as its payloads carry it. */
export const SHORTCUT_CALLBACK = 'verify_usersig'

const NAME = 'IM Doctor'
const PLACEHOLDER_URL = 'https://im-doctor.example.com/slack/events'

/**
 * The app manifest for Slack, derived from the commands as they are declared. English, as Slack cannot localize it.
 *
 * @see https://docs.slack.dev/reference/app-manifest
 */
export function slackManifest(commands: readonly Command[], options: ManifestOptions): object {
  const url = options.mode === 'http' ? { request_url: options.requestUrl ?? PLACEHOLDER_URL } : {}
  const commandUrl = options.mode === 'http' ? { url: options.requestUrl ?? PLACEHOLDER_URL } : {}
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: clamp(NAME, MANIFEST_LIMITS.name),
      description: clamp(
        'UserSigs and offline push of Tencent Cloud IM: checks them, and explains what is wrong',
        MANIFEST_LIMITS.description,
      ),
      background_color: '#1d3557',
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: clamp(NAME, MANIFEST_LIMITS.botName), always_online: true },
      shortcuts: [
        {
          name: clamp('Verify this UserSig', MANIFEST_LIMITS.shortcutName),
          type: 'message',
          callback_id: SHORTCUT_CALLBACK,
          description: clamp(
            'Checks the UserSig in this message; only you see it',
            MANIFEST_LIMITS.shortcutDescription,
          ),
        },
      ],
      slash_commands: families(commands).map((family) => ({
        command: `/${family}`,
        description: clamp(textsFor('en').families[family].summary, MANIFEST_LIMITS.commandDescription),
        usage_hint: usageHint(commands, family),
        // Ids are those of Tencent IM, not of Slack: `@alice` must stay what was typed.
        should_escape: false,
        ...commandUrl,
      })),
    },
    oauth_config: { scopes: scopes(options.usergroups) },
    settings: {
      event_subscriptions: { bot_events: ['app_mention', 'message.im'], ...url },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: options.mode === 'socket',
      token_rotation_enabled: false,
    },
  }
}

const scopes = (usergroups: boolean | undefined): object => {
  const always = ALWAYS.map(({ scope }) => scope)
  const optional = FOR_CHANNELS.map(({ scope }) => scope)
  if (usergroups === undefined) return { bot: always, bot_optional: [...optional, FOR_USERGROUPS.scope] }
  return { bot: usergroups ? [...always, FOR_USERGROUPS.scope] : always, bot_optional: optional }
}

const families = (commands: readonly Command[]): readonly Family[] => [...new Set(commands.map(({ family }) => family))]

/** Only what must be typed, and of a group the names in it: Slack shows the hint in one line. */
function usageHint(commands: readonly Command[], family: Family): string {
  const own = commands.filter((command) => command.family === family)
  const hints = own.map((command) => {
    if (command.group !== null) {
      const names = own.filter(({ group }) => group === command.group).map(({ name }) => name)
      return `${command.group} ${names.join('|')}`
    }
    return commandForm(command)
      .replace(`/${family} `, '')
      .replace(/ \[.*\]$/, '')
  })
  return clamp([...new Set(hints)].join(' | '), MANIFEST_LIMITS.usageHint)
}

const INTRODUCTION = [
  ' Paste this at https://api.slack.com/apps → Create New App → From a manifest, then install the app.',
  ' After a change of scopes it has to be installed again.',
]
const SOCKET = ' SLACK_APP_TOKEN is made by hand: Basic Information → App-Level Tokens, scope connections:write.'
const HTTP = ' Slack sends everything to request_url; it must reach POST /slack/events of this bot over TLS.'

/** The manifest as YAML, in which every scope says what it is for. */
export function manifestYaml(commands: readonly Command[], options: ManifestOptions): string {
  const document = new Document(slackManifest(commands, options))
  document.commentBefore = [...INTRODUCTION, options.mode === 'socket' ? SOCKET : HTTP].join('\n')
  for (const list of ['bot', 'bot_optional']) {
    const scopes = document.getIn(['oauth_config', 'scopes', list], true)
    for (const item of isSeq(scopes) ? scopes.items : []) {
      const reason = SCOPES.find(({ scope }) => isScalar(item) && item.value === scope)?.reason
      if (isScalar(item) && reason !== undefined) item.comment = ` ${reason}`
    }
  }
  return document.toString({ lineWidth: 0 })
}
