/** How long and how much the server takes from a client, in milliseconds and bytes. */
export const HTTP_LIMITS = {
  /** Bodies that this server reads itself. */
  bodyBytes: 1024 * 1024,
  /** A client that does not get its headers out in this time holds a connection for nothing. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** Longer than the 60 s after which the usual load balancers let go, so that they are the ones who close. */
  keepAliveTimeout: 65_000,
  /** How often the two time-outs above are looked at; Node's own default is 30 s. */
  connectionsCheckingInterval: 2_000,
  /** A store that takes longer is not ready. */
  storeAnswer: 2_000,
} as const
