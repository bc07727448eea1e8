export interface Scope {
  scope: string
  /** What the bot does with it. */
  reason: string
}

/** Every scope that no answer can do without. */
export const ALWAYS: readonly Scope[] = [
  { scope: 'commands', reason: 'slash commands, and the message shortcut' },
  { scope: 'chat:write', reason: 'answers to mentions and direct messages, and how far a long answer has come' },
  { scope: 'app_mentions:read', reason: 'hears when it is mentioned; it reads no other messages in channels' },
  { scope: 'im:history', reason: 'hears direct messages that are sent to it' },
  { scope: 'users:read', reason: "the person's language and time zone" },
]

export const FOR_USERGROUPS: Scope = {
  scope: 'usergroups:read',
  reason: 'members of user groups; only needed when access.roles names any',
}

/** Scopes for what the bot posts of its own accord; without one of them it does what it can, and says what it cannot. */
export const FOR_CHANNELS: readonly Scope[] = [
  { scope: 'chat:write.public', reason: 'reports and alerts in public channels that it is not in' },
  { scope: 'files:write', reason: 'the chart in reports; without it the report has its numbers as text' },
  { scope: 'files:read', reason: 'sees when its chart can be shown; without it the chart may be missing' },
  {
    scope: 'channels:history',
    reason: 'only looks whether its own message is there, when Slack did not confirm it; public channels',
  },
  {
    scope: 'groups:history',
    reason: 'the same for private channels; without it such a report may be missing, an answer be there twice',
  },
  { scope: 'channels:read', reason: 'finds a public channel by its name; without it the channel id is needed' },
  { scope: 'groups:read', reason: 'the same for private channels that it is in' },
]

export const SCOPES: readonly Scope[] = [...ALWAYS, ...FOR_CHANNELS, FOR_USERGROUPS]
