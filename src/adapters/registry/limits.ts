/** What a request may bring, and how long each step of its answer may take; bytes, milliseconds. */
export interface RegistryLimits {
  bodyBytes: number
  /** From the check of the sender until the body must be there. */
  bodyTime: number
  /** From the first question to the store until its answer. */
  storeTime: number
  /** Requests whose body or whose store is waited for: a store that hangs must not fill the memory. */
  inFlight: number
}

export const REGISTRY_LIMITS: RegistryLimits = {
  bodyBytes: 64 * 1024,
  bodyTime: 5_000,
  storeTime: 2_000,
  inFlight: 64,
}
