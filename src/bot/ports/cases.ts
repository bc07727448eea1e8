import type { Span } from '../../diagnostics/ports/im-service.ts'

/** A diagnosis that lives on with its conversation. Codes and parameters: it is told anew in the reader's language. */
export interface CaseRecord {
  /** A number. */
  id: string
  app: string
  userId: string
  /** The conversation that it belongs to, as `conversationKeys` names it; the thread first. */
  place: string
  state: 'open' | 'closed'
  /** The conclusion for `readConclusion`: verdict, cause, findings with their evidence. */
  conclusion: unknown
  /** The same of the first diagnosis. */
  first: unknown
  /** Cause of the newest diagnosis; null: nothing was found. */
  cause: string | null
  /** What it really was, told by whoever closed it; null: open, or not told. */
  trueCause: string | null
  /** `platform:id`; null: nobody has taken it. */
  assignee: string | null
  closedBy: string | null
  /** UNIX milliseconds. */
  openedAt: number
  /** When it was last diagnosed or changed. */
  changedAt: number
  closedAt: number | null
  /** How many times it was diagnosed. */
  times: number
}

export type CaseChange = Partial<
  Pick<
    CaseRecord,
    'state' | 'conclusion' | 'cause' | 'trueCause' | 'assignee' | 'closedBy' | 'changedAt' | 'closedAt' | 'times'
  >
>

/** Rejects when the store cannot be reached. */
export interface Cases {
  open(record: Omit<CaseRecord, 'id'>): Promise<CaseRecord>
  change(id: string, change: CaseChange): Promise<CaseRecord | null>
  find(id: string): Promise<CaseRecord | null>
  /** The newest that is open, about this user, and in one of these conversations. */
  findOpen(of: { app: string; userId: string; places: readonly string[] }): Promise<CaseRecord | null>
  /** Newest first. */
  list(of: { app: string | null; state: CaseRecord['state'] | null }, most: number): Promise<readonly CaseRecord[]>
  /** Cases opened in the span, by diagnosed and by true cause. */
  causes(app: string, span: Span): Promise<readonly { cause: string | null; trueCause: string | null; count: number }[]>
}
