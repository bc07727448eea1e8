/** When something is worth an alert. The defaults need no tuning; each can be set in the configuration. */
export interface AlertRules {
  /** Pushes of the last so many minutes are looked at, rounded up to whole quarters of an hour. */
  windowMinutes: number
  /** What is usual is told by so many days before the window. */
  baselineDays: number
  /** Fewer pushes, in the window or in the days before, tell no rate. */
  minimumPushes: number
  /** So many percentage points more are lost than usual… */
  lossPoints: number
  /** …and so many times as many. */
  lossFactor: number
  /** So many pushes in the window came back with a code that was not seen in the days before. */
  newCodeCount: number
  /** So many pushes in the window went to dead tokens… */
  deadTokens: number
  /** …and so many times as many as usual with as many pushes. */
  deadTokenFactor: number
  /** From so many days before its end a certificate is worth an alert. */
  certificateDays: number
  /** No webhook for so many minutes… */
  silenceMinutes: number
  /** …in which so many events were to be expected, by the same time on the days before. */
  silenceEvents: number
  /** An alert is over when nothing has been seen of it for so many minutes. */
  closeAfterMinutes: number
  /** What comes back within so many minutes after that goes on in the card there is. */
  reopenMinutes: number
  /** Cards of their own that new alerts of one app get in an hour; what is more stands together in one. */
  cardsPerHour: number
}

export const DEFAULT_RULES: AlertRules = {
  windowMinutes: 60,
  baselineDays: 7,
  minimumPushes: 50,
  lossPoints: 10,
  lossFactor: 2,
  newCodeCount: 10,
  deadTokens: 50,
  deadTokenFactor: 3,
  certificateDays: 14,
  silenceMinutes: 60,
  silenceEvents: 10,
  closeAfterMinutes: 15,
  reopenMinutes: 30,
  cardsPerHour: 5,
}
