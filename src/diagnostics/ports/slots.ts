/** Moments at which a call may be made whose rate all replicas share. Rejects when the store cannot be reached. */
export interface Slots {
  /**
   * Takes the next free moment of a rate of one call per `everyMs`.
   * @returns milliseconds to wait from `now` (UNIX milliseconds); null where that would be more than `atMostMs`, and then
   * nothing is taken
   */
  take(name: string, everyMs: number, now: number, atMostMs: number): Promise<number | null>
}
