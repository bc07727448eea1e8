/** Requests that were taken, so that a redelivery to another replica is not answered a second time. */
export interface Deliveries {
  /** True once per id. Rejects when the store cannot be reached. */
  first(id: string, now: number): Promise<boolean>
}
