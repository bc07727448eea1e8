import type { Span } from '../../diagnostics/ports/im-service.ts'
import type { AuditLine } from './audit.ts'

/** What the bot was asked and concluded, over a time. */
export interface Asked {
  command: string
  status: AuditLine['status']
  /** Of a diagnosis; null: it was none. */
  verdict: string | null
  cause: string | null
  count: number
}

/** The audit trail in the store. Rejects when it cannot be reached. */
export interface Trail {
  append(line: AuditLine, at: number): Promise<void>
  /** Lines that name this app or none, most first. */
  asked(app: string, span: Span): Promise<readonly Asked[]>
}
