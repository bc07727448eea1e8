/** What was last asked in a place, so that "check again" and "and bob?" can be understood there. */
export interface Remembered {
  /** Id of the command. */
  command: string
  /** Its arguments by name, without secrets. */
  args: Readonly<Record<string, unknown>>
  /** What the command wants to compare with next time: codes and parameters, no sentences; null: nothing. */
  snapshot: unknown
  /** UNIX milliseconds. */
  at: number
}

/** Rejects when the store cannot be reached. */
export interface Conversations {
  /** Takes the place of what was remembered under each of these keys (each at most 200 characters). */
  remember(keys: readonly string[], remembered: Remembered): Promise<void>
  /** The newest under any of the keys, not older than `since` (UNIX milliseconds). */
  recall(keys: readonly string[], since: number): Promise<Remembered | null>
}
