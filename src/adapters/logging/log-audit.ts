import type { Logger } from 'pino'
import type { Audit } from '../../bot/ports/audit.ts'

/** The audit trail as log lines of their own, marked so that they can be sent to a store of their own. */
export const logAudit = (log: Logger): Audit => ({
  write: (line) => log.info({ audit: line }, 'command'),
})
