/** How long and how much a vendor may take. Milliseconds and bytes. */
export interface HttpBounds {
  /** Until a connection stands. */
  connect: number
  /** One call with its second attempt. */
  call: number
  /** The pause before the second attempt, before jitter. */
  pause: number
  answerBytes: number
  /** Connections to one host. */
  connections: number
}

export const HTTP_BOUNDS: HttpBounds = {
  connect: 5_000,
  call: 10_000,
  pause: 250,
  answerBytes: 1024 * 1024,
  connections: 8,
}
