import type { AuditFacts } from '../command.ts'
import type { Status } from '../reply.ts'

/** One line for every command: who asked for what, where, and how it ended. Codes and ids only, never a secret. */
export interface AuditLine {
  request: string
  platform: string
  actor: string
  place: string
  role: string
  command: string | null
  status: Status | 'defect'
  milliseconds: number
  facts: AuditFacts
}

export interface Audit {
  write(line: AuditLine): void
}
