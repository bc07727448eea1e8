/** What the page may send, and how long an answer may take. */
export const PLAYGROUND_LIMITS = {
  /** Characters of typed words; the verifier refuses a long signature by itself, and says so. */
  text: 100_000,
  key: 64,
  command: 100,
  timeZone: 64,
  /** After this the bot is told that nobody waits any more, and a little later the page hears so. Milliseconds. */
  patience: 20_000,
  answer: 24_000,
  /** From one picture of the progress to the next, in milliseconds. */
  progressEvery: 1000,
} as const
