/** Something that one process does for all, again and again. */
export interface Duty {
  name: string
  /** Milliseconds from the end of one run to the beginning of the next. */
  everyMs: number
  /** `now` in UNIX milliseconds. What it rejects with is told to whoever runs the bot, and it is run again. */
  run(now: number, signal: AbortSignal): Promise<void>
}

/**
 * Runs `work` while this process alone holds the lease of that name; waits until it can have it. `lost` is aborted when the
 * lease is lost, and then it waits anew. Resolves when `signal` ends or `work` does; rejects with what `work` rejects with.
 */
export type Exclusively = (
  name: string,
  work: (lost: AbortSignal) => Promise<void>,
  signal: AbortSignal,
) => Promise<void>
