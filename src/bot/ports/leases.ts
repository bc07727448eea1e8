/** Tasks that one process at a time does for all. Rejects when the store cannot be reached. */
export interface Leases {
  /** Takes or renews it. False: somebody else has it. @param until UNIX milliseconds */
  take(name: string, owner: string, now: number, until: number): Promise<boolean>
  /** Lets go of it, so that the next need not wait. */
  release(name: string, owner: string): Promise<void>
}
