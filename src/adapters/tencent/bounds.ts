/** How long and how much, for one use of the client. Milliseconds and bytes. */
export interface Bounds {
  /** One question with all its attempts, pages and waits. */
  call: number
  /** One attempt. The server gives up after 3 s by itself, which takes longer to arrive. */
  attempt: number
  /** Until a connection stands. */
  connect: number
  /** The longest wait for a moment at which a limited call may be made. */
  turn: number
  /** How long the shared store may take to name such a moment. */
  slots: number
  /** How long an endpoint is left alone after it complained of too many calls. */
  calm: number
  /** The pauses before the second and the third attempt, before jitter. */
  pauses: readonly [number, number]
  answerBytes: number
  /** Connections to one host. */
  connections: number
}

export const BOUNDS: Bounds = {
  call: 10_000,
  attempt: 5_000,
  connect: 2_500,
  turn: 5_000,
  slots: 1_000,
  calm: 1_000,
  pauses: [200, 600],
  answerBytes: 8 * 1024 * 1024,
  connections: 16,
}
