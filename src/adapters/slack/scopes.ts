export interface Scope {
  scope: string
  /** What the bot does with it. */
  reason: string
}

/** Every scope that the code uses, and no other. */
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
