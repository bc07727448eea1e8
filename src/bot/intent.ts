import type { Secret } from '../diagnostics/secret.ts'

/**
 * A command and its arguments by name, as they came: from a slash command's options, a modal, a button, a script.
 * The arguments may hold a signature, so they travel wrapped.
 */
export interface Intent {
  command: string
  args: Secret<Readonly<Record<string, unknown>>>
  /** A person typed the values into fields, so that they are read as words are. */
  typed?: true
}
