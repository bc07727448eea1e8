/** A request whose process ended before it was answered. */
export interface Abandoned {
  id: string
  /** As it was given to `first`. */
  request: string
  /** When it was taken, UNIX milliseconds. */
  at: number
}

/** Requests that were taken by any replica, so that each is answered, and once. Rejects when the store cannot be reached. */
export interface Deliveries {
  /**
   * True once per id. Durable when it resolves.
   * @param request what is needed to go on with it should this process end before `done`; holds no secret; null: nothing
   */
  first(id: string, now: number, request: string | null): Promise<boolean>
  /** It was answered. */
  done(id: string): Promise<void>
  /** Those taken before then (UNIX milliseconds) that are not done; each is handed out once. */
  abandoned(before: number): Promise<readonly Abandoned[]>
}
