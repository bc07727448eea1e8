/**
 * What we put into Discord's `custom_id`: a kind, a version, and a key. Clients send it back as they like, also months
 * later, so nothing but keys that we look up are in it.
 */
export type CustomId =
  /** A button of a card, by the bot's key. */
  | { kind: 'press'; key: string }
  /** A button that opens the form of an intent that is held. */
  | { kind: 'open'; key: string }
  /** A form of a command; `key` of what was known before it was opened. */
  | { kind: 'form'; command: string; key: string | null }

export const pressId = (key: string): string => `p1:${key}`
export const openId = (key: string): string => `o1:${key}`
export const formId = (command: string, key: string | null): string => `f1:${command}${key === null ? '' : `:${key}`}`

/** Null for one that is not ours, or of an older version. */
export function readCustomId(customId: string): CustomId | null {
  const rest = customId.slice(3)
  switch (customId.slice(0, 3)) {
    case 'p1:':
      return { kind: 'press', key: rest }
    case 'o1:':
      return { kind: 'open', key: rest }
    case 'f1:': {
      const [command = '', key] = rest.split(':')
      return { kind: 'form', command, key: key ?? null }
    }
    default:
      return null
  }
}
