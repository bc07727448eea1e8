import { codeOf } from '../code-of.ts'
import { StoreOpenError } from '../store-open-error.ts'

/** What a failed opening means for whoever started the program. Anything unknown is told as it came. */
export function sqliteOpenError(error: unknown, folder: string): StoreOpenError {
  if (error instanceof StoreOpenError) return error
  const code = codeOf(error)
  if (NOT_WRITABLE.has(code) || /^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code))
    return new StoreOpenError(
      `The store's folder ${folder} cannot be written to (${code}).`,
      'Make it a folder that the user who runs im-doctor may write to, or set `store` to another one.',
    )
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL'))
    return new StoreOpenError(`The disk of the store's folder ${folder} is full.`, 'Make room, and start again.')
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return new StoreOpenError(
      `The file in the store's folder ${folder} is no database, or a damaged one (${code}).`,
      'Move the files im-doctor.db* away, or put back a copy of them, and start again.',
    )
  if (code.startsWith('SQLITE_BUSY'))
    return new StoreOpenError(
      `Another process holds the store in ${folder} for itself.`,
      'End what has im-doctor.db open, such as a copying or a repairing tool, and start again.',
    )
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreOpenError(`The store in ${folder} cannot be opened: ${reason}`, 'See what the message names.')
}

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT', 'ENAMETOOLONG'])
