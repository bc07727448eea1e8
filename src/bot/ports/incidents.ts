/** Something that is wrong for a while, told in one card. */
export interface Incident {
  /** A number. */
  id: string
  app: string
  /** What it is about, the same for all alarms that belong together: `vendor:apns`, `webhooks`, `api`, `certificate:12345`. */
  subject: string
  /** Codes and parameters of the alarms, for `readAlarms`; no sentences. */
  alarms: unknown
  /** UNIX milliseconds. */
  openedAt: number
  /** When its alarms last changed. */
  changedAt: number
  /** Since when none of its alarms has been seen; null: some are. */
  quietSince: number | null
  /** Null: open. */
  closedAt: number | null
  /** `platform:id` of who has taken it; null: nobody. */
  acknowledgedBy: string | null
  /** No alarm of this subject is told until then; null: not silenced. */
  silencedUntil: number | null
  /** Grows with every change, so that a card is edited once for each. */
  version: number
}

export type IncidentChange = Partial<
  Pick<Incident, 'alarms' | 'changedAt' | 'quietSince' | 'closedAt' | 'acknowledgedBy' | 'silencedUntil'>
>

/** Rejects when the store cannot be reached. */
export interface Incidents {
  /** The new one, or the one that is open for this app and subject already. */
  open(app: string, subject: string, alarms: unknown, now: number): Promise<Incident>
  /** Changes it and counts its version up; null: there is none by this id. */
  change(id: string, change: IncidentChange): Promise<Incident | null>
  find(id: string): Promise<Incident | null>
  /** Those not closed, and those closed at `closedSince` or later; newest first. */
  list(closedSince: number): Promise<readonly Incident[]>
}
